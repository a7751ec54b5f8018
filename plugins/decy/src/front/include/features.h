#ifndef BATUTA_FEATURES_H
#define BATUTA_FEATURES_H
#include <sys/cdefs.h>
#define __GLIBC__ 2
#define __GLIBC_MINOR__ 36
#define __GNU_LIBRARY__ 6
#endif
