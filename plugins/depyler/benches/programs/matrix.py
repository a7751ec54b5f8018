"""Products of matrices."""


def matrix(n, seed):
    value = seed
    rows = []
    for _ in range(n):
        row = []
        for _ in range(n):
            value = (value * 1103515245 + 12345) % 2147483648
            row.append(value / 2147483648)
        rows.append(row)
    return rows


def multiply(a, b):
    n = len(a)
    m = len(b[0])
    k = len(b)
    c = [[0.0] * m for _ in range(n)]
    for i in range(n):
        row = a[i]
        out = c[i]
        for j in range(m):
            total = 0.0
            for x in range(k):
                total += row[x] * b[x][j]
            out[j] = total
    return c


def trace(a):
    total = 0.0
    for i in range(len(a)):
        total += a[i][i]
    return total


a = matrix(120, 1)
b = matrix(120, 2)
c = a
for _ in range(3):
    c = multiply(c, b)
print(f"{trace(c):.6f} {c[3][7]:.6f}")
