#ifndef BATUTA_FENV_H
#define BATUTA_FENV_H
typedef unsigned short fexcept_t;
#define FE_INVALID 1
#define FE_DIVBYZERO 4
#define FE_OVERFLOW 8
#define FE_UNDERFLOW 16
#define FE_INEXACT 32
#define FE_ALL_EXCEPT 61
#define FE_TONEAREST 0
int feclearexcept(int which);
int feraiseexcept(int which);
int fetestexcept(int which);
int fegetround(void);
#define FE_DOWNWARD 0x400
#define FE_UPWARD 0x800
#define FE_TOWARDZERO 0xc00
typedef struct {
    unsigned short __control_word, __pad1, __status_word, __pad2, __tags, __pad3;
    unsigned int __eip;
    unsigned short __cs_selector;
    unsigned int __opcode : 11, __pad4 : 5;
    unsigned int __data_offset;
    unsigned short __data_selector, __pad5;
    unsigned int __mxcsr;
} fenv_t;
#define FE_DFL_ENV ((const fenv_t *)-1)
int fesetround(int direction);
int fegetenv(fenv_t *out);
int fesetenv(const fenv_t *in);
int feholdexcept(fenv_t *out);
int feupdateenv(const fenv_t *in);
int fegetexceptflag(fexcept_t *out, int which);
int fesetexceptflag(const fexcept_t *in, int which);
#endif
