//! Pieces of a page.

use crate::style::Paint;
use crate::words::clean;

/// Text in which HTML means nothing, also in attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Class of a colour.
pub(crate) fn class(paint: Paint) -> &'static str {
    match paint {
        Paint::Good => "good",
        Paint::Attention => "attention",
        Paint::Bad => "bad",
        Paint::Plain | Paint::Bold | Paint::Dim => "plain",
    }
}

/// A word with a colour.
pub(crate) fn badge(paint: Paint, word: &str) -> String {
    format!("<span class=\"badge {}\">{}</span>", class(paint), escape(word))
}

/// Preformatted text that can be scrolled with the keyboard.
pub(crate) fn pre(text: &str, name: &str) -> String {
    format!("<pre tabindex=\"0\" aria-label=\"{}\"><code>{}</code></pre>\n", escape(name), escape(text))
}

/// A table; its cells are HTML.
pub(crate) struct Table {
    out: String,
}

impl Table {
    /// A table with a caption for those who do not see it.
    pub(crate) fn new(caption: &str, heads: &[&str]) -> Self {
        let cells: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
        let caption = escape(caption);
        let open = "<div class=\"scroll\" tabindex=\"0\" role=\"region\"";
        Table {
            out: format!(
                "{open} aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n"
            ),
        }
    }

    /// Add a row; its first cell heads it.
    pub(crate) fn row(&mut self, cells: &[String]) {
        let mut cells = cells.iter();
        let head = cells.next().map_or(String::new(), |head| format!("<th scope=\"row\">{head}</th>"));
        let rest: String = cells.map(|cell| format!("<td>{cell}</td>")).collect();
        self.out.push_str(&format!("<tr>{head}{rest}</tr>\n"));
    }

    /// The whole table.
    pub(crate) fn finish(self) -> String {
        self.out + "</tbody>\n</table>\n</div>\n"
    }
}
