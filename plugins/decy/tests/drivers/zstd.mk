CC = gcc
CFLAGS = -O2 -DZSTD_DISABLE_ASM -DZSTD_DISABLE_DEPRECATE_WARNINGS -DZSTD_LEGACY_SUPPORT=0 -DXXH_NAMESPACE=ZSTD_ -Ilib -Ilib/common
LDLIBS =
SRCS = main.c \
       lib/common/debug.c \
       lib/common/entropy_common.c \
       lib/common/error_private.c \
       lib/common/fse_decompress.c \
       lib/common/pool.c \
       lib/common/threading.c \
       lib/common/xxhash.c \
       lib/common/zstd_common.c \
       lib/compress/fse_compress.c \
       lib/compress/hist.c \
       lib/compress/huf_compress.c \
       lib/compress/zstd_compress.c \
       lib/compress/zstd_compress_literals.c \
       lib/compress/zstd_compress_sequences.c \
       lib/compress/zstd_compress_superblock.c \
       lib/compress/zstd_double_fast.c \
       lib/compress/zstd_fast.c \
       lib/compress/zstd_lazy.c \
       lib/compress/zstd_ldm.c \
       lib/compress/zstd_opt.c \
       lib/compress/zstd_preSplit.c \
       lib/compress/zstdmt_compress.c \
       lib/decompress/huf_decompress.c \
       lib/decompress/zstd_ddict.c \
       lib/decompress/zstd_decompress.c \
       lib/decompress/zstd_decompress_block.c
OBJS = $(SRCS:.c=.o)

app: $(OBJS)
	$(CC) $(CFLAGS) -o $@ $(OBJS) $(LDLIBS)

%.o: %.c
	$(CC) $(CFLAGS) -c -o $@ $<

clean:
	rm -f app $(OBJS)

.PHONY: clean
