//! Columns of text.

use crate::style::{Paint, Style};

/// A table whose columns are as wide as their widest cell.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Vec<(String, Paint)>>,
}

impl Table {
    /// A table with this first row.
    pub(crate) fn new(heads: &[&str]) -> Self {
        Table { rows: vec![heads.iter().map(|head| (head.to_string(), Paint::Dim)).collect()] }
    }

    /// Add a row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = (String, Paint)>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The lines, each indented by two columns.
    pub(crate) fn render(&self, style: &Style) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|(text, _)| text.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let mut out = String::new();
        for row in &self.rows {
            let mut line = String::from(" ");
            let mut pad = 1;
            for ((text, paint), width) in row.iter().zip(&widths) {
                if !text.is_empty() {
                    line.push_str(&" ".repeat(pad));
                    line.push_str(&style.paint(*paint, text));
                    pad = 0;
                }
                pad += width - text.chars().count() + 2;
            }
            out.push_str(&line);
            out.push('\n');
            // Empty cells at the end leave no white space behind.
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_lines_have_no_white_space_at_their_end() {
        let mut table = Table::new(&["A", "LONG", "C"]);
        table.row([("é".into(), Paint::Plain), (String::new(), Paint::Plain), ("x".into(), Paint::Good)]);
        table.row([("abc".into(), Paint::Plain), ("b".into(), Paint::Plain), (String::new(), Paint::Plain)]);
        assert_eq!(table.render(&Style::default()), "  A    LONG  C\n  é          x\n  abc  b\n");
        let colour = Style { colour: true, ..Style::default() };
        assert!(table.render(&colour).contains("\x1b[32mx\x1b[0m"));
    }
}
