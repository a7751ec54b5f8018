#ifndef BATUTA_SYS_UNISTD_H
#define BATUTA_SYS_UNISTD_H
#include <unistd.h>
#endif
