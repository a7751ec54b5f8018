class Box:
    def __init__(self):
        self.n = 0

    def add(self, k):
        self.n += k


def shout(text):
    print(text.upper())


def log(items, x):
    items.append(x)


box = Box()
items = []
print(shout("a") is None, shout("b") is not None, shout("c") == None)
print(box.add(2) is None, box.n)
print(log(items, 1) is None, items)
if box.add(3) is not None:
    print("never")
if log(items, 2) is None and shout("d") is None:
    print(box.n, items)
print(None is shout("e"), [log(items, 3) is None for _ in range(2)], items)
print(isinstance(shout("f"), int), isinstance(box.add(1), Box), bool(log(items, 4)), box.n, items)
x = shout("g") if box.add(1) is None else 5
print(x, box.n, not shout("h"), shout("i") or 7, shout("j") and 7)
assert shout("k") is None
while shout("l") is not None:
    pass
print(type(shout("m")).__name__, len([shout("n")]), str(shout("o")), (shout("p"), 1)[1])
