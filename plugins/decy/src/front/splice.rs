//! Puts included files into the text of a unit, so that the parser never asks for a file.
//!
//! Every include is replaced by the text of the file, whether or not the condition around it holds: the conditions stay in the text
//! and are decided by the preprocessor that reads it. A header that was surely read before, and guards itself, is left out the
//! second time.

use super::headers;
use super::lines::{directive, ends_in_comment, guard_line, included_name};
use super::words::Words;
use batuta_sdk::{Context, SourceFile};
use batuta_text::{FileId, Origin, TextRange};
use cinrs_core::SourceRange;
use std::collections::{BTreeMap, BTreeSet};

/// Included text beyond this many bytes is refused.
const LIMIT: usize = 64 << 20;
/// Includes within includes.
const DEPTH: usize = 100;

/// How often a file may be open within itself at first: the conditions around its includes are not known here.
pub(super) const SELF: usize = 1;
/// What is said of a file that is open more often.
pub(super) const TOO_OFTEN: &str = "includes itself too often";

/// How a unit is spliced.
pub(super) struct How {
    /// How often a file may be open within itself.
    pub own: usize,
    /// Macros that are defined again without `#undef`: the last definition counts, as it does for gcc.
    pub again: BTreeSet<String>,
}

/// A stretch of the spliced text that comes from one place.
#[derive(Clone, Debug)]
struct Segment {
    /// First byte in the spliced text.
    start: usize,
    /// The header's name as a project path, or `<name>` for one of the C library; none for the unit's own file.
    header: Option<usize>,
    /// The file, when it belongs to the project.
    file: Option<FileId>,
    /// Offset in that file of the first byte.
    offset: usize,
    /// Where the outermost include of this text is written.
    included_at: Origin,
}

/// The text of a unit with everything that it includes.
pub(crate) struct Spliced {
    /// What the preprocessor reads.
    pub text: String,
    segments: Vec<Segment>,
    /// Length in bytes of the project's files that are read.
    sizes: BTreeMap<FileId, u32>,
    /// Names of headers, `<stdio.h>` or `src/point.h`.
    pub headers: Vec<String>,
    /// Included names that nobody has, and where.
    pub missing: Vec<(String, Origin)>,
    /// Folders that no build file names, in which headers were found: the first of them, and where it is included.
    pub guessed: BTreeMap<String, (String, Origin)>,
    /// More text than the limit.
    pub too_big: bool,
}

/// Where projects keep headers, seen from the folders around a source.
const CUSTOM: [&str; 9] = ["", "include", "inc", "src", "lib", "api", "common", "public", "headers"];

struct Splicer<'a, 'b> {
    cx: &'a mut Context<'b>,
    out: Spliced,
    paths: &'a [String],
    /// Names of the files that are open, outermost first.
    stack: Vec<String>,
    /// Guarded headers that were certainly read.
    done: BTreeSet<String>,
    /// How many conditions surround the place, apart from include guards.
    conditions: usize,
    once: usize,
    how: &'a How,
    words: Words,
}

/// Splice `file`, looking for headers beside the including file and then in `paths`.
pub(super) fn splice(
    file: &SourceFile,
    text: &str,
    prefix: &str,
    paths: &[String],
    how: &How,
    cx: &mut Context<'_>,
) -> Spliced {
    let out = Spliced {
        text: String::with_capacity(text.len() * 2),
        segments: vec![],
        sizes: BTreeMap::new(),
        headers: vec![],
        missing: vec![],
        guessed: BTreeMap::new(),
        too_big: false,
    };
    let done = BTreeSet::new();
    let words = Words::default();
    let mut splicer = Splicer { cx, out, paths, stack: vec![], done, conditions: 0, once: 0, how, words };
    let at = Origin { file: file.id, range: TextRange::empty(0) };
    let variable = ["va_list", "va_start", "#include", "# include"].iter().any(|word| text.contains(word));
    if variable && let Some(text) = headers::text("va_tag.h") {
        splicer.library_header("va_tag.h", text, at);
    }
    if super::complex::mentioned(text)
        && let Some(text) = headers::text(super::complex::HEADER)
    {
        splicer.library_header(super::complex::HEADER, text, at);
    }
    if prefix.is_empty() {
        splicer.out.text.push_str(&format!("#line 1 \"{}\"\n", file.path));
    }
    if !prefix.is_empty() {
        splicer.mark(None, None, 0, at);
        splicer.out.text.push_str(&format!("{prefix}#line 1 \"{}\"\n", file.path));
    }
    splicer.file(&file.path, text, Some(file.id), None, at, true);
    let built_in = splicer.header_index("<built-in>");
    splicer.mark(Some(built_in), None, 0, at);
    splicer.out.text.push('\n');
    splicer.out
}

