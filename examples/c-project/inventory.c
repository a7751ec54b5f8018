/* The list of items. */
#include "inventory.h"
#include <stdlib.h>
#include <string.h>

/* Adds an item in front, or raises the count of one that is there. */
void inventory_add(struct inventory *inventory, const char *name, enum category category, int count, double price) {
    for (struct item *item = inventory->first; item; item = item->next) {
        if (strcmp(item->name, name) == 0) {
            item->count += count;
            return;
        }
    }
    struct item *item = malloc(sizeof *item);
    strncpy(item->name, name, sizeof item->name - 1);
    item->name[sizeof item->name - 1] = '\0';
    item->category = category;
    item->count = count;
    item->price = price;
    item->next = inventory->first;
    inventory->first = item;
    inventory->count++;
}

const struct item *inventory_find(const struct inventory *inventory, const char *name) {
    const struct item *item = inventory->first;
    while (item && strcmp(item->name, name) != 0)
        item = item->next;
    return item;
}

double inventory_value(const struct inventory *inventory) {
    double total = 0;
    for (const struct item *item = inventory->first; item; item = item->next)
        total += item->count * item->price;
    return total;
}

void inventory_free(struct inventory *inventory) {
    while (inventory->first) {
        struct item *next = inventory->first->next;
        free(inventory->first);
        inventory->first = next;
    }
    inventory->count = 0;
}
