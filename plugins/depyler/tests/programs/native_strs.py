s = "héllo wörld"
print(len(s), s[1], s[-1], s[2:5], s[::-1], s.upper(), s.title())
out = ""
for c in s:
    if c in "aeiouéö":
        out += "*"
    else:
        out += c
print(out)
words = s.split()
print(words, "-".join(words), [len(w) for w in words], words[0][0])
def count_vowels(text):
    n = 0
    for ch in text:
        if ch.lower() in "aeiou":
            n += 1
    return n
print(count_vowels("Programming In Python"))
def rle(text):
    if not text:
        return ""
    result = []
    prev = text[0]
    n = 1
    for ch in text[1:]:
        if ch == prev:
            n += 1
        else:
            result.append(prev + str(n))
            prev = ch
            n = 1
    result.append(prev + str(n))
    return "".join(result)
print(rle("aaabbc"), rle(""))
freq = [0] * 26
for ch in "hello":
    freq[ord(ch) - ord("a")] += 1
print([(chr(i + 97), n) for i, n in enumerate(freq) if n])
print("abc" < "abd", "a" * 3, "x" in "xyz", "abc".find("c"), "abc".find("z"), "a,b,,c".split(","))
print("%s is %d years and %.1f%%" % ("Al", 30, 12.5), "{:>5}|{:<5}|{:^5}".format("a", "b", "c"))
try:
    "abc".index("z")
except ValueError as e:
    print(e)
try:
    print("abc"[10])
except IndexError as e:
    print(e)
try:
    print("abc" + 5)
except TypeError as e:
    print(e)
lines = """one
two
three""".splitlines()
for i, line in enumerate(lines, 1):
    print(f"{i:>2}: {line!r}")
t = ""
for i in range(5):
    t = str(i) + t
print(t, t == "43210", int(t) + 1)
print(ord("a"), chr(8364), "tab\there", 'q"q', "it's")
name = None
name = "x" if name is None else name
print(name, name.strip().startswith("x"))
matrix = [["." for _ in range(3)] for _ in range(2)]
matrix[0][1] = "#"
for r in matrix:
    print("".join(r))
print(max("hello"), min("hello"), sorted("hello"), list("abc"), "".join(sorted("hello")))
a, b = "xy"
print(a, b)
x = y = z = "same"
y += "!"
print(x, y, z)
