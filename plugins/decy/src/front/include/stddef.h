#ifndef BATUTA_STDDEF_H
#define BATUTA_STDDEF_H
#include <cinrs:stddef.h>
typedef struct { _Alignas(16) long long __first; _Alignas(16) long __second[2]; } max_align_t;
#endif
