"""A tiny binary archive: struct packing, checksums, hashing, hexdump, base64."""
from __future__ import annotations

import base64
import binascii
import hashlib
import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntFlag

MAGIC = b"PAK1"
HEADER = struct.Struct("<4sHHI")
ENTRY = struct.Struct(">BIq")


class Flags(IntFlag):
    NONE = 0
    HIDDEN = 1
    READONLY = 2
    EXEC = 4


class FormatError(Exception):
    def __init__(self, offset: int, why: str) -> None:
        super().__init__(f"at {offset:#06x}: {why}")
        self.offset = offset


@dataclass(frozen=True)
class Entry:
    name: str
    data: bytes
    stamp: int = 0
    flags: Flags = Flags.NONE

    def pack(self) -> bytes:
        raw = self.name.encode("utf-8")
        head = ENTRY.pack(self.flags, len(self.data), self.stamp)
        return struct.pack("<B", len(raw)) + raw + head + self.data


def dump(entries: list[Entry], version: int = 2) -> bytes:
    body = b"".join(e.pack() for e in entries)
    return HEADER.pack(MAGIC, version, len(entries), zlib.crc32(body)) + body


class Reader:
    def __init__(self, blob: bytes) -> None:
        self.buf = io.BytesIO(blob)

    def exactly(self, n: int) -> bytes:
        at = self.buf.tell()
        chunk = self.buf.read(n)
        if len(chunk) != n:
            raise FormatError(at, f"wanted {n} bytes, got {len(chunk)}")
        return chunk

    def unpack(self, s: struct.Struct) -> tuple:
        return s.unpack(self.exactly(s.size))

    def __iter__(self) -> Iterator[Entry]:
        magic, version, count, crc = self.unpack(HEADER)
        if magic != MAGIC:
            raise FormatError(0, f"bad magic {magic!r}")
        if not 1 <= version <= 2:
            raise FormatError(4, f"version {version}")
        rest = self.buf.getbuffer()[HEADER.size:]
        if (got := zlib.crc32(rest)) != crc:
            raise FormatError(8, f"crc {got:08x} != {crc:08x}")
        rest.release()
        for _ in range(count):
            (n,) = struct.unpack("<B", self.exactly(1))
            name = self.exactly(n).decode()
            flags, size, stamp = self.unpack(ENTRY)
            yield Entry(name, self.exactly(size), stamp, Flags(flags))
        if self.buf.read(1):
            raise FormatError(self.buf.tell() - 1, "trailing garbage")


def hexdump(data: bytes, width: int = 16) -> Iterator[str]:
    for off in range(0, len(data), width):
        chunk = data[off:off + width]
        hexa = " ".join(f"{b:02x}" for b in chunk)
        text = "".join(chr(b) if 32 <= b < 127 else "." for b in chunk)
        yield f"{off:04x}  {hexa:<{width * 3 - 1}}  |{text}|"


def fnv1a(data: bytes) -> int:
    h = 0xCBF29CE484222325
    for b in data:
        h = ((h ^ b) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def adler(data: bytes) -> int:
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def varint(n: int) -> bytes:
    out = bytearray()
    while True:
        n, low = n >> 7, n & 0x7F
        out.append(low | (0x80 if n else 0))
        if not n:
            return bytes(out)


def main() -> None:
    files = [
        Entry("readme.txt", b"Hello, world!\n", stamp=-1),
        Entry("naïve.bin", bytes(range(0, 256, 17)), stamp=2**40, flags=Flags.READONLY | Flags.EXEC),
        Entry("empty", b"", flags=Flags.HIDDEN),
    ]
    blob = dump(files)
    print(*hexdump(blob), sep="\n")
    back = list(Reader(blob))
    print(back == files, [e.name for e in back], back[1].flags, int(back[1].flags), Flags.EXEC in back[1].flags, back[0].stamp, back[1])

    broken = {
        "magic": b"X" + blob[1:],
        "version": blob[:4] + b"\x09\x00" + blob[6:],
        "crc": blob[:-1] + bytes([blob[-1] ^ 1]),
        "short header": blob[:7],
        "garbage": (lambda body: HEADER.pack(MAGIC, 1, 3, zlib.crc32(body)) + body)(blob[12:] + b"!"),
        "truncated": (lambda body: HEADER.pack(MAGIC, 1, 3, zlib.crc32(body)) + body)(blob[12:30]),
    }
    for label, bad in broken.items():
        try:
            print(label, "accepted", len(list(Reader(bad))))
        except FormatError as e:
            print(f"{label:<13} {e}")

    print(struct.pack(">hIf?3s", -2, 2**32 - 1, 1.5, True, b"toolong").hex("-"), struct.calcsize("<bhiq"), struct.unpack("<d", struct.pack("<Q", 0x400921FB54442D18)))
    print(list(struct.iter_unpack("<H", b"\x01\x00\x02\x00\xff\xff")), struct.unpack_from(">i", b"\0\xff\xff\xff\xfe", 1), struct.unpack("2s x B", b"ab\0\x07"))
    for fn in (lambda: struct.pack("B", 256), lambda: struct.unpack("<I", b"abc"), lambda: struct.pack("h", "x"), lambda: bytes([300]), lambda: b"abc" + "d", lambda: bytes.fromhex("abc"), lambda: base64.b64decode("abc"), lambda: bytes(3)[5]):
        try:
            print(fn())
        except (struct.error, ValueError, TypeError, IndexError) as e:
            print(f"{type(e).__name__}: {e}")

    text = "The quick brown fox"
    for algo in ("md5", "sha1", "sha256"):
        h = hashlib.new(algo)
        for word in text.split(" "):
            h.update(word.encode())
        print(f"{algo:<7}{h.digest_size:>3} {h.hexdigest()[:32]}", hashlib.sha256(text.encode()).hexdigest().startswith("5cac"))
    data = text.encode()
    print(f"{fnv1a(data):#x} {adler(data):08x} {zlib.adler32(data) == adler(data)} {binascii.crc32(b'123456789'):x} {varint(300).hex()} {varint(0)!r}")
    enc = base64.b64encode(data)
    print(enc, base64.b64decode(enc) == data, base64.b32encode(b"hi"), base64.urlsafe_b64encode(b"\xfb\xff"), binascii.hexlify(b"\x00\xfe"))
    ba = bytearray(b"spam")
    ba[0:1] = b"SH"
    ba.extend(b"!?")
    ba[-1] ^= 0x20
    print(ba, ba.find(b"am"), ba[1], ba[1:2], b"%s-%d" % (b"x", 5), b"a,b,,c".split(b","), b"\t\n\"'\\\x7f\xe9", bytes(ba).title(), b"abc" < b"abd", list(b"AZ"), sum(b"\x01\x02"))
    mv = memoryview(ba)[1:3]
    mv[0] = 0x41
    print(bytes(mv), ba, "é€😀".encode().hex(" "), len("é€😀"), len("é€😀".encode("utf-16-le")), b"\xe2\x82\xac".decode(), b"\xff\xfeab".decode("latin-1"), b"a\xffb".decode("utf-8", errors="replace"))


if __name__ == "__main__":
    main()
