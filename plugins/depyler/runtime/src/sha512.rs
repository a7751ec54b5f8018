//! SHA-512, for seeds that are texts.

/// The digest of `data`.
pub fn digest(data: &[u8]) -> [u8; 64] {
    static START: std::sync::OnceLock<Vec<u64>> = std::sync::OnceLock::new();
    run(data, START.get_or_init(|| constants_of_roots(8, 2)))
}

/// The words that SHA-512 starts from, and BLAKE2.
pub fn start() -> [u64; 8] {
    let mut out = [0u64; 8];
    for (slot, word) in out.iter_mut().zip(constants_of_roots(8, 2)) {
        *slot = word;
    }
    out
}

/// The digest of `data` by SHA-384.
pub fn digest_384(data: &[u8]) -> [u8; 48] {
    let mut out = [0u8; 48];
    // It starts from the roots of the ninth to the sixteenth prime.
    out.copy_from_slice(&run(data, &constants_of_roots(16, 2)[8..])[..48]);
    out
}

fn run(data: &[u8], start: &[u64]) -> [u8; 64] {
    static CONSTANTS: std::sync::OnceLock<Vec<u64>> = std::sync::OnceLock::new();
    let constants = CONSTANTS.get_or_init(|| constants(80, 3));
    let mut state = [0u64; 8];
    state.copy_from_slice(start);
    let mut message = data.to_vec();
    message.push(0x80);
    while message.len() % 128 != 112 {
        message.push(0);
    }
    message.extend_from_slice(&((data.len() as u128) * 8).to_be_bytes());
    for block in message.chunks(128) {
        let mut w = [0u64; 80];
        for (slot, bytes) in w.iter_mut().zip(block.chunks(8)) {
            *slot = bytes.iter().fold(0, |n, b| n << 8 | u64::from(*b));
        }
        for t in 16..80 {
            let (a, b) = (w[t - 15], w[t - 2]);
            let s0 = a.rotate_right(1) ^ a.rotate_right(8) ^ a >> 7;
            let s1 = b.rotate_right(19) ^ b.rotate_right(61) ^ b >> 6;
            w[t] = w[t - 16].wrapping_add(s0).wrapping_add(w[t - 7]).wrapping_add(s1);
        }
        let mut v = state;
        for t in 0..80 {
            let s1 = v[4].rotate_right(14) ^ v[4].rotate_right(18) ^ v[4].rotate_right(41);
            let choose = v[4] & v[5] ^ !v[4] & v[6];
            let t1 = v[7].wrapping_add(s1).wrapping_add(choose).wrapping_add(constants[t]).wrapping_add(w[t]);
            let s0 = v[0].rotate_right(28) ^ v[0].rotate_right(34) ^ v[0].rotate_right(39);
            let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2];
            v = [t1.wrapping_add(s0.wrapping_add(majority)), v[0], v[1], v[2], v[3].wrapping_add(t1), v[4], v[5], v[6]];
        }
        for (slot, value) in state.iter_mut().zip(v) {
            *slot = slot.wrapping_add(value);
        }
    }
    let mut out = [0u8; 64];
    for (bytes, word) in out.chunks_mut(8).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    out
}

fn constants(count: usize, degree: u32) -> Vec<u64> {
    constants_of_roots(count, degree)
}

/// The first 64 bits of the fractional parts of the roots of the first primes.
fn constants_of_roots(count: usize, degree: u32) -> Vec<u64> {
    let mut primes: Vec<u64> = vec![];
    let mut n = 2;
    while primes.len() < count {
        if primes.iter().all(|p| n % p != 0) {
            primes.push(n);
        }
        n += 1;
    }
    primes.into_iter().map(|prime| root_bits(prime, degree)).collect()
}

/// `floor(prime ** (1 / degree) * 2 ** 64)` modulo `2 ** 64`, by bisection on big integers.
fn root_bits(prime: u64, degree: u32) -> u64 {
    use crate::bigint::BigInt;
    let target = BigInt::from_i128(i128::from(prime)).shl(64 * degree as usize);
    let (mut low, mut high) = (0i128, 1i128 << 70);
    while high - low > 1 {
        let middle = (low + high) / 2;
        if BigInt::from_i128(middle).pow(u64::from(degree)) <= target { low = middle } else { high = middle }
    }
    low as u64
}

#[cfg(test)]
mod tests {
    #[test]
    fn digest_of_abc() {
        let hex: String = super::digest(b"abc").iter().map(|b| format!("{b:02x}")).collect();
        assert!(hex.starts_with("ddaf35a193617abacc417349ae204131"));
    }
}
