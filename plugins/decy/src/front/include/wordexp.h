#ifndef BATUTA_WORDEXP_H
#define BATUTA_WORDEXP_H
#include <stddef.h>
typedef struct { size_t we_wordc; char **we_wordv; size_t we_offs; } wordexp_t;
#define WRDE_DOOFFS 1
#define WRDE_APPEND 2
#define WRDE_NOCMD 4
#define WRDE_REUSE 8
#define WRDE_SHOWERR 16
#define WRDE_UNDEF 32
int wordexp(const char *text, wordexp_t *out, int flags);
void wordfree(wordexp_t *out);
#endif
