//! Parameter expansions as one value.

use super::fields::block;
use super::words::as_str;
use super::{Lowerer, sh_call, sh_try};
use crate::ast::*;
use crate::codes;
use batuta_rust_ir::{Block, Expr, Lowered, Pat, Stmt};

impl Lowerer<'_> {
    /// A parameter expansion as one value.
    pub(super) fn param_value(&mut self, param: &Param) -> Lowered<Expr> {
        let operates = matches!(
            param.op,
            ParamOp::Trim { .. } | ParamOp::Replace { .. } | ParamOp::Case { .. } | ParamOp::Transform(_)
        );
        if operates && self.bash() && self.is_all(param) && !param.indirect {
            // bash: each value by itself, then joined.
            return self.joined_list(param);
        }
        match &param.op {
            ParamOp::Plain => self.plain_value(param),
            ParamOp::Length => self.length_value(param),
            ParamOp::Default { kind, colon, word } => self.default_value(param, *kind, *colon, word),
            ParamOp::Trim { suffix, longest, pattern } => {
                let name = match (suffix, longest) {
                    (false, false) => "trim_start",
                    (false, true) => "trim_start_longest",
                    (true, false) => "trim_end",
                    (true, true) => "trim_end_longest",
                };
                let pattern = self.pattern(pattern).map(borrowed);
                self.transformed(param, name, vec![pattern])
            }
            ParamOp::Replace { kind, pattern, with } => {
                let which = match kind {
                    '*' => "Replace::All",
                    '#' => "Replace::Start",
                    '%' => "Replace::End",
                    _ => "Replace::First",
                };
                // What matches nothing at all is not replaced in a variable that is not set.
                let any = pattern.constant().is_none_or(|text| text.chars().all(|c| c == '*'));
                if any && !self.is_all(param) && param.name != ParamName::Var("\0each".into()) {
                    let missing = self.is_missing(param, false);
                    let rest = self.replaced(param, which, pattern, with);
                    let none = Block::value(Expr::call_path("Str::new", vec![]));
                    let some = Block::value(rest.into_expr());
                    let choice =
                        missing.map(|missing| Expr::If(Box::new(missing), none, Some(Box::new(Expr::Block(some)))));
                    return self.hoisted(choice, "out");
                }
                self.replaced(param, which, pattern, with)
            }
            ParamOp::Case { upper, all, pattern } => {
                let pattern = self.pattern(pattern).map(borrowed);
                let flags = vec![Lowered::pure(Expr::bool(*upper)), Lowered::pure(Expr::bool(*all)), pattern];
                self.transformed(param, "change_case", flags)
            }
            ParamOp::Substring { offset, length } => self.substring_value(param, offset, length.as_ref()),
            ParamOp::Keys(_) | ParamOp::Names(_) => {
                let list = self.list_value(param);
                list.unwrap_or_else(|| Lowered::pure(Expr::macro_call("vec", vec![])))
                    .map(|list| sh_call("join", vec![list.ref_()]))
                    .with_effects()
            }
            ParamOp::Transform(letter) => {
                let name = match &param.name {
                    ParamName::Var(name) if name != "\0each" => name.clone(),
                    _ => String::new(),
                };
                let letter = *letter;
                let base = self.base_value(param).map(as_str).saved(|| self.temps.fresh("word"));
                let call = base.map(|value| {
                    sh_try("transform", vec![Expr::str(name), value, Expr::verbatim(format!("{letter:?}"))])
                });
                self.hoisted(call, "out")
            }
            ParamOp::Bad => {
                let flow = sh_call("bad_substitution", vec![]);
                let stmt = Stmt::expr(Expr::return_(Expr::call_path("Err", vec![flow])));
                self.unreachable = true;
                Lowered::pure(Expr::str("")).after(vec![stmt])
            }
        }
    }

    fn is_all(&self, param: &Param) -> bool {
        matches!(param.name, ParamName::Special('@' | '*'))
            || matches!(param.index.as_ref().and_then(Word::bare), Some("@" | "*"))
    }

    fn replaced(&mut self, param: &Param, which: &str, pattern: &Word, with: &Word) -> Lowered<Expr> {
        let pattern = self.pattern(pattern).map(borrowed);
        let with = self.replacement(with).map(as_bytes);
        self.transformed(param, "replace", vec![pattern, with, Lowered::pure(Expr::path(which))])
    }

    /// What is put in the place of a match: an unquoted `&` in it is the match, written as a zero byte.
    fn replacement(&mut self, with: &Word) -> Lowered<Expr> {
        let mut parts = vec![];
        for part in &with.parts {
            let unquoted = match part {
                Part::Param(inner) => !inner.quoted && !self.is_int_param(inner),
                Part::Command { quoted, .. } => !quoted,
                _ => false,
            };
            let value = self.parts_value(std::slice::from_ref(part));
            parts.push(match part {
                Part::Literal(text) => Lowered::pure(Expr::str(text.replace('&', "\0"))),
                _ if unquoted => value.map(|value| Expr::call_path("ampersands", vec![as_str(value)])),
                _ => value,
            });
        }
        if parts.is_empty() {
            return Lowered::pure(Expr::str(""));
        }
        self.joined(parts)
    }

    /// `$x` without any operator.
    fn plain_value(&mut self, param: &Param) -> Lowered<Expr> {
        if param.indirect {
            if let (ParamName::Var(name), None) = (&param.name, &param.index) {
                let read = Lowered::effect(sh_try("indirect_var", vec![Expr::str(name.clone())]));
                return self.hoisted(read, "out");
            }
            let mut direct = param.clone();
            direct.indirect = false;
            let name = self.plain_value(&direct).saved(|| self.temps.fresh("name"));
            return self.hoisted(name.map(|name| sh_try("indirect", vec![name])), "out");
        }
        if let (ParamName::Var(name), Some(index)) = (&param.name, &param.index) {
            if self.is_all(param) {
                let mut plain = param.clone();
                plain.op = ParamOp::Plain;
                return self.joined_list(&plain);
            }
            let index = self.subscript(index);
            let name = name.clone();
            let read = index.map(|index| sh_try("element", vec![Expr::str(name), index]));
            return self.hoisted(read, "out");
        }
        let value = match &param.name {
            ParamName::Var(name) if name.starts_with(UNICODE) => {
                let number = i64::from_str_radix(&name[UNICODE.len()..], 16).unwrap_or(0);
                sh_call("character", vec![Expr::int(number.into())])
            }
            ParamName::Var(name) if name == "LINENO" && self.bash() && self.in_trap => {
                if self.traits.error_trap && !self.traits.running {
                    let reason = "`$LINENO` in a trap of a program of several files is not supported";
                    return self.refused_value(codes::EXPANSION, param.range, reason);
                }
                return Lowered::pure(sh_call("trap_line", vec![]));
            }
            ParamName::Var(name) if name == "BASH_COMMAND" && self.bash() && self.traits.running => {
                let read = Lowered::pure(sh_try("command_text", vec![]));
                return self.hoisted(read, "command");
            }
            ParamName::Var(name) if name == "LINENO" && self.bash() => {
                return Lowered::pure(Expr::int_as(self.lines.line(param.range.start).into(), "i64"));
            }
            ParamName::Var(name) if matches!(name.as_str(), "BASH_LINENO" | "BASH_COMMAND") && self.bash() => {
                return self.refused_value(codes::EXPANSION, param.range, format!("`${name}` is not supported"));
            }
            ParamName::Var(name) => self.variable(name),
            ParamName::Positional(number) => {
                let number = Expr::int((*number).into());
                if self.traits.nounset { sh_try("need_arg", vec![number]) } else { sh_call("arg", vec![number]) }
            }
            ParamName::Special(letter) => match letter {
                '@' => {
                    let mut plain = param.clone();
                    plain.op = ParamOp::Plain;
                    return self.joined_list(&plain);
                }
                '*' => sh_call("joined", vec![]),
                '#' => sh_call("count", vec![]),
                '?' => sh_call("status", vec![]),
                '-' => sh_call("flags", vec![]),
                '$' => sh_call("pid", vec![]),
                '!' => sh_call("last_job", vec![]),
                _ => sh_call("name", vec![]),
            },
        };
        if matches!(&param.name, ParamName::Var(name) if name == "RANDOM" && self.bash()) {
            return self.hoisted(Lowered::effect(value), "number");
        }
        Lowered::effect(value)
    }

    /// `"$@"` and `"${a[@]}"` where one field is meant: joined by a space; `*` by the first byte of `IFS`.
    fn joined_list(&mut self, param: &Param) -> Lowered<Expr> {
        let star = param.name == ParamName::Special('*') || param.index.as_ref().and_then(Word::bare) == Some("*");
        let mut plain = param.clone();
        plain.quoted = false;
        let list = self.list_value(&plain).unwrap_or_else(|| Lowered::pure(sh_call("all", vec![])));
        let bash = self.bash();
        list.map(|list| {
            if star || !bash {
                sh_call("join", vec![list.ref_()])
            } else {
                Expr::call_path("text", vec![list.method("join", vec![Expr::verbatim("&b' '")])])
            }
        })
        .with_effects()
    }

    /// The values when the expansion is of a list: `$@`, `${a[@]}`, with operators applied to each.
    pub(super) fn list_value(&mut self, param: &Param) -> Option<Lowered<Expr>> {
        match (&param.op, &param.name) {
            (ParamOp::Keys(_), ParamName::Var(name)) => {
                return Some(Lowered::effect(sh_call("keys", vec![Expr::str(name.clone())])));
            }
            (ParamOp::Names(_), ParamName::Var(name)) => {
                return Some(Lowered::effect(sh_call("names", vec![Expr::str(name.clone())])));
            }
            (ParamOp::Length, _) => return None,
            _ => {}
        }
        if !self.is_all(param) || param.indirect {
            return None;
        }
        // `"$*"` is one field.
        let star = param.name == ParamName::Special('*') || param.index.as_ref().and_then(Word::bare) == Some("*");
        if star && param.quoted {
            return None;
        }
        let base = match &param.name {
            ParamName::Var(name) => sh_call("elements", vec![Expr::str(name.clone())]),
            _ => sh_call("all", vec![]),
        };
        match &param.op {
            ParamOp::Plain => Some(Lowered::effect(base)),
            ParamOp::Substring { offset, length } => Some(self.list_slice(param, offset, length.as_ref())),
            ParamOp::Transform(letter) => {
                let letter = Expr::verbatim(format!("{letter:?}"));
                let call = sh_try("transform_all", vec![base, letter]);
                Some(self.hoisted(Lowered::effect(call), "list"))
            }
            ParamOp::Trim { .. } if !self.bash() => {
                let hole = self.refuse(codes::EXPANSION, param.range, "a pattern taken off a list of arguments in sh");
                self.unreachable = true;
                Some(Lowered::pure(Expr::macro_call("args", vec![])).after(vec![hole]))
            }
            ParamOp::Trim { .. } | ParamOp::Replace { .. } | ParamOp::Case { .. } => {
                let mut each = param.clone();
                each.name = ParamName::Var("\0each".into());
                each.index = None;
                let body = self.param_value(&each);
                let map = Expr::closure(vec![Pat::name("each")], body.value);
                let mapped = base.method("into_iter", vec![]).method("map", vec![map]).method("collect", vec![]);
                let name = self.fresh("list");
                let mut before = body.before;
                before.push(Stmt::let_(Pat::name(name.clone()), batuta_rust_ir::Type::verbatim("Vec<Str>"), mapped));
                Some(Lowered::pure(Expr::path(name)).after(before))
            }
            _ => None,
        }
    }

    fn list_slice(&mut self, param: &Param, offset: &Word, length: Option<&Word>) -> Lowered<Expr> {
        let bounds = self.bounds(offset, length);
        let call = match &param.name {
            ParamName::Var(name) => {
                let name = Expr::str(name.clone());
                bounds.map(|(offset, length)| sh_try("slice", vec![name, offset, length]))
            }
            _ => bounds.map(|(offset, length)| sh_try("slice_args", vec![offset, length])),
        };
        self.hoisted(call, "list")
    }

    fn bounds(&mut self, offset: &Word, length: Option<&Word>) -> Lowered<(Expr, Expr)> {
        let offset = self.arith_word(offset);
        let length = match length {
            Some(length) => self.arith_word(length).map(|length| Expr::call_path("Some", vec![length])),
            None => Lowered::pure(Expr::path("None")),
        };
        offset.zip(length, || self.temps.fresh("offset"))
    }

    /// The value, set `-u` respected, of the parameter below an operator.
    fn base_value(&mut self, param: &Param) -> Lowered<Expr> {
        if param.name == ParamName::Var("\0each".into()) {
            return Lowered::pure(Expr::path("each"));
        }
        let mut plain = param.clone();
        plain.op = ParamOp::Plain;
        self.plain_value(&plain)
    }

    /// `name(value, more…)`
    fn transformed(&mut self, param: &Param, name: &str, more: Vec<Lowered<Expr>>) -> Lowered<Expr> {
        let base = self.base_value(param).map(|value| if value == Expr::path("each") { value } else { as_str(value) });
        let mut parts = vec![base];
        parts.extend(more);
        self.sequence(parts).map(|values| Expr::call_path(name, values))
    }

    fn length_value(&mut self, param: &Param) -> Lowered<Expr> {
        match (&param.name, &param.index) {
            (ParamName::Special('@' | '*'), _) if self.bash() => return Lowered::effect(sh_call("count", vec![])),
            (ParamName::Var(name), Some(_)) if self.is_all(param) => {
                return Lowered::effect(sh_call("list_len", vec![Expr::str(name.clone())]));
            }
            _ => {}
        }
        self.base_value(param).map(|value| sh_call("length", vec![value])).with_effects()
    }

    fn substring_value(&mut self, param: &Param, offset: &Word, length: Option<&Word>) -> Lowered<Expr> {
        if self.is_all(param) {
            let list = self.list_slice(param, offset, length);
            return list.map(|list| sh_call("join", vec![list.ref_()])).with_effects();
        }
        let bounds = self.bounds(offset, length);
        let value = self.base_value(param).map(as_str).saved(|| self.temps.fresh("word"));
        let call =
            value.zip_pair(bounds).map(|(value, (offset, length))| sh_try("substring", vec![value, offset, length]));
        self.hoisted(call, "out")
    }

    /// Whether the parameter is unset (or empty, with a colon).
    pub(super) fn is_missing(&mut self, param: &Param, colon: bool) -> Lowered<Expr> {
        if param.indirect {
            if let (ParamName::Var(name), None) = (&param.name, &param.index) {
                let args = vec![Expr::str(name.clone()), Expr::bool(colon)];
                return Lowered::effect(sh_call("indirect_var_missing", args));
            }
            let mut direct = param.clone();
            direct.indirect = false;
            direct.op = ParamOp::Plain;
            let held = self.plain_value(&direct).saved(|| self.temps.fresh("name"));
            return held.map(|held| sh_call("indirect_missing", vec![held, Expr::bool(colon)]));
        }
        if let (ParamName::Var(name), Some(index)) = (&param.name, &param.index) {
            if self.is_all(param) {
                let count = sh_call("list_len", vec![Expr::str(name.clone())]);
                return Lowered::effect(Expr::binary(batuta_rust_ir::BinOp::Eq, count, Expr::int(0)));
            }
            let name = name.clone();
            let index = self.subscript(index);
            let read = index.map(|index| sh_try("element_or_none", vec![Expr::str(name), index]));
            let saved = self.hoisted(read, "element");
            return saved.map(|value| {
                if colon {
                    value.method("is_none_or", vec![Expr::verbatim("|value| value.is_empty()")])
                } else {
                    value.method("is_none", vec![])
                }
            });
        }
        let empty = |value: Expr| value.method("is_empty", vec![]);
        let value = match &param.name {
            ParamName::Var(name) if self.bash() && matches!(name.as_str(), "LINENO" | "RANDOM" | "SECONDS") => {
                Expr::bool(false)
            }
            ParamName::Var(name) => sh_call(if colon { "is_null" } else { "is_unset" }, vec![Expr::str(name.clone())]),
            ParamName::Positional(number) if colon => empty(sh_call("arg", vec![Expr::int((*number).into())])),
            ParamName::Positional(number) => {
                Expr::binary(batuta_rust_ir::BinOp::Lt, sh_call("count", vec![]), Expr::int((*number).into()))
            }
            ParamName::Special('@' | '*') if colon => empty(sh_call("joined", vec![])),
            ParamName::Special('@' | '*') if !self.bash() => Expr::bool(false),
            ParamName::Special('@' | '*') => {
                Expr::binary(batuta_rust_ir::BinOp::Eq, sh_call("count", vec![]), Expr::int(0))
            }
            ParamName::Special('!') => empty(sh_call("last_job", vec![])),
            ParamName::Special('-') if colon => empty(sh_call("flags", vec![])),
            ParamName::Special(_) => Expr::bool(false),
        };
        Lowered::effect(value)
    }

    fn default_value(&mut self, param: &Param, kind: char, colon: bool, word: &Word) -> Lowered<Expr> {
        let nounset = std::mem::replace(&mut self.traits.nounset, false);
        let own = self.base_value(param).map(as_str);
        self.traits.nounset = nounset;
        let missing = self.is_missing(param, colon);
        match kind {
            '-' => {
                let word = self.value(word).map(as_str);
                let statements = !word.before.is_empty() || !own.before.is_empty();
                let (word, own) = (block(word.into_expr()), block(own.into_expr()));
                let value = missing.map(|missing| Expr::if_(missing, word, Some(own))).with_effects();
                if statements { self.hoisted(value, "out") } else { value }
            }
            '+' => {
                let word = self.value(word).map(as_str);
                let statements = !word.before.is_empty();
                let (none, word) = (block(Expr::call_path("Str::new", vec![])), block(word.into_expr()));
                let value = missing.map(|missing| Expr::if_(missing, none, Some(word))).with_effects();
                if statements { self.hoisted(value, "out") } else { value }
            }
            '=' => self.assign_default(param, missing, own, word),
            _ => self.require(param, missing, own, colon, word),
        }
    }

    fn assign_default(
        &mut self,
        param: &Param,
        missing: Lowered<Expr>,
        own: Lowered<Expr>,
        word: &Word,
    ) -> Lowered<Expr> {
        let ParamName::Var(name) = &param.name else {
            return self.refused_value(codes::EXPANSION, param.range, "only variables can be assigned by `${x=…}`");
        };
        let value = self.value(word);
        let mut then = value.before;
        let set = match &param.index {
            None => sh_try("set", vec![Expr::str(name.clone()), value.value]),
            Some(index) => {
                let index = self.subscript(index);
                then.extend(index.before);
                sh_try("set_element", vec![Expr::str(name.clone()), index.value, value.value])
            }
        };
        then.push(Stmt::expr(set));
        let mut before = missing.before;
        before.push(Stmt::expr(Expr::if_(missing.value, Block::new(then), None)));
        own.after(before)
    }

    fn require(
        &mut self,
        param: &Param,
        missing: Lowered<Expr>,
        own: Lowered<Expr>,
        colon: bool,
        word: &Word,
    ) -> Lowered<Expr> {
        let name = match &param.name {
            ParamName::Var(name) => name.clone(),
            ParamName::Positional(number) => number.to_string(),
            ParamName::Special(letter) => letter.to_string(),
        };
        let default = if colon { "parameter null or not set" } else { "parameter not set" };
        let message = self.value(word);
        let mut then = message.before;
        let flow = sh_call("missing", vec![Expr::str(name), message.value, Expr::str(default)]);
        then.push(Stmt::expr(Expr::return_(Expr::call_path("Err", vec![flow]))));
        let mut before = missing.before;
        before.push(Stmt::expr(Expr::if_(missing.value, Block::new(then), None)));
        own.after(before)
    }

    /// The subscript of an array: text that the array's kind decides how to read.
    pub(super) fn subscript(&mut self, index: &Word) -> Lowered<Expr> {
        let value = self.value(index);
        if matches!(value.value, Expr::Lit(_)) { value } else { value.saved(|| self.temps.fresh("index")) }
    }

    /// A value whose computation needs the shell for itself: computed before the statement.
    pub(super) fn hoisted(&mut self, value: Lowered<Expr>, name: &str) -> Lowered<Expr> {
        value.saved(|| self.temps.fresh(name))
    }
}

/// As an argument of type `impl AsRef<[u8]>`.
fn borrowed(value: Expr) -> Expr {
    value
}

/// As an argument of type `impl AsRef<[u8]>`: numbers become text.
fn as_bytes(value: Expr) -> Expr {
    if super::words::constant_text(&value).is_some() { value } else { as_str(value) }
}

/// `zip` of a value with anything.
trait ZipPair<U> {
    fn zip_pair(self, right: Lowered<U>) -> Lowered<(Expr, U)>;
}

impl<U> ZipPair<U> for Lowered<Expr> {
    fn zip_pair(self, right: Lowered<U>) -> Lowered<(Expr, U)> {
        let mut before = self.before;
        before.extend(right.before);
        Lowered { before, value: (self.value, right.value), effects: true }
    }
}