impl Spliced {
    fn segment(&self, at: usize) -> Option<&Segment> {
        let index = self.segments.partition_point(|segment| segment.start <= at);
        index.checked_sub(1).map(|index| &self.segments[index])
    }

    /// The place in a project file; text of the C library's headers answers with the include that brought it in.
    pub(crate) fn origin(&self, start: usize, end: usize) -> Origin {
        let (start, end) = (self.text.floor_char_boundary(start), self.text.ceil_char_boundary(end));
        let Some(segment) = self.segment(start) else { return Origin::default() };
        let Some(file) = segment.file else { return segment.included_at };
        // The preprocessor ends every file with a line end: what it misses there lies behind a file that has none.
        let size = self.sizes.get(&file).copied().unwrap_or(0);
        let first = ((segment.offset + (start - segment.start)) as u32).min(size);
        let length = end.saturating_sub(start) as u32;
        Origin { file, range: TextRange::new(first, (first + length).min(size)) }
    }

    /// A place that belongs to the compiler.
    pub(crate) fn built_in(&self) -> SourceRange {
        let end = self.text.len() as u32;
        SourceRange::new(end.saturating_sub(1), end)
    }

    /// The header that a place lies in, none for the unit's own file.
    pub(crate) fn header(&self, at: usize) -> Option<&str> {
        let index = self.segment(at)?.header?;
        Some(&self.headers[index])
    }
}

impl Splicer<'_, '_> {
    fn file(&mut self, name: &str, text: &str, file: Option<FileId>, header: Option<usize>, at: Origin, own: bool) {
        self.stack.push(name.to_owned());
        self.out.sizes.extend(file.map(|file| (file, text.len() as u32)));
        let guard = guard_line(text);
        let mut comment = false;
        let mut offset = 0;
        let mut depth = 0usize;
        let mut line_number = 1;
        let source = name;
        self.mark(header, file, 0, at);
        for line in text.split_inclusive('\n') {
            // What includes itself doubles with every depth.
            let limit = if self.how.own > SELF { LIMIT / 16 } else { LIMIT };
            if self.out.text.len() > limit {
                self.out.too_big = true;
                break;
            }
            let directive = if comment { None } else { directive(line) };
            let place = file.map_or(at, |file| Origin {
                file,
                range: TextRange::new(offset as u32, (offset + line.trim_end().len()) as u32),
            });
            match directive {
                Some(("include" | "include_next", rest)) if self.wanted(rest).is_some() => {
                    let (wanted, quoted) = self.wanted(rest).unwrap_or_default();
                    self.include(&wanted, quoted, name, if own { place } else { at });
                    self.out.text.push_str(&format!("\n#line {} \"{name}\"\n", line_number + 1));
                    self.mark(header, file, offset + line.len(), at);
                }
                Some(("pragma", rest)) if rest.trim_start().starts_with("once") => self.out.text.push('\n'),
                other => {
                    let asked = matches!(other, Some(("if" | "elif", _))).then(|| self.words.condition(line)).flatten();
                    match other {
                        Some(("define", rest)) => {
                            self.words.define(rest);
                            let end = rest.trim_start().find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                            let name = &rest.trim_start()[..end.unwrap_or(rest.trim_start().len())];
                            if self.how.again.contains(name) {
                                self.out.text.push_str(&format!("#undef {name}\n#line {line_number} \"{source}\"\n"));
                                self.mark(header, file, offset, at);
                            }
                        }
                        Some(("if" | "ifdef" | "ifndef", _)) => {
                            depth += 1;
                            if guard != Some(line_number) {
                                self.conditions += 1;
                            }
                        }
                        Some(("endif", _)) if depth > 0 => {
                            depth -= 1;
                            if depth > 0 || guard.is_none() {
                                self.conditions = self.conditions.saturating_sub(1);
                            }
                        }
                        _ => {}
                    }
                    comment = ends_in_comment(line, comment);
                    self.out.text.push_str(asked.as_deref().unwrap_or(line));
                    if asked.is_some() {
                        self.mark(header, file, offset + line.len(), at);
                    }
                }
            }
            offset += line.len();
            line_number += 1;
        }
        if !text.ends_with('\n') {
            self.out.text.push('\n');
        }
        self.stack.pop();
    }

    /// What an include names, also behind a macro, and whether it is quoted.
    fn wanted(&self, rest: &str) -> Option<(String, bool)> {
        let found = included_name(rest).or_else(|| included_name(self.words.header(rest)?));
        found.map(|(name, quoted)| (name.to_owned(), quoted))
    }

