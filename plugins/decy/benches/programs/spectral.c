#include <math.h>
#include <stdio.h>
#define N 900

static double a(int i, int j) { return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1); }

static void times(const double *u, double *out) {
    for (int i = 0; i < N; i++) {
        out[i] = 0;
        for (int j = 0; j < N; j++)
            out[i] += a(i, j) * u[j];
    }
}

static void transposed(const double *u, double *out) {
    for (int i = 0; i < N; i++) {
        out[i] = 0;
        for (int j = 0; j < N; j++)
            out[i] += a(j, i) * u[j];
    }
}

int main(void) {
    double u[N], v[N], w[N], top = 0, bottom = 0;
    for (int i = 0; i < N; i++)
        u[i] = 1;
    for (int i = 0; i < 10; i++) {
        times(u, w);
        transposed(w, v);
        times(v, w);
        transposed(w, u);
    }
    for (int i = 0; i < N; i++) {
        top += u[i] * v[i];
        bottom += v[i] * v[i];
    }
    printf("%.9f\n", sqrt(top / bottom));
    return 0;
}
