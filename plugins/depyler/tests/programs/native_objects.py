class Counter:
    count = 0

    def __init__(self, name):
        self.name = name
        Counter.count += 1
        self.items = []

    def add(self, x):
        self.items.append(x)
        return self

    def total(self):
        return sum(self.items)

class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __eq__(self, o):
        return self.x == o.x and self.y == o.y

    def __repr__(self):
        return "Vec(%r, %r)" % (self.x, self.y)

class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return "..."

    def intro(self):
        return f"{self.name} says {self.speak()}"

class Dog(Animal):
    def speak(self):
        return "Woof"

class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak() + "!"

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

class Stack:
    def __init__(self):
        self.head = None
        self.size = 0

    def push(self, v):
        self.head = Node(v, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("empty stack")
        v = self.head.value
        self.head = self.head.next
        self.size -= 1
        return v

    def __len__(self):
        return self.size

class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("bad amount")
        self.balance += amount

    def __str__(self):
        return f"{self.owner}: {self.balance:.2f}"

class Plain:
    def __init__(self, a):
        self.a = a
        self.b = a * 2

    def swap(self):
        self.a, self.b = self.b, self.a

c = Counter("x")
c.add(1).add(2).add(3)
print(c.total(), Counter.count, c.name)
d = Counter("y")
print(Counter.count, d.count)
print(Vec(1, 2) + Vec(3, 4), Vec(1, 2) == Vec(1, 2), Vec(1, 2) != Vec(1, 3), [Vec(0, 0)])
for a in [Animal("Generic"), Dog("Rex"), Puppy("Bit", 1)]:
    print(a.intro())
s = Stack()
for i in range(5):
    s.push(i * i)
print(len(s), s.pop(), s.pop(), len(s))
try:
    while True:
        s.pop()
except IndexError as e:
    print("caught:", e)
acc = Account("Ann")
acc.deposit(10)
acc.deposit(2.5)
print(acc, acc.balance)
try:
    acc.deposit(-1)
except ValueError as e:
    print("error", e)
p = Plain(3)
q = p
q.swap()
print(p.a, p.b, p is q, p == q, p == Plain(3))
try:
    print(s.head.value)
except AttributeError as e:
    print(e)
setattr(p, "a", 100)
print(p.a, getattr(p, "zzz", "none"), hasattr(p, "b"))
class Lazy:
    def __init__(self):
        self.ready = False

    def prepare(self):
        self.data = [1, 2]
        self.ready = True

z = Lazy()
try:
    print(z.data)
except AttributeError as e:
    print(e)
z.prepare()
print(z.data)
class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def at(self, i, j):
        return self.rows[i][j]

    def transposed(self):
        return Matrix([[self.rows[j][i] for j in range(len(self.rows))] for i in range(len(self.rows[0]))])

m = Matrix([[1, 2, 3], [4, 5, 6]])
t = m.transposed()
print(t.rows, t.at(2, 1))
nodes = {}
for name in ["a", "b"]:
    nodes[name] = Node(name)
nodes["a"].next = nodes["b"]
print(nodes["a"].next.value, nodes["b"].next)
best = None
for n in nodes.values():
    if best is None or n.value > best.value:
        best = n
print(best.value)
