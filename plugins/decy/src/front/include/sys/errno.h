#ifndef BATUTA_SYS_ERRNO_H
#define BATUTA_SYS_ERRNO_H
#include <errno.h>
#endif
