#ifndef BATUTA_COMPLEX_OPS_H
#define BATUTA_COMPLEX_OPS_H
double _Complex __muldc3(double a, double b, double c, double d);
float _Complex __mulsc3(float a, float b, float c, float d);
/* Quotients as gcc's library gives them, which the library that rustc links does not: Smith's method with the scaling of Baudin and Smith
   ("A Robust Complex Division in Scilab", 2012) for doubles, the plain formula in doubles for floats; then Annex G of C. */
static double _Complex __batuta_recover(double x, double y, double a, double b, double c, double d) {
    double endless = __builtin_inf();
    if (x == x || y == y) return __builtin_complex(x, y);
    int open = __builtin_fabs(a) == endless || __builtin_fabs(b) == endless;
    int far = __builtin_fabs(c) == endless || __builtin_fabs(d) == endless;
    if (c == 0 && d == 0 && (a == a || b == b)) {
        double sign = __builtin_copysign(endless, c);
        return __builtin_complex(sign * a, sign * b);
    }
    if (open && !far && c == c && d == d) {
        a = __builtin_copysign(__builtin_fabs(a) == endless ? 1.0 : 0.0, a);
        b = __builtin_copysign(__builtin_fabs(b) == endless ? 1.0 : 0.0, b);
        return __builtin_complex(endless * (a * c + b * d), endless * (b * c - a * d));
    }
    if (far && !open && a == a && b == b) {
        c = __builtin_copysign(__builtin_fabs(c) == endless ? 1.0 : 0.0, c);
        d = __builtin_copysign(__builtin_fabs(d) == endless ? 1.0 : 0.0, d);
        return __builtin_complex(0.0 * (a * c + b * d), 0.0 * (b * c - a * d));
    }
    return __builtin_complex(x, y);
}
static double _Complex __batuta_quotient(double a, double b, double c, double d) {
    double least = 0x1p-1022, small = 0x1p-52, great = 0x1.fffffffffffffp+1022, wide = 0x1.fffffffffffffp+970;
    int turned = __builtin_fabs(c) < __builtin_fabs(d);
    double main = __builtin_fabs(turned ? d : c), scale = 1;
    double p = __builtin_fabs(a), q = __builtin_fabs(b);
    if (main >= great) scale = 0.5;
    if (main * scale < small || ((p * scale < least && q * scale < wide || q * scale < least && p * scale < wide) && main * scale < wide)) scale = scale * 0x1p52;
    a *= scale; b *= scale; c *= scale; d *= scale;
    double x, y;
    if (turned) {
        double ratio = c / d, denominator = c * ratio + d;
        int whole = __builtin_fabs(ratio) > least;
        x = ((whole ? a * ratio : c * (a / d)) + b) / denominator;
        y = ((whole ? b * ratio : c * (b / d)) - a) / denominator;
    } else {
        double ratio = d / c, denominator = d * ratio + c;
        int whole = __builtin_fabs(ratio) > least;
        x = ((whole ? b * ratio : d * (b / c)) + a) / denominator;
        y = (b - (whole ? a * ratio : d * (a / c))) / denominator;
    }
    return __batuta_recover(x, y, a, b, c, d);
}
static float _Complex __batuta_quotientf(float a, float b, float c, float d) {
    double e = a, f = b, g = c, h = d, denominator = g * g + h * h;
    float x = (float)((e * g + f * h) / denominator), y = (float)((f * g - e * h) / denominator);
    double _Complex z = __batuta_recover(x, y, e, f, g, h);
    return __builtin_complex((float)__real__ z, (float)__imag__ z);
}
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
static double _Complex __batuta_complex_div(double _Complex a, double _Complex b) { return __batuta_quotient(__real__ a, __imag__ a, __real__ b, __imag__ b); }
static double _Complex __batuta_complex_real_div(double a, double _Complex b) { return __batuta_quotient(a, 0, __real__ b, __imag__ b); }
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
static float _Complex __batuta_complexf_div(float _Complex a, float _Complex b) { return __batuta_quotientf(__real__ a, __imag__ a, __real__ b, __imag__ b); }
static float _Complex __batuta_complexf_real_div(float a, float _Complex b) { return __batuta_quotientf(a, 0, __real__ b, __imag__ b); }
static int __batuta_complexf_eq(float _Complex a, float _Complex b) { return __real__ a == __real__ b && __imag__ a == __imag__ b; }
static int __batuta_complexf_truth(float _Complex a) { return __real__ a != 0 || __imag__ a != 0; }
static double _Complex __batuta_complex_widen(float _Complex a) { return __builtin_complex((double)__real__ a, (double)__imag__ a); }
static float _Complex __batuta_complex_narrow(double _Complex a) { return __builtin_complex((float)__real__ a, (float)__imag__ a); }
#endif
