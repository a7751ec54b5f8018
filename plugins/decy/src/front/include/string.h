#ifndef BATUTA_STRING_H
#define BATUTA_STRING_H
#include <cinrs:string.h>
char *strndup(const char *s, size_t n);
size_t strnlen(const char *s, size_t n);
char *strtok_r(char *s, const char *separators, char **state);
char *strsep(char **s, const char *separators);
char *stpcpy(char *to, const char *from);
char *stpncpy(char *to, const char *from, size_t n);
void *memccpy(void *to, const void *from, int c, size_t n);
#ifdef _GNU_SOURCE
char *strerror_r(int number, char *buffer, size_t n);
#else
int __xpg_strerror_r(int number, char *buffer, size_t n);
#define strerror_r __xpg_strerror_r
#endif
char *strsignal(int number);
int strcasecmp(const char *a, const char *b);
int strncasecmp(const char *a, const char *b, size_t n);
void explicit_bzero(void *s, size_t n);
char *index(const char *s, int c);
char *rindex(const char *s, int c);
int bcmp(const void *a, const void *b, size_t n);
void bcopy(const void *from, void *to, size_t n);
void bzero(void *s, size_t n);
int ffs(int value);
int ffsl(long value);
int ffsll(long long value);
#define strdupa(s) ({ const char *__from = (s); size_t __size = strlen(__from) + 1; (char *)memcpy(__builtin_alloca(__size), __from, __size); })
#ifdef _GNU_SOURCE
char *strcasestr(const char *s, const char *part);
char *strchrnul(const char *s, int c);
void *mempcpy(void *to, const void *from, size_t n);
void *memrchr(const void *s, int c, size_t n);
void *memmem(const void *s, size_t n, const void *part, size_t m);
int strverscmp(const char *a, const char *b);
void *rawmemchr(const void *s, int c);
#ifndef basename
char *basename(const char *path);
#endif
#endif
#ifdef _GNU_SOURCE
void *memfrob(void *s, size_t n);
const char *strerrorname_np(int number);
const char *strerrordesc_np(int number);
const char *sigabbrev_np(int number);
const char *sigdescr_np(int number);
#define strndupa(s, n) ({ const char *__from = (s); size_t __size = strnlen(__from, (n)); char *__to = (char *)__builtin_alloca(__size + 1); __to[__size] = 0; (char *)memcpy(__to, __from, __size); })
#endif
#endif
