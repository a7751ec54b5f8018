#ifndef BATUTA_LIBGEN_H
#define BATUTA_LIBGEN_H
char *dirname(char *path);
char *basename(char *path);
#endif
