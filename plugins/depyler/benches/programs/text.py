"""Building and taking apart text."""


def caesar(text, shift):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
        elif "A" <= c <= "Z":
            out.append(chr((ord(c) - 65 + shift) % 26 + 65))
        else:
            out.append(c)
    return "".join(out)


def is_palindrome(s):
    i = 0
    j = len(s) - 1
    while i < j:
        if s[i] != s[j]:
            return False
        i += 1
        j -= 1
    return True


def main():
    text = "The quick brown fox jumps over the lazy dog. " * 20
    total = 0
    for n in range(200):
        text = caesar(text, n % 25 + 1)
        total += text.count("e")
    print(text[:45], total)
    found = 0
    for n in range(200000):
        if is_palindrome(str(n)):
            found += 1
    print(found)


main()
