#include <stdio.h>
#define N 400

static double a[N][N], b[N][N], c[N][N];

static void multiply(double x[N][N], double y[N][N], double out[N][N]) {
    for (int i = 0; i < N; i++)
        for (int k = 0; k < N; k++) {
            double f = x[i][k];
            for (int j = 0; j < N; j++)
                out[i][j] += f * y[k][j];
        }
}

int main(void) {
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            a[i][j] = (i * j) % 7;
            b[i][j] = (i + j) % 5;
        }
    for (int round = 0; round < 5; round++)
        multiply(a, b, c);
    printf("%.1f %.1f\n", c[3][5], c[N - 1][N - 2]);
    return 0;
}
