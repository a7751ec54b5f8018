#ifndef BATUTA_SYS_TIMERFD_H
#define BATUTA_SYS_TIMERFD_H
#include <time.h>
#ifndef BATUTA_ITIMERSPEC
#define BATUTA_ITIMERSPEC
struct itimerspec { struct timespec it_interval; struct timespec it_value; };
#endif
#define TFD_CLOEXEC 02000000
#define TFD_NONBLOCK 00004000
#define TFD_TIMER_ABSTIME 1
int timerfd_create(clockid_t clock, int flags);
int timerfd_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *old);
int timerfd_gettime(int fd, struct itimerspec *value);
#endif
