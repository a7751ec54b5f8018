CC = gcc
CFLAGS = -O2 -D_GNU_SOURCE -DCONFIG_BIGNUM -DCONFIG_VERSION='"2021-03-27"' -I.
LDLIBS = -lm -lpthread
SRCS = main.c \
       cutils.c \
       libbf.c \
       libregexp.c \
       libunicode.c \
       quickjs.c
OBJS = $(SRCS:.c=.o)

app: $(OBJS)
	$(CC) $(CFLAGS) -o $@ $(OBJS) $(LDLIBS)

%.o: %.c
	$(CC) $(CFLAGS) -c -o $@ $<

clean:
	rm -f app $(OBJS)

.PHONY: clean
