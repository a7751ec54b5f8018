#ifndef BATUTA_DIRENT_H
#define BATUTA_DIRENT_H
#include <sys/types.h>
typedef struct __dirstream DIR;
struct dirent { ino_t d_ino; off_t d_off; unsigned short d_reclen; unsigned char d_type; char d_name[256]; };
#define DT_UNKNOWN 0
#define DT_FIFO 1
#define DT_CHR 2
#define DT_DIR 4
#define DT_BLK 6
#define DT_REG 8
#define DT_LNK 10
#define DT_SOCK 12
DIR *opendir(const char *path);
struct dirent *readdir(DIR *dir);
int closedir(DIR *dir);
void rewinddir(DIR *dir);
DIR *fdopendir(int fd);
long telldir(DIR *folder);
void seekdir(DIR *folder, long at);
int dirfd(DIR *folder);
int scandir(const char *path, struct dirent ***out, int (*wanted)(const struct dirent *), int (*compare)(const struct dirent **, const struct dirent **));
int alphasort(const struct dirent **a, const struct dirent **b);
#ifdef _GNU_SOURCE
int versionsort(const struct dirent **a, const struct dirent **b);
#endif
#define DT_WHT 14
#define MAXNAMLEN 255
#endif
