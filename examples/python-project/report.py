"""Reads stock movements from standard input and reports on them."""

import sys

from inventory import OutOfStock, StockError, Warehouse


def euros(cents):
    return f"{cents / 100:,.2f}"


def apply(warehouse, line):
    """Applies one line such as `+ bolt 25 100` or `- bolt 3`."""
    sign, name, *numbers = line.split()
    if sign == "+":
        price, amount = map(int, numbers)
        warehouse.add(name, price, amount)
        return 0
    return warehouse.take(name, int(numbers[0]))


def main():
    warehouse = Warehouse()
    income = 0
    problems = []
    for number, line in enumerate(sys.stdin, start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        try:
            income += apply(warehouse, line)
        except OutOfStock as problem:
            problems.append(f"line {number}: {problem}")
        except (StockError, ValueError) as problem:
            problems.append(f"line {number}: {type(problem).__name__}: {problem}")

    print(f"{'item':<10}{'amount':>8}{'value':>12}")
    for item in warehouse:
        print(f"{item.name:<10}{item.amount:>8}{euros(item.value):>12}")
    print(f"{len(warehouse)} items, income {euros(income)}")
    for problem in problems:
        print("!", problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
