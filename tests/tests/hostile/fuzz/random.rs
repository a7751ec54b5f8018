//! The campaigns' source of choices: fixed by a number, so that every input can be made again.

/// xorshift with a multiplied output.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        let mut random = Random(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        random.next();
        random
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    pub fn below(&mut self, most: usize) -> usize {
        if most == 0 { 0 } else { (self.next() % most as u64) as usize }
    }

    /// True once in `n` times.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// A number that is often at an edge.
    pub fn word(&mut self) -> u32 {
        const EDGES: [u32; 14] =
            [0, 1, 2, 7, 0xff, 0xffff, 65536, 65543, 0x7fff_ffff, 0x8000_0000, 0xffff_fff8, u32::MAX, 1 << 20, 3];
        match self.below(4) {
            0 => self.next() as u32,
            1 => self.below(64) as u32,
            _ => EDGES[self.below(EDGES.len())],
        }
    }

    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next() as u8).collect()
    }
}

/// Change some bytes, as fuzzers do without knowing what they mean.
pub fn havoc(random: &mut Random, bytes: &mut Vec<u8>, other: &[u8]) {
    for _ in 0..1 + random.below(5) {
        let at = random.below(bytes.len());
        match random.below(7) {
            _ if bytes.is_empty() => bytes.push(random.next() as u8),
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes[at] = random.next() as u8,
            2 => {
                let word = random.word().to_le_bytes();
                let at = at & !3;
                let end = bytes.len().min(at + 4);
                bytes[at..end].copy_from_slice(&word[..end - at]);
            }
            3 => bytes.truncate(at),
            4 => {
                let count = 1 + random.below(16);
                let piece = random.bytes(count);
                bytes.splice(at..at, piece);
            }
            5 => {
                let end = bytes.len().min(at + 1 + random.below(32));
                bytes.drain(at..end);
            }
            _ if !other.is_empty() => {
                let from = random.below(other.len());
                let piece = &other[from..other.len().min(from + 1 + random.below(64))];
                let end = bytes.len().min(at + piece.len());
                bytes.splice(at..end, piece.iter().copied());
            }
            _ => {}
        }
    }
}
