CC = gcc
CFLAGS = -O2 -Iinclude
LDLIBS = -lm
SRCS = main.c \
       common/dictionary.c \
       dec/bit_reader.c \
       dec/decode.c \
       dec/huffman.c \
       dec/state.c \
       enc/backward_references.c \
       enc/backward_references_hq.c \
       enc/bit_cost.c \
       enc/block_splitter.c \
       enc/brotli_bit_stream.c \
       enc/cluster.c \
       enc/compress_fragment.c \
       enc/compress_fragment_two_pass.c \
       enc/dictionary_hash.c \
       enc/encode.c \
       enc/entropy_encode.c \
       enc/histogram.c \
       enc/literal_cost.c \
       enc/memory.c \
       enc/metablock.c \
       enc/static_dict.c \
       enc/utf8_util.c
OBJS = $(SRCS:.c=.o)

app: $(OBJS)
	$(CC) $(CFLAGS) -o $@ $(OBJS) $(LDLIBS)

%.o: %.c
	$(CC) $(CFLAGS) -c -o $@ $<

clean:
	rm -f app $(OBJS)

.PHONY: clean
