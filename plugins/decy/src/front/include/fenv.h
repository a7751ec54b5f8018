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
#endif
