/* Round trips through lz4's block, high-compression and frame formats. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "lz4.h"
#include "lz4frame.h"
#include "lz4hc.h"
#include "xxhash.h"

static char input[1 << 20];

static unsigned sum(const char *data, size_t size) { return XXH32(data, size, 7); }

static void block(const char *name, int level, int size) {
    int bound = LZ4_compressBound(size);
    char *packed = malloc(bound);
    char *back = malloc(size + 1);
    int made = level ? LZ4_compress_HC(input, packed, size, bound, level) : LZ4_compress_default(input, packed, size, bound);
    int got = LZ4_decompress_safe(packed, back, made, size);
    printf("%s: %d -> %d, %08x, back %d %s\n", name, size, made, sum(packed, made), got,
           got == size && memcmp(back, input, size) == 0 ? "equal" : "different");
    free(packed);
    free(back);
}

static void frame(int size) {
    size_t bound = LZ4F_compressFrameBound(size, NULL);
    char *packed = malloc(bound);
    char *back = malloc(size + 1);
    size_t made = LZ4F_compressFrame(packed, bound, input, size, NULL);
    LZ4F_dctx *context;
    LZ4F_createDecompressionContext(&context, LZ4F_VERSION);
    size_t to = size, from = made;
    size_t left = LZ4F_decompress(context, back, &to, packed, &from, NULL);
    printf("frame: %d -> %zu, %08x, left %zu, %s\n", size, made, sum(packed, made), left,
           to == (size_t)size && memcmp(back, input, size) == 0 ? "equal" : "different");
    LZ4F_freeDecompressionContext(context);
    free(packed);
    free(back);
}

int main(void) {
    int size = (int)fread(input, 1, sizeof input, stdin);
    printf("%s %d %016llx\n", LZ4_versionString(), size, (unsigned long long)XXH64(input, size, 1));
    block("fast", 0, size);
    block("hc 4", 4, size);
    block("hc 9", 9, size);
    block("hc 12", 12, size);
    frame(size);
    return 0;
}
