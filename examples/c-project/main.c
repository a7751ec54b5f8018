/* A small inventory: reads `name category count price` from standard input, or uses a built-in list. */
#include "inventory.h"
#include <stdio.h>

static int read_items(struct inventory *inventory) {
    char name[24];
    int category, count, read = 0;
    double price;
    while (scanf("%23s %d %d %lf", name, &category, &count, &price) == 4) {
        if (category < TOOL || category > TOY)
            continue;
        inventory_add(inventory, name, (enum category)category, count, price);
        read++;
    }
    return read;
}

int main(void) {
    struct inventory inventory = {0};
    if (read_items(&inventory) == 0) {
        inventory_add(&inventory, "hammer", TOOL, 4, 12.5);
        inventory_add(&inventory, "apple", FOOD, 120, 0.25);
        inventory_add(&inventory, "kite", TOY, 3, 19.99);
        inventory_add(&inventory, "hammer", TOOL, 2, 12.5);
    }
    report_print(&inventory);
    printf("%zu items, %d lines, value %.2f\n", inventory.count, report_lines, inventory_value(&inventory));
    const struct item *kite = inventory_find(&inventory, "kite");
    printf("kites: %d\n", kite ? kite->count : 0);
    inventory_free(&inventory);
    return inventory.first == NULL ? 0 : 1;
}
