from kit import *
from kit import math, low
import kit

print(area(2), math.floor(2.7), low.hidden(), kit.twice(4), sorted(kit.__all__))
print(join_words(["a", "b"]), reduce(lambda a, b: a + b, [1, 2, 3]), kit.low.LIMIT)
keep = kit
del kit
try:
    secret
except NameError as e:
    print(e)
