#ifndef BATUTA_SCHED_H
#define BATUTA_SCHED_H
#include <sys/types.h>
int sched_yield(void);
#ifdef _GNU_SOURCE
int sched_getcpu(void);
#endif
#define SCHED_OTHER 0
#define SCHED_FIFO 1
#define SCHED_RR 2
#ifdef _GNU_SOURCE
#define SCHED_BATCH 3
#define SCHED_ISO 4
#define SCHED_IDLE 5
#define SCHED_DEADLINE 6
#define SCHED_RESET_ON_FORK 1073741824
#define CSIGNAL 255
#define CLONE_VM 256
#define CLONE_FS 512
#define CLONE_FILES 1024
#define CLONE_SIGHAND 2048
#define CLONE_PIDFD 4096
#define CLONE_PTRACE 8192
#define CLONE_VFORK 16384
#define CLONE_PARENT 32768
#define CLONE_THREAD 65536
#define CLONE_NEWNS 131072
#define CLONE_SYSVSEM 262144
#define CLONE_SETTLS 524288
#define CLONE_PARENT_SETTID 1048576
#define CLONE_CHILD_CLEARTID 2097152
#define CLONE_DETACHED 4194304
#define CLONE_UNTRACED 8388608
#define CLONE_CHILD_SETTID 16777216
#define CLONE_NEWCGROUP 33554432
#define CLONE_NEWUTS 67108864
#define CLONE_NEWIPC 134217728
#define CLONE_NEWUSER 268435456
#define CLONE_NEWPID 536870912
#define CLONE_NEWNET 1073741824
#define CLONE_IO 2147483648U
#define CLONE_NEWTIME 128
#define CPU_SETSIZE 1024
#endif
struct sched_param { int sched_priority; };
int sched_get_priority_max(int policy);
int sched_get_priority_min(int policy);
int sched_getparam(int pid, struct sched_param *out);
int sched_setparam(int pid, const struct sched_param *in);
int sched_getscheduler(int pid);
int sched_setscheduler(int pid, int policy, const struct sched_param *in);
#ifdef _GNU_SOURCE
typedef struct { unsigned long __bits[16]; } cpu_set_t;
#define CPU_ZERO(set) do { for (int __at = 0; __at < 16; __at++) (set)->__bits[__at] = 0; } while (0)
#define CPU_SET(cpu, set) ((set)->__bits[(cpu) / 64] |= 1ul << (cpu) % 64)
#define CPU_CLR(cpu, set) ((set)->__bits[(cpu) / 64] &= ~(1ul << (cpu) % 64))
#define CPU_ISSET(cpu, set) ((int)((set)->__bits[(cpu) / 64] >> (cpu) % 64 & 1))
#define CPU_COUNT(set) ({ int __count = 0; for (int __at = 0; __at < 16; __at++) __count += __builtin_popcountl((set)->__bits[__at]); __count; })
int sched_getaffinity(int pid, unsigned long size, cpu_set_t *set);
int sched_setaffinity(int pid, unsigned long size, const cpu_set_t *set);
int sched_getcpu(void);
#endif
#endif
