#ifndef BATUTA_ARPA_INET_H
#define BATUTA_ARPA_INET_H
#include <netinet/in.h>
in_addr_t inet_addr(const char *text);
int inet_aton(const char *text, struct in_addr *out);
char *inet_ntoa(struct in_addr in);
const char *inet_ntop(int family, const void *in, char *buffer, socklen_t size);
int inet_pton(int family, const char *text, void *out);
#endif
