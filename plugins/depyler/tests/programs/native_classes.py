class Item:
    def __init__(self, key, weight=1.0):
        self.key = key
        self.weight = weight

    def heavier(self, other):
        return self.weight > other.weight

class Box:
    def __init__(self, name):
        self.name = name
        self.items = []
        self.lookup = {}
        self.total = 0.0
        self.parent = None
        self.tags = ("a", 1)

    def put(self, item):
        self.items.append(item)
        self.lookup[item.key] = item
        self.total += item.weight
        return len(self.items)

    def get(self, key):
        if key in self.lookup:
            return self.lookup[key]
        return None

    def heaviest(self):
        best = None
        for it in self.items:
            if best is None or it.heavier(best):
                best = it
        return best

    def walk(self, depth):
        if depth > 3:
            return depth
        return self.walk(depth + 1)

    def __len__(self):
        return len(self.items)

    def __str__(self):
        return self.name + ":" + ",".join([i.key for i in self.items])

box = Box("b")
print(box.put(Item("x")), box.put(Item("y", 2.5)), box.put(Item("z", 2)))
print(box, len(box), box.total, box.heaviest().key, box.get("q"), box.get("y").weight)
inner = Box("in")
inner.parent = box
print(inner.parent.name, inner.parent is box, box.parent is None, inner.parent == box, inner != box)
box.get("x").weight = 10
print(box.items[0].weight, box.heaviest().key, box.walk(0), box.tags)
print(f"{box} {box!s:>12} {box.total:.1f}", str(box), "%s" % box)
class Queue:
    def __init__(self, cap):
        self.data = [0] * cap
        self.head = 0
        self.tail = 0
        self.size = 0

    def push(self, v):
        if self.size == len(self.data):
            raise OverflowError("full")
        self.data[self.tail] = v
        self.tail = (self.tail + 1) % len(self.data)
        self.size += 1

    def pop(self):
        if not self.size:
            raise IndexError("empty")
        v = self.data[self.head]
        self.head = (self.head + 1) % len(self.data)
        self.size -= 1
        return v

q = Queue(2)
q.push(1)
q.push(2)
try:
    q.push(3)
except OverflowError as e:
    print(e)
print(q.pop(), q.pop())
try:
    q.pop()
except IndexError as e:
    print(e)
class Graph:
    def __init__(self):
        self.edges = {}

    def add(self, u, v, w):
        self.edges.setdefault(u, []).append((v, w))
        self.edges.setdefault(v, []).append((u, w))

    def dijkstra(self, start):
        dist = {start: 0}
        todo = [(0, start)]
        while todo:
            todo.sort()
            d, u = todo.pop(0)
            if d > dist.get(u, 1 << 30):
                continue
            for v, w in self.edges[u]:
                nd = d + w
                if v not in dist or nd < dist[v]:
                    dist[v] = nd
                    todo.append((nd, v))
        return dist

g = Graph()
for u, v, w in [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5)]:
    g.add(u, v, w)
print(g.dijkstra("a"))
class LinkedList:
    class_note = "x"

    def __init__(self):
        self.head = None

class Cell:
    def __init__(self, v):
        self.v = v
        self.nxt = None

def build(n):
    head = None
    for i in range(n):
        c = Cell(i)
        c.nxt = head
        head = c
    return head

def length(c):
    n = 0
    while c:
        n += 1
        c = c.nxt
    return n

def reverse(c):
    prev = None
    while c is not None:
        nxt = c.nxt
        c.nxt = prev
        prev = c
        c = nxt
    return prev

h = build(5)
print(length(h), h.v, reverse(h).v, length(h), LinkedList.class_note)
class Shape:
    def area(self):
        raise NotImplementedError

class Sq(Shape):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s ** 2

shapes = [Sq(2), Sq(1.5)]
print([s.area() for s in shapes], sum(s.area() for s in shapes))
try:
    Shape().area()
except NotImplementedError:
    print("not implemented")
class Temp:
    def __init__(self, v):
        self.v = v
        if v > 5:
            self.kind = "big"
        else:
            self.kind = "small"

    def cmp(self, o):
        if self.v < o.v:
            return -1
        elif self.v > o.v:
            return 1
        return 0

ts = [Temp(7), Temp(1)]
print([t.kind for t in ts], ts[0].cmp(ts[1]), ts[0].cmp(ts[0]), sorted(ts, key=lambda t: t.v)[0].v)
class Acc:
    def __init__(self):
        self.n = 0

    def bump(self):
        self.n += 1
        return self

a = Acc()
a.bump().bump().bump()
f = a.bump
f()
print(a.n)
objs = [Acc() for _ in range(3)]
for i, o in enumerate(objs):
    for _ in range(i):
        o.bump()
print([o.n for o in objs], objs[1] in objs, Acc() in objs, objs.index(objs[2]))
d = {objs[0]: "zero"}
print(d[objs[0]])
class State:
    def __init__(self):
        self.value = None
        self.history = []

    def set(self, v):
        self.history.append(self.value)
        self.value = v

st = State()
st.set(1)
st.set(2)
print(st.value, st.history)
st2 = State()
st2.set("text")
print(st2.value, st2.history)
def missing(o):
    try:
        return o.nothing
    except AttributeError as e:
        return str(e)
print(missing(Acc()))
class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def move(self, dx=1, dy=0):
        self.x += dx
        self.y += dy

p = P(1, 2)
p.move()
p.move(dy=5)
p.move(2, 2)
print(p.x, p.y)
try:
    p.move(1, 2, 3)
except TypeError as e:
    print("type error")
