//! Lines that stand more than once.

use super::File;
use std::collections::HashMap;

/// Per file how many of its lines belong to a piece that stands elsewhere, too, in another file or at other lines of the same.
pub(super) fn lines(files: &[File<'_>]) -> Vec<u32> {
    let mut places: HashMap<u64, (usize, u32, bool)> = HashMap::new();
    for (index, file) in files.iter().enumerate() {
        for piece in &file.facts.fingerprints {
            let place = places.entry(piece.hash).or_insert((index, piece.line, false));
            // Pieces that overlap themselves (tables of numbers) are no copies.
            place.2 |= place.0 != index || piece.line.abs_diff(place.1) > 4;
        }
    }
    files.iter().map(|file| covered(file, &places)).collect()
}

fn covered(file: &File<'_>, places: &HashMap<u64, (usize, u32, bool)>) -> u32 {
    let copied = file.facts.fingerprints.iter().filter(|piece| places.get(&piece.hash).is_some_and(|place| place.2));
    let mut ranges: Vec<(u32, u32)> = copied.map(|piece| (piece.line, piece.last_line)).collect();
    ranges.sort_unstable();
    let (mut sum, mut end) = (0, 0);
    for (first, last) in ranges {
        let first = first.max(end + 1);
        if last >= first {
            sum += last + 1 - first;
            end = last;
        }
    }
    sum
}
