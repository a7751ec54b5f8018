#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define ZSTD_STATIC_LINKING_ONLY
#include "zstd.h"
#include "zstd_errors.h"

#define N 200000
static unsigned char src[N], cmp[N + 20000], out[N];
static unsigned long long rng = 1234567;
static unsigned rnd(void) { rng = rng * 6364136223846793005ULL + 1442695040888963407ULL; return (unsigned)(rng >> 33); }

static unsigned long long fnv(const unsigned char *p, size_t n) {
    unsigned long long h = 1469598103934665603ULL;
    while (n--) h = (h ^ *p++) * 1099511628211ULL;
    return h;
}

static void gen(int kind) {
    static const char *w[] = {"{\"id\":", ",\"name\":\"", "alpha", "beta", "gamma", "\",\"tags\":[", "true", "]},\n", "0", "17", "4242"};
    size_t i = 0;
    if (kind == 0) while (i < N) { const char *s = w[rnd() % 11]; while (*s && i < N) src[i++] = (unsigned char)*s++; }
    else if (kind == 1) for (; i < N; i++) src[i] = (unsigned char)rnd();
    else if (kind == 2) memset(src, 'A', N);
    else for (; i < N; i++) src[i] = (unsigned char)(rnd() % 4 ? (i >> 8) : rnd() % 20);
}

static void report(const char *tag, size_t r) {
    if (ZSTD_isError(r)) printf("%s: error %s (%d)\n", tag, ZSTD_getErrorName(r), (int)ZSTD_getErrorCode(r));
    else { size_t d; memset(out, 0, N); d = ZSTD_decompress(out, N, cmp, r); printf("%s: %zu hash %016llx back %d\n", tag, r, fnv(cmp, r), d == N && !memcmp(src, out, N)); }
}

static void params(const char *tag, int level, ZSTD_strategy st, int wlog, int ldm, int checksum, int target) {
    ZSTD_CCtx *c = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(c, ZSTD_c_compressionLevel, level);
    if (st) ZSTD_CCtx_setParameter(c, ZSTD_c_strategy, (int)st);
    if (wlog) ZSTD_CCtx_setParameter(c, ZSTD_c_windowLog, wlog);
    ZSTD_CCtx_setParameter(c, ZSTD_c_enableLongDistanceMatching, ldm);
    ZSTD_CCtx_setParameter(c, ZSTD_c_checksumFlag, checksum);
    if (target) ZSTD_CCtx_setParameter(c, ZSTD_c_targetCBlockSize, target);
    report(tag, ZSTD_compress2(c, cmp, sizeof cmp, src, N));
    ZSTD_freeCCtx(c);
}

static void stream(int level, size_t in_step, size_t out_step) {
    ZSTD_CCtx *c = ZSTD_createCCtx();
    ZSTD_DCtx *d = ZSTD_createDCtx();
    size_t pos = 0, used = 0, got = 0, r = 1;
    ZSTD_CCtx_setParameter(c, ZSTD_c_compressionLevel, level);
    while (r) {
        size_t n = N - pos < in_step ? N - pos : in_step;
        ZSTD_inBuffer in = {src + pos, n, 0};
        ZSTD_EndDirective mode = pos + n == N ? ZSTD_e_end : pos % 50000 < in_step ? ZSTD_e_flush : ZSTD_e_continue;
        do {
            ZSTD_outBuffer o = {cmp + used, sizeof cmp - used < out_step ? sizeof cmp - used : out_step, 0};
            r = ZSTD_compressStream2(c, &o, &in, mode);
            used += o.pos;
        } while (mode == ZSTD_e_continue ? in.pos < in.size : r != 0);
        pos += n;
        if (mode != ZSTD_e_end) r = 1;
    }
    ZSTD_inBuffer in = {cmp, 0, 0};
    memset(out, 0, N);
    r = 1;
    while (r && !ZSTD_isError(r)) {
        in.size = used - in.pos < 997 ? used : in.pos + 997;
        ZSTD_outBuffer o = {out + got, N - got < out_step ? N - got : out_step, 0};
        r = ZSTD_decompressStream(d, &o, &in);
        got += o.pos;
    }
    printf("stream level %d in %zu out %zu: %zu bytes hash %016llx, back %zu same %d\n", level, in_step, out_step, used, fnv(cmp, used), got, !memcmp(src, out, N));
    ZSTD_freeCCtx(c); ZSTD_freeDCtx(d);
}

