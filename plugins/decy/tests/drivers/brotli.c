#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <brotli/encode.h>
#include <brotli/decode.h>

#define N 120000
static uint8_t src[N], cmp[N + 10000], out[N + 100];
static unsigned rng = 17;
static unsigned rnd(void) { rng = rng * 1664525u + 1013904223u; return rng >> 8; }

static unsigned long long fnv(const uint8_t *p, size_t n) {
    unsigned long long h = 1469598103934665603ULL;
    while (n--) h = (h ^ *p++) * 1099511628211ULL;
    return h;
}

static void gen(int kind) {
    static const char *w[] = {"The time of the ", "government ", "<div class=\"", "\">", "</div>\n", "information about ", "world", "-", "1999, ", "function(", ") { return ", "; }\n", "\xd0\xbf\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82 "};
    size_t i = 0;
    if (kind == 0) while (i < N) { const char *s = w[rnd() % 13]; while (*s && i < N) src[i++] = (uint8_t)*s++; }
    else if (kind == 1) for (; i < N; i++) src[i] = (uint8_t)rnd();
    else if (kind == 2) for (; i < N; i++) src[i] = (uint8_t)(i / 1000);
    else for (; i < N; i++) { unsigned v = (unsigned)(i / 4) * 7919u; src[i] = (uint8_t)(v >> (i % 4 * 8)); }
}

static const char *res(BrotliDecoderResult r) {
    return r == BROTLI_DECODER_RESULT_SUCCESS ? "success" : r == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT ? "needs input" : r == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT ? "needs output" : "error";
}

static void oneshot(int kind, int q, int lgwin, BrotliEncoderMode mode, size_t len) {
    size_t n = sizeof cmp, got = sizeof out;
    int ok = BrotliEncoderCompress(q, lgwin, mode, len, src, &n, cmp);
    memset(out, 0, sizeof out);
    BrotliDecoderResult r = BrotliDecoderDecompress(n, cmp, &got, out);
    printf("kind %d q %2d win %d mode %d len %zu: %d %6zu hash %016llx %s same %d\n", kind, q, lgwin, mode, len, ok, n, fnv(cmp, n), res(r), got == len && !memcmp(src, out, len));
}

static long live, calls;
static void *my_alloc(void *opaque, size_t n) { (void)opaque; live++; calls++; return malloc(n); }
static void my_free(void *opaque, void *p) { (void)opaque; if (p) live--; free(p); }

static void stream(int q, int lgwin, int lgblock, size_t in_step, size_t out_step, int flush_every) {
    BrotliEncoderState *e = BrotliEncoderCreateInstance(my_alloc, my_free, NULL);
    BrotliDecoderState *d = BrotliDecoderCreateInstance(my_alloc, my_free, NULL);
    BrotliEncoderSetParameter(e, BROTLI_PARAM_QUALITY, (uint32_t)q); BrotliEncoderSetParameter(e, BROTLI_PARAM_LGWIN, (uint32_t)lgwin);
    BrotliEncoderSetParameter(e, BROTLI_PARAM_LGBLOCK, (uint32_t)lgblock); BrotliEncoderSetParameter(e, BROTLI_PARAM_SIZE_HINT, N);
    BrotliEncoderSetParameter(e, BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING, q & 1);
    size_t pos = 0, used = 0, total = 0, got = 0;
    int step = 0;
    while (!BrotliEncoderIsFinished(e)) {
        size_t in = N - pos < in_step ? N - pos : in_step, left = in;
        const uint8_t *ni = src + pos;
        BrotliEncoderOperation op = pos + in == N ? BROTLI_OPERATION_FINISH : flush_every && step % flush_every == 0 ? BROTLI_OPERATION_FLUSH : BROTLI_OPERATION_PROCESS;
        do {
            size_t room = out_step;
            uint8_t *no = cmp + used;
            if (!BrotliEncoderCompressStream(e, op, &left, &ni, &room, &no, &total)) { printf("encoder failed\n"); return; }
            used = (size_t)(no - cmp);
        } while (left || BrotliEncoderHasMoreOutput(e));
        pos += in; step++;
    }
    const uint8_t *ni = cmp;
    size_t avail = 0, fed = 0, t = 0;
    BrotliDecoderResult r;
    memset(out, 0, sizeof out);
    do {
        size_t room = sizeof out - got < out_step ? sizeof out - got : out_step;
        uint8_t *no = out + got;
        if (!avail && fed < used) { avail = used - fed < 333 ? used - fed : 333; fed += avail; }
        r = BrotliDecoderDecompressStream(d, &avail, &ni, &room, &no, &t);
        got = (size_t)(no - out);
    } while (r == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT || (r == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT && fed < used));
    printf("stream q %d win %d block %d: %zu (total %zu) hash %016llx, %s %zu same %d finished %d used %d\n", q, lgwin, lgblock, used, total, fnv(cmp, used), res(r), got,
           got == N && !memcmp(src, out, N), BrotliDecoderIsFinished(d), BrotliDecoderIsUsed(d));
    BrotliEncoderDestroyInstance(e); BrotliDecoderDestroyInstance(d);
}

