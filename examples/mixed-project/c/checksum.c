/* Checksums of words: those given as arguments, or a few of our own. */
#include "crc32.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORDS 4

static const char *words[WORDS] = {"pear", "apple", "fig", "orange"};

static int by_length(const void *left, const void *right) {
    size_t a = strlen(*(const char *const *)left), b = strlen(*(const char *const *)right);
    return a < b ? -1 : a > b;
}

static char *upper(const char *word) {
    size_t length = strlen(word);
    char *copy = malloc(length + 1);
    for (size_t i = 0; i <= length; i++)
        copy[i] = word[i] >= 'a' && word[i] <= 'z' ? word[i] - 'a' + 'A' : word[i];
    return copy;
}

static void show(const char *word) {
    struct crc32 crc;
    char *copy = upper(word);
    crc32_start(&crc);
    crc32_add(&crc, copy, strlen(copy));
    printf("%-8s %08x %zu\n", copy, crc32_end(&crc), crc.length);
    free(copy);
}

int main(int argc, char **argv) {
    if (argc > 1) {
        for (int i = 1; i < argc; i++)
            show(argv[i]);
        return 0;
    }
    qsort(words, WORDS, sizeof words[0], by_length);
    for (int i = 0; i < WORDS; i++)
        show(words[i]);
    return 0;
}
