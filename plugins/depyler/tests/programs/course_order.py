# Course planner: topological sort with semesters, read from stdin
import sys
from collections import defaultdict, deque
from graphlib import TopologicalSorter, CycleError
from heapq import heappush, heappop
from types import SimpleNamespace

MAX_PER_SEMESTER = 2

def parse(stream):
    graph = defaultdict(set)
    credits = {}
    for n, line in enumerate(stream, 1):
        line = line.split('#', 1)[0].strip()
        if not line: continue
        if line == '---': break
        try:
            head, _, deps = line.partition('<-')
            name, *cr = head.replace('(', ' ').replace(')', ' ').split()
            credits[name] = int(cr[0]) if cr else 5
            graph[name] |= set(deps.replace(',', ' ').split())
        except (ValueError, IndexError) as e:
            print(f'line {n}: {e}')
    for d in sorted(set().union(*graph.values()) - graph.keys()):
        print(f'note: {d} is only mentioned as a prerequisite')
        graph[d]
        credits.setdefault(d, 0)
    return SimpleNamespace(graph=dict(graph), credits=credits)

def kahn(graph):
    """Lexicographically smallest order."""
    indeg = {c: len(d) for c, d in graph.items()}
    followers = defaultdict(list)
    for c in graph:
        for d in graph[c]:
            followers[d].append(c)
    heap = []
    for c, k in indeg.items():
        if not k: heappush(heap, c)
    order = []
    while heap:
        c = heappop(heap)
        order.append(c)
        for f in followers[c]:
            indeg[f] -= 1
            if indeg[f] == 0:
                heappush(heap, f)
    if len(order) != len(graph):
        stuck = sorted(c for c, k in indeg.items() if k > 0)
        raise ValueError('cannot schedule ' + ', '.join(stuck))
    return order

def dfs_order(graph):
    WHITE, GREY, BLACK = range(3)
    colour = dict.fromkeys(graph, WHITE)
    out = deque()
    def visit(c, trail=()):
        if colour[c] == GREY:
            at = trail.index(c)
            raise RecursionError(' -> '.join(trail[at:] + (c,)))
        if colour[c] == BLACK:
            return
        colour[c] = GREY
        for d in sorted(graph[c]):
            visit(d, trail + (c,))
        colour[c] = BLACK
        out.append(c)
    for c in sorted(graph):
        visit(c)
    return list(out)

def valid(order, graph):
    pos = {c: i for i, c in enumerate(order)}
    return len(pos) == len(graph) and all(pos[d] < pos[c] for c in graph for d in graph[c])

def depth(graph):
    memo = {}
    def d(c):
        if c not in memo:
            memo[c] = 1 + max(map(d, graph[c]), default=0)
        return memo[c]
    return {c: d(c) for c in sorted(graph)}

def semesters(graph, order, limit=MAX_PER_SEMESTER):
    when, load = {}, defaultdict(int)
    for c in order:
        s = 1 + max((when[d] for d in graph[c]), default=0)
        while load[s] >= limit:
            s += 1
        when[c] = s
        load[s] += 1
    plan = defaultdict(list)
    for c, s in when.items():
        plan[s].append(c)
    return dict(sorted(plan.items()))

def ancestors(graph, c, seen=None):
    seen = set() if seen is None else seen
    for d in graph[c]:
        if d not in seen:
            seen.add(d)
            ancestors(graph, d, seen)
    return seen

block = 0
exit_code = 0
while True:
    data = parse(sys.stdin)
    if not data.graph:
        break
    block += 1
    g = data.graph
    print(f'== block {block}: {len(g)} courses, {sum(map(len, g.values()))} edges, {sum(data.credits.values())} credits')
    try:
        order = kahn(g)
    except ValueError as e:
        exit_code += 1
        print('kahn:', e)
        try:
            dfs_order(g)
        except RecursionError as e:
            print('cycle:', e)
        try:
            TopologicalSorter(g).prepare()
        except CycleError as e:
            print('graphlib agrees:', e.args[0], len(e.args[1]) - 1)
        continue
    print('order:', *order)
    other = dfs_order(g)
    print('dfs:  ', *other, '' if other != order else '(same)')
    print('valid:', valid(order, g), valid(other, g), valid(order[::-1], g), valid([*TopologicalSorter(g).static_order()], g))
    levels = depth(g)
    print('depth:', max(levels.values()), [c for c, d in levels.items() if d == max(levels.values())])
    for s, cs in semesters(g, order).items():
        print(f'  semester {s}: {", ".join(cs):<20} {sum(data.credits[c] for c in cs):>2} cr')
    print('most demanding:', max(sorted(g), key=lambda c: len(ancestors(g, c))), '| free:', sorted(c for c in g if not g[c]))
print('blocks:', block)
sys.exit(exit_code)
