/* What is printed of an inventory. */
#include "inventory.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How many lines were printed so far. */
int report_lines;

static const char *const category_names[] = {[TOOL] = "tool", [FOOD] = "food", [TOY] = "toy"};

static int by_value(const void *left, const void *right) {
    const struct item *a = *(const struct item *const *)left;
    const struct item *b = *(const struct item *const *)right;
    double difference = b->count * b->price - a->count * a->price;
    if (difference != 0)
        return difference < 0 ? -1 : 1;
    return strcmp(a->name, b->name);
}

static void line(const struct item *item) {
    printf("%-12s %-5s %4d x %8.2f = %9.2f\n", item->name, category_names[item->category], item->count, item->price,
           item->count * item->price);
    report_lines++;
}

void report_print(const struct inventory *inventory) {
    const struct item *sorted[CAPACITY];
    size_t count = 0;
    for (const struct item *item = inventory->first; item && count < CAPACITY; item = item->next)
        sorted[count++] = item;
    qsort(sorted, count, sizeof sorted[0], by_value);
    for (size_t i = 0; i < count; i++)
        line(sorted[i]);
}
