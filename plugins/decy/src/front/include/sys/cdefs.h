#ifndef BATUTA_SYS_CDEFS_H
#define BATUTA_SYS_CDEFS_H
#define __BEGIN_DECLS
#define __END_DECLS
#define __THROW
#define __P(x) x
#define __CONCAT(x, y) x##y
#define __STRING(x) #x
#endif
