#ifndef BATUTA_CTYPE_H
#define BATUTA_CTYPE_H
#include <cinrs:ctype.h>
int isascii(int c);
int toascii(int c);
#define _tolower(c) ((int)tolower(c))
#define _toupper(c) ((int)toupper(c))
#endif
