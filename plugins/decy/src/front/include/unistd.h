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
#define _SC_ARG_MAX 0
#define _SC_CHILD_MAX 1
#define _SC_CLK_TCK 2
#define _SC_OPEN_MAX 4
#define _SC_PAGE_SIZE 30
#define _SC_NPROCESSORS_CONF 83
#define _SC_PHYS_PAGES 85
#define _SC_AVPHYS_PAGES 86
#define _SC_HOST_NAME_MAX 180
#define _PC_LINK_MAX 0
#define _PC_NAME_MAX 3
#define _PC_PATH_MAX 4
#define _PC_PIPE_BUF 5
#define F_ULOCK 0
#define F_LOCK 1
#define F_TLOCK 2
#define F_TEST 3
#define vfork fork
int setuid(uid_t id);
int setgid(gid_t id);
int seteuid(uid_t id);
int setegid(gid_t id);
int setreuid(uid_t real, uid_t effective);
int execle(const char *path, const char *arg, ...);
size_t confstr(int name, char *buffer, size_t size);
long pathconf(const char *path, int name);
long fpathconf(int fd, int name);
char *getlogin(void);
int sethostname(const char *name, size_t n);
int nice(int by);
void sync(void);
int fdatasync(int fd);
int fchdir(int fd);
int faccessat(int folder, const char *path, int mode, int flags);
pid_t getpgid(pid_t pid);
pid_t getsid(pid_t pid);
pid_t tcgetpgrp(int fd);
int tcsetpgrp(int fd, pid_t group);
int ttyname_r(int fd, char *buffer, size_t size);
int lchown(const char *path, uid_t owner, gid_t group);
ssize_t readlinkat(int folder, const char *path, char *buffer, size_t size);
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags);
int unlinkat(int folder, const char *path, int flags);
void swab(const void *from, void *to, ssize_t n);
int chroot(const char *path);
unsigned int ualarm(unsigned int first, unsigned int interval);
int setpgrp(void);
int getgroups(int count, gid_t list[]);
int lockf(int fd, int operation, off_t length);
int brk(void *end);
#ifdef _GNU_SOURCE
int execvpe(const char *file, char *const argv[], char *const envp[]);
int dup3(int from, int to, int flags);
int pipe2(int fds[2], int flags);
#endif
int daemon(int stay, int keep);
int getdtablesize(void);
int getlogin_r(char *name, size_t size);
int getdomainname(char *name, size_t size);
long gethostid(void);
char *getpass(const char *prompt);
char *getwd(char *buffer);
int fchownat(int fd, const char *path, uid_t owner, gid_t group, int flags);
int symlinkat(const char *from, int fd, const char *path);
int fexecve(int fd, char *const argv[], char *const envp[]);
long syscall(long number, ...);
#ifdef _GNU_SOURCE
pid_t gettid(void);
char *get_current_dir_name(void);
int eaccess(const char *path, int mode);
int euidaccess(const char *path, int mode);
int syncfs(int fd);
int getresuid(uid_t *real, uid_t *effective, uid_t *saved);
int getresgid(gid_t *real, gid_t *effective, gid_t *saved);
int setresuid(uid_t real, uid_t effective, uid_t saved);
int setresgid(gid_t real, gid_t effective, gid_t saved);
int execveat(int fd, const char *path, char *const argv[], char *const envp[], int flags);
int close_range(unsigned int first, unsigned int last, int flags);
#define TEMP_FAILURE_RETRY(value) ({ long int __result; do __result = (long int)(value); while (__result == -1L && *__errno_location() == 4); __result; })
int *__errno_location(void);
#endif
#endif
