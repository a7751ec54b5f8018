#ifndef BATUTA_POLL_H
#define BATUTA_POLL_H
struct pollfd { int fd; short events; short revents; };
typedef unsigned long nfds_t;
#define POLLIN 1
#define POLLPRI 2
#define POLLOUT 4
#define POLLERR 8
#define POLLHUP 16
#define POLLNVAL 32
int poll(struct pollfd *list, nfds_t count, int timeout);
#define POLLRDNORM 64
#define POLLRDBAND 128
#define POLLWRNORM 256
#define POLLWRBAND 512
#ifdef _GNU_SOURCE
#define POLLMSG 1024
#define POLLREMOVE 4096
#define POLLRDHUP 8192
#endif
#endif
