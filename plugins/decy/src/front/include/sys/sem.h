#ifndef BATUTA_SYS_SEM_H
#define BATUTA_SYS_SEM_H
#include <sys/ipc.h>
#include <sys/types.h>
#define SEM_UNDO 0x1000
#define GETPID 11
#define GETVAL 12
#define GETALL 13
#define GETNCNT 14
#define GETZCNT 15
#define SETVAL 16
#define SETALL 17
struct sembuf { unsigned short sem_num; short sem_op; short sem_flg; };
int semget(key_t key, int count, int flags);
int semctl(int id, int number, int command, ...);
int semop(int id, struct sembuf *operations, size_t count);
#endif
