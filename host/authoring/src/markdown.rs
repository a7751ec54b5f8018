//! Markdown as far as goldens need it: text and fenced blocks, printed back byte for byte.

use anyhow::{Result, bail};

/// A file cut into text and fenced blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// In order of the file.
    pub segments: Vec<Segment>,
}

/// A piece of a [`Document`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Everything between two blocks, with its line ends.
    Text(String),
    /// A fenced block.
    Block(Block),
}

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The opening line without backticks and surrounding white space.
    pub info: String,
    /// The lines between the fences, each with its line end.
    pub content: String,
    /// How many backticks the fences have.
    pub fence: usize,
    /// Line of the opening fence, from 1; 0 for a block that was not read from a file.
    pub line: usize,
}

impl Block {
    /// A block that is not from a file, with a fence longer than any in its content.
    pub fn new(info: impl Into<String>, content: impl Into<String>) -> Self {
        let content = content.into();
        let fence = content.lines().map(fence_length).max().unwrap_or(0).max(2) + 1;
        Block { info: info.into(), content, fence, line: 0 }
    }

    /// The words of the info string.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.info.split_whitespace()
    }

    /// The value of `key=value` in the info string.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.words().find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
    }
}

impl Document {
    /// Cut `text` at its fences.
    ///
    /// # Errors
    /// A fence that is never closed.
    pub fn parse(text: &str) -> Result<Self> {
        let mut segments = Vec::new();
        let mut plain = String::new();
        let mut open: Option<Block> = None;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let ticks = fence_length(line);
            match &mut open {
                Some(block) if ticks >= block.fence && line.trim_end().len() == ticks => {
                    segments.extend(open.take().map(Segment::Block));
                }
                Some(block) => block.content.push_str(line),
                None if ticks >= 3 => {
                    push_text(&mut segments, &mut plain);
                    let info = line[ticks..].trim().to_string();
                    open = Some(Block { info, content: String::new(), fence: ticks, line: number + 1 });
                }
                None => plain.push_str(line),
            }
        }
        if let Some(block) = open {
            bail!("line {}: the block `{}` is never closed", block.line, block.info);
        }
        push_text(&mut segments, &mut plain);
        Ok(Document { segments })
    }

    /// The text again.
    pub fn print(&self) -> String {
        let mut out = String::new();
        for segment in &self.segments {
            match segment {
                Segment::Text(text) => out.push_str(text),
                Segment::Block(block) => {
                    let fence = "`".repeat(block.fence);
                    out.push_str(&format!("{fence}{}\n{}", block.info, block.content));
                    if !block.content.is_empty() && !block.content.ends_with('\n') {
                        out.push('\n');
                    }
                    out.push_str(&format!("{fence}\n"));
                }
            }
        }
        out
    }

    /// The blocks, in order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Block(block) => Some(block),
            Segment::Text(_) => None,
        })
    }

    /// Give the first block that `is_it` accepts this content and info string, or append one.
    pub fn set(&mut self, info: &str, content: &str, is_it: impl Fn(&Block) -> bool) {
        let fresh = Block::new(info, content);
        for segment in &mut self.segments {
            if let Segment::Block(block) = segment
                && is_it(block)
            {
                let fence = block.fence.max(fresh.fence);
                *block = Block { fence, line: block.line, ..fresh };
                return;
            }
        }
        self.segments.push(Segment::Text("\n".into()));
        self.segments.push(Segment::Block(fresh));
    }

    /// Remove the blocks that `is_it` accepts, each with the blank line before it.
    pub fn remove(&mut self, is_it: impl Fn(&Block) -> bool) {
        let mut kept: Vec<Segment> = Vec::new();
        for segment in self.segments.drain(..) {
            match segment {
                Segment::Block(block) if is_it(&block) => {
                    if let Some(Segment::Text(text)) = kept.last_mut()
                        && text.ends_with("\n\n")
                    {
                        text.pop();
                    } else if matches!(kept.last(), Some(Segment::Text(text)) if text == "\n") {
                        kept.pop();
                    }
                }
                other => kept.push(other),
            }
        }
        self.segments = kept;
    }
}

fn fence_length(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b'`').count()
}

fn push_text(segments: &mut Vec<Segment>, plain: &mut String) {
    if !plain.is_empty() {
        segments.push(Segment::Text(std::mem::take(plain)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# T\n\nWhy.\n\n```c file=a.c\nint x;\n```\n\n````text stdout\n```\n````\n";

    #[test]
    fn prints_what_it_read() {
        let document = Document::parse(TEXT).unwrap();
        assert_eq!(document.print(), TEXT);
        let blocks: Vec<_> = document.blocks().collect();
        assert_eq!((blocks[0].attribute("file"), blocks[0].line), (Some("a.c"), 5));
        assert_eq!((blocks[1].content.as_str(), blocks[1].fence), ("```\n", 4));
    }

    #[test]
    fn an_open_fence_is_an_error_with_its_line() {
        let error = Document::parse("a\n```c\nint x;\n").unwrap_err();
        assert!(error.to_string().contains("line 2"), "{error}");
    }

    #[test]
    fn setting_replaces_or_appends_and_removing_takes_the_blank_line() {
        let mut document = Document::parse(TEXT).unwrap();
        let stdout = |block: &Block| block.info == "text stdout";
        document.set("text stdout", "hello\n", stdout);
        document.set("rust file=src/main.rs", "fn main() {}\n", |block| block.info.starts_with("rust"));
        let text = document.print();
        assert!(
            text.ends_with("````text stdout\nhello\n````\n\n```rust file=src/main.rs\nfn main() {}\n```\n"),
            "{text}"
        );
        document.remove(stdout);
        document.remove(|block| block.info.starts_with("rust"));
        assert_eq!(document.print(), "# T\n\nWhy.\n\n```c file=a.c\nint x;\n```\n");
    }
}
