//! Commands that stay text: rare forms that are walked as a tree at run time.

use super::scan::{Visit, walk_command, walk_word};
use super::{Body, Lowerer, sh_call};
use crate::ast::*;
use batuta_rust_ir::{Expr, Stmt};

/// Whether a command of this form is left to the run-time crate.
pub(super) fn is_text_only(command: &Command) -> bool {
    match &command.kind {
        CommandKind::Select { .. } => true,
        CommandKind::Simple(simple) => is_rare(simple),
        _ => false,
    }
}

fn is_rare(simple: &Simple) -> bool {
    if simple.assigns.iter().chain([]).any(assigns_rarely) || simple.words.iter().any(assigns_in_word) {
        return true;
    }
    let Some(first) = simple.words.first() else { return false };
    let assigns = &simple.assigns;
    let name = first.constant().unwrap_or_default();
    match name.as_str() {
        "break" | "continue" => match simple.words.as_slice() {
            [_] => false,
            [_, count] => count.constant().and_then(|text| text.parse::<u32>().ok()).is_none_or(|count| count == 0),
            _ => true,
        },
        "exit" | "return" => simple.words.len() > 2,
        "eval" | "." | "source" if !assigns.is_empty() => true,
        "declare" | "typeset" | "local" | "readonly" | "export" if !assigns.is_empty() => {
            let options = || simple.words[1..].iter().filter_map(Word::constant).filter(|text| text.starts_with('-'));
            let list = assigns.iter().any(|assign| matches!(assign.value, Value::Array(_)));
            list && (matches!(name.as_str(), "readonly" | "export") || options().any(|text| text.contains(['r', 'x'])))
                || options().any(|text| text.contains('A')) && assigns.iter().any(|assign| assign.append)
        }
        _ => {
            let before = |assign: &Assign| assign.append || assign.index.is_some();
            assigns.iter().any(before)
                || assigns.iter().enumerate().any(|(at, assign)| match &assign.value {
                    Value::Word(word) => at > 0 && super::simple::mentions_any(word, &assigns[..at]),
                    Value::Array(_) => true,
                })
        }
    }
}

fn assigns_rarely(assign: &Assign) -> bool {
    match &assign.value {
        Value::Word(word) => assigns_in_word(word),
        Value::Array(elements) => elements.iter().any(|element| assigns_in_word(&element.word)),
    }
}

/// `${1=word}` and the like, which are errors where they are reached.
fn assigns_in_word(word: &Word) -> bool {
    struct Found(bool);
    impl Visit for Found {
        fn param(&mut self, param: &Param) {
            let default = matches!(param.op, ParamOp::Default { kind: '=', .. });
            self.0 |= default && !matches!(param.name, ParamName::Var(_));
        }
    }
    let mut found = Found(false);
    walk_word(word, &mut found);
    found.0
}

/// Whether `set -x` or `set -v` stands anywhere in an item.
pub(super) fn traces(item: &Item) -> bool {
    struct Found(bool);
    impl Visit for Found {
        fn command(&mut self, command: &Command) {
            if let CommandKind::Simple(simple) = &command.kind
                && simple.words.first().and_then(Word::constant).as_deref() == Some("set")
            {
                self.0 |=
                    simple.words[1..].iter().take_while(|word| word.bare() != Some("--")).any(super::builtin::is_trace);
            }
        }
    }
    let mut found = Found(false);
    super::scan::walk_item(item, &mut found);
    found.0
}

/// Whether a script, or a quoted string in it, has bytes that are not UTF-8: `$'\\xff'` gives such a byte.
fn is_odd(text: &str, bash: bool) -> bool {
    crate::parse::bytes::is_odd(text) || bash && ansi_quoted(text).any(odd_escapes)
}

