data = [("x", 3), ("y", None), ("z", 0)]
for k, v in data:
    print(f"{k}={v!s:>4}", "none" if v is None else "zero" if not v else "num")
nested = [(1, ("a", None)), (2, ("b", 2.5)), (3, (None, None))]
for n, (s, x) in nested:
    print(n, s, x)
print(data, nested, ("k", None), [(None, 1)], {("a", None): (None,)})


def pair(n):
    return (n, None) if n % 2 else (n, n * 2)


print([pair(i) for i in range(4)], dict([("a", None), ("b", 1)]))
