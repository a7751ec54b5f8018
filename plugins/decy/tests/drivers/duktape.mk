CC = gcc
CFLAGS = -O2 -I.
LDLIBS = -lm
SRCS = main.c \
       duktape.c
OBJS = $(SRCS:.c=.o)

app: $(OBJS)
	$(CC) $(CFLAGS) -o $@ $(OBJS) $(LDLIBS)

%.o: %.c
	$(CC) $(CFLAGS) -c -o $@ $<

clean:
	rm -f app $(OBJS)

.PHONY: clean