int main(void) {
    printf("encoder %x decoder %x bound %zu\n", BrotliEncoderVersion(), BrotliDecoderVersion(), BrotliEncoderMaxCompressedSize(N));
    for (int kind = 0; kind < 4; kind++) {
        gen(kind);
        for (int q = 0; q <= 11; q++) oneshot(kind, q, 22, BROTLI_MODE_GENERIC, q > 9 ? N / 5 : N);
    }
    gen(0);
    oneshot(0, 9, 10, BROTLI_MODE_TEXT, N); oneshot(0, 11, 16, BROTLI_MODE_TEXT, 30000); oneshot(0, 10, 24, BROTLI_MODE_FONT, 30000); oneshot(0, 5, 18, BROTLI_MODE_FONT, N);
    for (size_t n = 0; n <= 65; n += 13) oneshot(0, 11, 22, BROTLI_MODE_TEXT, n);
    stream(0, 18, 0, 10000, 500, 3); stream(1, 20, 0, 65536, 1000, 0); stream(4, 16, 16, 777, 200, 20); stream(6, 22, 17, 30000, 100000, 2); stream(9, 24, 0, 120000, 4096, 0); stream(10, 19, 0, 50000, 64, 0);
    printf("live %ld calls > 0 %d\n", live, calls > 0);

    size_t n = sizeof cmp, got;
    BrotliEncoderCompress(9, 22, BROTLI_MODE_GENERIC, N, src, &n, cmp);
    got = N - 1; printf("short room: %s\n", res(BrotliDecoderDecompress(n, cmp, &got, out)));
    got = N; printf("cut: %s\n", res(BrotliDecoderDecompress(n - 1, cmp, &got, out)));
    int counts[2] = {0, 0};
    for (int i = 0; i < 100; i++) {
        size_t at = rnd() % n;
        cmp[at] ^= 0x24; got = N;
        BrotliDecoderResult r = BrotliDecoderDecompress(n, cmp, &got, out);
        counts[r == BROTLI_DECODER_RESULT_SUCCESS && got == N && !memcmp(src, out, N)]++;
        cmp[at] ^= 0x24;
    }
    printf("changed bytes: noticed %d missed %d\n", counts[0], counts[1]);
    BrotliDecoderState *d = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    const uint8_t *ni = (const uint8_t *)"\x1b\x03\xff\xff\xff\xff\xff";
    size_t avail = 7, room = sizeof out;
    uint8_t *no = out;
    BrotliDecoderResult r = BrotliDecoderDecompressStream(d, &avail, &ni, &room, &no, NULL);
    printf("garbage: %s code %s\n", res(r), BrotliDecoderErrorString(BrotliDecoderGetErrorCode(d)));
    BrotliDecoderDestroyInstance(d);

    /* custom dictionary on both sides */
    BrotliEncoderState *e = BrotliEncoderCreateInstance(NULL, NULL, NULL);
    BrotliEncoderSetParameter(e, BROTLI_PARAM_QUALITY, 8);
    BrotliEncoderSetCustomDictionary(e, 20000, src);
    const uint8_t *si = src + 20000;
    size_t left = 5000;
    room = sizeof cmp; no = cmp;
    BrotliEncoderCompressStream(e, BROTLI_OPERATION_FINISH, &left, &si, &room, &no, NULL);
    n = (size_t)(no - cmp);
    d = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    BrotliDecoderSetCustomDictionary(d, 20000, src);
    ni = cmp; avail = n; room = sizeof out; no = out;
    r = BrotliDecoderDecompressStream(d, &avail, &ni, &room, &no, NULL);
    printf("custom dictionary: %zu bytes %s same %d\n", n, res(r), no - out == 5000 && !memcmp(out, src + 20000, 5000));
    BrotliEncoderDestroyInstance(e); BrotliDecoderDestroyInstance(d);
    return 0;
}
