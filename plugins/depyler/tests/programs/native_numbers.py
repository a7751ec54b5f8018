def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps

def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)

def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a

def power(b, e):
    r = 1
    while e > 0:
        if e & 1:
            r = r * b
        b = b * b
        e >>= 1
    return r

def mod_power(b, e, m):
    r = 1
    b %= m
    while e > 0:
        if e & 1:
            r = r * b % m
        b = b * b % m
        e >>= 1
    return r

def digits(n):
    total = 0
    while n:
        total += n % 10
        n //= 10
    return total

def rev(n):
    r = 0
    while n > 0:
        r = r * 10 + n % 10
        n //= 10
    return r

def mix(flag):
    x = 0
    if flag:
        x = 1.5
    return x

def average(xs):
    total = 0
    for x in xs:
        total += x
    return total / len(xs)

def hash_text(s):
    h = 5381
    for c in s:
        h = (h * 33 + ord(c)) & 0xFFFFFFFF
    return h

def fnv(s):
    h = 14695981039346656037
    for c in s:
        h ^= ord(c)
        h = (h * 1099511628211) % 18446744073709551616
    return h

print(collatz(27), fact(5), fact(25), fib(10), fib(100), power(3, 5), power(7, 50))
print(mod_power(3, 200, 1000000007), digits(123456789), rev(123456789), rev(12345678901234567890))
print(mix(True), mix(False), mix(True) + 1, mix(False) + 1)
print(average([1, 2, 3, 4]), average([1.5, 2.5]), average([1, 2.5]))
print(hash_text("hello world"), fnv("hello"))
print(7 // 2, -7 // 2, 7 // -2, -7 % 3, 7 % -3, -7.5 // 2, -7.5 % 2, 7.5 // -2)
print(1 / 3, 10 / 2, 2 ** 10, 2 ** -1, 2 ** 0.5, (-8) ** 2, 10 ** 20)
print(True + True, True * 3, False or 5, True and 7, not 0, 1 < 2 < 3, 1 < 3 < 2)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1 << 70, 1024 >> 3, -9 >> 1)
big = 2 ** 62
print(big + big, big * 4, -big - big - 1)
x = 9223372036854775807
print(x, x + 1, x - 1, -x - 1)
print(abs(-5), abs(-2.5), min(3, 1, 2), max(1, 2.5), max(2, 2.0), min(2.0, 2), round(2.5), round(3.5), round(2.675, 2), round(1234, -2))
print(divmod(17, 5), divmod(-17, 5), pow(2, 10), pow(3, 4, 5), int(3.9), int(-3.9), float(3), int("42"), int(True))
print(sum([1, 2, 3]), sum([1.5, 2.5]), sum([]), sum([True, False, True]))
print(0.1 + 0.2, 1e16, 1e15, 123456789.123456789, 1e-5, 100.0, -0.0, float("inf"), 3.0 == 3, 1 == True)
print(1_000_000, 0xff, 0b101, 0o17)
n = 10
n += 2.5
print(n)
n = 7
n /= 2
print(n)
n = 7
n //= 2
print(n, n ** 3)
i = 5
i -= 10
print(i, -i, +i, i * -1)
print(3 > 2.5, 2 == 2.0, 10 ** 18 < 1e18 + 1, 9007199254740993 == 9007199254740992.0)
total = 0
for k in range(10, 0, -3):
    total += k
print(total, list(range(5, 0, -1)), list(range(0, 10, 3)), list(range(3, 3)))
k = 99
for k in range(3):
    pass
print(k)
def last_of(n):
    for q in range(n):
        pass
    return q
print(last_of(4))
print(isinstance(5, int), isinstance(True, int), isinstance(5.0, int), type(5).__name__, type(2.0).__name__)
print(str(5) + "a", repr(2.50), "%d %5.2f %s" % (3, 2.5, [1, 2]), f"{3:05d} {2.5:.3f} {1e10:g} {255:x} {1234567:,}")
