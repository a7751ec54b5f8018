#include "crc32.h"

/* One step per bit of a byte. */
static uint32_t step(uint32_t state) {
    for (int bit = 0; bit < 8; bit++)
        state = state & 1 ? state >> 1 ^ 0xEDB88320u : state >> 1;
    return state;
}

void crc32_start(struct crc32 *crc) {
    crc->state = 0xFFFFFFFFu;
    crc->length = 0;
}

void crc32_add(struct crc32 *crc, const char *bytes, size_t count) {
    for (size_t i = 0; i < count; i++)
        crc->state = step((crc->state ^ (unsigned char)bytes[i]) & 0xFF) ^ crc->state >> 8;
    crc->length += count;
}

uint32_t crc32_end(const struct crc32 *crc) {
    return ~crc->state;
}
