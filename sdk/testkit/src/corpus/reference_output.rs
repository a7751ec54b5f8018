//! What the original printed, with the places at which it prints times.

/// The original's output. Numbers with a point at which two runs of it differ are times, and any such number will do in their place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expected {
    pub(super) stdout: Vec<u8>,
    pub(super) exit: i32,
    /// Which of the numbers with a point are times, by their number from 0.
    times: Vec<usize>,
}

impl Expected {
    /// Every byte counts.
    pub(super) fn exactly(stdout: Vec<u8>, exit: i32) -> Self {
        Expected { stdout, exit, times: Vec::new() }
    }

    /// From two runs; none when they differ in more than numbers with a point.
    pub(super) fn of_two(first: (Vec<u8>, i32), second: &(Vec<u8>, i32)) -> Option<Self> {
        let mut expected = Expected::exactly(first.0, first.1);
        if expected.stdout != second.0 {
            let (left, right) = (pieces(&expected.stdout), pieces(&second.0));
            let differ = |at: &usize| left[*at] != right[*at];
            let places: Vec<usize> = (0..left.len().min(right.len())).filter(differ).collect();
            // Numbers stand at odd places.
            if left.len() != right.len() || places.iter().any(|at| at % 2 == 0) {
                return None;
            }
            expected.times = places.into_iter().map(|at| at / 2).collect();
        }
        (expected.exit == second.1).then_some(expected)
    }

    /// Whether a time is printed anywhere.
    pub(super) fn has_times(&self) -> bool {
        !self.times.is_empty()
    }

    /// Whether another program's output is the same but for the times.
    pub(super) fn matches(&self, stdout: &[u8]) -> bool {
        if self.times.is_empty() || self.stdout == stdout {
            return self.stdout == stdout;
        }
        let (left, right) = (pieces(&self.stdout), pieces(stdout));
        let same = |(at, (left, right)): (usize, (&&[u8], &&[u8]))| {
            left == right || at % 2 == 1 && self.times.binary_search(&(at / 2)).is_ok()
        };
        left.len() == right.len() && left.iter().zip(&right).enumerate().all(same)
    }
}

/// Text, number, text, number, …, text: numbers are digits with a point among them, and perhaps an exponent.
fn pieces(text: &[u8]) -> Vec<&[u8]> {
    let (mut pieces, mut start, mut at) = (Vec::new(), 0, 0);
    while at < text.len() {
        match number(&text[at..]) {
            0 => at += 1,
            length if text[at..at + length].iter().any(|byte| matches!(byte, b'.' | b'e')) => {
                pieces.push(&text[start..at]);
                pieces.push(&text[at..at + length]);
                at += length;
                start = at;
            }
            length => at += length,
        }
    }
    pieces.push(&text[start..]);
    pieces
}

/// How many bytes of a number stand here.
fn number(text: &[u8]) -> usize {
    let digits = |from: usize| text[from.min(text.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(0);
    let mut length = whole;
    if whole > 0 && text.get(whole) == Some(&b'.') && digits(whole + 1) > 0 {
        length += 1 + digits(whole + 1);
    }
    if whole > 0 && text.get(length) == Some(&b'e') {
        let sign = usize::from(matches!(text.get(length + 1), Some(b'+' | b'-')));
        let exponent = digits(length + 1 + sign);
        length += if exponent > 0 { 1 + sign + exponent } else { 0 };
    }
    length
}

#[cfg(test)]
mod tests {
    use super::Expected;

    fn of(first: &str, second: &str) -> Option<Expected> {
        Expected::of_two((first.into(), 0), &(second.into(), 0))
    }

    #[test]
    fn times_are_told_from_what_counts() {
        let expected = of("pi 3.14 in 0.512 s\n", "pi 3.14 in 9e-05 s\n").unwrap();
        assert!(expected.has_times());
        for good in ["pi 3.14 in 0.1 s\n", "pi 3.14 in 0.512 s\n"] {
            assert!(expected.matches(good.as_bytes()), "{good}");
        }
        for bad in ["pi 3.15 in 0.1 s\n", "pi 3.14 in 5 s\n", "pi 3.14 in 0.1 s", "", "pi 3.14 in 0.1 s\nx 1.0\n"] {
            assert!(!expected.matches(bad.as_bytes()), "{bad}");
        }
        assert!(of("id 12", "id 13").is_none(), "whole numbers are no times");
        assert!(of("a 1.0", "b 1.0").is_none());
        assert!(of("1.0", "1.0 2.0").is_none());
        assert!(!of("x 1.0", "x 1.0").unwrap().has_times());
        assert!(Expected::of_two((b"x".into(), 0), &(b"x".into(), 1)).is_none());
    }
}
