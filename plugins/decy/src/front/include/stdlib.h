#ifndef BATUTA_STDLIB_H
#define BATUTA_STDLIB_H
#include <cinrs:stdlib.h>
#include <alloca.h>
#include <sys/types.h>
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
int clearenv(void);
char *mktemp(char *name);
int mkstemps(char *name, int suffix);
int getsubopt(char **option, char *const *tokens, char **value);
char *initstate(unsigned int seed, char *state, size_t size);
char *setstate(char *state);
double erand48(unsigned short state[3]);
long nrand48(unsigned short state[3]);
long jrand48(unsigned short state[3]);
unsigned short *seed48(unsigned short state[3]);
void lcong48(unsigned short parameters[7]);
long a64l(const char *s);
char *l64a(long value);
char *ecvt(double value, int digits, int *point, int *sign);
char *fcvt(double value, int digits, int *point, int *sign);
char *gcvt(double value, int digits, char *buffer);
int getloadavg(double loads[], int count);
int on_exit(void (*function)(int, void *), void *arg);
#ifdef _GNU_SOURCE
char *secure_getenv(const char *name);
int mkostemp(char *name, int flags);
#endif
#ifdef _GNU_SOURCE
char *canonicalize_file_name(const char *path);
#endif
#endif
