#include <stdio.h>
#include <string.h>
#define LIMIT 8000000
static char composite[LIMIT + 1];

int main(void) {
    int primes = 0;
    for (int round = 0; round < 5; round++) {
        for (int i = 0; i <= LIMIT; i++)
            composite[i] = 0;
        primes = 0;
        for (int i = 2; i <= LIMIT; i++) {
            if (composite[i])
                continue;
            primes++;
            for (long j = (long)i * i; j <= LIMIT; j += i)
                composite[j] = 1;
        }
    }
    printf("%d\n", primes);
    return 0;
}
