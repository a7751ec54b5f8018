#ifndef BATUTA_VA_H
#define BATUTA_VA_H
typedef struct va_tag {
    unsigned int general;
    unsigned int floating;
    void *next;
    void *registers;
} __batuta_va_list[1];
void __batuta_va_start(struct va_tag *list);
void *__batuta_va_next(struct va_tag *list, unsigned long size, unsigned long align);
#define __builtin_va_list __batuta_va_list
#define __builtin_va_start(ap, ...) __batuta_va_start(ap)
#define __builtin_va_arg(ap, type) (*(type *)__batuta_va_next(ap, sizeof(type), _Alignof(type)))
#define __builtin_va_end(ap) ((void)(ap))
#define __builtin_va_copy(to, from) ((void)(*(to) = *(from)))
#endif
