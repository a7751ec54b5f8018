#ifndef BATUTA_SYS_TIME_H
#define BATUTA_SYS_TIME_H
#include <sys/types.h>
struct timeval { time_t tv_sec; suseconds_t tv_usec; };
struct timezone { int tz_minuteswest; int tz_dsttime; };
int gettimeofday(struct timeval *out, void *zone);
struct itimerval { struct timeval it_interval, it_value; };
#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2
int settimeofday(const struct timeval *in, const struct timezone *zone);
int getitimer(int which, struct itimerval *out);
int setitimer(int which, const struct itimerval *in, struct itimerval *old);
int utimes(const char *path, const struct timeval times[2]);
#define timerisset(t) ((t)->tv_sec || (t)->tv_usec)
#define timerclear(t) ((t)->tv_sec = (t)->tv_usec = 0)
#define timercmp(a, b, CMP) (((a)->tv_sec == (b)->tv_sec) ? ((a)->tv_usec CMP (b)->tv_usec) : ((a)->tv_sec CMP (b)->tv_sec))
#define timeradd(a, b, out) do { (out)->tv_sec = (a)->tv_sec + (b)->tv_sec; (out)->tv_usec = (a)->tv_usec + (b)->tv_usec; if ((out)->tv_usec >= 1000000) { ++(out)->tv_sec; (out)->tv_usec -= 1000000; } } while (0)
#define timersub(a, b, out) do { (out)->tv_sec = (a)->tv_sec - (b)->tv_sec; (out)->tv_usec = (a)->tv_usec - (b)->tv_usec; if ((out)->tv_usec < 0) { --(out)->tv_sec; (out)->tv_usec += 1000000; } } while (0)
#include <sys/select.h>
#define TIMEVAL_TO_TIMESPEC(from, to) do { (to)->tv_sec = (from)->tv_sec; (to)->tv_nsec = (from)->tv_usec * 1000; } while (0)
#define TIMESPEC_TO_TIMEVAL(to, from) do { (to)->tv_sec = (from)->tv_sec; (to)->tv_usec = (from)->tv_nsec / 1000; } while (0)
#endif
