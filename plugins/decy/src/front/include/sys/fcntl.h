#ifndef BATUTA_SYS_FCNTL_H
#define BATUTA_SYS_FCNTL_H
#include <fcntl.h>
#endif
