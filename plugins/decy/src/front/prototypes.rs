//! Declarations that gcc has built in: a call without a declaration uses them.

/// Everything that gcc knows without a header, as C.
const BUILT_IN: &str = "\
void abort(void); void exit(int); void _exit(int); int abs(int); long labs(long); long long llabs(long long);
void *malloc(unsigned long); void *calloc(unsigned long, unsigned long); void *realloc(void *, unsigned long); void free(void *);
void *alloca(unsigned long); void *memcpy(void *, const void *, unsigned long); void *memmove(void *, const void *, unsigned long);
void *memset(void *, int, unsigned long); int memcmp(const void *, const void *, unsigned long);
void *memchr(const void *, int, unsigned long); void *mempcpy(void *, const void *, unsigned long);
char *strcpy(char *, const char *); char *strncpy(char *, const char *, unsigned long); char *strcat(char *, const char *);
char *strncat(char *, const char *, unsigned long); int strcmp(const char *, const char *);
int strncmp(const char *, const char *, unsigned long); int strcasecmp(const char *, const char *);
int strncasecmp(const char *, const char *, unsigned long); unsigned long strlen(const char *);
unsigned long strnlen(const char *, unsigned long); char *strchr(const char *, int); char *strrchr(const char *, int);
char *strstr(const char *, const char *); char *strpbrk(const char *, const char *); char *strdup(const char *);
char *strndup(const char *, unsigned long); unsigned long strspn(const char *, const char *);
unsigned long strcspn(const char *, const char *); char *stpcpy(char *, const char *);
char *stpncpy(char *, const char *, unsigned long); char *index(const char *, int); char *rindex(const char *, int);
void bzero(void *, unsigned long); void bcopy(const void *, void *, unsigned long);
int bcmp(const void *, const void *, unsigned long); int printf(const char *, ...); int sprintf(char *, const char *, ...);
int snprintf(char *, unsigned long, const char *, ...); int scanf(const char *, ...);
int sscanf(const char *, const char *, ...); int puts(const char *); int putchar(int);
int printf_unlocked(const char *, ...); int puts_unlocked(const char *); int putchar_unlocked(int);
int isalnum(int); int isalpha(int); int isblank(int); int iscntrl(int); int isdigit(int); int isgraph(int);
int islower(int); int isprint(int); int ispunct(int); int isspace(int); int isupper(int); int isxdigit(int);
int tolower(int); int toupper(int); int isascii(int); int toascii(int); int ffs(int); int ffsl(long); int ffsll(long long);
double acos(double); double asin(double); double atan(double); double atan2(double, double); double ceil(double);
double cos(double); double cosh(double); double exp(double); double fabs(double); double floor(double);
double fmod(double, double); double frexp(double, int *); double ldexp(double, int); double log(double);
double log10(double); double modf(double, double *); double pow(double, double); double sin(double);
double sinh(double); double sqrt(double); double tan(double); double tanh(double); double cbrt(double);
double copysign(double, double); double exp2(double); double expm1(double); double fdim(double, double);
double fma(double, double, double); double fmax(double, double); double fmin(double, double); double hypot(double, double);
double log1p(double); double log2(double); double logb(double); double nearbyint(double); double rint(double);
double round(double); double trunc(double); double acosh(double); double asinh(double); double atanh(double);
double erf(double); double erfc(double); double tgamma(double); double lgamma(double); double remainder(double, double);
double nextafter(double, double); double scalbn(double, int); double scalbln(double, long); int ilogb(double);
long lrint(double); long lround(double); long long llrint(double); long long llround(double);
float acosf(float); float asinf(float); float atanf(float); float atan2f(float, float); float ceilf(float);
float cosf(float); float coshf(float); float expf(float); float fabsf(float); float floorf(float);
float fmodf(float, float); float frexpf(float, int *); float ldexpf(float, int); float logf(float); float log10f(float);
float modff(float, float *); float powf(float, float); float sinf(float); float sinhf(float); float sqrtf(float);
float tanf(float); float tanhf(float); float copysignf(float, float); float fmaxf(float, float); float fminf(float, float);
float roundf(float); float truncf(float); float rintf(float); float nearbyintf(float); float hypotf(float, float);
";

/// The declaration of a function that is used without one, and whether it is one of the C library.
pub(super) fn declaration(name: &str) -> (String, bool) {
    if super::long_double::COMPARISONS.iter().any(|(known, _)| *known == name) {
        return (format!("int {name}(double _Complex, double _Complex);\n"), true);
    }
    let known = BUILT_IN.split(';').map(str::trim).find(|text| declares(text, name));
    match known {
        Some(text) => (format!("{text};\n"), true),
        None => (format!("int {name}();\n"), is_library(name)),
    }
}

fn declares(text: &str, name: &str) -> bool {
    text.split('(').next().is_some_and(|head| head.rsplit([' ', '*']).next() == Some(name))
}

/// Functions of the C library that give an `int`, so that a call without a declaration is right by chance.
const OTHERS: &[&str] = &[
    "fprintf", "fflush", "fclose", "rand", "srand", "system", "remove", "rename", "getchar", "fputs", "fputc", "putc",
    "getc", "fgetc", "sleep", "close", "write", "read", "unlink", "atoi", "qsort", "fscanf", "raise", "getpid",
    "perror", "ungetc", "strcoll", "fseek", "feof", "ferror", "atexit", "setenv", "isatty", "usleep", "kill", "fork",
    "chdir", "access", "open", "lseek", "fchmod", "fchown",
];

fn is_library(name: &str) -> bool {
    OTHERS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_is_found_by_its_name() {
        assert_eq!(declaration("strchr"), ("char *strchr(const char *, int);\n".into(), true));
        assert_eq!(declaration("exit").0, "void exit(int);\n");
        assert_eq!(declaration("mine"), ("int mine();\n".into(), false));
    }
}
