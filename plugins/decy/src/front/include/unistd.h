#ifndef BATUTA_UNISTD_H
#define BATUTA_UNISTD_H
#include <cinrs:unistd.h>
#define R_OK 4
#define W_OK 2
#define X_OK 1
#define F_OK 0
#define _SC_PAGESIZE 30
#define _SC_NPROCESSORS_ONLN 84
extern char *optarg;
extern int optind, opterr, optopt;
extern char **environ;
int getopt(int argc, char *const argv[], const char *options);
int access(const char *path, int mode);
int fchown(int fd, uid_t owner, gid_t group);
int chown(const char *path, uid_t owner, gid_t group);
int dup(int fd);
int dup2(int from, int to);
int chdir(const char *path);
char *getcwd(char *buffer, size_t size);
int rmdir(const char *path);
int link(const char *from, const char *to);
int symlink(const char *from, const char *to);
ssize_t readlink(const char *path, char *buffer, size_t size);
int pipe(int fds[2]);
pid_t fork(void);
int execv(const char *path, char *const argv[]);
int execvp(const char *file, char *const argv[]);
int execve(const char *path, char *const argv[], char *const envp[]);
int execl(const char *path, const char *arg, ...);
int execlp(const char *file, const char *arg, ...);
unsigned int alarm(unsigned int seconds);
int pause(void);
int ftruncate(int fd, off_t length);
int truncate(const char *path, off_t length);
int fsync(int fd);
long sysconf(int name);
int gethostname(char *name, size_t n);
ssize_t pread(int fd, void *buffer, size_t n, off_t at);
ssize_t pwrite(int fd, const void *buffer, size_t n, off_t at);
pid_t getpgrp(void);
int setpgid(pid_t pid, pid_t group);
pid_t setsid(void);
char *ttyname(int fd);
int getpagesize(void);
void *sbrk(long increment);
#endif
