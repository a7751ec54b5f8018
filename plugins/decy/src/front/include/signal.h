#ifndef BATUTA_SIGNAL_H
#define BATUTA_SIGNAL_H
#include <cinrs:signal.h>
#include <sys/types.h>
typedef void (*sighandler_t)(int);
int kill(pid_t pid, int number);
#endif
