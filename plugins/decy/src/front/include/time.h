#ifndef BATUTA_TIME_H
#define BATUTA_TIME_H
#include <cinrs:time.h>
typedef int clockid_t;
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
int clock_gettime(clockid_t id, struct timespec *out);
int clock_getres(clockid_t id, struct timespec *out);
int nanosleep(const struct timespec *wanted, struct timespec *left);
struct tm *localtime_r(const time_t *timer, struct tm *out);
struct tm *gmtime_r(const time_t *timer, struct tm *out);
char *ctime_r(const time_t *timer, char *out);
char *asctime_r(const struct tm *in, char *out);
char *strptime(const char *s, const char *format, struct tm *out);
time_t timegm(struct tm *in);
void tzset(void);
extern long timezone;
extern int daylight;
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define TIMER_ABSTIME 1
int clock_settime(clockid_t id, const struct timespec *in);
int clock_nanosleep(clockid_t id, int flags, const struct timespec *wanted, struct timespec *left);
time_t timelocal(struct tm *in);
extern char *tzname[2];
#define CLOCK_REALTIME_ALARM 8
#define CLOCK_BOOTTIME_ALARM 9
#define CLOCK_TAI 11
#endif
