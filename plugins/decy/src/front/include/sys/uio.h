#ifndef BATUTA_SYS_UIO_H
#define BATUTA_SYS_UIO_H
#include <sys/types.h>
#include <stddef.h>
struct iovec { void *iov_base; size_t iov_len; };
ssize_t readv(int fd, const struct iovec *list, int count);
ssize_t writev(int fd, const struct iovec *list, int count);
#endif
