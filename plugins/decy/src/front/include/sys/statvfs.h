#ifndef BATUTA_SYS_STATVFS_H
#define BATUTA_SYS_STATVFS_H
struct statvfs { unsigned long f_bsize, f_frsize, f_blocks, f_bfree, f_bavail, f_files, f_ffree, f_favail, f_fsid, f_flag, f_namemax; int __spare[6]; };
int statvfs(const char *path, struct statvfs *out);
int fstatvfs(int fd, struct statvfs *out);
#endif
