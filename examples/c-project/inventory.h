#ifndef INVENTORY_H
#define INVENTORY_H

#include <stddef.h>

enum category { TOOL, FOOD, TOY };

/* One line of the inventory. */
struct item {
    char name[24];
    enum category category;
    int count;
    double price;
    struct item *next;
};

struct inventory {
    struct item *first;
    size_t count;
};

void inventory_add(struct inventory *inventory, const char *name, enum category category, int count, double price);
const struct item *inventory_find(const struct inventory *inventory, const char *name);
double inventory_value(const struct inventory *inventory);
void inventory_free(struct inventory *inventory);

void report_print(const struct inventory *inventory);
extern int report_lines;

#endif
