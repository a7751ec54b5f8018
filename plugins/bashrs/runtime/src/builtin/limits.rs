//! `ulimit`.

use crate::{Run, Shell, Str, sys, text};

/// Letter, number of the resource, size of its unit in dash and bash.
const RESOURCES: &[(u8, i32, u64, u64)] = &[
    (b't', 0, 1, 1),
    (b'f', 1, 512, 1024),
    (b'd', 2, 1024, 1024),
    (b's', 3, 1024, 1024),
    (b'c', 4, 512, 1024),
    (b'm', 5, 1024, 1024),
    (b'l', 8, 1024, 1024),
    (b'n', 7, 1, 1),
    (b'v', 9, 1024, 1024),
];

impl Shell {
    /// The builtin `ulimit`.
    pub fn ulimit(&mut self, args: Vec<Str>) -> Run {
        let (mut hard, mut soft, mut letter, mut value) = (false, false, b'f', None);
        for arg in args {
            if arg.len() > 1 && arg[0] == b'-' {
                for option in &arg[1..] {
                    match option {
                        b'H' => hard = true,
                        b'S' => soft = true,
                        other => letter = *other,
                    }
                }
            } else {
                value = Some(arg);
            }
        }
        let process = if self.bash() { b'u' } else { b'p' };
        let found = RESOURCES.iter().find(|(known, ..)| *known == letter).copied();
        let found = found.or((letter == process).then_some((letter, 6, 1, 1)));
        let Some((_, resource, dash, bash)) = found else {
            return Err(self.refuse("SH0908", &format!("`ulimit -{}`", letter as char)));
        };
        let unit = if self.bash() { bash } else { dash };
        let Some((mut now, mut most)) = sys::limit(resource) else { return self.finish(1) };
        let Some(value) = value else {
            let shown = if hard && !soft { most } else { now };
            let line = if shown == u64::MAX { "unlimited\n".to_string() } else { format!("{}\n", shown / unit) };
            return self.put(line.as_bytes());
        };
        let new = match value.as_slice() {
            b"unlimited" => u64::MAX,
            b"hard" if self.bash() => most,
            b"soft" if self.bash() => now,
            other => match text::parse_int(other).filter(|number| *number >= 0) {
                Some(number) => (number as u64).saturating_mul(unit),
                None => return self.misuse(&format!("ulimit: Illegal number: {}", text::lossy(other)), false),
            },
        };
        if soft || !hard {
            now = new;
        }
        if hard || !soft {
            most = new;
        }
        if sys::set_limit(resource, now, most) {
            return self.finish(0);
        }
        self.misuse("ulimit: error setting limit", false)
    }
}
