#ifndef BATUTA_PWD_H
#define BATUTA_PWD_H
#include <sys/types.h>
#include <stddef.h>
struct passwd { char *pw_name, *pw_passwd; uid_t pw_uid; gid_t pw_gid; char *pw_gecos, *pw_dir, *pw_shell; };
struct passwd *getpwnam(const char *name);
struct passwd *getpwuid(uid_t id);
struct passwd *getpwent(void);
void setpwent(void);
void endpwent(void);
int getpwnam_r(const char *name, struct passwd *out, char *buffer, size_t size, struct passwd **result);
int getpwuid_r(uid_t id, struct passwd *out, char *buffer, size_t size, struct passwd **result);
#endif
