"""What classes remember of names, and instances of the order of their attributes."""


class Base:
    count = 0
    label = "base"


class Child(Base):
    pass


class Meta(type):
    made = 0

    def __call__(cls, *args):
        Meta.made += 1
        return super().__call__(*args)


class Strange(metaclass=Meta):
    count = 10


class Stranger(Strange):
    pass


Dynamic = type("Dynamic", (Base,), {"extra": 1})


def counts():
    return [c.count for c in (Base, Child, Dynamic, Strange, Stranger)] + [Base().count, Child().count, Dynamic().count]


print(counts())
for _ in range(3):
    Base.count += 1
    Strange.count += 2
    Stranger()
print(counts(), Meta.made, Stranger().count)
Child.count = 100
Base.count += 1
print(counts())
del Child.count
print(counts())
Base.label = property(lambda self: "computed")
print(Child().label, Dynamic().label)
Base.label = "plain again"
print(Child().label, Dynamic().label)


class Late:
    def __init__(self, first):
        if first:
            self.a, self.b, self.c = 1, 2, 3
        else:
            self.c, self.a = 30, 10


one, two, three = Late(True), Late(False), Late(True)
print(vars(one), vars(two))
two.b = 20
del three.a
three.a = 11
three.d = 4
print(list(vars(two)), list(vars(three)), one.b, two.b, three.d, hasattr(one, "d"))
one.__dict__["z"] = 26
print(one.z, vars(one), two.__dict__ == {"c": 30, "a": 10, "b": 20})
try:
    one.missing
except AttributeError as error:
    print(error)
Late.__getattr__ = lambda self, name: name.upper()
print(one.missing, two.b)
Late.__setattr__ = lambda self, name, value: object.__setattr__(self, name, (name, value))
one.q = 5
print(one.q)
del Late.__setattr__
one.q = 6
print(one.q)
Late.b = property(lambda self: "from the class")
print(one.b, two.b)


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = 1


class Open(Slotted):
    pass


s, o = Slotted(), Open()
for target in (s, o):
    try:
        target.z = 3
        print("z set", target.z, target.x)
    except AttributeError as error:
        print(error)
try:
    s.y
except AttributeError as error:
    print(error)


class Descriptor:
    def __get__(self, instance, owner):
        return ("get", instance is None)


class Holder:
    d = Descriptor()


h = Holder()
print(h.d, Holder.d)
h.d = 5
print(h.d)
Descriptor.__set__ = lambda self, instance, value: print("set", value)
print(h.d)
h.d = 6

many = Late.__new__(Late)
for n in range(80):
    setattr(many, f"n{n}", n)
print(len(vars(many)), many.n79, list(vars(many))[:3], many.n3)
plain = Late.__new__(Late)
plain.other = 1
print(vars(plain))


class Shadow:
    def method(self):
        return "class"


x, y = Shadow(), Shadow()
x.method = lambda: "instance"
print(x.method(), y.method())
del x.method
print(x.method())
Shadow.method = lambda self: "new"
print(x.method(), y.method())
