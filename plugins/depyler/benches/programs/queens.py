"""All ways to place queens."""


def solve(n, row, columns, up, down):
    if row == n:
        return 1
    found = 0
    for c in range(n):
        if not columns[c] and not up[row + c] and not down[row - c + n]:
            columns[c] = up[row + c] = down[row - c + n] = True
            found += solve(n, row + 1, columns, up, down)
            columns[c] = up[row + c] = down[row - c + n] = False
    return found


def count(n):
    return solve(n, 0, [False] * n, [False] * (2 * n), [False] * (2 * n + 1))


for n in range(4, 10):
    print(n, count(n))
