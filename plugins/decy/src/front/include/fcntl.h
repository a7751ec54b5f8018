#ifndef BATUTA_FCNTL_H
#define BATUTA_FCNTL_H
#include <cinrs:fcntl.h>
#define F_DUPFD 0
#define F_GETFD 1
#define F_SETFD 2
#define F_GETFL 3
#define F_SETFL 4
#define FD_CLOEXEC 1
int fcntl(int fd, int command, ...);
struct flock { short l_type, l_whence; long l_start, l_len; int l_pid; };
#define F_GETLK 5
#define F_SETLK 6
#define F_SETLKW 7
#define F_RDLCK 0
#define F_WRLCK 1
#define F_UNLCK 2
#define AT_FDCWD -100
#define AT_SYMLINK_NOFOLLOW 0x100
#define AT_REMOVEDIR 0x200
int openat(int folder, const char *path, int flags, ...);
int posix_fadvise(int fd, off_t from, off_t length, int advice);
int posix_fallocate(int fd, off_t from, off_t length);
#endif
