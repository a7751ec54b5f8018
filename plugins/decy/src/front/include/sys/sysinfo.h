#ifndef BATUTA_SYS_SYSINFO_H
#define BATUTA_SYS_SYSINFO_H
int get_nprocs(void);
int get_nprocs_conf(void);
#define SI_LOAD_SHIFT 16
#endif
