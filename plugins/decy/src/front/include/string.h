#ifndef BATUTA_STRING_H
#define BATUTA_STRING_H
#include <cinrs:string.h>
char *strndup(const char *s, size_t n);
size_t strnlen(const char *s, size_t n);
char *strtok_r(char *s, const char *separators, char **state);
char *strsep(char **s, const char *separators);
char *strcasestr(const char *s, const char *part);
char *strchrnul(const char *s, int c);
char *stpcpy(char *to, const char *from);
char *stpncpy(char *to, const char *from, size_t n);
void *mempcpy(void *to, const void *from, size_t n);
void *memrchr(const void *s, int c, size_t n);
void *memmem(const void *s, size_t n, const void *part, size_t m);
void *memccpy(void *to, const void *from, int c, size_t n);
int strerror_r(int number, char *buffer, size_t n);
char *strsignal(int number);
int strcasecmp(const char *a, const char *b);
int strncasecmp(const char *a, const char *b, size_t n);
void explicit_bzero(void *s, size_t n);
int strverscmp(const char *a, const char *b);
#endif
