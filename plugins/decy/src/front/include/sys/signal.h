#ifndef BATUTA_SYS_SIGNAL_H
#define BATUTA_SYS_SIGNAL_H
#include <signal.h>
#endif
