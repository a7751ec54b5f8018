"""Modules of the project as objects: their names, their attributes by text, as arguments."""
import pkg
from pkg import checks
from pkg import shapes as forms
import plain


def run(module, prefix):
    for name in sorted(vars(module)):
        if name.startswith(prefix):
            print(module.__name__, name, getattr(module, name)())


run(checks, "check_")
run(forms, "make_")
for name, value in vars(checks).items():
    if not name.startswith("__") and callable(value):
        print("in order", name, value.__name__)
print([n for n in dir(checks) if not n.startswith("__")])
print(hasattr(checks, "LIMIT"), hasattr(checks, "NOTHING"), getattr(checks, "NOTHING", "none"), checks.LIMIT)
print(pkg.names, pkg.shapes is forms, checks is checks, checks.__doc__)
try:
    getattr(checks, "missing")
except AttributeError as e:
    print(e)
print(plain.sqrt(16.0), plain.later())
registry = {m.__name__: m for m in (checks, forms)}
print(sorted(registry), registry["pkg.checks"].LIMIT)
names = vars(checks)
print("LIMIT" in names, names["LIMIT"], names.get("NOTHING"), len([n for n in names if n.startswith("check_")]))
