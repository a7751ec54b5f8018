#ifndef BATUTA_SETJMP_H
#define BATUTA_SETJMP_H
typedef struct { long __state[25]; } jmp_buf[1];
typedef jmp_buf sigjmp_buf;
int setjmp(jmp_buf place);
int _setjmp(jmp_buf place);
int sigsetjmp(sigjmp_buf place, int save);
void longjmp(jmp_buf place, int value) __attribute__((noreturn));
void siglongjmp(sigjmp_buf place, int value) __attribute__((noreturn));
#endif