    fn mark(&mut self, header: Option<usize>, file: Option<FileId>, offset: usize, included_at: Origin) {
        let start = self.out.text.len();
        self.out.segments.push(Segment { start, header, file, offset, included_at });
    }

    fn include(&mut self, wanted: &str, quoted: bool, from: &str, at: Origin) {
        let found = if quoted || !headers::is_known(wanted) { self.find(wanted, from) } else { None };
        let unknown = found.is_none() && headers::text(wanted).is_none();
        match found.or_else(|| if unknown { self.guess(wanted, from, at) } else { None }) {
            Some(found) => self.project_header(&found, at),
            None => match headers::text(wanted) {
                Some(text) => self.library_header(wanted, text, at),
                None => {
                    self.out.text.push_str(&format!("#error \"{wanted}: no such header\"\n"));
                    self.out.missing.push((wanted.to_owned(), at));
                }
            },
        }
    }

    fn find(&mut self, wanted: &str, from: &str) -> Option<SourceFile> {
        if from.starts_with('<') || wanted.starts_with('/') {
            return None;
        }
        let beside = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut folders = vec![beside.to_owned()];
        folders.extend(self.paths.iter().cloned());
        let mut tried = BTreeSet::new();
        for folder in folders {
            let Some(path) = join(&folder, wanted) else { continue };
            if tried.insert(path.clone())
                && let Some(file) = self.cx.open(&path)
            {
                return Some(file);
            }
        }
        None
    }

    /// A header that lies where projects keep headers, the nearest first.
    fn guess(&mut self, wanted: &str, from: &str, at: Origin) -> Option<SourceFile> {
        if from.starts_with('<') || wanted.starts_with('/') {
            return None;
        }
        let mut around = from;
        while !around.is_empty() {
            around = around.rsplit_once('/').map_or("", |(folder, _)| folder);
            for custom in CUSTOM {
                let folder = join(around, custom)?;
                if let Some(file) = join(&folder, wanted).and_then(|path| self.cx.open(&path)) {
                    self.out.guessed.entry(folder).or_insert_with(|| (wanted.to_owned(), at));
                    return Some(file);
                }
            }
        }
        None
    }

    fn project_header(&mut self, found: &SourceFile, at: Origin) {
        let Some(text) = found.text() else {
            self.out.missing.push((format!("{} (not UTF-8)", found.path), at));
            return;
        };
        let text = text.replace("\r\n", "\n");
        let index = self.header_index(&found.path);
        self.guarded(&found.path, &text, Some(found.id), index, at);
    }

    fn library_header(&mut self, wanted: &str, text: &str, at: Origin) {
        let name = format!("<{wanted}>");
        let index = self.header_index(&name);
        self.guarded(&name, text, None, index, at);
    }

    fn header_index(&mut self, name: &str) -> usize {
        if let Some(index) = self.out.headers.iter().position(|known| known == name) {
            return index;
        }
        self.out.headers.push(name.to_owned());
        self.out.headers.len() - 1
    }

    /// One header, unless it was surely read before or is being read now.
    fn guarded(&mut self, name: &str, text: &str, file: Option<FileId>, index: usize, at: Origin) {
        if self.done.contains(name) {
            return;
        }
        let once = text.lines().any(|line| matches!(directive(line), Some(("pragma", rest)) if rest.trim() == "once"));
        let guarded = once || guard_line(text).is_some();
        let open = self.stack.iter().any(|open| open == name);
        if self.stack.iter().filter(|open| *open == name).count() > self.how.own {
            self.out.text.push_str(&format!("#error \"{} {TOO_OFTEN}\"\n", name.trim_matches(['<', '>'])));
            return;
        }
        if self.stack.len() > DEPTH || (guarded && (open || self.done.contains(name))) {
            return;
        }
        if guarded && self.conditions == 0 {
            self.done.insert(name.to_owned());
        }
        if once {
            let mark = format!("BATUTA_ONCE_{index}_");
            self.out.text.push_str(&format!("#ifndef {mark}\n#define {mark}\n"));
            self.once += 1;
        }
        self.out.text.push_str(&format!("#line 1 \"{}\"\n", name.trim_matches(['<', '>'])));
        self.file(name, text, file, Some(index), at, false);
        if once {
            self.out.text.push_str("#endif\n");
        }
    }
}

/// `folder/name` without `.` and `..`; none when it leaves the project.
pub(crate) fn join(folder: &str, name: &str) -> Option<String> {
    let mut parts: Vec<&str> = vec![];
    for part in folder.split('/').chain(name.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
