#ifndef BATUTA_SIGNAL_H
#define BATUTA_SIGNAL_H
#include <cinrs:signal.h>
#include <sys/types.h>
typedef void (*sighandler_t)(int);
typedef struct { unsigned long __bits[16]; } sigset_t;
typedef union { int sival_int; void *sival_ptr; } sigval_t;
typedef struct {
    int si_signo;
    int si_errno;
    int si_code;
    int __pad;
    union {
        int __all[28];
        struct { int __pid; unsigned __uid; int __status; } __child;
        struct { void *__address; } __fault;
    } __of;
} siginfo_t;
#define si_pid __of.__child.__pid
#define si_uid __of.__child.__uid
#define si_status __of.__child.__status
#define si_addr __of.__fault.__address
struct sigaction {
    union {
        void (*__plain)(int);
        void (*__full)(int, siginfo_t *, void *);
    } __handler;
    sigset_t sa_mask;
    int sa_flags;
    void (*sa_restorer)(void);
};
#define sa_handler __handler.__plain
#define sa_sigaction __handler.__full
#define SA_NOCLDSTOP 1
#define SA_NOCLDWAIT 2
#define SA_SIGINFO 4
#define SA_ONSTACK 0x08000000
#define SA_RESTART 0x10000000
#define SA_NODEFER 0x40000000
#define SA_RESETHAND 0x80000000u
#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2
int kill(pid_t pid, int number);
int sigaction(int number, const struct sigaction *next, struct sigaction *last);
int sigemptyset(sigset_t *set);
int sigfillset(sigset_t *set);
int sigaddset(sigset_t *set, int number);
int sigdelset(sigset_t *set, int number);
int sigismember(const sigset_t *set, int number);
int sigprocmask(int how, const sigset_t *next, sigset_t *last);
int sigpending(sigset_t *set);
int sigsuspend(const sigset_t *set);
int killpg(int group, int number);
int sigwait(const sigset_t *set, int *number);
int pthread_sigmask(int how, const sigset_t *set, sigset_t *old);
int pthread_kill(unsigned long thread, int number);
int siginterrupt(int number, int flag);
void psignal(int number, const char *text);
#endif
