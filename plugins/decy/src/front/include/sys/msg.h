#ifndef BATUTA_SYS_MSG_H
#define BATUTA_SYS_MSG_H
#include <sys/ipc.h>
#include <sys/types.h>
#define MSG_NOERROR 010000
#define MSG_EXCEPT 020000
int msgget(key_t key, int flags);
int msgsnd(int id, const void *message, size_t size, int flags);
ssize_t msgrcv(int id, void *message, size_t size, long kind, int flags);
#endif
