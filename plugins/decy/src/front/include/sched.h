#ifndef BATUTA_SCHED_H
#define BATUTA_SCHED_H
#include <sys/types.h>
int sched_yield(void);
#ifdef _GNU_SOURCE
int sched_getcpu(void);
#endif
#endif
