#ifndef CRC32_H
#define CRC32_H

#include <stddef.h>
#include <stdint.h>

/* A checksum that is being computed. */
struct crc32 {
    uint32_t state;
    size_t length;
};

void crc32_start(struct crc32 *crc);
void crc32_add(struct crc32 *crc, const char *bytes, size_t count);
uint32_t crc32_end(const struct crc32 *crc);

#endif
