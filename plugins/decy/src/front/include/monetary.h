#ifndef BATUTA_MONETARY_H
#define BATUTA_MONETARY_H
#include <stddef.h>
#include <sys/types.h>
ssize_t strfmon(char *buffer, size_t size, const char *format, ...);
#endif
