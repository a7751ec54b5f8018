#ifndef BATUTA_SYS_UIO_H
#define BATUTA_SYS_UIO_H
#include <sys/types.h>
#include <stddef.h>
struct iovec { void *iov_base; size_t iov_len; };
ssize_t readv(int fd, const struct iovec *list, int count);
ssize_t writev(int fd, const struct iovec *list, int count);
#define UIO_MAXIOV 1024
#ifdef _GNU_SOURCE
#define RWF_HIPRI 1
#define RWF_DSYNC 2
#define RWF_SYNC 4
#define RWF_NOWAIT 8
#define RWF_APPEND 16
#define RWF_NOAPPEND 32
#endif
#endif
