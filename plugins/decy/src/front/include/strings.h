#ifndef BATUTA_STRINGS_H
#define BATUTA_STRINGS_H
#include <cinrs:strings.h>
int ffsl(long value);
int ffsll(long long value);
#endif
