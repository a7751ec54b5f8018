"""Classes that inherit from each other."""
from abc import ABC, abstractmethod


class Shape(ABC):
    sides = 0
    unit = "cm"

    def __init__(self, name):
        self.name = name
        self.tags = []

    @abstractmethod
    def area(self):
        pass

    @property
    def label(self):
        return self.name + "!"

    def scale(self, k):
        raise NotImplementedError("scale")

    def describe(self):
        return f"{type(self).__name__} {self.name} {self.sides} {self.area():.2f}{self.unit}"

    def __str__(self):
        return "<" + self.describe() + ">"


class Rect(Shape):
    sides = 4

    def __init__(self, w, h, name="rect"):
        super().__init__(name)
        self.w = w
        self.h = h

    def area(self):
        return self.w * self.h

    def scale(self, k):
        return Rect(self.w * k, self.h * k, self.name)


class Square(Rect):
    def __init__(self, s):
        super().__init__(s, s, "square")

    def describe(self):
        return "square: " + super().describe()

    @property
    def label(self):
        return "sq " + str(self.w)


class Circle(Shape):
    PI = 3.0

    def __init__(self, r):
        Shape.__init__(self, "circle")
        self.r = r

    def area(self):
        return self.PI * self.r ** 2

    def diameter(self):
        return 2 * self.r


shapes = [Rect(2.0, 3.0), Square(2.0), Circle(1.0)]
total = 0.0
for s in shapes:
    total += s.area()
    print(s, s.label, s.sides, isinstance(s, Rect), isinstance(s, Square), isinstance(s, (Circle, Square)))
    s.tags.append(s.name)
print(total, shapes[0].tags, Circle.PI, Rect.sides, Shape.sides, Square.sides)
big = shapes[1].scale(3.0)
print(big, big.__class__.__name__, big.area())
try:
    shapes[2].scale(2.0)
except NotImplementedError as e:
    print("no", e)


class Node:
    def eval(self, env):
        raise NotImplementedError

    def size(self):
        return 1


class Num(Node):
    def __init__(self, value):
        self.value = value

    def eval(self, env):
        return self.value


class Var(Node):
    def __init__(self, name):
        self.name = name

    def eval(self, env):
        return env[self.name]


class Bin(Node):
    def __init__(self, op, left, right):
        self.op = op
        self.left = left
        self.right = right

    def eval(self, env):
        a = self.left.eval(env)
        b = self.right.eval(env)
        if self.op == "+":
            return a + b
        if self.op == "-":
            return a - b
        return a * b

    def size(self):
        return 1 + self.left.size() + self.right.size()


tree = Bin("+", Num(2), Bin("*", Var("x"), Bin("-", Num(7), Var("y"))))
print(tree.eval({"x": 3, "y": 2}), tree.size())
deep = Num(0)
for i in range(100):
    deep = Bin("+", deep, Num(i))
print(deep.eval({}), deep.size())
for i in range(3000):
    deep = Bin("+", deep, Num(i))
try:
    deep.eval({})
except RecursionError:
    print("too deep")


class Animal:
    count = 0

    def __init__(self, name, sound=None):
        self.name = name
        self.__energy = 10
        if sound is None:
            sound = "..."
        self.sound = sound

    def speak(self, times=1):
        self.__energy -= times
        return " ".join([self.sound] * times)

    def energy(self):
        return self.__energy

    @staticmethod
    def kingdom():
        return "animals"


class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, "woof")
        self.tricks = {}

    def learn(self, trick, level):
        self.tricks[trick] = level
        return self

    def best(self):
        out = ""
        top = -1
        for t, level in self.tricks.items():
            if level > top:
                out, top = t, level
        return out


class Puppy(Dog):
    def speak(self, times=1):
        return super().speak(times + 1).upper()


rex = Dog("Rex")
rex.learn("sit", 3).learn("roll", 5)
pup = Puppy("Pip")
pup.learn("bark", 1)
crowd = [Animal("Generic"), rex, pup]
for a in crowd:
    print(a.name, a.speak(), a.speak(2), a.energy(), a.kingdom(), isinstance(a, Dog))
print(rex.best(), pup.best(), Animal.kingdom(), Dog.kingdom())
