"""Many small objects."""


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        total = 1
        if self.left is not None:
            total += self.left.check()
        if self.right is not None:
            total += self.right.check()
        return total


def make(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(make(depth - 1), make(depth - 1))


def main(n):
    longest = make(n)
    for depth in range(4, n + 1, 4):
        rounds = 1 << (n - depth + 4)
        check = 0
        for _ in range(rounds):
            check += make(depth).check()
        print(f"{rounds}\t trees of depth {depth}\t check: {check}")
    print("long lived tree of depth", n, "check:", longest.check())


main(13)
