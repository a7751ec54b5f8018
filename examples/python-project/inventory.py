"""Stock keeping: items, a warehouse and its errors."""

from dataclasses import dataclass


class StockError(Exception):
    """Something about the stock is wrong."""


class OutOfStock(StockError):
    def __init__(self, name, wanted, available):
        super().__init__(f"{name}: wanted {wanted}, only {available} left")
        self.name = name


@dataclass
class Item:
    """A kind of thing with its price in cents."""

    name: str
    price: int
    amount: int = 0

    @property
    def value(self):
        return self.price * self.amount


class Warehouse:
    """Items by name, in the order of arrival."""

    def __init__(self):
        self.items = {}

    def add(self, name, price, amount):
        item = self.items.setdefault(name, Item(name, price))
        item.price = price
        item.amount += amount

    def take(self, name, amount):
        if name not in self.items:
            raise StockError(f"unknown item {name!r}")
        item = self.items[name]
        if item.amount < amount:
            raise OutOfStock(name, amount, item.amount)
        item.amount -= amount
        return item.price * amount

    def __iter__(self):
        yield from sorted(self.items.values(), key=lambda item: item.name)

    def __len__(self):
        return len(self.items)
