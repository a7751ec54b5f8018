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
                sh.error_text(&menu(items));
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

/// The choices in columns, as bash lays them out on 80 columns.
fn menu(items: &[Str]) -> Str {
    let digits = items.len().to_string().len();
    let width = items.iter().map(Vec::len).max().unwrap_or(0) + digits + 4;
    let mut columns = (80 / width).max(1);
    let mut rows = items.len().div_ceil(columns);
    columns = items.len().div_ceil(rows);
    if rows == 1 {
        rows = columns;
        columns = 1;
    }
    let mut out = Str::new();
    for row in 0..rows {
        for column in 0..columns {
            let Some(item) = items.get(column * rows + row) else { continue };
            let cell = [format!("{:>digits$}) ", column * rows + row + 1).as_bytes(), item].concat();
            let last = items.len() <= (column + 1) * rows + row;
            out.extend_from_slice(&cell);
            if !last {
                out.resize(out.len() + width.saturating_sub(cell.len()), b' ');
            }
        }
        out.push(b'\n');
    }
    out
}
