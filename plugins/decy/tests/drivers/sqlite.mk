CC = gcc
CFLAGS = -O2 -w -I.
LDLIBS = -lm -lpthread -ldl

app: main.o sqlite3.o
	$(CC) $(CFLAGS) -o $@ main.o sqlite3.o $(LDLIBS)

clean:
	rm -f app *.o
