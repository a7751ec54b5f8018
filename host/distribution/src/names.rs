//! Names that look like others: `depy1er`, `bash-rs`, `decyy`.

/// The name among `known` that `name` may be taken for, but is not: the same letters to the eye, or one edit away.
pub fn confusable<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let shape = skeleton(name);
    known.into_iter().filter(|other| *other != name).find(|other| {
        let near = name.len().min(other.len()) >= 4 && within_one_edit(name.as_bytes(), other.as_bytes());
        near || skeleton(other) == shape
    })
}

/// What is left of a name when what the eye confuses is made equal. Names have only lower-case letters, digits and `-`.
fn skeleton(name: &str) -> String {
    let plain: String = name
        .chars()
        .filter(|c| *c != '-')
        .map(|c| match c {
            '0' => 'o',
            '1' | 'i' | 'j' => 'l',
            '5' => 's',
            '2' => 'z',
            '8' => 'b',
            c => c,
        })
        .collect();
    plain.replace("rn", "m").replace("vv", "w").replace("cl", "d")
}

/// Whether one insertion, removal, change or swap of neighbours makes one of the other.
fn within_one_edit(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[same..], &long[same..]);
    if short.len() < long.len() {
        return long.get(1..) == Some(short);
    }
    let swapped = short.len() >= 2 && short[0] == long[1] && short[1] == long[0] && short[2..] == long[2..];
    swapped || short.get(1..) == long.get(1..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_are_found_and_others_are_not() {
        let known = ["depyler", "decy", "bashrs", "ini"];
        for (name, like) in
            [("depy1er", "depyler"), ("deplyer", "depyler"), ("bash-rs", "bashrs"), ("decyy", "decy"), ("1ni", "ini")]
        {
            assert_eq!(confusable(name, known), Some(like), "{name}");
        }
        for name in ["depyler", "awk", "toml", "ink", "json-schema"] {
            assert_eq!(confusable(name, known), None, "{name}");
        }
    }
}
