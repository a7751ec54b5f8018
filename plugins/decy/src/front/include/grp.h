#ifndef BATUTA_GRP_H
#define BATUTA_GRP_H
#include <sys/types.h>
struct group { char *gr_name, *gr_passwd; gid_t gr_gid; char **gr_mem; };
struct group *getgrnam(const char *name);
struct group *getgrgid(gid_t id);
struct group *getgrent(void);
void setgrent(void);
void endgrent(void);
#endif
