#ifndef BATUTA_COMPLEX_OPS_H
#define BATUTA_COMPLEX_OPS_H
double _Complex __muldc3(double a, double b, double c, double d);
double _Complex __divdc3(double a, double b, double c, double d);
float _Complex __mulsc3(float a, float b, float c, float d);
float _Complex __divsc3(float a, float b, float c, float d);
static double _Complex __batuta_complex_neg(double _Complex a) { return __builtin_complex(-__real__ a, -__imag__ a); }
static double _Complex __batuta_complex_conj(double _Complex a) { return __builtin_complex(__real__ a, -__imag__ a); }
static double _Complex __batuta_complex_add(double _Complex a, double _Complex b) { return __builtin_complex(__real__ a + __real__ b, __imag__ a + __imag__ b); }
static double _Complex __batuta_complex_sub(double _Complex a, double _Complex b) { return __builtin_complex(__real__ a - __real__ b, __imag__ a - __imag__ b); }
static double _Complex __batuta_complex_real_add(double a, double _Complex b) { return __builtin_complex(a + __real__ b, __imag__ b); }
static double _Complex __batuta_complex_add_real(double _Complex a, double b) { return __builtin_complex(__real__ a + b, __imag__ a); }
static double _Complex __batuta_complex_real_sub(double a, double _Complex b) { return __builtin_complex(a - __real__ b, -__imag__ b); }
static double _Complex __batuta_complex_sub_real(double _Complex a, double b) { return __builtin_complex(__real__ a - b, __imag__ a); }
static double _Complex __batuta_complex_real_mul(double a, double _Complex b) { return __builtin_complex(a * __real__ b, a * __imag__ b); }
static double _Complex __batuta_complex_mul_real(double _Complex a, double b) { return __builtin_complex(__real__ a * b, __imag__ a * b); }
static double _Complex __batuta_complex_div_real(double _Complex a, double b) { return __builtin_complex(__real__ a / b, __imag__ a / b); }
static double _Complex __batuta_complex_mul(double _Complex a, double _Complex b) { return __muldc3(__real__ a, __imag__ a, __real__ b, __imag__ b); }
static double _Complex __batuta_complex_div(double _Complex a, double _Complex b) { return __divdc3(__real__ a, __imag__ a, __real__ b, __imag__ b); }
static double _Complex __batuta_complex_real_div(double a, double _Complex b) { return __divdc3(a, 0, __real__ b, __imag__ b); }
static int __batuta_complex_eq(double _Complex a, double _Complex b) { return __real__ a == __real__ b && __imag__ a == __imag__ b; }
static int __batuta_complex_truth(double _Complex a) { return __real__ a != 0 || __imag__ a != 0; }
static float _Complex __batuta_complexf_neg(float _Complex a) { return __builtin_complex(-__real__ a, -__imag__ a); }
static float _Complex __batuta_complexf_conj(float _Complex a) { return __builtin_complex(__real__ a, -__imag__ a); }
static float _Complex __batuta_complexf_add(float _Complex a, float _Complex b) { return __builtin_complex(__real__ a + __real__ b, __imag__ a + __imag__ b); }
static float _Complex __batuta_complexf_sub(float _Complex a, float _Complex b) { return __builtin_complex(__real__ a - __real__ b, __imag__ a - __imag__ b); }
static float _Complex __batuta_complexf_real_add(float a, float _Complex b) { return __builtin_complex(a + __real__ b, __imag__ b); }
static float _Complex __batuta_complexf_add_real(float _Complex a, float b) { return __builtin_complex(__real__ a + b, __imag__ a); }
static float _Complex __batuta_complexf_real_sub(float a, float _Complex b) { return __builtin_complex(a - __real__ b, -__imag__ b); }
static float _Complex __batuta_complexf_sub_real(float _Complex a, float b) { return __builtin_complex(__real__ a - b, __imag__ a); }
static float _Complex __batuta_complexf_real_mul(float a, float _Complex b) { return __builtin_complex(a * __real__ b, a * __imag__ b); }
static float _Complex __batuta_complexf_mul_real(float _Complex a, float b) { return __builtin_complex(__real__ a * b, __imag__ a * b); }
static float _Complex __batuta_complexf_div_real(float _Complex a, float b) { return __builtin_complex(__real__ a / b, __imag__ a / b); }
static float _Complex __batuta_complexf_mul(float _Complex a, float _Complex b) { return __mulsc3(__real__ a, __imag__ a, __real__ b, __imag__ b); }
static float _Complex __batuta_complexf_div(float _Complex a, float _Complex b) { return __divsc3(__real__ a, __imag__ a, __real__ b, __imag__ b); }
static float _Complex __batuta_complexf_real_div(float a, float _Complex b) { return __divsc3(a, 0, __real__ b, __imag__ b); }
static int __batuta_complexf_eq(float _Complex a, float _Complex b) { return __real__ a == __real__ b && __imag__ a == __imag__ b; }
static int __batuta_complexf_truth(float _Complex a) { return __real__ a != 0 || __imag__ a != 0; }
static double _Complex __batuta_complex_widen(float _Complex a) { return __builtin_complex((double)__real__ a, (double)__imag__ a); }
static float _Complex __batuta_complex_narrow(double _Complex a) { return __builtin_complex((float)__real__ a, (float)__imag__ a); }
#endif
