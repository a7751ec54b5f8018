/* OpenBLAS as a backend of batuta: a table of two functions. Build it with
 *
 *   gcc -O2 -shared -fPIC -I host/foreign/include -o openblas.so examples/openblas-backend/backend.c -L FOLDER -lscipy_openblas
 *
 * FOLDER being that of the library in the wheel `scipy-openblas32`; for another build of OpenBLAS leave out the prefix `scipy_`. */
#include "batuta_backend.h"

enum { ROW_MAJOR = 101, NO_TRANSPOSE = 111 };

extern void scipy_cblas_sgemm(int order, int ta, int tb, int m, int n, int k, float alpha, const float *a, int lda,
                              const float *b, int ldb, float beta, float *c, int ldc);
extern void scipy_cblas_dgemm(int order, int ta, int tb, int m, int n, int k, double alpha, const double *a, int lda,
                              const double *b, int ldb, double beta, double *c, int ldc);

/* This build of OpenBLAS counts in int. */
static int fits(size_t m, size_t n, size_t k, size_t lda, size_t ldb, size_t ldc) {
  return (m | n | k | lda | ldb | ldc) <= 0x7fffffff;
}

static int32_t single(size_t m, size_t n, size_t k, float alpha, const float *a, size_t lda, const float *b, size_t ldb,
                      float beta, float *c, size_t ldc) {
  if (!fits(m, n, k, lda, ldb, ldc)) return 1;
  scipy_cblas_sgemm(ROW_MAJOR, NO_TRANSPOSE, NO_TRANSPOSE, (int)m, (int)n, (int)k, alpha, a, (int)lda, b, (int)ldb, beta, c,
                    (int)ldc);
  return 0;
}

static int32_t both(size_t m, size_t n, size_t k, double alpha, const double *a, size_t lda, const double *b, size_t ldb,
                    double beta, double *c, size_t ldc) {
  if (!fits(m, n, k, lda, ldb, ldc)) return 1;
  scipy_cblas_dgemm(ROW_MAJOR, NO_TRANSPOSE, NO_TRANSPOSE, (int)m, (int)n, (int)k, alpha, a, (int)lda, b, (int)ldb, beta, c,
                    (int)ldc);
  return 0;
}

static const struct batuta_backend table = {BATUTA_BACKEND_ABI, sizeof table, "openblas", "0.3", single, both};

const struct batuta_backend *batuta_backend(uint32_t abi) { return abi == BATUTA_BACKEND_ABI ? &table : 0; }
