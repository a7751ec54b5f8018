//! SHA-3 and BLAKE2, for `hashlib`.

use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

fn data(args: &Args, at: usize) -> R<Vec<u8>> {
    match args.at(at, "digest")?.plain() {
        Value::Bytes(bytes) => Ok(bytes.data.borrow().clone()),
        other => match crate::memory::data(&other) {
            Some(shown) => shown,
            None => err("TypeError", "object supporting the buffer API required"),
        },
    }
}

fn size(args: &Args, at: usize) -> R<usize> {
    Ok(crate::item::index(args.at(at, "digest")?, "int")?.max(0) as usize)
}

/// The round constants of Keccak, from its shift register.
fn round_constants() -> [u64; 24] {
    let mut out = [0u64; 24];
    let mut register = 1u8;
    for constant in &mut out {
        for j in 0..7 {
            if register & 1 == 1 {
                *constant |= 1 << ((1u32 << j) - 1);
            }
            register = register << 1 ^ if register >> 7 == 1 { 0x71 } else { 0 };
        }
    }
    out
}

fn keccak(a: &mut [u64; 25], constants: &[u64; 24]) {
    for constant in constants {
        let mut c = [0u64; 5];
        for x in 0..5 {
            c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        }
        for x in 0..5 {
            let d = c[(x + 4) % 5] ^ c[(x + 1) % 5].rotate_left(1);
            for y in 0..5 {
                a[x + 5 * y] ^= d;
            }
        }
        let (mut x, mut y, mut current) = (1, 0, a[1]);
        for t in 0..24u32 {
            (x, y) = (y, (2 * x + 3 * y) % 5);
            let next = a[x + 5 * y];
            a[x + 5 * y] = current.rotate_left((t + 1) * (t + 2) / 2 % 64);
            current = next;
        }
        for y in 0..5 {
            let row = [a[5 * y], a[5 * y + 1], a[5 * y + 2], a[5 * y + 3], a[5 * y + 4]];
            for x in 0..5 {
                a[x + 5 * y] = row[x] ^ !row[(x + 1) % 5] & row[(x + 2) % 5];
            }
        }
        a[0] ^= constant;
    }
}

/// SHA-3 of bytes, with a digest of so many bytes.
///
/// # Errors
/// `TypeError` when the arguments are not of this kind.
pub fn _sha3(args: &Args) -> R {
    let (mut message, size) = (data(args, 0)?, size(args, 1)?);
    Ok(crate::bytes::value(sponge(&mut message, 200 - 2 * size, 6, size), false))
}

/// SHAKE: the data, the rate of the sponge, how many bytes to give.
///
/// # Errors
/// `TypeError` for other arguments.
pub fn _shake(args: &Args) -> R {
    let (mut message, rate, size) = (data(args, 0)?, size(args, 1)?, size(args, 2)?);
    Ok(crate::bytes::value(sponge(&mut message, rate, 0x1f, size), false))
}

/// What a sponge of Keccak gives for a message, with the bits of its domain behind it.
fn sponge(message: &mut Vec<u8>, rate: usize, domain: u8, size: usize) -> Vec<u8> {
    message.push(domain);
    message.resize(message.len().div_ceil(rate) * rate, 0);
    if let Some(last) = message.last_mut() {
        *last |= 0x80;
    }
    let constants = round_constants();
    let mut state = [0u64; 25];
    for block in message.chunks(rate) {
        for (word, bytes) in state.iter_mut().zip(block.chunks(8)) {
            *word ^= bytes.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b));
        }
        keccak(&mut state, &constants);
    }
    let mut out = vec![];
    while out.len() < size {
        if !out.is_empty() {
            keccak(&mut state, &constants);
        }
        out.extend(state.iter().flat_map(|word| word.to_le_bytes()).take(rate));
    }
    out.truncate(size);
    out
}

