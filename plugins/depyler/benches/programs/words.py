"""Counts of made words."""

SYLLABLES = ["ka", "to", "mi", "ra", "ne", "so", "lu", "pe"]


def words(count):
    seed = 42
    out = []
    for _ in range(count):
        word = ""
        seed = (seed * 1664525 + 1013904223) % 4294967296
        n = seed // 65536
        for _ in range(2 + n % 3):
            word += SYLLABLES[n % 8]
            n //= 8
        out.append(word)
    return out


def main():
    counts = {}
    for word in words(400000):
        counts[word] = counts.get(word, 0) + 1
    lengths = {}
    for word, n in counts.items():
        size = len(word)
        if size in lengths:
            lengths[size] += n
        else:
            lengths[size] = n
    for word in sorted(counts, key=lambda w: (-counts[w], w))[:10]:
        print(word, counts[word])
    print(sorted(lengths.items()))


main()
