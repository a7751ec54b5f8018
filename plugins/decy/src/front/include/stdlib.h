#ifndef BATUTA_STDLIB_H
#define BATUTA_STDLIB_H
#include <cinrs:stdlib.h>
#include <alloca.h>
long random(void);
void srandom(unsigned int seed);
int rand_r(unsigned int *seed);
double drand48(void);
long lrand48(void);
long mrand48(void);
void srand48(long seed);
int setenv(const char *name, const char *value, int overwrite);
int unsetenv(const char *name);
int putenv(char *string);
int mkstemp(char *name);
char *mkdtemp(char *name);
char *realpath(const char *path, char *resolved);
int posix_memalign(void **out, size_t alignment, size_t size);
void *aligned_alloc(size_t alignment, size_t size);
void *reallocarray(void *p, size_t count, size_t size);
size_t mbstowcs(wchar_t *dest, const char *src, size_t n);
size_t wcstombs(char *dest, const wchar_t *src, size_t n);
int mbtowc(wchar_t *out, const char *s, size_t n);
int wctomb(char *s, wchar_t c);
int mblen(const char *s, size_t n);
void qsort_r(void *base, size_t count, size_t size, int (*compare)(const void *, const void *, void *), void *arg);
long double strtold(const char *text, char **end);
#endif
