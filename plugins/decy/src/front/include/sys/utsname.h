#ifndef BATUTA_SYS_UTSNAME_H
#define BATUTA_SYS_UTSNAME_H
struct utsname { char sysname[65], nodename[65], release[65], version[65], machine[65], __domainname[65]; };
int uname(struct utsname *out);
#define SYS_NMLN 65
#endif
