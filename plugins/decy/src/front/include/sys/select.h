#ifndef BATUTA_SYS_SELECT_H
#define BATUTA_SYS_SELECT_H
#include <sys/time.h>
#include <time.h>
#define FD_SETSIZE 1024
typedef long fd_mask;
typedef struct { long __fds_bits[16]; } fd_set;
#define FD_ZERO(s) do { fd_set *__s = (s); for (int __i = 0; __i < 16; __i++) __s->__fds_bits[__i] = 0; } while (0)
#define FD_SET(d, s) ((void)((s)->__fds_bits[(d) / 64] |= (long)(1UL << ((d) % 64))))
#define FD_CLR(d, s) ((void)((s)->__fds_bits[(d) / 64] &= (long)~(1UL << ((d) % 64))))
#define FD_ISSET(d, s) (((s)->__fds_bits[(d) / 64] & (long)(1UL << ((d) % 64))) != 0)
int select(int count, fd_set *reads, fd_set *writes, fd_set *others, struct timeval *limit);
#endif
