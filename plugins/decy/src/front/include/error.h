#ifndef BATUTA_ERROR_H
#define BATUTA_ERROR_H
void error(int status, int number, const char *format, ...);
#endif
