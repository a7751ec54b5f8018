#ifndef BATUTA_SYS_IOCTL_H
#define BATUTA_SYS_IOCTL_H
struct winsize { unsigned short ws_row, ws_col, ws_xpixel, ws_ypixel; };
#define TIOCGWINSZ 0x5413
#define TIOCSWINSZ 0x5414
#define FIONREAD 0x541B
#define FIONBIO 0x5421
int ioctl(int fd, unsigned long request, ...);
#define IOC_IN 1073741824U
#define IOC_OUT 2147483648U
#define IOC_INOUT 3221225472U
#define IOCSIZE_MASK 1073676288
#define IOCSIZE_SHIFT 16
#define TCGETS 21505
#define TCSETS 21506
#define TCSETSW 21507
#define TCSETSF 21508
#define TCGETA 21509
#define TCSETA 21510
#define TCSETAW 21511
#define TCSETAF 21512
#define TCSBRK 21513
#define TCXONC 21514
#define TCFLSH 21515
#define TCSBRKP 21541
#define TCGETX 21554
#define TCSETX 21555
#define TCSETXF 21556
#define TCSETXW 21557
#define SIOGIFINDEX 35123
#define NCC 8
#define N_TTY 0
#define N_SLIP 1
#define N_MOUSE 2
#define N_PPP 3
#define N_STRIP 4
#define N_AX25 5
#define N_X25 6
#define N_6PACK 7
#define N_MASC 8
#define N_R3964 9
#define N_PROFIBUS_FDL 10
#define N_IRDA 11
#define N_SMSBLOCK 12
#define N_HDLC 13
#define N_SYNC_PPP 14
#define N_HCI 15
#endif
