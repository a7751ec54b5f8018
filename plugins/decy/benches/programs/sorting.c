#include <stdio.h>
#include <stdlib.h>
#define N 2000000

static unsigned seed = 1;

static unsigned next(void) {
    seed = seed * 1103515245u + 12345u;
    return seed >> 8;
}

static void quick(int *a, int low, int high) {
    while (low < high) {
        int pivot = a[(low + high) / 2], i = low, j = high;
        while (i <= j) {
            while (a[i] < pivot)
                i++;
            while (a[j] > pivot)
                j--;
            if (i <= j) {
                int t = a[i];
                a[i++] = a[j];
                a[j--] = t;
            }
        }
        quick(a, low, j);
        low = i;
    }
}

int main(void) {
    int *a = malloc(N * sizeof *a);
    unsigned sum = 0;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < N; i++)
            a[i] = (int)next();
        quick(a, 0, N - 1);
        for (int i = 0; i < N; i += 1000)
            sum = sum * 31 + (unsigned)a[i];
    }
    printf("%u\n", sum);
    free(a);
    return 0;
}