const SIGMA: [[usize; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];
const QUARTERS: [[usize; 4]; 8] = [
    [0, 4, 8, 12],
    [1, 5, 9, 13],
    [2, 6, 10, 14],
    [3, 7, 11, 15],
    [0, 5, 10, 15],
    [1, 6, 11, 12],
    [2, 7, 8, 13],
    [3, 4, 9, 14],
];

/// BLAKE2 over words of `bits` bits, kept in 64.
struct Blake {
    bits: u32,
    rounds: usize,
    turns: [u32; 4],
    start: [u64; 8],
}

impl Blake {
    fn new(wide: bool) -> Blake {
        let start = crate::sha512::start();
        if wide {
            return Blake { bits: 64, rounds: 12, turns: [32, 24, 16, 63], start };
        }
        Blake { bits: 32, rounds: 10, turns: [16, 12, 8, 7], start: start.map(|word| word >> 32) }
    }

    fn mask(&self) -> u64 {
        u64::MAX >> (64 - self.bits)
    }

    fn turn(&self, x: u64, by: u32) -> u64 {
        (x >> by | x << (self.bits - by)) & self.mask()
    }

    fn compress(&self, h: &mut [u64; 8], block: &[u8], count: u128, last: bool) {
        let bytes = self.bits as usize / 8;
        let m: Vec<u64> = block.chunks(bytes).map(|c| c.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b))).collect();
        let mut v = [0u64; 16];
        v[..8].copy_from_slice(h);
        v[8..].copy_from_slice(&self.start);
        v[12] ^= count as u64 & self.mask();
        v[13] ^= (count >> self.bits) as u64 & self.mask();
        if last {
            v[14] ^= self.mask();
        }
        for round in 0..self.rounds {
            let s = &SIGMA[round % 10];
            for (at, [a, b, c, d]) in QUARTERS.iter().copied().enumerate() {
                for half in 0..2 {
                    let (first, second) = (self.turns[2 * half], self.turns[2 * half + 1]);
                    v[a] = v[a].wrapping_add(v[b]).wrapping_add(m[s[2 * at + half]]) & self.mask();
                    v[d] = self.turn(v[d] ^ v[a], first);
                    v[c] = v[c].wrapping_add(v[d]) & self.mask();
                    v[b] = self.turn(v[b] ^ v[c], second);
                }
            }
        }
        for at in 0..8 {
            h[at] ^= v[at] ^ v[at + 8];
        }
    }
}

/// BLAKE2: whether 64 bits wide, key, size of the digest, salt, person, data.
///
/// # Errors
/// `ValueError` when a part is too long.
pub fn _blake2(args: &Args) -> R {
    let blake = Blake::new(args.at(0, "blake2")?.truth()?);
    let (key, size, salt, person, message) =
        (data(args, 1)?, size(args, 2)?, data(args, 3)?, data(args, 4)?, data(args, 5)?);
    let word = blake.bits as usize / 8;
    for (part, name, most) in [(&key, "key", 8 * word), (&salt, "salt", 2 * word), (&person, "person", 2 * word)] {
        if part.len() > most {
            return err("ValueError", format!("maximum {name} length is {most} bytes"));
        }
    }
    let mut parameters = vec![size as u8, key.len() as u8, 1, 1];
    parameters.resize(4 * word, 0);
    for part in [salt, person] {
        parameters.extend(part.iter().copied().chain(std::iter::repeat(0)).take(2 * word));
    }
    let mut h = blake.start;
    for (slot, bytes) in h.iter_mut().zip(parameters.chunks(word)) {
        *slot ^= bytes.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b));
    }
    let block = 16 * word;
    let mut input = vec![];
    if !key.is_empty() {
        input.extend(&key);
        input.resize(block, 0);
    }
    input.extend(message);
    let len = input.len();
    input.resize(len.div_ceil(block).max(1) * block, 0);
    let blocks = input.len() / block;
    for (at, part) in input.chunks(block).enumerate() {
        let last = at + 1 == blocks;
        blake.compress(&mut h, part, if last { len } else { (at + 1) * block } as u128, last);
    }
    let out: Vec<u8> = h.iter().flat_map(|w| w.to_le_bytes().into_iter().take(word)).take(size).collect();
    Ok(crate::bytes::value(out, false))
}
