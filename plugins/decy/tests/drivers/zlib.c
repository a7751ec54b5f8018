/* Round trips through zlib at all levels, in one piece and in small ones. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "zlib.h"

static unsigned char input[1 << 20];

static void whole(int level, unsigned long size) {
    unsigned long made = compressBound(size), got = size;
    unsigned char *packed = malloc(made), *back = malloc(size + 1);
    int one = compress2(packed, &made, input, size, level);
    int two = uncompress(back, &got, packed, made);
    printf("level %d: %d %d, %lu -> %lu, %08lx, %s\n", level, one, two, size, made, crc32(0, packed, made),
           got == size && memcmp(back, input, size) == 0 ? "equal" : "different");
    free(packed);
    free(back);
}

static void stream(int strategy, int bits, unsigned long size) {
    z_stream s;
    unsigned char out[509], *packed = malloc(size + 1000), *back = malloc(size + 1000);
    unsigned long made = 0, got = 0;
    memset(&s, 0, sizeof s);
    int status = deflateInit2(&s, 6, Z_DEFLATED, bits, 8, strategy);
    s.next_in = input;
    s.avail_in = size;
    while (status == Z_OK) {
        s.next_out = out;
        s.avail_out = sizeof out;
        status = deflate(&s, Z_FINISH);
        memcpy(packed + made, out, sizeof out - s.avail_out);
        made += sizeof out - s.avail_out;
    }
    deflateEnd(&s);
    memset(&s, 0, sizeof s);
    inflateInit2(&s, bits);
    s.next_in = packed;
    s.avail_in = made;
    do {
        s.next_out = out;
        s.avail_out = sizeof out;
        status = inflate(&s, Z_NO_FLUSH);
        memcpy(back + got, out, sizeof out - s.avail_out);
        got += sizeof out - s.avail_out;
    } while (status == Z_OK);
    inflateEnd(&s);
    printf("strategy %d, bits %d: %d, %lu -> %lu, %08lx, %s\n", strategy, bits, status, size, made, adler32(1, packed, made),
           got == size && memcmp(back, input, size) == 0 ? "equal" : "different");
    free(packed);
    free(back);
}

int main(void) {
    unsigned long size = fread(input, 1, sizeof input, stdin);
    printf("%lu %08lx %08lx\n", size, crc32(0, input, size), adler32(1, input, size));
    for (int level = 0; level <= 9; level++)
        whole(level, size);
    for (int strategy = Z_DEFAULT_STRATEGY; strategy <= Z_FIXED; strategy++)
        stream(strategy, strategy % 2 ? 15 : -15, size);
    stream(Z_DEFAULT_STRATEGY, 31, size);
    return 0;
}
