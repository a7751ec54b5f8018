#ifndef BATUTA_INTTYPES_H
#define BATUTA_INTTYPES_H
#include <cinrs:inttypes.h>
#ifndef BATUTA_IMAXDIV
#define BATUTA_IMAXDIV
typedef struct { long quot; long rem; } imaxdiv_t;
imaxdiv_t imaxdiv(long number, long by);
#endif
#endif
