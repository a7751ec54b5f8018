//! The digests behind `hashlib`, and the checksums of `zlib`.

use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};
use std::sync::OnceLock;

fn data(args: &Args) -> R<Vec<u8>> {
    match args.at(0, "digest")?.plain() {
        Value::Bytes(bytes) => Ok(bytes.data.borrow().clone()),
        Value::Str(_) => err("TypeError", "Strings must be encoded before hashing"),
        other => match crate::memory::data(&other) {
            Some(shown) => shown,
            None => err("TypeError", "object supporting the buffer API required"),
        },
    }
}

fn padded(data: &[u8], big: bool) -> Vec<u8> {
    let bits = (data.len() as u64) * 8;
    let mut message = data.to_vec();
    message.push(0x80);
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend_from_slice(&if big { bits.to_be_bytes() } else { bits.to_le_bytes() });
    message
}

/// The first bits of the fractional part of a prime's root.
fn prime_bits(count: usize, root: impl Fn(f64) -> f64) -> Vec<u32> {
    let mut primes: Vec<u32> = vec![];
    let mut n = 2;
    while primes.len() < count {
        if primes.iter().all(|p| n % p != 0) {
            primes.push(n);
        }
        n += 1;
    }
    primes.into_iter().map(|p| (root(f64::from(p)).fract() * 4_294_967_296.0) as u32).collect()
}

fn md5_of(data: &[u8]) -> Vec<u8> {
    const SHIFTS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    static TABLE: OnceLock<[u32; 64]> = OnceLock::new();
    let sines = || (0..64).map(|i| ((f64::from(i) + 1.0).sin().abs() * 4_294_967_296.0) as u32).collect();
    let table = TABLE.get_or_init(|| fixed(sines()));
    let mut state: [u32; 4] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
    for block in padded(data, false).chunks(64) {
        let words: Vec<u32> =
            block.chunks(4).map(|b| b.iter().rev().fold(0, |n, byte| n << 8 | u32::from(*byte))).collect();
        let [mut a, mut b, mut c, mut d] = state;
        for i in 0..64 {
            let (f, g) = match i / 16 {
                0 => (b & c | !b & d, i),
                1 => (d & b | !d & c, (5 * i + 1) % 16),
                2 => (b ^ c ^ d, (3 * i + 5) % 16),
                _ => (c ^ (b | !d), 7 * i % 16),
            };
            let sum = f.wrapping_add(a).wrapping_add(table[i]).wrapping_add(words[g]);
            (a, d, c) = (d, c, b);
            b = b.wrapping_add(sum.rotate_left(SHIFTS[i / 16][i % 4]));
        }
        for (slot, value) in state.iter_mut().zip([a, b, c, d]) {
            *slot = slot.wrapping_add(value);
        }
    }
    state.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// What each last byte of a CRC becomes.
static CRC: [u32; 256] = {
    let mut table = [0u32; 256];
    let mut n = 0;
    while n < 256 {
        let mut crc = n as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[n] = crc;
        n += 1;
    }
    table
};

fn big_words(block: &[u8]) -> impl Iterator<Item = u32> + '_ {
    block.chunks(4).map(|b| b.iter().fold(0, |n, byte| n << 8 | u32::from(*byte)))
}

