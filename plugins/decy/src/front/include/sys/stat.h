#ifndef BATUTA_SYS_STAT_H
#define BATUTA_SYS_STAT_H
#include <sys/types.h>
#include <time.h>
struct stat {
    dev_t st_dev; ino_t st_ino; nlink_t st_nlink; mode_t st_mode; uid_t st_uid; gid_t st_gid; int __pad0;
    dev_t st_rdev; off_t st_size; blksize_t st_blksize; blkcnt_t st_blocks;
    struct timespec st_atim; struct timespec st_mtim; struct timespec st_ctim; long __reserved[3];
};
#define st_atime st_atim.tv_sec
#define st_mtime st_mtim.tv_sec
#define st_ctime st_ctim.tv_sec
#define S_IFMT 0170000
#define S_IFSOCK 0140000
#define S_IFLNK 0120000
#define S_IFREG 0100000
#define S_IFBLK 0060000
#define S_IFDIR 0040000
#define S_IFCHR 0020000
#define S_IFIFO 0010000
#define S_ISREG(m) (((m) & S_IFMT) == S_IFREG)
#define S_ISDIR(m) (((m) & S_IFMT) == S_IFDIR)
#define S_ISLNK(m) (((m) & S_IFMT) == S_IFLNK)
#define S_ISCHR(m) (((m) & S_IFMT) == S_IFCHR)
#define S_ISBLK(m) (((m) & S_IFMT) == S_IFBLK)
#define S_ISFIFO(m) (((m) & S_IFMT) == S_IFIFO)
#define S_IRWXU 0700
#define S_IRUSR 0400
#define S_IWUSR 0200
#define S_IXUSR 0100
#define S_IRWXG 0070
#define S_IRGRP 0040
#define S_IWGRP 0020
#define S_IXGRP 0010
#define S_IRWXO 0007
#define S_IROTH 0004
#define S_IWOTH 0002
#define S_IXOTH 0001
int stat(const char *path, struct stat *out);
int lstat(const char *path, struct stat *out);
int fstat(int fd, struct stat *out);
int mkdir(const char *path, mode_t mode);
int chmod(const char *path, mode_t mode);
mode_t umask(mode_t mask);
int fchmod(int fd, mode_t mode);
#define S_ISUID 04000
#define S_ISGID 02000
#define S_ISVTX 01000
#ifndef S_ISSOCK
#define S_ISSOCK(m) (((m) & 0170000) == 0140000)
#endif
int mkfifo(const char *path, mode_t mode);
int mkdirat(int folder, const char *path, mode_t mode);
int fstatat(int folder, const char *path, struct stat *out, int flags);
#define S_IREAD 256
#define S_IWRITE 128
#define S_IEXEC 64
#define ACCESSPERMS 511
#define ALLPERMS 4095
#define DEFFILEMODE 438
#define S_BLKSIZE 512
#ifdef _GNU_SOURCE
#define STATX_TYPE 1U
#define STATX_MODE 2U
#define STATX_NLINK 4U
#define STATX_UID 8U
#define STATX_GID 16U
#define STATX_ATIME 32U
#define STATX_MTIME 64U
#define STATX_CTIME 128U
#define STATX_INO 256U
#define STATX_SIZE 512U
#define STATX_BLOCKS 1024U
#define STATX_BASIC_STATS 2047U
#define STATX_BTIME 2048U
#define STATX_MNT_ID 4096U
#define STATX_DIOALIGN 8192U
#define STATX__RESERVED 2147483648U
#define STATX_ALL 4095U
#define STATX_ATTR_COMPRESSED 4
#define STATX_ATTR_IMMUTABLE 16
#define STATX_ATTR_APPEND 32
#define STATX_ATTR_NODUMP 64
#define STATX_ATTR_ENCRYPTED 2048
#define STATX_ATTR_AUTOMOUNT 4096
#define STATX_ATTR_MOUNT_ROOT 8192
#define STATX_ATTR_VERITY 1048576
#define STATX_ATTR_DAX 2097152
#endif
int fchmodat(int fd, const char *path, mode_t mode, int flags);
int mkfifoat(int fd, const char *path, mode_t mode);
int mknod(const char *path, mode_t mode, dev_t device);
int mknodat(int fd, const char *path, mode_t mode, dev_t device);
#define S_TYPEISMQ(s) ((s)->st_mode - (s)->st_mode)
#define S_TYPEISSEM(s) ((s)->st_mode - (s)->st_mode)
#define S_TYPEISSHM(s) ((s)->st_mode - (s)->st_mode)
#endif
