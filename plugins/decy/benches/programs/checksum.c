#include <stdint.h>
#include <stdio.h>
#define SIZE 65536

static uint32_t table[256];
static uint8_t data[SIZE];

static void prepare(void) {
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t c = i;
        for (int k = 0; k < 8; k++)
            c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
        table[i] = c;
    }
}

static uint32_t crc(uint32_t start, const uint8_t *bytes, int count) {
    uint32_t c = ~start;
    for (int i = 0; i < count; i++)
        c = table[(c ^ bytes[i]) & 255] ^ (c >> 8);
    return ~c;
}

int main(void) {
    uint8_t local[SIZE];
    uint32_t c = 0;
    prepare();
    for (int i = 0; i < SIZE; i++)
        local[i] = data[i] = (uint8_t)(i * 31 >> 3);
    for (int round = 0; round < 3000; round++)
        c = crc(c, local, SIZE) ^ data[round];
    printf("%08x\n", c);
    return 0;
}
