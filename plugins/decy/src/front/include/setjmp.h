#ifndef BATUTA_SETJMP_H
#define BATUTA_SETJMP_H
typedef struct { long __state[25]; } jmp_buf[1];
typedef jmp_buf sigjmp_buf;
int __batuta_setjmp(jmp_buf place);
void __batuta_longjmp(jmp_buf place, int value) __attribute__((noreturn));
#define setjmp(place) __batuta_setjmp(place)
#define _setjmp(place) __batuta_setjmp(place)
#define sigsetjmp(place, save) __batuta_setjmp(place)
#define longjmp(place, value) __batuta_longjmp(place, value)
#define siglongjmp(place, value) __batuta_longjmp(place, value)
#endif
