for s in ["zz", "a", "abc", "ab zz", "ab c", "0g", "ab\u00e9", "a b", "ab  q1", " a1 b", " a1\tb2\n", "ab\u00a0cd"]:
    try:
        print(repr(s), bytes.fromhex(s), bytearray.fromhex(s))
    except ValueError as e:
        print(repr(s), e)
from collections import OrderedDict
a = OrderedDict([("x", 1), ("y", 2)])
b = OrderedDict([("y", 2), ("x", 1)])
print(a == b, a != b, a == dict(b), dict(a) == b, a == OrderedDict(x=1, y=2), [a] == [b])
import io, zlib
v = io.BytesIO(b"hello world").getbuffer()
print(bytes(v[6:]), len(v), zlib.crc32(v))
