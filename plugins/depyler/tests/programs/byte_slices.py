"""Slices of bytearrays that are assigned to, and large ints in words."""


def tried(data, where, value):
    try:
        data[where] = value
        print(data)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


tried(bytearray(b"abcdef"), slice(1, 3), b"XYZ")
tried(bytearray(b"abcdef"), slice(None, None, 2), b"123")
tried(bytearray(b"abcdef"), slice(None, None, 2), b"1234")
tried(bytearray(b"abcdef"), slice(None, None, -2), [65, 66, 67])
tried(bytearray(b"abcdef"), slice(4, 2), (1, 2))
tried(bytearray(b"abcdef"), slice(0, 2), 5)
tried(bytearray(b"abcdef"), slice(0, 2), "no")
tried(bytearray(b"abcdef"), slice(0, 2), [300])
tried(bytearray(b"abcdef"), slice(0, 2), bytearray())
flags = bytearray([1]) * 30
for i in range(2, 6):
    if flags[i]:
        flags[i * i::i] = bytes(len(range(i * i, 30, i)))
print([n for n, f in enumerate(flags) if f and n > 1])

state = 12345
seen = []
for _ in range(6):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    seen.append((state >> 33) % 100)
print(state, seen)
for a in (2**63 - 1, -(2**63), 2**64 + 3, -(2**100), 2**125, -(2**126), 2**127 - 1, 2**200):
    for b in (3, -7, 2**63, -(2**64) - 1, 2**126 + 5):
        print(a + b, a - b, a * b, a // b, a % b, a & b, a | b, a ^ b, a >> 3, a << 5, a == b, a < b)
print(-(2**64), 2**64 - 1, 10**30, 1 << 62, 1 << 63)
