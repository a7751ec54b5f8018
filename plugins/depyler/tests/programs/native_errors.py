def f(xs, i):
    return xs[i]

def safe(xs, i):
    try:
        return f(xs, i)
    except IndexError:
        return -1
    finally:
        print("done", i)

print(safe([1, 2], 1), safe([1, 2], 5), safe([1, 2], -2), safe([1, 2], -3))

def div(a, b):
    try:
        r = a / b
    except ZeroDivisionError as e:
        print("zero:", e)
        return None
    else:
        return r

print(div(1, 2), div(1, 0))
for op in range(4):
    try:
        if op == 0:
            print(1 // 0)
        elif op == 1:
            print(1 % 0)
        elif op == 2:
            print(1.0 // 0)
        else:
            print(1.0 % 0.0)
    except ZeroDivisionError as e:
        print(op, e)
def deep(n):
    return deep(n + 1)
try:
    deep(0)
except RecursionError:
    print("recursion")
def loop():
    total = 0
    for i in range(10):
        try:
            if i % 3 == 0:
                continue
            if i == 8:
                break
            total += i
            if i == 5:
                raise ValueError("five")
        except ValueError as e:
            total += 100
        finally:
            total += 1
    else:
        total = -1
    return total
print(loop())
def find(xs, x):
    for i in range(len(xs)):
        if xs[i] == x:
            break
    else:
        return -1
    return i
print(find([1, 2, 3], 2), find([1, 2, 3], 9))
def search(xs, x):
    result = "no"
    for v in xs:
        if v == x:
            result = "yes"
            break
    else:
        result = "end"
    return result
print(search([1, 2], 2), search([1, 2], 3))
try:
    xs = []
    xs.pop()
except IndexError as e:
    print(e)
try:
    [1, 2].index(5)
except ValueError as e:
    print(e)
try:
    a, b = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    a, b, c = [1, 2]
except ValueError as e:
    print(e)
try:
    None + 1
except TypeError as e:
    print(e)
try:
    x = None
    for i in range(2):
        if i == 1:
            print(x + 1)
        x = None if i == 0 else 5
except TypeError as e:
    print(e)
class MyError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code
def thrower(n):
    if n > 2:
        raise MyError(n)
    return n
total = 0
for n in range(5):
    try:
        total += thrower(n)
    except MyError as e:
        total += e.code * 10
        print(e, e.code)
print(total)
assert total > 0, "positive"
def gen(n):
    for i in range(n):
        yield i * i
print(list(gen(5)), sum(gen(4)))
g = gen(3)
print(next(g), next(g), next(g), next(g, "end"))
def outer():
    count = 0
    def inner():
        nonlocal count
        count += 1
        return count
    inner()
    inner()
    return count
print(outer())
glob = 0
def bump(by=1):
    global glob
    glob += by
    return glob
bump()
bump(5)
print(glob)
fs = [lambda x, k=k: x * k for k in range(3)]
print([f(10) for f in fs])
print(sorted(["bb", "a", "ccc"], key=len), sorted([3, 1, 2], reverse=True), sorted([(2, "b"), (1, "z"), (2, "a")]))
print(list(map(lambda x: x + 1, [1, 2])), list(filter(lambda x: x > 1, [1, 2, 3])), list(zip([1, 2], "ab")))
xs = [5, 3, 9]
xs.sort(key=lambda v: -v)
print(xs, any(x > 8 for x in xs), all(x > 2 for x in xs))
print(f([10, 20], 1))
print(f("abc", 1))
raise MyError(7)
