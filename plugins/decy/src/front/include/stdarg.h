#ifndef BATUTA_STDARG_H
#define BATUTA_STDARG_H
typedef __batuta_va_list va_list;
typedef __batuta_va_list __gnuc_va_list;
#define va_start(ap, ...) __builtin_va_start(ap, 0)
#define va_arg(ap, type) __builtin_va_arg(ap, type)
#define va_end(ap) __builtin_va_end(ap)
#define va_copy(to, from) __builtin_va_copy(to, from)
#define __va_copy(to, from) __builtin_va_copy(to, from)
#endif
