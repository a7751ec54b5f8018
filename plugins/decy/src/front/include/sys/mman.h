#ifndef BATUTA_SYS_MMAN_H
#define BATUTA_SYS_MMAN_H
#include <sys/types.h>
#define PROT_NONE 0
#define PROT_READ 1
#define PROT_WRITE 2
#define PROT_EXEC 4
#define MAP_SHARED 1
#define MAP_PRIVATE 2
#define MAP_FIXED 16
#define MAP_ANONYMOUS 32
#define MAP_ANON 32
#define MAP_FAILED ((void *)-1)
void *mmap(void *address, size_t length, int protection, int flags, int fd, off_t offset);
int munmap(void *address, size_t length);
int mprotect(void *address, size_t length, int protection);
int msync(void *address, size_t length, int flags);
#define MS_ASYNC 1
#define MS_INVALIDATE 2
#define MS_SYNC 4
#define MADV_NORMAL 0
#define MADV_RANDOM 1
#define MADV_SEQUENTIAL 2
#define MADV_WILLNEED 3
#define MADV_DONTNEED 4
#define MAP_NORESERVE 0x4000
#define MAP_POPULATE 0x8000
int mlock(const void *address, size_t size);
int munlock(const void *address, size_t size);
int madvise(void *address, size_t size, int advice);
int shm_open(const char *name, int flags, unsigned int mode);
int shm_unlink(const char *name);
#ifdef _GNU_SOURCE
void *mremap(void *address, size_t old, size_t size, int flags, ...);
#endif
#endif
