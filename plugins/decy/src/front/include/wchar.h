#ifndef BATUTA_WCHAR_H
#define BATUTA_WCHAR_H
#include <cinrs:wchar.h>
wchar_t *wcsdup(const wchar_t *s);
int wcwidth(wchar_t c);
int wcswidth(const wchar_t *s, size_t n);
size_t wcsnlen(const wchar_t *s, size_t n);
wchar_t *wcpcpy(wchar_t *to, const wchar_t *from);
size_t mbsnrtowcs(wchar_t *to, const char **from, size_t n, size_t size, mbstate_t *state);
size_t wcsnrtombs(char *to, const wchar_t **from, size_t n, size_t size, mbstate_t *state);
#ifdef _GNU_SOURCE
int wcscasecmp(const wchar_t *a, const wchar_t *b);
int wcsncasecmp(const wchar_t *a, const wchar_t *b, size_t n);
#endif
#ifdef _GNU_SOURCE
wchar_t *wcpncpy(wchar_t *to, const wchar_t *from, size_t n);
wchar_t *wcschrnul(const wchar_t *s, wchar_t c);
wchar_t *wmempcpy(wchar_t *to, const wchar_t *from, size_t n);
#endif
#endif
