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
#define FP_ILOGB0 (-2147483647 - 1)
#define FP_ILOGBNAN (-2147483647 - 1)
#ifdef _GNU_SOURCE
#define FP_LLOGB0 (-9223372036854775808L)
#define FP_LLOGBNAN (-9223372036854775808L)
#define FP_INT_UPWARD 0
#define FP_INT_DOWNWARD 1
#define FP_INT_TOWARDZERO 2
#define FP_INT_TONEARESTFROMZERO 3
#define FP_INT_TONEAREST 4
#define M_Ef 2.7182818284590452354f
#define M_LOG2Ef 1.4426950408889634074f
#define M_LOG10Ef 0.43429448190325182765f
#define M_LN2f 0.69314718055994530942f
#define M_LN10f 2.30258509299404568402f
#define M_PIf 3.14159265358979323846f
#define M_PI_2f 1.57079632679489661923f
#define M_PI_4f 0.78539816339744830962f
#define M_1_PIf 0.31830988618379067154f
#define M_2_PIf 0.63661977236758134308f
#define M_2_SQRTPIf 1.12837916709551257390f
#define M_SQRT2f 1.41421356237309504880f
#define M_SQRT1_2f 0.70710678118654752440f
#define M_El 2.718281828459045235360287471352662498L
#define M_LOG2El 1.442695040888963407359924681001892137L
#define M_LOG10El 0.434294481903251827651128918916605082L
#define M_LN2l 0.693147180559945309417232121458176568L
#define M_LN10l 2.302585092994045684017991454684364208L
#define M_PIl 3.141592653589793238462643383279502884L
#define M_PI_2l 1.570796326794896619231321691639751442L
#define M_PI_4l 0.785398163397448309615660845819875721L
#define M_1_PIl 0.318309886183790671537767526745028724L
#define M_2_PIl 0.636619772367581343075535053490057448L
#define M_2_SQRTPIl 1.128379167095512573896158903121545172L
#define M_SQRT2l 1.414213562373095048801688724209698079L
#define M_SQRT1_2l 0.707106781186547524400844362104849039L
#endif
#endif
