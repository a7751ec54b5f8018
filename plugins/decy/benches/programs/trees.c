#include <stdio.h>
#include <stdlib.h>

typedef struct node { struct node *left, *right; } node;

static node *make(int depth) {
    node *n = malloc(sizeof *n);
    n->left = depth > 0 ? make(depth - 1) : NULL;
    n->right = depth > 0 ? make(depth - 1) : NULL;
    return n;
}

static int check(const node *n) { return n->left ? 1 + check(n->left) + check(n->right) : 1; }

static void drop(node *n) {
    if (n->left) {
        drop(n->left);
        drop(n->right);
    }
    free(n);
}

int main(void) {
    int total = 0;
    for (int i = 0; i < 60; i++) {
        node *n = make(14);
        total += check(n);
        drop(n);
    }
    printf("%d\n", total);
    return 0;
}
