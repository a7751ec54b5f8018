#ifndef BATUTA_SYS_RANDOM_H
#define BATUTA_SYS_RANDOM_H
#include <sys/types.h>
#include <stddef.h>
#define GRND_NONBLOCK 1
#define GRND_RANDOM 2
ssize_t getrandom(void *buffer, size_t size, unsigned int flags);
int getentropy(void *buffer, size_t size);
#define GRND_INSECURE 4
#endif
