#ifndef BATUTA_LINUX_LIMITS_H
#define BATUTA_LINUX_LIMITS_H
#include <limits.h>
#endif
