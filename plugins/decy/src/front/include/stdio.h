#ifndef BATUTA_STDIO_H
#define BATUTA_STDIO_H
#include <cinrs:stdio.h>
#include <sys/types.h>
#define P_tmpdir "/tmp"
typedef struct { long __pos; unsigned long __state; } fpos_t;
int fgetpos(FILE *stream, fpos_t *pos);
int fsetpos(FILE *stream, const fpos_t *pos);
int vscanf(const char *format, va_list arg);
int vfscanf(FILE *stream, const char *format, va_list arg);
int vsscanf(const char *s, const char *format, va_list arg);
int dprintf(int fd, const char *format, ...);
int vdprintf(int fd, const char *format, va_list arg);
ssize_t getline(char **line, size_t *n, FILE *stream);
ssize_t getdelim(char **line, size_t *n, int delimiter, FILE *stream);
int fileno(FILE *stream);
FILE *fdopen(int fd, const char *mode);
FILE *popen(const char *command, const char *mode);
int pclose(FILE *stream);
int fseeko(FILE *stream, off_t offset, int whence);
off_t ftello(FILE *stream);
void setlinebuf(FILE *stream);
int getc_unlocked(FILE *stream);
int getchar_unlocked(void);
int putc_unlocked(int c, FILE *stream);
int putchar_unlocked(int c);
void flockfile(FILE *stream);
void funlockfile(FILE *stream);
FILE *fmemopen(void *buffer, size_t size, const char *mode);
FILE *open_memstream(char **buffer, size_t *size);
#define P_tmpdir "/tmp"
char *tempnam(const char *folder, const char *prefix);
int getw(FILE *stream);
int putw(int word, FILE *stream);
size_t fread_unlocked(void *buffer, size_t size, size_t count, FILE *stream);
size_t fwrite_unlocked(const void *buffer, size_t size, size_t count, FILE *stream);
int renameat(int from_folder, const char *from, int to_folder, const char *to);
#ifdef _GNU_SOURCE
int asprintf(char **out, const char *format, ...);
int vasprintf(char **out, const char *format, va_list arg);
char *fgets_unlocked(char *buffer, int size, FILE *stream);
int fputs_unlocked(const char *s, FILE *stream);
#endif
#define L_ctermid 9
#ifdef _GNU_SOURCE
#define L_cuserid 9
#define RENAME_NOREPLACE 1
#define RENAME_EXCHANGE 2
#define RENAME_WHITEOUT 4
#endif
void setbuffer(FILE *stream, char *buffer, size_t size);
char *ctermid(char *buffer);
int feof_unlocked(FILE *stream);
int ferror_unlocked(FILE *stream);
void clearerr_unlocked(FILE *stream);
int fflush_unlocked(FILE *stream);
int fgetc_unlocked(FILE *stream);
int fputc_unlocked(int c, FILE *stream);
int fileno_unlocked(FILE *stream);
int ftrylockfile(FILE *stream);
#ifdef _GNU_SOURCE
int fcloseall(void);
int renameat2(int from, const char *old, int to, const char *path, unsigned int flags);
#endif
#endif
