class Square:
    def __init__(self, side):
        self.side = side

    def __repr__(self):
        return f"Square({self.side})"


def make_square():
    return Square(2)


def make_list():
    return [Square(n) for n in range(3)]