/// What stands between each `$'` and the next quote that no backslash escapes.
fn ansi_quoted(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("$'").map(|(at, mark)| {
        let inside = &text[at + mark.len()..];
        let mut escaped = false;
        let end = inside.find(|c| {
            let ends = c == '\'' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        &inside[..end.unwrap_or(inside.len())]
    })
}

/// Whether a script is walked from its first line, or from one of its lines, on: nothing is known of its variables then.
pub(super) fn is_walked(script: &Script, text: &str, bash: bool) -> bool {
    let items = &script.body.items;
    is_odd(text, bash)
        || items.iter().any(|item| super::dynamic::uses_alias(item, bash) || traces(item) && !traces_last(item))
}

impl Lowerer<'_> {
    /// Whether the script, or a quoted string in it, has bytes that are not UTF-8.
    pub(super) fn has_odd_text(&self) -> bool {
        is_odd(self.text, self.bash())
    }

    /// The command as text that is evaluated, where its text can be cut out of the file.
    pub(super) fn as_text(&mut self, command: &Command) -> Option<Body> {
        let text = self.text.get(command.range.start as usize..command.range.end as usize)?;
        struct Docs(bool);
        impl Visit for Docs {
            fn command(&mut self, command: &Command) {
                self.0 |= command.redirects.iter().any(|redirect| matches!(redirect.target, Target::HereDoc(_)));
            }
        }
        let mut docs = Docs(false);
        walk_command(command, &mut docs);
        let script = crate::parse::parse(text, self.dialect);
        let [item] = script.body.items.as_slice() else { return None };
        let [same] = item.first.stages.as_slice() else { return None };
        let alike = match (&same.kind, &command.kind) {
            (CommandKind::Simple(one), CommandKind::Simple(other)) => {
                one.words.len() == other.words.len() && one.assigns.len() == other.assigns.len()
            }
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
        };
        if docs.0 || !alike || !script.errors.is_empty() || !item.rest.is_empty() {
            return None;
        }
        let word = Word { parts: vec![Part::Quoted(text.to_string())], range: command.range };
        Some(self.run_text("eval", &[word]))
    }

    /// After a command that may have switched tracing on: the rest is walked as a tree then, functions included.
    pub(super) fn rest_if_traced(&mut self, list: &List, at: usize) -> Body {
        let mut body = Body::default();
        let Some(next) = list.items.get(at + 1) else { return body };
        let start = next.range.start as usize;
        let mut functions = String::new();
        for item in &list.items[..=at] {
            let definition =
                matches!(item.first.stages.as_slice(), [Command { kind: CommandKind::Function { .. }, .. }]);
            if definition && item.rest.is_empty() {
                functions.push_str(self.text.get(item.range.start as usize..item.range.end as usize).unwrap_or(""));
                functions.push('\n');
            }
        }
        let text = self.text.get(start..).unwrap_or("").to_string();
        let line = Expr::int(self.lines.line(start as u32).into());
        let rest = sh_call("rest_traced", vec![Expr::str(functions), line, Expr::str(text)]);
        let block = batuta_rust_ir::Block::new(vec![Stmt::expr(Expr::return_(rest))]);
        body.push(Stmt::expr(Expr::if_(sh_call("traced", vec![]), block, None)));
        body
    }
}

/// Whether the trace can only begin with the item's last command.
pub(super) fn traces_last(item: &Item) -> bool {
    if item.background || item.first.negated {
        return false;
    }
    let earlier = std::iter::once(&item.first).chain(item.rest.iter().map(|(_, pipeline)| pipeline));
    let pipelines: Vec<&Pipeline> = earlier.collect();
    let Some((last, earlier)) = pipelines.split_last() else { return false };
    let clean = |pipeline: &Pipeline| {
        let item =
            Item { comments: vec![], first: pipeline.clone(), rest: vec![], background: false, range: item.range };
        !traces(&item)
    };
    earlier.iter().all(|pipeline| clean(pipeline)) && !last.timed && pipeline_traces_last(last)
}

fn pipeline_traces_last(pipeline: &Pipeline) -> bool {
    let [command] = pipeline.stages.as_slice() else { return false };
    let list = |list: &List| {
        let Some((last, earlier)) = list.items.split_last() else { return true };
        earlier.iter().all(|item| !traces(item)) && (!traces(last) || traces_last(last))
    };
    match &command.kind {
        CommandKind::Simple(_) => true,
        CommandKind::Group(body) => list(body),
        CommandKind::If { arms, otherwise } => {
            arms.iter().all(|(condition, body)| !condition.items.iter().any(traces) && list(body))
                && otherwise.as_ref().is_none_or(list)
        }
        CommandKind::Case { arms, .. } => arms.iter().all(|arm| list(&arm.body)),
        _ => false,
    }
}

/// Whether an escape for a byte beyond ASCII stands in the text.
fn odd_escapes(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(3).any(|three| match three {
        [b'\\', b'x', digit] => !(b'0'..=b'7').contains(digit),
        [b'\\', b'2' | b'3', digit] => digit.is_ascii_digit(),
        _ => false,
    })
}
