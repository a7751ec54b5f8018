"""Message digests."""

from hashlib import _md5, _sha1, _sha224, _sha256, _sha384, _sha512, _sha3, _shake, _blake2

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256", "blake2b", "blake2s"}
algorithms_available = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256", "blake2b", "blake2s"}


class HASH:
    def __init__(self, name, function, digest_size, block_size, data):
        self.name = name
        self._function = function
        self.digest_size = digest_size
        self.block_size = block_size
        if isinstance(data, bytes):
            self._data = bytearray(data)
        else:
            self._data = bytearray()
            self.update(data)

    def update(self, data):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        self._data += data

    def digest(self):
        return self._function(self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._function, self.digest_size, self.block_size, bytes(self._data))

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ 0x{id(self):x}>"


def md5(data=b"", *, usedforsecurity=True):
    return HASH("md5", _md5, 16, 64, data)


def sha1(data=b"", *, usedforsecurity=True):
    return HASH("sha1", _sha1, 20, 64, data)


def sha224(data=b"", *, usedforsecurity=True):
    return HASH("sha224", _sha224, 28, 64, data)


def sha256(data=b"", *, usedforsecurity=True):
    return HASH("sha256", _sha256, 32, 64, data)


def sha512(data=b"", *, usedforsecurity=True):
    return HASH("sha512", _sha512, 64, 128, data)


def sha384(data=b"", *, usedforsecurity=True):
    return HASH("sha384", _sha384, 48, 128, data)


def sha3_224(data=b"", *, usedforsecurity=True):
    return HASH("sha3_224", lambda d: _sha3(d, 28), 28, 144, data)


def sha3_256(data=b"", *, usedforsecurity=True):
    return HASH("sha3_256", lambda d: _sha3(d, 32), 32, 136, data)


def sha3_384(data=b"", *, usedforsecurity=True):
    return HASH("sha3_384", lambda d: _sha3(d, 48), 48, 104, data)


def sha3_512(data=b"", *, usedforsecurity=True):
    return HASH("sha3_512", lambda d: _sha3(d, 64), 64, 72, data)


class SHAKE(HASH):
    def digest(self, length=None):
        if length is None:
            raise TypeError("digest() missing required argument 'length' (pos 1)")
        if length < 0:
            raise SystemError("Negative size passed to PyBytes_FromStringAndSize")
        return _shake(self._data, self.block_size, length)

    def hexdigest(self, length=None):
        if length is None:
            raise TypeError("hexdigest() missing required argument 'length' (pos 1)")
        if length < 0:
            raise MemoryError
        return self.digest(length).hex()

    def copy(self):
        return SHAKE(self.name, None, 0, self.block_size, bytes(self._data))


def shake_128(data=b"", *, usedforsecurity=True):
    return SHAKE("shake_128", None, 0, 168, data)


def shake_256(data=b"", *, usedforsecurity=True):
    return SHAKE("shake_256", None, 0, 136, data)


def _blake(name, most, block, data, digest_size, key, salt, person):
    size = most if digest_size is None else digest_size
    if not 1 <= size <= most:
        raise ValueError(f"digest_size for {name.title()[:-1]}{name[-1]} must be between 1 and {most} bytes, here it is {size}")
    return HASH(name, lambda d: _blake2(name == "blake2b", bytes(key), size, bytes(salt), bytes(person), d), size, block, data)


def blake2b(data=b"", *, digest_size=None, key=b"", salt=b"", person=b"", usedforsecurity=True):
    return _blake("blake2b", 64, 128, data, digest_size, key, salt, person)


def blake2s(data=b"", *, digest_size=None, key=b"", salt=b"", person=b"", usedforsecurity=True):
    return _blake("blake2s", 32, 64, data, digest_size, key, salt, person)


def file_digest(fileobj, digest):
    made = new(digest) if isinstance(digest, str) else digest()
    while True:
        part = fileobj.read(65536)
        if not part:
            return made
        made.update(part)


def new(name, data=b"", *, usedforsecurity=True):
    known = {"md5": md5, "sha1": sha1, "sha224": sha224, "sha256": sha256, "sha384": sha384, "sha512": sha512,
             "sha3_224": sha3_224, "sha3_256": sha3_256, "sha3_384": sha3_384, "sha3_512": sha3_512, "shake_128": shake_128, "shake_256": shake_256,
             "blake2b": blake2b, "blake2s": blake2s}
    if name.lower() not in known:
        raise ValueError(f"unsupported hash type {name}")
    return known[name.lower()](data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    def mac(message):
        inner = new(hash_name)
        key = password if len(password) <= inner.block_size else new(hash_name, password).digest()
        key = key + bytes(inner.block_size - len(key))
        inner.update(bytes(k ^ 0x36 for k in key) + message)
        return new(hash_name, bytes(k ^ 0x5C for k in key) + inner.digest()).digest()

    size = new(hash_name).digest_size
    wanted = size if dklen is None else dklen
    out = b""
    block = 1
    while len(out) < wanted:
        step = mac(salt + block.to_bytes(4, "big"))
        total = int.from_bytes(step, "big")
        for _ in range(iterations - 1):
            step = mac(step)
            total ^= int.from_bytes(step, "big")
        out += total.to_bytes(size, "big")
        block += 1
    return out[:wanted]
