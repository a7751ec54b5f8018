#ifndef BATUTA_SYS_POLL_H
#define BATUTA_SYS_POLL_H
#include <poll.h>
#endif
