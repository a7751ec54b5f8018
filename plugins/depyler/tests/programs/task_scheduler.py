"""Priority scheduler, topological ordering, and simple cooperative coroutines."""
from __future__ import annotations

import heapq
import itertools
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Generator, Iterable


class CycleError(Exception):
    def __init__(self, cycle: list[str]):
        self.cycle = cycle
        super().__init__(" -> ".join(cycle))


@dataclass(order=True)
class Job:
    sort_key: tuple[int, int] = field(init=False, repr=False)
    priority: int
    name: str = field(compare=False)
    deps: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    cost: int = field(default=1, compare=False, kw_only=True)

    _seq = itertools.count()

    def __post_init__(self):
        self.sort_key = (-self.priority, next(self._seq))

    def __hash__(self):
        return hash(self.name)


class Graph:
    def __init__(self, jobs: Iterable[Job]):
        self.jobs = {j.name: j for j in jobs}
        missing = {d for j in self.jobs.values() for d in j.deps} - self.jobs.keys()
        if missing:
            raise KeyError(f"missing dependencies: {sorted(missing)}")

    def order(self) -> Generator[Job, None, None]:
        indeg = {n: len(j.deps) for n, j in self.jobs.items()}
        ready = [self.jobs[n] for n, d in indeg.items() if d == 0]
        heapq.heapify(ready)
        done = 0
        while ready:
            job = heapq.heappop(ready)
            done += 1
            yield job
            for other in self.jobs.values():
                if job.name in other.deps:
                    indeg[other.name] -= 1
                    if not indeg[other.name]:
                        heapq.heappush(ready, other)
        if done < len(self.jobs):
            raise CycleError(self.find_cycle())

    def find_cycle(self) -> list[str]:
        state: dict[str, int] = {}
        path: list[str] = []

        def visit(name: str) -> list[str] | None:
            state[name] = 1
            path.append(name)
            for d in sorted(self.jobs[name].deps):
                if state.get(d) == 1:
                    return path[path.index(d):] + [d]
                if d not in state and (found := visit(d)):
                    return found
            path.pop()
            state[name] = 2
            return None

        for n in self.jobs:
            if n not in state:
                if cycle := visit(n):
                    return cycle
        return []

    def critical_path(self) -> tuple[int, list[str]]:
        best: dict[str, tuple[int, list[str]]] = {}
        for job in self.order():
            prev = max((best[d] for d in job.deps), default=(0, []))
            best[job.name] = prev[0] + job.cost, prev[1] + [job.name]
        return max(best.values())


def worker(name: str, n: int) -> Generator[str, Any, str]:
    total = 0
    try:
        for i in range(n):
            sent = yield f"{name}{i}"
            total += sent or 0
    except GeneratorExit:
        print(f"   {name} closed early with {total}")
        raise
    except ValueError as e:
        yield f"{name} recovering from {e}"
        total = -1
    finally:
        print(f"   {name} cleanup")
    return f"{name} total {total}"


def round_robin(*gens: Generator[str, Any, str], limit: int = 100) -> list[str]:
    queue = deque((g, None) for g in gens)
    results = []
    for tick in range(limit):
        if not queue:
            break
        g, val = queue.popleft()
        try:
            out = g.send(val)
        except StopIteration as stop:
            results.append(stop.value)
        else:
            print(f"   tick {tick}: {out}")
            queue.append((g, tick))
    for g, _ in queue:
        g.close()
    return results


def main() -> None:
    J = lambda name, prio, *deps, **kw: Job(prio, name, frozenset(deps), **kw)
    g = Graph([
        J("deploy", 9, "test", "docs", cost=2),
        J("test", 5, "build", cost=7),
        J("docs", 1, "fetch", cost=3),
        J("build", 5, "fetch", "config", cost=4),
        J("fetch", 2),
        J("config", 2, cost=0),
        J("lint", 7),
    ])
    print([j.name for j in g.order()])
    print(g.critical_path())
    print(min(g.jobs.values()), "<", max(g.jobs.values()))
    for jobs in ([J("a", 1, "b"), J("b", 1, "c"), J("c", 1, "b"), J("d", 3)], [J("a", 1, "zz", "yy")]):
        try:
            for job in Graph(jobs).order():
                print("ran", job.name)
        except CycleError as e:
            print("cycle:", e, len(e.cycle))
        except KeyError as e:
            print("error:", e.args[0])
    print(round_robin(worker("A", 2), worker("B", 4), worker("C", 1)))
    print(round_robin(worker("P", 3), worker("Q", 9), limit=5))
    w = worker("T", 5)
    print(next(w), w.send(10), w.throw(ValueError("hiccup")))
    try:
        next(w)
    except StopIteration as e:
        print(e.value)


if __name__ == "__main__":
    main()
