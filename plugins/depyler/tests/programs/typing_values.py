# Names of `typing` and subscripts of classes as values.
from typing import Iterable, Sequence, Mapping, Callable, Hashable, List, Dict
class A:
    __hash__ = None
print(isinstance(5, Iterable), isinstance([1], Iterable), isinstance(5, Sequence), isinstance({}, Mapping), isinstance(len, Callable), isinstance(A(), Hashable), isinstance([], List), isinstance([], Dict))
from collections.abc import KeysView, Reversible, MappingView, ItemsView, ValuesView
print(isinstance({}.keys(), KeysView), isinstance(5, Reversible), isinstance([], Reversible), isinstance({}, MappingView), isinstance({}.items(), ItemsView), isinstance({}.items(), ValuesView))
from typing import List, Dict, Optional, Union
T = List[int]
print(T)
from typing import Optional, Union
print(Optional[int], Union[int, str])
print(list[int], dict[str, int], int | None)
from typing import Union, get_args, get_origin
x = Union[int, str]
print(isinstance(3, int | str))
print(isinstance(3, x))
print(isinstance(3.5, x))
from typing import TypeVar, NewType
T = TypeVar("T")
print(T, T.__name__)
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__)
from collections.abc import KeysView, Sequence, ItemsView
class SKV(KeysView, Sequence):
    def __getitem__(self, i):
        return list(self._mapping)[i]
v = SKV({"a": 1, "b": 2})
print(v[0], len(v), "a" in v, list(v), v & {"a"}, v, list(reversed(v)), v.index("b"))
