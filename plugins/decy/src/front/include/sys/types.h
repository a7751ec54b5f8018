#ifndef BATUTA_SYS_TYPES_H
#define BATUTA_SYS_TYPES_H
#include <cinrs:sys/types.h>
typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned int u_int;
typedef unsigned long u_long;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;
typedef signed char int8_t;
typedef short int16_t;
typedef int int32_t;
typedef long int64_t;
typedef unsigned char u_int8_t;
typedef unsigned short u_int16_t;
typedef unsigned int u_int32_t;
typedef unsigned long u_int64_t;
typedef long quad_t;
typedef unsigned long u_quad_t;
typedef int daddr_t;
typedef long off64_t;
typedef long loff_t;
typedef int key_t;
typedef int clockid_t;
typedef void *timer_t;
#endif
