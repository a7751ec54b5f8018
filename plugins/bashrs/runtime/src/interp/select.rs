//! `select` of bash.

use super::Interp;
use crate::ast::{List, Word};
use crate::{Flow, Run, Shell, Str};

impl Interp {
    pub(super) fn select(&self, sh: &mut Shell, name: &str, words: Option<&[Word]>, body: &List) -> Run {
        let mut items = vec![];
        match words {
            None => items = sh.all(),
            Some(words) => {
                for word in words {
                    self.fields(sh, word, &mut items)?;
                }
            }
        }
        if items.is_empty() {
            return sh.set_status(0);
        }
        sh.loops += 1;
        let result = self.select_rounds(sh, name, (words, &items), body);
        sh.loops -= 1;
        result?;
        sh.last()
    }

    fn select_rounds(
        &self,
        sh: &mut Shell,
        name: &str,
        (words, items): (Option<&[Word]>, &[Str]),
        body: &List,
    ) -> Result<(), Flow> {
        let mut shown = false;
        self.trace_bash(sh, || format!("select {name} in {}", self.source.words(words.unwrap_or(&[]))).into_bytes());
        loop {
            if !shown {
                let columns =
                    crate::text::parse_int(&sh.get("COLUMNS")).and_then(|columns| usize::try_from(columns).ok());
                sh.error_text(&menu(items, columns.filter(|columns| *columns > 0).unwrap_or(80)));
                shown = true;
            }
            let prompt = sh.lookup("PS3").cloned().unwrap_or_else(|| b"#? ".to_vec());
            sh.error_text(&prompt);
            sh.read(vec![b"-r".to_vec()])?;
            if sh.status != 0 && sh.is_null("REPLY") {
                sh.out.write(b"\n");
                sh.status = 1;
                return Ok(());
            }
            let reply = sh.get("REPLY");
            if reply.is_empty() {
                shown = false;
                continue;
            }
            let number = crate::text::parse_int(&reply).and_then(|number| usize::try_from(number).ok());
            let chosen = number.and_then(|number| items.get(number.wrapping_sub(1))).cloned().unwrap_or_default();
            sh.set(name, chosen)?;
            let round = sh.poll().and_then(|()| self.list(sh, body));
            if !sh.after_round(round)? {
                return Ok(());
            }
        }
    }
}

/// The choices in columns, as bash lays them out: `select_query` and `print_select_list` of its `execute_cmd.c`.
fn menu(items: &[Str], columns: usize) -> Str {
    let digits = |count: usize| count.to_string().len();
    let count = items.len();
    let length = |item: &Str| String::from_utf8_lossy(item).chars().count();
    let width = items.iter().map(length).max().unwrap_or(0) + digits(count) + 4;
    let mut columns = (columns / width).max(1);
    let mut rows = count.div_ceil(columns);
    columns = count.div_ceil(rows);
    if rows == 1 {
        rows = columns;
    }
    let mut out = Str::new();
    for row in 0..rows {
        let (mut at, mut start) = (row, 0);
        while let Some(item) = items.get(at) {
            let digits = if start == 0 { digits(rows) } else { digits(count) };
            out.extend_from_slice(format!("{:>digits$}) ", at + 1).as_bytes());
            out.extend_from_slice(item);
            at += rows;
            if at < count {
                indent(&mut out, start + digits + 2 + length(item), start + width);
            }
            start += width;
        }
        out.push(b'\n');
    }
    out
}

/// From one column to another, with tabs where they fit.
fn indent(out: &mut Str, mut from: usize, to: usize) {
    while from < to {
        if to / 8 > from / 8 {
            out.push(b'\t');
            from += 8 - from % 8;
        } else {
            out.push(b' ');
            from += 1;
        }
    }
}
