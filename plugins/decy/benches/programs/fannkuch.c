#include <stdio.h>

static int fannkuch(int n, int *checksum) {
    int perm[16], first[16], count[16], most = 0, round = 0, r = n;
    for (int i = 0; i < n; i++)
        first[i] = i;
    for (;;) {
        while (r != 1) {
            count[r - 1] = r;
            r--;
        }
        for (int i = 0; i < n; i++)
            perm[i] = first[i];
        int flips = 0, k;
        while ((k = perm[0]) != 0) {
            for (int i = 0, j = k; i < j; i++, j--) {
                int t = perm[i];
                perm[i] = perm[j];
                perm[j] = t;
            }
            flips++;
        }
        if (flips > most)
            most = flips;
        *checksum += round % 2 == 0 ? flips : -flips;
        for (;;) {
            if (r == n)
                return most;
            int zero = first[0];
            for (int i = 0; i < r; i++)
                first[i] = first[i + 1];
            first[r] = zero;
            if (--count[r] > 0)
                break;
            r++;
        }
        round++;
    }
}

int main(void) {
    int checksum = 0, most = fannkuch(10, &checksum);
    printf("%d %d\n", checksum, most);
    return 0;
}
