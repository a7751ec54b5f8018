#ifndef BATUTA_RESOLV_H
#define BATUTA_RESOLV_H
#include <sys/types.h>
#include <netinet/in.h>
#include <endian.h>
#endif
