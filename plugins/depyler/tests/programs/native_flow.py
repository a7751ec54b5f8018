def classify(n):
    if n < 0:
        kind = "neg"
    elif n == 0:
        kind = "zero"
    else:
        kind = "pos"
    return kind
print(classify(-1), classify(0), classify(5))
def maybe(n):
    if n > 0:
        return n * 1.5
def use(n):
    v = maybe(n)
    if v is None:
        return "none"
    return v + 1
print(use(2), use(-1), maybe(0))
def accumulate(xs):
    out = []
    acc = 0
    for x in xs:
        acc = acc + x
        out.append(acc)
    return out
print(accumulate([1, 2, 3]), accumulate([0.5, 1]), accumulate([]))
def transpose(m):
    return [[m[r][c] for r in range(len(m))] for c in range(len(m[0]))]
print(transpose([[1, 2], [3, 4], [5, 6]]))
def knap(weights, values, cap):
    dp = [[0] * (cap + 1) for _ in range(len(weights) + 1)]
    for i in range(1, len(weights) + 1):
        for w in range(cap + 1):
            dp[i][w] = dp[i - 1][w]
            if weights[i - 1] <= w:
                dp[i][w] = max(dp[i][w], dp[i - 1][w - weights[i - 1]] + values[i - 1])
    return dp[-1][-1]
print(knap([1, 3, 4, 5], [1, 4, 5, 7], 7))
def lcs(a, b):
    dp = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                dp[i + 1][j + 1] = dp[i][j] + 1
            else:
                dp[i + 1][j + 1] = max(dp[i][j + 1], dp[i + 1][j])
    i, j = len(a), len(b)
    out = ""
    while i and j:
        if a[i - 1] == b[j - 1]:
            out = a[i - 1] + out
            i -= 1
            j -= 1
        elif dp[i - 1][j] >= dp[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return out
print(lcs("AGGTAB", "GXTXAYB"), lcs("", "a"))
def pascal(n):
    row = [1]
    for _ in range(n):
        print(row)
        row = [1] + [row[i] + row[i + 1] for i in range(len(row) - 1)] + [1]
pascal(4)
def prime_factors(n):
    fs = []
    p = 2
    while p * p <= n:
        while n % p == 0:
            fs.append(p)
            n //= p
        p += 1
    if n > 1:
        fs.append(n)
    return fs
print(prime_factors(360), prime_factors(97), prime_factors(2 ** 31 - 1))
def newton(x):
    g = x / 2
    for _ in range(20):
        g = (g + x / g) / 2
    return g
print(newton(2), newton(9.0), f"{newton(10):.4f}")
def life(cells):
    n = len(cells)
    new = [[0] * n for _ in range(n)]
    for r in range(n):
        for c in range(n):
            live = 0
            for dr in (-1, 0, 1):
                for dc in (-1, 0, 1):
                    if (dr, dc) != (0, 0) and 0 <= r + dr < n and 0 <= c + dc < n:
                        live += cells[r + dr][c + dc]
            new[r][c] = 1 if live == 3 or (live == 2 and cells[r][c]) else 0
    return new
cells = [[0, 1, 0], [0, 1, 0], [0, 1, 0]]
for _ in range(2):
    cells = life(cells)
    print(cells)
def roman(n):
    out = ""
    for v, s in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        while n >= v:
            out += s
            n -= v
    return out
print([roman(i) for i in (4, 9, 14)])
def to_base(n, b):
    if n == 0:
        return "0"
    digits = []
    while n:
        digits.append("0123456789abcdef"[n % b])
        n //= b
    return "".join(reversed(digits))
print(to_base(255, 16), to_base(10, 2), to_base(0, 2))
def stats(xs):
    n = len(xs)
    mean = sum(xs) / n
    var = sum((x - mean) ** 2 for x in xs) / n
    srt = sorted(xs)
    med = srt[n // 2] if n % 2 else (srt[n // 2 - 1] + srt[n // 2]) / 2
    return mean, var ** 0.5, med
print(stats([1, 2, 3, 4]), stats([2.5, 1.5, 3.5]))
def balanced(s):
    stack = []
    pairs = {")": "(", "]": "["}
    for ch in s:
        if ch in "([":
            stack.append(ch)
        elif ch in pairs:
            if not stack or stack.pop() != pairs[ch]:
                return False
    return not stack
print(balanced("([])"), balanced("([)]"), balanced("(("))
def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def catalan(n):
    c = [0] * (n + 1)
    c[0] = 1
    for i in range(1, n + 1):
        for j in range(i):
            c[i] += c[j] * c[i - 1 - j]
    return c
print(catalan(10), catalan(40)[40])
def binom(n, k):
    r = 1
    for i in range(k):
        r = r * (n - i) // (i + 1)
    return r
print(binom(10, 3), binom(100, 50))
def lcg(seed, n):
    out = []
    for _ in range(n):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        out.append(seed >> 33)
    return out
print(lcg(1, 3))
def xorshift(x):
    x ^= (x << 13) & 0xFFFFFFFF
    x ^= x >> 17
    x ^= (x << 5) & 0xFFFFFFFF
    return x
v = 2463534242
for _ in range(3):
    v = xorshift(v)
print(v)
def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
print(even(10), odd(7))
m = [[1.0, 2.0], [3.0, 4.0]]
def det(a):
    return a[0][0] * a[1][1] - a[0][1] * a[1][0]
print(det(m), det([[1, 2], [3, 4]]))
triples = [(a, b, c) for c in range(1, 20) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(triples)
def kadane(xs):
    best = cur = xs[0]
    for x in xs[1:]:
        cur = max(x, cur + x)
        best = max(best, cur)
    return best
print(kadane([-2, 1, -3, 4, -1, 2, 1, -5, 4]), kadane([1.5, -1]))
print(sum(i for i in range(10) if i % 2), max(len(w) for w in ["a", "bbb"]), " ".join(str(i) for i in range(3)), any(c == "x" for c in "axb"))


def converted(v):
    for conv in (int, float):
        try:
            v = conv(v)
            break
        except ValueError:
            pass
    else:
        v = "else " + v
    return v


print(converted("5"), converted("2.5"), converted("x"))
