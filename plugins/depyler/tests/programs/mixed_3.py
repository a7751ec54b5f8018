class BankError(Exception):
    """Base."""


class Insufficient(BankError):
    def __init__(self, need, have):
        self.need = need
        self.have = have
        super().__init__(f"need {need}, have {have}")


class Account:
    interest = 0.05
    _count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.__balance = balance
        Account._count += 1
        self.history = []

    @property
    def balance(self):
        return self.__balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("Deposit must be positive")
        self.__balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self.__balance:
            raise Insufficient(amount, self.__balance)
        self.__balance -= amount
        self.history.append(("withdraw", amount))
        return self

    @classmethod
    def count(cls):
        return cls._count

    def __repr__(self):
        return f"Account({self.owner!r}, {self.__balance})"


acct = Account("Ann", 100)
acct.deposit(50).withdraw(30)
print(acct, acct.balance, acct.history, Account.count())
for action in (lambda: acct.withdraw(1000), lambda: acct.deposit(-1), lambda: acct.foo, lambda: acct.__balance):
    try:
        action()
    except Insufficient as e:
        print("Insufficient:", e, e.need)
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
    finally:
        print("--")


def parse(tokens):
    pos = 0

    def peek():
        return tokens[pos] if pos < len(tokens) else None

    def take():
        nonlocal pos
        pos += 1
        return tokens[pos - 1]

    def expr():
        v = term()
        while peek() in ("+", "-"):
            if take() == "+":
                v += term()
            else:
                v -= term()
        return v

    def term():
        v = factor()
        while peek() in ("*", "/"):
            op = take()
            r = factor()
            v = v * r if op == "*" else v / r
        return v

    def factor():
        t = take()
        if t == "(":
            v = expr()
            take()
            return v
        if t == "-":
            return -factor()
        return float(t) if "." in t else int(t)

    return expr()


def tokenize(s):
    out = []
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."):
                j += 1
            out.append(s[i:j])
            i = j
        else:
            out.append(c)
            i += 1
    return out


print(parse(tokenize("2 * (3 + 4) - 10 / 4")), parse(tokenize("-(1+2)*3")))


def retry(times):
    def deco(fn):
        def wrapper(*args, **kwargs):
            last = None
            for attempt in range(1, times + 1):
                try:
                    return fn(*args, **kwargs)
                except ValueError as e:
                    last = e
                    print("attempt", attempt, "failed:", e)
            raise RuntimeError("gave up") from last
        return wrapper
    return deco


calls = 0


@retry(3)
def flaky(x, *, ok_at):
    global calls
    calls += 1
    if calls < ok_at:
        raise ValueError(f"call {calls}")
    return x * 2


print(flaky(21, ok_at=2))
try:
    flaky(1, ok_at=99)
except RuntimeError as e:
    print(e, "|", e.__cause__)


def process(data):
    for d in data:
        try:
            r = 10 / d
        except ZeroDivisionError:
            print("zero")
            continue
        except TypeError as exc:
            print("type", exc)
            break
        else:
            print("ok", r)
        finally:
            print("fin", d)
    else:
        print("complete")
    return "done"


print(process([1, 0, 2]), process([5, "x", 3]))


def fizz(n):
    for i in range(1, n + 1):
        yield "FizzBuzz" if i % 15 == 0 else "Fizz" if i % 3 == 0 else "Buzz" if i % 5 == 0 else i


print(*fizz(15))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


gen = primes()
print([next(gen) for _ in range(10)])


def pipeline(src):
    evens = (x for x in src if x % 2 == 0)
    sq = (x * x for x in evens)
    return sum(sq)


print(pipeline(range(10)))


def flatten(x):
    for e in x:
        if isinstance(e, (list, tuple)):
            yield from flatten(e)
        else:
            yield e


print(list(flatten([1, [2, (3, [4])], 5])))
try:
    try:
        raise KeyError("a")
    except KeyError as e:
        raise ValueError("b")
except ValueError as e:
    print(repr(e), repr(e.__context__))


class Ctx:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print("in", self.n)
        return self.n
    def __exit__(self, *a):
        print("out", self.n)


def use():
    for i in range(2):
        with Ctx(i) as a, Ctx(i + 10):
            if i == 1:
                return a
            print("body", a)


print(use())
import sys
print(sys.argv[1:], file=sys.stderr)
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
print(deep(900))
d = {}
try:
    d["x"]["y"] = 1
except KeyError as e:
    print("KeyError", e, e.args[0])
try:
    int("abc")
except ValueError as e:
    print(e)
print("exit next")
raise SystemExit("bye")
