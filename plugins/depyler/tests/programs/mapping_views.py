"""Views of mappings that are written by hand, and distributions of `random.Random`."""
import random
from collections.abc import Mapping, MutableMapping


class Loud(Mapping):
    def __init__(self, data):
        self.data = data

    def __getitem__(self, key):
        print("get", key)
        return self.data[key]

    def __iter__(self):
        for key in sorted(self.data):
            print("give", key)
            yield key

    def __len__(self):
        return len(self.data)


class Box(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, key):
        return self.d[key]

    def __setitem__(self, key, value):
        self.d[key] = value

    def __delitem__(self, key):
        del self.d[key]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


loud = Loud({"a": 1, "b": 2, "c": 3})
for key, value in loud.items():
    print(key, value)
    if key == "b":
        break
for value in loud.values():
    print(value)
    break

box = Box()
box.update({1: "x", 2: "y", 3: "z"})
print(box.keys() & {1, 5}, {2, 7} & box.keys(), box.keys() | [9], box.keys() - {1}, sorted({8, 1} - box.keys()))
print(sorted(box.keys() ^ {3, 4}), box.items() & {(1, "x"), (2, "q")})
print(box.keys() == {1, 2, 3}, {1, 2} == box.keys(), box.keys() != {1}, box.keys() <= {1, 2, 3, 4}, {1} < box.keys())
print(box.keys() >= {1, 2}, box.keys() > {1, 2, 3}, box.items() == {(1, "x"), (2, "y"), (3, "z")})
print(len(box.keys()), 2 in box.keys(), (2, "y") in box.items(), "y" in box.values())
try:
    print(box.values() & {1})
except TypeError:
    print("values are no set")

r = random.Random(42)
for _ in range(3):
    print(r.gammavariate(2.5, 1.5), r.gammavariate(1.0, 2.0), r.gammavariate(0.4, 1.0))
    print(r.betavariate(2, 3), r.paretovariate(3), r.weibullvariate(alpha=1.5, beta=2))
    print(r.vonmisesvariate(0, 4), r.vonmisesvariate(1, 0), r.lognormvariate(0, 0.25))
print(r.randbytes(5).hex(), r.randbytes(0))
random.seed(7)
print(random.gammavariate(9, 0.5), random.betavariate(0.5, 0.5), random.randbytes(3).hex())
try:
    r.gammavariate(-1, 2)
except ValueError as e:
    print(e)
