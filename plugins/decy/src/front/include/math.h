#ifndef BATUTA_MATH_H
#define BATUTA_MATH_H
#include <cinrs:math.h>
#undef HUGE_VAL
#undef HUGE_VALF
#undef INFINITY
#undef NAN
#define HUGE_VAL (__builtin_huge_val())
#define HUGE_VALF (__builtin_huge_valf())
#define INFINITY (__builtin_inff())
#define NAN (__builtin_nanf(""))
typedef double double_t;
typedef float float_t;
#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4
#define fpclassify(x) __builtin_fpclassify(FP_NAN, FP_INFINITE, FP_NORMAL, FP_SUBNORMAL, FP_ZERO, x)
#define isnan(x) __builtin_isnan(x)
#define isinf(x) __builtin_isinf_sign(x)
#define isfinite(x) __builtin_isfinite(x)
#define isnormal(x) __builtin_isnormal(x)
#define signbit(x) __builtin_signbit(x)
#define isgreater(x, y) __builtin_isgreater(x, y)
#define isgreaterequal(x, y) __builtin_isgreaterequal(x, y)
#define isless(x, y) __builtin_isless(x, y)
#define islessequal(x, y) __builtin_islessequal(x, y)
#define islessgreater(x, y) __builtin_islessgreater(x, y)
#define isunordered(x, y) __builtin_isunordered(x, y)
double acosh(double x);
double asinh(double x);
double atanh(double x);
double expm1(double x);
double log1p(double x);
double logb(double x);
int ilogb(double x);
double scalbn(double x, int n);
double scalbln(double x, long n);
double erf(double x);
double erfc(double x);
double lgamma(double x);
double tgamma(double x);
double nearbyint(double x);
double rint(double x);
long lrint(double x);
long long llrint(double x);
long lround(double x);
long long llround(double x);
double remainder(double x, double y);
double remquo(double x, double y, int *quotient);
double nextafter(double x, double y);
double fdim(double x, double y);
double fma(double x, double y, double z);
double nan(const char *tag);
double exp10(double x);
double j0(double x);
double j1(double x);
double y0(double x);
double y1(double x);
void sincos(double x, double *sine, double *cosine);
float acoshf(float x);
float asinhf(float x);
float atanhf(float x);
float expm1f(float x);
float log1pf(float x);
float logbf(float x);
float scalbnf(float x, int n);
float erff(float x);
float erfcf(float x);
float lgammaf(float x);
float tgammaf(float x);
float nearbyintf(float x);
float rintf(float x);
long lrintf(float x);
long lroundf(float x);
float remainderf(float x, float y);
float nextafterf(float x, float y);
float fdimf(float x, float y);
float fmaf(float x, float y, float z);
long double acosl(long double x);
long double asinl(long double x);
long double atanl(long double x);
long double cbrtl(long double x);
long double ceill(long double x);
long double coshl(long double x);
long double cosl(long double x);
long double erfl(long double x);
long double exp2l(long double x);
long double expl(long double x);
long double expm1l(long double x);
long double fabsl(long double x);
long double floorl(long double x);
long double log10l(long double x);
long double log1pl(long double x);
long double log2l(long double x);
long double logl(long double x);
long double nearbyintl(long double x);
long double rintl(long double x);
long double roundl(long double x);
long double sinhl(long double x);
long double sinl(long double x);
long double sqrtl(long double x);
long double tanhl(long double x);
long double tanl(long double x);
long double tgammal(long double x);
long double truncl(long double x);
long double atan2l(long double x, long double y);
long double copysignl(long double x, long double y);
long double fdiml(long double x, long double y);
long double fmaxl(long double x, long double y);
long double fminl(long double x, long double y);
long double fmodl(long double x, long double y);
long double hypotl(long double x, long double y);
long double nextafterl(long double x, long double y);
long double powl(long double x, long double y);
long double remainderl(long double x, long double y);
long double frexpl(long double x, int *exponent);
long double ldexpl(long double x, int exponent);
long double modfl(long double x, long double *whole);
#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#define math_errhandling 3
double jn(int order, double x);
double yn(int order, double x);
double gamma(double x);
double lgamma_r(double x, int *sign);
double drem(double x, double y);
double significand(double x);
int finite(double x);
extern int signgam;
#endif
