"""Prime numbers."""


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
        i += 1
    return [n for n, prime in enumerate(flags) if prime]


primes = sieve(3000000)
print(len(primes), primes[-1], sum(primes) % 1000007)
