"""Digests of any length, bytes as lines of text."""

import binascii
import hashlib


def tried(f, *args, **named):
    try:
        return f(*args, **named)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for name in ("shake_128", "shake_256"):
    m = hashlib.new(name, b"abc")
    print(m.name, m.digest_size, m.block_size, m.hexdigest(20))
    m.update(b"d" * 500)
    c = m.copy()
    c.update(b"e")
    for n in (0, 1, 135, 136, 137, 168, 169, 400):
        print(n, hashlib.sha256(m.digest(n)).hexdigest()[:12], c.hexdigest(n)[-8:])
    print(tried(m.digest), tried(m.hexdigest), tried(m.digest, -1))
print(hashlib.shake_128().hexdigest(8), hashlib.shake_256(b"x" * 136).hexdigest(8), hashlib.shake_256(b"x" * 135).hexdigest(8))
print(hashlib.sha3_256(b"abc").hexdigest(), hashlib.sha3_512(b"y" * 200).hexdigest()[:16])
print(sorted(hashlib.algorithms_guaranteed))

for data in (b"", b"c", b"ca", b"cat", b"\0\0\0\xff", bytes(range(45)), bytes(46)):
    print(tried(binascii.b2a_uu, data), tried(binascii.b2a_uu, data, backtick=True))
    print(binascii.b2a_base64(data), binascii.b2a_base64(data, newline=False))
    print(binascii.a2b_base64(binascii.b2a_base64(data)) == data)
for text in ("YWJj", b"YW Jj", "YWJ", "é", "=YWJj"):
    print(tried(binascii.a2b_base64, text), tried(binascii.a2b_base64, text, strict_mode=True))
for f in (binascii.hexlify, binascii.b2a_uu, binascii.b2a_base64):
    print(tried(f, "text"), tried(f, 5), tried(f, bytearray(b"ab")))
print(tried(binascii.crc_hqx, b"123456789", 0xFFFF), tried(binascii.crc32, b"123456789"))
