#ifndef BATUTA_NET_IF_H
#define BATUTA_NET_IF_H
#include <sys/types.h>
#include <sys/socket.h>
#define IF_NAMESIZE 16
#define IFNAMSIZ 16
#define IFF_UP 1
#define IFF_BROADCAST 2
#define IFF_LOOPBACK 8
#define IFF_POINTOPOINT 16
#define IFF_RUNNING 64
#define IFF_PROMISC 256
#define IFF_MULTICAST 4096
unsigned int if_nametoindex(const char *name);
char *if_indextoname(unsigned int index, char *name);
struct if_nameindex { unsigned int if_index; char *if_name; };
struct if_nameindex *if_nameindex(void);
void if_freenameindex(struct if_nameindex *all);
#endif