fn sha1_of(data: &[u8]) -> Vec<u8> {
    let mut state: [u32; 5] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    for block in padded(data, true).chunks(64) {
        let mut w: Vec<u32> = big_words(block).collect();
        for t in 16..80 {
            w.push((w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16]).rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (t, word) in w.iter().enumerate() {
            let (f, k) = match t / 20 {
                0 => (b & c | !b & d, 0x5a82_7999u32),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => (b & c | b & d | c & d, 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6),
            };
            let sum = a.rotate_left(5).wrapping_add(f).wrapping_add(e).wrapping_add(k).wrapping_add(*word);
            (e, d, c, b, a) = (d, c, b.rotate_left(30), a, sum);
        }
        for (slot, value) in state.iter_mut().zip([a, b, c, d, e]) {
            *slot = slot.wrapping_add(value);
        }
    }
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}

fn sha256_of(data: &[u8], mut state: [u32; 8]) -> Vec<u8> {
    static CONSTANTS: OnceLock<[u32; 64]> = OnceLock::new();
    let k = CONSTANTS.get_or_init(|| fixed(prime_bits(64, f64::cbrt)));
    for block in padded(data, true).chunks(64) {
        let mut w = [0u32; 64];
        for (slot, word) in w.iter_mut().zip(big_words(block)) {
            *slot = word;
        }
        for t in 16..64 {
            let (x, y) = (w[t - 15], w[t - 2]);
            let s0 = x.rotate_right(7) ^ x.rotate_right(18) ^ x >> 3;
            let s1 = y.rotate_right(17) ^ y.rotate_right(19) ^ y >> 10;
            w[t] = w[t - 16].wrapping_add(s0).wrapping_add(w[t - 7]).wrapping_add(s1);
        }
        let mut v = state;
        for t in 0..64 {
            let s1 = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let choose = v[4] & v[5] ^ !v[4] & v[6];
            let t1 = v[7].wrapping_add(s1).wrapping_add(choose).wrapping_add(k[t]).wrapping_add(w[t]);
            let s0 = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2];
            let t2 = s0.wrapping_add(majority);
            v = [t1.wrapping_add(t2), v[0], v[1], v[2], v[3].wrapping_add(t1), v[4], v[5], v[6]];
        }
        for (slot, value) in state.iter_mut().zip(v) {
            *slot = slot.wrapping_add(value);
        }
    }
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}

fn start_256() -> [u32; 8] {
    static START: OnceLock<[u32; 8]> = OnceLock::new();
    *START.get_or_init(|| fixed(prime_bits(8, f64::sqrt)))
}

/// The first words.
fn fixed<const N: usize>(words: Vec<u32>) -> [u32; N] {
    let mut out = [0u32; N];
    for (slot, word) in out.iter_mut().zip(words) {
        *slot = word;
    }
    out
}

macro_rules! digests {
    ($($(#[$doc:meta])* $name:ident $args:ident $data:ident $code:expr;)*) => {
        $(
            $(#[$doc])*
            ///
            /// # Errors
            /// `TypeError` when the argument is no bytes.
            pub fn $name($args: &Args) -> R {
                let $data = data($args)?;
                $code
            }
        )*
    };
}

fn bytes(data: Vec<u8>) -> R {
    Ok(crate::bytes::value(data, false))
}

digests! {
    /// MD5
    md5 args data bytes(md5_of(&data));
    /// SHA-1
    sha1 args data bytes(sha1_of(&data));
    /// SHA-256
    sha256 args data bytes(sha256_of(&data, start_256()));
    /// SHA-224
    sha224 args data {
        let state = [
            0xc105_9ed8, 0x367c_d507, 0x3070_dd17, 0xf70e_5939, 0xffc0_0b31, 0x6858_1511, 0x64f9_8fa7, 0xbefa_4fa4,
        ];
        let mut out = sha256_of(&data, state);
        out.truncate(28);
        bytes(out)
    };
    /// SHA-512
    sha512 args data bytes(crate::sha512::digest(&data).to_vec());
    /// SHA-384
    sha384 args data bytes(crate::sha512::digest_384(&data).to_vec());
    /// CRC-32
    crc32 args data {
        let start = match args.pos.get(1) {
            Some(Value::Int(n)) => *n as u32,
            _ => 0,
        };
        let mut crc = !start;
        for byte in data {
            crc = CRC[(crc as u8 ^ byte) as usize] ^ crc >> 8;
        }
        Ok(Value::Int(i64::from(!crc)))
    };
    /// Adler-32
    adler32 args data {
        let start = match args.pos.get(1) {
            Some(Value::Int(n)) => *n as u32,
            _ => 1,
        };
        let (mut a, mut b) = (start & 0xffff, start >> 16);
        for byte in data {
            a = (a + u32::from(byte)) % 65521;
            b = (b + a) % 65521;
        }
        Ok(Value::Int(i64::from(b << 16 | a)))
    };
}
