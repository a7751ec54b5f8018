"""Distances of words."""


def distance(a, b):
    before = list(range(len(b) + 1))
    for i, ca in enumerate(a):
        current = [i + 1]
        for j, cb in enumerate(b):
            current.append(min(before[j + 1] + 1, current[j] + 1, before[j] + (ca != cb)))
        before = current
    return before[-1]


def main():
    words = ["kitten", "sitting", "saturday", "sunday", "rosettacode", "raisethysword", "levenshtein", "meilenstein"]
    total = 0
    for _ in range(60):
        for a in words:
            for b in words:
                total += distance(a, b)
    print(total)


main()