int main(void) {
    char tag[40];
    printf("zstd %s %u levels %d..%d bound %zu\n", ZSTD_versionString(), ZSTD_versionNumber(), ZSTD_minCLevel() < -1000, ZSTD_maxCLevel(), ZSTD_compressBound(N));
    for (int kind = 0; kind < 4; kind++) {
        gen(kind);
        for (int lv = -5; lv <= 22; lv += lv < 3 ? 2 : lv < 13 ? 5 : 3) { sprintf(tag, "kind %d level %d", kind, lv); report(tag, ZSTD_compress(cmp, sizeof cmp, src, N, lv)); }
    }
    gen(0);
    for (int st = ZSTD_fast; st <= ZSTD_btultra2; st++) { sprintf(tag, "strategy %d", st); params(tag, 5, (ZSTD_strategy)st, 16, 0, st & 1, 0); }
    params("long distance", 3, 0, 20, 1, 1, 0); params("small blocks", 3, 0, 0, 0, 0, 1400); params("window 10", 19, 0, 10, 0, 1, 0);
    stream(1, 1000, 300); stream(3, 131072, 131072); stream(9, 7, 64); stream(19, 60000, 5);

    size_t n = ZSTD_compress(cmp, sizeof cmp, src, N, 3);
    printf("frame content %llu size %zu dict %u\n", ZSTD_getFrameContentSize(cmp, n), ZSTD_findFrameCompressedSize(cmp, n), ZSTD_getDictID_fromFrame(cmp, n));
    ZSTD_frameHeader fh;
    ZSTD_getFrameHeader(&fh, cmp, n);
    printf("header window %llu block max %u checksum %u\n", (unsigned long long)fh.windowSize, fh.blockSizeMax, fh.checksumFlag);
    size_t r = ZSTD_decompress(out, N - 1, cmp, n); printf("short room: %s\n", ZSTD_getErrorName(r));
    r = ZSTD_decompress(out, N, cmp, n - 3); printf("cut: %s\n", ZSTD_getErrorName(r));
    cmp[0] ^= 1; r = ZSTD_decompress(out, N, cmp, n); printf("magic: %s\n", ZSTD_getErrorName(r)); cmp[0] ^= 1;
    int bad = 0;
    for (int i = 0; i < 200; i++) { size_t at = rnd() % n; cmp[at] ^= 0x10; r = ZSTD_decompress(out, N, cmp, n); bad += ZSTD_isError(r) || memcmp(src, out, N); cmp[at] ^= 0x10; }
    printf("flipped bits noticed %d\n", bad > 150);
    /* a raw content dictionary with many small records */
    ZSTD_CDict *cd = ZSTD_createCDict(src, 4000, 6);
    ZSTD_DDict *dd = ZSTD_createDDict(src, 4000);
    ZSTD_CCtx *c = ZSTD_createCCtx();
    ZSTD_DCtx *d = ZSTD_createDCtx();
    size_t with = 0, without = 0, ok = 0;
    for (int i = 0; i < 300; i++) {
        const unsigned char *p = src + 4000 + i * 600;
        without += ZSTD_compressCCtx(c, cmp, sizeof cmp, p, 500, 6);
        n = ZSTD_compress_usingCDict(c, cmp, sizeof cmp, p, 500, cd); with += n;
        r = ZSTD_decompress_usingDDict(d, out, N, cmp, n, dd); ok += r == 500 && !memcmp(out, p, 500);
        n = ZSTD_compress_usingDict(c, cmp, sizeof cmp, p, 500, src, 4000, 1);
        r = ZSTD_decompress_usingDict(d, out, N, cmp, n, src, 4000); ok += r == 500 && !memcmp(out, p, 500);
    }
    printf("dictionary: with %zu without %zu ok %zu\n", with, without, ok);
    n = ZSTD_writeSkippableFrame(cmp, sizeof cmp, "skip me", 7, 3);
    n += ZSTD_compress(cmp + n, sizeof cmp - n, src, 1000, 1); n += ZSTD_compress(cmp + n, sizeof cmp - n, src + 1000, 2000, 22);
    r = ZSTD_decompress(out, N, cmp, n); printf("frames: %zu -> %zu same %d, total %llu, skippable %d\n", n, r, !memcmp(src, out, 3000), ZSTD_findDecompressedSize(cmp, n), ZSTD_isSkippableFrame(cmp, n));
    ZSTD_Sequence *sq = malloc(sizeof *sq * ZSTD_sequenceBound(N));
    size_t ns = ZSTD_generateSequences(c, sq, ZSTD_sequenceBound(N), src, N), lits = 0, match = 0;
    for (size_t i = 0; i < ns; i++) { lits += sq[i].litLength; match += sq[i].matchLength; }
    printf("sequences %zu literals %zu matches %zu sum %d\n", ns, lits, match, lits + match == N);
    ns = ZSTD_mergeBlockDelimiters(sq, ns);
    ZSTD_CCtx_reset(c, ZSTD_reset_session_and_parameters);
    n = ZSTD_compressSequences(c, cmp, sizeof cmp, sq, ns, src, N); report("from sequences", n);
    ZSTD_bounds b = ZSTD_cParam_getBounds(ZSTD_c_windowLog); printf("window log %d..%d\n", b.lowerBound, b.upperBound);
    ZSTD_compressionParameters cp = ZSTD_getCParams(12, 100000, 0); printf("cparams %u %u %u %u %u %u %d\n", cp.windowLog, cp.chainLog, cp.hashLog, cp.searchLog, cp.minMatch, cp.targetLength, cp.strategy);
    free(sq); ZSTD_freeCDict(cd); ZSTD_freeDDict(dd); ZSTD_freeCCtx(c); ZSTD_freeDCtx(d);
    return 0;
}
