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
int asprintf(char **out, const char *format, ...);
int vasprintf(char **out, const char *format, va_list arg);
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
#endif
