/* A numeric backend for batuta as a shared library: ABI version 1.
 *
 * The library exports one function, `batuta_backend`. The host calls it once, with the ABI version that it speaks; the library
 * answers with a table that lives as long as the library, or with a null pointer when it does not speak that version.
 *
 * Matrices are row-major; `lda` is the distance between the beginnings of two rows, in elements, at least the number of columns.
 * Functions must not throw, must not keep pointers, and may be called from several threads at once. They return 0, or another number
 * when they did nothing; a null pointer in the table means that the backend does not have the operation.
 */
#ifndef BATUTA_BACKEND_H
#define BATUTA_BACKEND_H

#include <stddef.h>
#include <stdint.h>

#define BATUTA_BACKEND_ABI 1u

/* c = alpha * a * b + beta * c; a is m by k, b is k by n, c is m by n. With beta = 0, c is not read. */
typedef int32_t (*batuta_sgemm)(size_t m, size_t n, size_t k, float alpha, const float *a, size_t lda, const float *b, size_t ldb,
                                float beta, float *c, size_t ldc);
typedef int32_t (*batuta_dgemm)(size_t m, size_t n, size_t k, double alpha, const double *a, size_t lda, const double *b,
                                size_t ldb, double beta, double *c, size_t ldc);

struct batuta_backend {
  uint32_t abi;        /* BATUTA_BACKEND_ABI */
  uint32_t size;       /* sizeof(struct batuta_backend): later versions add members at the end */
  const char *name;    /* UTF-8, at most 64 bytes */
  const char *version; /* UTF-8, at most 64 bytes */
  batuta_sgemm sgemm;
  batuta_dgemm dgemm;
};

#ifdef __cplusplus
extern "C"
#endif
const struct batuta_backend *batuta_backend(uint32_t abi);

#endif
