#ifndef BATUTA_UTIME_H
#define BATUTA_UTIME_H
#include <sys/types.h>
#include <time.h>
struct utimbuf { time_t actime; time_t modtime; };
int utime(const char *path, const struct utimbuf *times);
#endif
