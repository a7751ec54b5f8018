//! Byte offset to line and column.

/// A place for people: both count from 1; the column counts Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// From 1.
    pub line: u32,
    /// From 1.
    pub column: u32,
}

/// Where the lines of a text start. Lines end at `\n`; a `\r` before it belongs to the line.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    len: u32,
}

impl LineIndex {
    /// Index of `text`.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1));
        LineIndex { starts, len: text.len() as u32 }
    }

    /// The line, from 1, that holds the byte at `offset`; offsets past the end belong to the last line.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset.min(self.len)) as u32
    }

    /// Line and column of `offset` in the text that was indexed.
    pub fn line_column(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.starts[line as usize - 1] as usize;
        let before = text.get(start..(offset.min(self.len)) as usize).unwrap_or("");
        LineColumn { line, column: before.chars().count() as u32 + 1 }
    }

    /// Byte offset of the start of `line`, from 1; none past the last line.
    pub fn start(&self, line: u32) -> Option<u32> {
        self.starts.get((line as usize).checked_sub(1)?).copied()
    }

    /// How many lines, an empty last one counted.
    pub fn lines(&self) -> u32 {
        self.starts.len() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_map_to_lines_and_columns() {
        let text = "ab\nçd\n";
        let index = LineIndex::new(text);
        let places: Vec<_> = [0, 2, 3, 5, 7, 99].iter().map(|at| index.line_column(text, *at)).collect();
        let pairs: Vec<_> = places.iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(pairs, [(1, 1), (1, 3), (2, 1), (2, 2), (3, 1), (3, 1)]);
        assert_eq!((index.start(2), index.start(4), index.lines()), (Some(3), None, 3));
    }
}
