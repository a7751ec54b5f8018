#ifndef BATUTA_SIGNAL_H
#define BATUTA_SIGNAL_H
#include <cinrs:signal.h>
#include <sys/types.h>
typedef void (*sighandler_t)(int);
typedef struct { unsigned long __bits[16]; } sigset_t;
typedef union sigval { int sival_int; void *sival_ptr; } sigval_t;
typedef struct {
    int si_signo;
    int si_errno;
    int si_code;
    int __pad;
    union {
        int __all[28];
        struct { int __pid; unsigned __uid; int __status; } __child;
        struct { int __pid; unsigned __uid; sigval_t __value; } __queue;
        struct { void *__address; } __fault;
    } __of;
} siginfo_t;
#define si_pid __of.__child.__pid
#define si_uid __of.__child.__uid
#define si_value __of.__queue.__value
#define si_int __of.__queue.__value.sival_int
#define si_ptr __of.__queue.__value.sival_ptr
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
#define SIGCLD 17
#define SI_ASYNCNL (-60)
#define SI_DETHREAD (-7)
#define SI_TKILL (-6)
#define SI_SIGIO (-5)
#define SI_ASYNCIO (-4)
#define SI_MESGQ (-3)
#define SI_TIMER (-2)
#define SI_QUEUE (-1)
#define SI_USER 0
#define SI_KERNEL 128
#define ILL_ILLOPC 1
#define ILL_ILLOPN 2
#define ILL_ILLADR 3
#define ILL_ILLTRP 4
#define ILL_PRVOPC 5
#define ILL_PRVREG 6
#define ILL_COPROC 7
#define ILL_BADSTK 8
#define ILL_BADIADDR 9
#define FPE_INTDIV 1
#define FPE_INTOVF 2
#define FPE_FLTDIV 3
#define FPE_FLTOVF 4
#define FPE_FLTUND 5
#define FPE_FLTRES 6
#define FPE_FLTINV 7
#define FPE_FLTSUB 8
#define FPE_FLTUNK 14
#define FPE_CONDTRAP 15
#define SEGV_MAPERR 1
#define SEGV_ACCERR 2
#define SEGV_BNDERR 3
#define SEGV_PKUERR 4
#define SEGV_ACCADI 5
#define SEGV_ADIDERR 6
#define SEGV_ADIPERR 7
#define SEGV_MTEAERR 8
#define SEGV_MTESERR 9
#define BUS_ADRALN 1
#define BUS_ADRERR 2
#define BUS_OBJERR 3
#define BUS_MCEERR_AR 4
#define BUS_MCEERR_AO 5
#define CLD_EXITED 1
#define CLD_KILLED 2
#define CLD_DUMPED 3
#define CLD_TRAPPED 4
#define CLD_STOPPED 5
#define CLD_CONTINUED 6
#define POLL_IN 1
#define POLL_OUT 2
#define POLL_MSG 3
#define POLL_ERR 4
#define POLL_PRI 5
#define POLL_HUP 6
#define SIGEV_SIGNAL 0
#define SIGEV_NONE 1
#define SIGEV_THREAD 2
#define SIGEV_THREAD_ID 4
#define SA_INTERRUPT 536870912
#define SA_NOMASK 1073741824
#define SA_ONESHOT 2147483648U
#define SA_STACK 134217728
#define MINSIGSTKSZ 47808L
#define SIGSTKSZ 47808L
#define SS_ONSTACK 1
#define SS_DISABLE 2
#define SIGRTMIN 34
#define SIGRTMAX 64
#ifdef _GNU_SOURCE
#define TRAP_BRKPT 1
#define TRAP_TRACE 2
#define TRAP_BRANCH 3
#define TRAP_HWBKPT 4
#define TRAP_UNK 5
#define SEEK_DATA 3
#define SEEK_HOLE 4
#define L_SET 0
#define L_INCR 1
#define L_XTND 2
#define CLOSE_RANGE_UNSHARE 2U
#define CLOSE_RANGE_CLOEXEC 4U
#endif
int sigqueue(pid_t pid, int number, const union sigval value);
int sigwaitinfo(const sigset_t *set, siginfo_t *out);
struct timespec;
int sigtimedwait(const sigset_t *set, siginfo_t *out, const struct timespec *wait);
typedef struct { void *ss_sp; int ss_flags; size_t ss_size; } stack_t;
#define SS_ONSTACK 1
#define SS_DISABLE 2
#define MINSIGSTKSZ 2048
#define SIGSTKSZ 8192
int sigaltstack(const stack_t *next, stack_t *last);
void psiginfo(const siginfo_t *info, const char *text);
#endif
