//! Expressions. Each can be asked for as an owned value, a borrowed one, a number or a truth, so that nothing is wrapped and
//! unwrapped again. Where a later part changes something, earlier parts are computed into variables first.

use super::{Lower, SPECIAL, function_name, global_name};
use crate::ast::{Arith, Compare, Expr as Awk};
use crate::codes;
use batuta_rust_ir::{BinOp, Block, Expr, Pat, Stmt, UnOp, names};

/// What a part of an expression is wanted as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Owned,
    Borrowed,
    Number,
}

/// Whether computing it changes something that a neighbour may read.
fn changes(expr: &Awk) -> bool {
    match expr {
        Awk::Number(_) | Awk::Text(_) | Awk::Regex(_) | Awk::Var(_) => false,
        Awk::Assign(..) | Awk::Step(..) | Awk::Call(..) => true,
        Awk::Builtin(name, arguments) => {
            matches!(name.as_str(), "sub" | "gsub" | "split" | "match" | "fflush") || arguments.iter().any(changes)
        }
        Awk::Item(_, list) | Awk::In(list, _) => list.iter().any(changes),
        Awk::Field(a) | Awk::Negate(a) | Awk::Plus(a) | Awk::Not(a) => changes(a),
        Awk::Arith(_, a, b)
        | Awk::Concat(a, b)
        | Awk::Compare(_, a, b)
        | Awk::Match(_, a, b)
        | Awk::And(a, b)
        | Awk::Or(a, b) => changes(a) || changes(b),
        Awk::Choice(a, b, c) => changes(a) || changes(b) || changes(c),
    }
}

fn number_of(value: Expr) -> Expr {
    Expr::call_path("Value::Number", vec![value])
}

fn text_of(text: &str) -> Expr {
    Expr::call_path("Value::text", vec![Expr::str(text)])
}

fn awk() -> Expr {
    Expr::self_().field("awk")
}

impl Lower<'_> {
    /// Lower parts in order, and build something of them.
    fn parts(&mut self, parts: &[(&Awk, Form)], build: impl FnOnce(&mut Self, Vec<Expr>) -> Expr) -> Expr {
        let mut before = vec![];
        let mut lowered = vec![];
        for (at, (part, form)) in parts.iter().enumerate() {
            let constant = matches!(part, Awk::Number(_) | Awk::Text(_));
            // What changes `self` must not stand inside a call on `self`, which borrows it.
            let save = !constant && parts[at..].iter().any(|(this_or_later, _)| changes(this_or_later));
            let value = match form {
                Form::Number => self.number(part),
                Form::Borrowed if !save => self.borrowed(part),
                _ => self.owned(part),
            };
            if !save {
                lowered.push(value);
                continue;
            }
            let name = self.fresh();
            before.push(Stmt::let_(Pat::name(name.clone()), None, value));
            let kept = Expr::path(name);
            lowered.push(if *form == Form::Borrowed { kept.ref_() } else { kept });
        }
        let value = build(self, lowered);
        if before.is_empty() { value } else { Expr::Block(Block::new(before).tail(value)) }
    }

    pub(super) fn owned_all(&mut self, parts: &[Awk], build: impl FnOnce(&mut Self, Vec<Expr>) -> Expr) -> Expr {
        let parts: Vec<_> = parts.iter().map(|part| (part, Form::Owned)).collect();
        self.parts(&parts, build)
    }

    /// The key of an array's item, as `&str`.
    pub(super) fn with_key(&mut self, keys: &[Awk], build: impl FnOnce(&mut Self, Expr) -> Expr) -> Expr {
        if let [Awk::Text(text)] = keys {
            return build(self, Expr::str(text.clone()));
        }
        self.owned_all(keys, |lower, keys| {
            let key = awk().method("key", vec![Expr::Array(keys).ref_()]).ref_();
            build(lower, key)
        })
    }

    /// An array by name.
    pub(super) fn array(&mut self, name: &str) -> Expr {
        match self.locals.get(name) {
            Some(_) => Expr::path(names::identifier(name)),
            None => Expr::self_().field(global_name(name)),
        }
    }

    /// Where a variable stands; none for AWK's own.
    fn variable(&mut self, name: &str) -> Option<Expr> {
        if self.locals.contains_key(name) {
            return Some(Expr::path(names::identifier(name)));
        }
        if super::FOREIGN.contains(&name) {
            self.refuse(codes::UNSUPPORTED, self.at, format!("`{name}` is not converted"));
        }
        (!SPECIAL.contains(&name)).then(|| Expr::self_().field(global_name(name)))
    }

    /// A statement's expression, whose value nobody wants.
    pub(super) fn effect(&mut self, expr: &Awk) -> Expr {
        match expr {
            Awk::Assign(op, target, value) => self.assignment(*op, target, value, false),
            Awk::Step(by, _, target) => {
                let one = Awk::Number(by.abs());
                let op = if *by < 0.0 { Arith::Sub } else { Arith::Add };
                self.assignment(Some(op), target, &one, false)
            }
            other => self.owned(other),
        }
    }

    /// As a value of its own.
    pub(super) fn owned(&mut self, expr: &Awk) -> Expr {
        match expr {
            Awk::Text(text) => text_of(text),
            Awk::Var(name) => match self.variable(name) {
                Some(place) => place.method("clone", vec![]),
                None => awk().method("var", vec![Expr::str(name.clone())]),
            },
            Awk::Field(number) => {
                self.parts(&[(number, Form::Number)], |_, mut n| awk().method("field", vec![n.remove(0)]))
            }
            Awk::Item(array, keys) => {
                let array = self.array(array);
                self.with_key(keys, |_, key| array.method("get", vec![key]))
            }
            Awk::Assign(op, target, value) => self.assignment(*op, target, value, true),
            Awk::Concat(..) => self.concat(expr),
            Awk::Choice(test, then, otherwise) => {
                let test = self.truth(test);
                let (then, otherwise) = (self.owned(then), self.owned(otherwise));
                Expr::if_(test, Block::value(then), Some(Block::value(otherwise)))
            }
            Awk::Call(name, arguments) => self.call(name, arguments),
            Awk::Builtin(name, arguments) if gives_text(name) => self.text_builtin(name, arguments),
            Awk::Regex(_)
            | Awk::Not(_)
            | Awk::Compare(..)
            | Awk::Match(..)
            | Awk::In(..)
            | Awk::And(..)
            | Awk::Or(..) => {
                let truth = self.truth(expr);
                Expr::call_path("Value::truth_of", vec![truth])
            }
            _ => number_of(self.number(expr)),
        }
    }

    /// As `&Value`.
    fn borrowed(&mut self, expr: &Awk) -> Expr {
        if let Awk::Var(name) = expr
            && let Some(place) = self.variable(name)
        {
            return place.ref_();
        }
        self.owned(expr).ref_()
    }

    /// As `f64`.
    pub(super) fn number(&mut self, expr: &Awk) -> Expr {
        match expr {
            Awk::Number(value) => Expr::float(*value),
            Awk::Negate(inner) => Expr::unary(UnOp::Neg, self.number(inner)),
            Awk::Plus(inner) => self.number(inner),
            Awk::Arith(op, a, b) => {
                self.parts(&[(a, Form::Number), (b, Form::Number)], |_, mut ab| arith(*op, ab.remove(0), ab.remove(0)))
            }
            Awk::Step(by, new, target) => self.step(*by, *new, target),
            Awk::Var(name) => match self.variable(name) {
                Some(place) => place.method("number", vec![]),
                None => awk().method("var", vec![Expr::str(name.clone())]).method("number", vec![]),
            },
            Awk::Builtin(name, arguments) if !gives_text(name) => self.number_builtin(name, arguments),
            _ => self.owned(expr).method("number", vec![]),
        }
    }

    /// As `bool`.
    pub(super) fn truth(&mut self, expr: &Awk) -> Expr {
        match expr {
            Awk::Not(inner) => self.truth(inner).not_(),
            Awk::And(a, b) => Expr::binary(BinOp::And, self.truth(a), self.truth(b)),
            Awk::Or(a, b) => Expr::binary(BinOp::Or, self.truth(a), self.truth(b)),
            Awk::Regex(regex) => {
                let record = awk().method("field", vec![Expr::float(0.0)]).ref_();
                awk().method("matches", vec![record, Expr::str(regex.clone())])
            }
            Awk::Match(positive, value, regex) => {
                let test = self.with_regex(value, regex, |value, regex| awk().method("matches", vec![value, regex]));
                if *positive { test } else { test.not_() }
            }
            Awk::In(keys, array) => {
                let array = self.array(array);
                self.with_key(keys, |_, key| array.method("has", vec![key]))
            }
            Awk::Compare(op, a, b) => self.compare(*op, a, b),
            Awk::Number(_) | Awk::Arith(..) | Awk::Negate(_) | Awk::Plus(_) | Awk::Step(..) => {
                Expr::binary(BinOp::Ne, self.number(expr), Expr::float(0.0))
            }
            _ => self.owned(expr).method("truth", vec![]),
        }
    }

    fn compare(&mut self, op: Compare, a: &Awk, b: &Awk) -> Expr {
        let (symbol, method) = match op {
            Compare::Less => (BinOp::Lt, "is_lt"),
            Compare::LessOrEqual => (BinOp::Le, "is_le"),
            Compare::Equal => (BinOp::Eq, "is_eq"),
            Compare::NotEqual => (BinOp::Ne, "is_ne"),
            Compare::Greater => (BinOp::Gt, "is_gt"),
            Compare::GreaterOrEqual => (BinOp::Ge, "is_ge"),
        };
        if is_number(a) && is_number(b) {
            return self.parts(&[(a, Form::Number), (b, Form::Number)], |_, mut ab| {
                Expr::binary(symbol, ab.remove(0), ab.remove(0))
            });
        }
        self.parts(&[(a, Form::Borrowed), (b, Form::Borrowed)], |_, ab| {
            awk().method("order", ab).method(method, vec![])
        })
    }

    /// A value, and a regular expression as `&str`.
    fn with_regex(&mut self, value: &Awk, regex: &Awk, build: impl FnOnce(Expr, Expr) -> Expr) -> Expr {
        if let Awk::Regex(text) | Awk::Text(text) = regex {
            let text = Expr::str(text.clone());
            return self.parts(&[(value, Form::Borrowed)], |_, mut value| build(value.remove(0), text));
        }
        self.parts(&[(value, Form::Borrowed), (regex, Form::Borrowed)], |_, mut both| {
            let value = both.remove(0);
            build(value, awk().method("text", vec![both.remove(0)]).ref_())
        })
    }

    fn concat(&mut self, expr: &Awk) -> Expr {
        let mut flat = vec![];
        flatten(expr, &mut flat);
        let parts: Vec<_> = flat.into_iter().map(|part| (part, Form::Owned)).collect();
        self.parts(&parts, |_, parts| awk().method("concat", vec![Expr::Array(parts).ref_()]))
    }

    /// `target = value`, `target += value`; its value when that is wanted.
    fn assignment(&mut self, op: Option<Arith>, target: &Awk, value: &Awk, wanted: bool) -> Expr {
        let Some(op) = op else {
            return match target {
                Awk::Var(_) => {
                    let value = self.owned(value);
                    self.assign(target, value, wanted)
                }
                _ => self.assign_after_key(target, |lower| lower.owned(value), changes(value)),
            };
        };
        // The operand first: it may change the target.
        let (mut before, mut operand) = (vec![], self.number(value));
        if changes(value) {
            let name = self.fresh();
            before.push(Stmt::let_(Pat::name(name.clone()), None, operand));
            operand = Expr::path(name);
        }
        let assigned = match target {
            Awk::Var(_) => {
                let old = self.number(target);
                self.assign(target, number_of(arith(op, old, operand)), wanted)
            }
            _ => self.update(target, |old| arith(op, old, operand), true),
        };
        if before.is_empty() { assigned } else { Expr::Block(Block::new(before).tail(assigned)) }
    }

    /// Assign an owned value to a target. An item or a field gives the value back anyway.
    pub(super) fn assign(&mut self, target: &Awk, value: Expr, wanted: bool) -> Expr {
        match target {
            Awk::Var(name) => match self.variable(name) {
                Some(place) => {
                    let set = Expr::Assign(Box::new(place.clone()), Box::new(value));
                    if !wanted {
                        return set;
                    }
                    Expr::Block(Block::new(vec![Stmt::expr(set)]).tail(place.method("clone", vec![])))
                }
                None => {
                    let name = Expr::str(name.clone());
                    self.held(value, |value| awk().method("set_var", vec![name, value]))
                }
            },
            _ => self.assign_after_key(target, |_| value, true),
        }
    }

    /// Compute a value before a call that borrows AWK's state for changing.
    fn held(&mut self, value: Expr, build: impl FnOnce(Expr) -> Expr) -> Expr {
        let name = self.fresh();
        let first = Stmt::let_(Pat::name(name.clone()), None, value);
        Expr::Block(Block::new(vec![first]).tail(build(Expr::path(name))))
    }

    /// `array[key] = value` and `$n = value`: the key first.
    fn assign_after_key(&mut self, target: &Awk, value: impl FnOnce(&mut Self) -> Expr, save: bool) -> Expr {
        match target {
            Awk::Item(array, keys) => {
                let array = self.array(array);
                self.with_key(keys, |lower, key| {
                    if !save || matches!(key, Expr::Lit(_)) {
                        let value = value(lower);
                        return array.method("set", vec![key, value]);
                    }
                    let name = lower.fresh();
                    let first = Stmt::let_(Pat::name(name.clone()), None, key);
                    let value = value(lower);
                    Expr::Block(Block::new(vec![first]).tail(array.method("set", vec![Expr::path(name), value])))
                })
            }
            Awk::Field(number) => {
                let (at, kept) = (self.fresh(), self.fresh());
                let number = self.number(number);
                let value = value(self);
                let first = Stmt::let_(Pat::name(at.clone()), None, number);
                let second = Stmt::let_(Pat::name(kept.clone()), None, value);
                let set = awk().method("set_field", vec![Expr::path(at), Expr::path(kept)]);
                Expr::Block(Block::new(vec![first, second]).tail(set))
            }
            _ => Expr::unit(),
        }
    }

    /// Replace an item or a field by a number made of its old one; gives the new or the old value.
    fn update(&mut self, target: &Awk, new: impl FnOnce(Expr) -> Expr, give_new: bool) -> Expr {
        let (key, old) = (self.fresh(), self.fresh());
        let (key_value, get, set): (Expr, Expr, Box<dyn Fn(Expr) -> Expr>) = match target {
            Awk::Item(array, keys) => {
                let array = self.array(array);
                let key_value = self.with_key(keys, |_, key| match key {
                    Expr::Ref(_, inner) => *inner,
                    literal => literal,
                });
                let by = if matches!(key_value, Expr::Lit(_)) {
                    Expr::path(key.clone())
                } else {
                    Expr::path(key.clone()).ref_()
                };
                let get = array.clone().method("get", vec![by.clone()]);
                (key_value, get, Box::new(move |value| array.clone().method("set", vec![by.clone(), value])))
            }
            Awk::Field(number) => {
                let by = Expr::path(key.clone());
                let get = awk().method("field", vec![by.clone()]);
                (self.number(number), get, Box::new(move |value| awk().method("set_field", vec![by.clone(), value])))
            }
            _ => return Expr::unit(),
        };
        let mut block = Block::new(vec![
            Stmt::let_(Pat::name(key), None, key_value),
            Stmt::let_(Pat::name(old.clone()), None, get.method("number", vec![])),
        ]);
        let set = set(number_of(new(Expr::path(old.clone()))));
        if give_new {
            return Expr::Block(block.tail(set));
        }
        block.push(Stmt::expr(set));
        Expr::Block(block.tail(Expr::path(old)))
    }

    /// `++x` and `x--` as a number.
    fn step(&mut self, by: f64, new: bool, target: &Awk) -> Expr {
        let op = if by < 0.0 { Arith::Sub } else { Arith::Add };
        let added = move |old: Expr| arith(op, old, Expr::float(1.0));
        let Awk::Var(_) = target else {
            let updated = self.update(target, added, new);
            return if new { updated.method("number", vec![]) } else { updated };
        };
        let old = self.fresh();
        let first = Stmt::let_(Pat::name(old.clone()), None, self.number(target));
        let set = self.assign(target, number_of(added(Expr::path(old.clone()))), false);
        let given = if new { added(Expr::path(old)) } else { Expr::path(old) };
        Expr::Block(Block::new(vec![first, Stmt::expr(set)]).tail(given))
    }

    fn call(&mut self, name: &str, arguments: &[Awk]) -> Expr {
        let arrays = self.kinds.params(name);
        if !self.kinds.has_function(name) || arguments.len() > arrays.len() {
            self.refuse(codes::SYNTAX, self.at, format!("there is no function `{name}` with so many parameters"));
        }
        let mut block = Block::default();
        let mut values = vec![];
        for (at, array) in arrays.iter().enumerate() {
            let value = match (array, arguments.get(at)) {
                (true, Some(Awk::Var(name))) => self.array(name).method("clone", vec![]),
                (true, Some(_)) => {
                    self.refuse(codes::SYNTAX, self.at, format!("`{name}` wants an array here"));
                    continue;
                }
                (true, None) => Expr::call_path("Array::new", vec![]),
                (false, Some(value)) => self.owned(value),
                (false, None) => Expr::path("Value::Unset"),
            };
            if at < arguments.len() {
                let name = self.fresh();
                block.push(Stmt::let_(Pat::name(name.clone()), None, value));
                values.push(Expr::path(name));
            } else {
                values.push(value);
            }
        }
        let call = Expr::self_().method(function_name(name), values);
        if block.is_empty() { call } else { Expr::Block(block.tail(call)) }
    }

    fn text_builtin(&mut self, name: &str, arguments: &[Awk]) -> Expr {
        match name {
            "sprintf" => self.owned_all(arguments, |_, parts| awk().method("sprintf", vec![Expr::Array(parts).ref_()])),
            "substr" => {
                let unlimited = Expr::path("f64::INFINITY");
                let forms = [Form::Borrowed, Form::Number, Form::Number];
                let parts: Vec<_> = arguments.iter().zip(forms).collect();
                self.parts(&parts, |_, mut parts| {
                    parts.resize(3, unlimited);
                    awk().method("substr", parts)
                })
            }
            _ => {
                let method = if name == "tolower" { "lower" } else { "upper" };
                self.parts(&[(&arguments[0], Form::Borrowed)], |_, parts| awk().method(method, parts))
            }
        }
    }

    fn number_builtin(&mut self, name: &str, arguments: &[Awk]) -> Expr {
        match (name, arguments) {
            ("length", [Awk::Var(array)]) if self.is_array(array) => self.array(array).method("count", vec![]),
            ("length", []) => {
                let record = awk().method("field", vec![Expr::float(0.0)]).ref_();
                awk().method("length", vec![record])
            }
            ("length", [value]) => self.parts(&[(value, Form::Borrowed)], |_, parts| awk().method("length", parts)),
            ("index", [a, b]) => {
                self.parts(&[(a, Form::Borrowed), (b, Form::Borrowed)], |_, parts| awk().method("index", parts))
            }
            ("split", [text, array, rest @ ..]) => self.split(text, array, rest),
            ("sub" | "gsub", [regex, by, rest @ ..]) => self.substitute(regex, by, rest.first(), name == "gsub"),
            ("match", [value, regex]) => self.with_regex(value, regex, |value, regex| {
                let (a, b) = (Expr::path("_text"), Expr::path("_regex"));
                let lets = vec![
                    Stmt::let_(Pat::name("_text"), None, value),
                    Stmt::let_(Pat::name("_regex"), None, regex.method("to_owned", vec![])),
                ];
                Expr::Block(Block::new(lets).tail(awk().method("find", vec![a, b.ref_()])))
            }),
            ("fflush", _) => awk().method("flush", vec![]),
            ("atan2", [y, x]) => {
                self.parts(&[(y, Form::Number), (x, Form::Number)], |_, mut yx| yx.remove(0).method("atan2", yx))
            }
            (_, [x, ..]) => {
                let method = match name {
                    "int" => "trunc",
                    "log" => "ln",
                    other => other,
                };
                self.number(x).method(method, vec![])
            }
            _ => Expr::float(0.0),
        }
    }

    fn is_array(&self, name: &str) -> bool {
        self.locals.get(name).or_else(|| self.kinds.globals.get(name)).copied().unwrap_or(false)
    }

    fn split(&mut self, text: &Awk, array: &Awk, separator: &[Awk]) -> Expr {
        let Awk::Var(array) = array else {
            self.refuse(codes::SYNTAX, self.at, "`split` wants an array".into());
            return Expr::float(0.0);
        };
        let array = self.array(array).ref_();
        let known = match separator.first() {
            None => Some(awk().method("separator", vec![]).ref_()),
            // As a regular expression a blank is just a blank.
            Some(Awk::Regex(blank)) if blank == " " => Some(Expr::str("[ ]")),
            Some(Awk::Regex(text) | Awk::Text(text)) => Some(Expr::str(text.clone())),
            Some(_) => None,
        };
        if let Some(known) = known {
            let text = [(text, Form::Borrowed)];
            return self.parts(&text, |_, mut text| awk().method("split", vec![text.remove(0), array, known]));
        }
        self.parts(&[(text, Form::Borrowed), (&separator[0], Form::Borrowed)], |_, mut both| {
            let text = both.remove(0);
            awk().method("split", vec![text, array, awk().method("text", vec![both.remove(0)]).ref_()])
        })
    }

    fn substitute(&mut self, regex: &Awk, by: &Awk, target: Option<&Awk>, all: bool) -> Expr {
        let record = Awk::Field(Box::new(Awk::Number(0.0)));
        let target = target.unwrap_or(&record);
        let (text, count) = (self.fresh(), self.fresh());
        let all = Expr::bool(all);
        let forms = [(by, Form::Borrowed), (target, Form::Borrowed)];
        let replaced = match regex {
            Awk::Regex(source) | Awk::Text(source) => {
                let source = Expr::str(source.clone());
                self.parts(&forms, |_, mut both| {
                    awk().method("substitute", vec![source, both.remove(0), both.remove(0), all])
                })
            }
            other => self.parts(&[(other, Form::Borrowed), forms[0], forms[1]], |_, mut three| {
                let source = awk().method("text", vec![three.remove(0)]).ref_();
                awk().method("substitute", vec![source, three.remove(0), three.remove(0), all])
            }),
        };
        let both = Pat::Tuple(vec![Pat::name(text.clone()), Pat::name(count.clone())]);
        let mut block = Block::new(vec![Stmt::let_(both, None, replaced)]);
        if matches!(target, Awk::Var(_) | Awk::Field(_) | Awk::Item(..)) {
            let set = self.assign(target, Expr::path(text), false);
            let any = Expr::binary(BinOp::Gt, Expr::path(count.clone()), Expr::float(0.0));
            block.push(Stmt::expr(Expr::if_(any, Block::new(vec![Stmt::expr(set)]), None)));
        }
        Expr::Block(block.tail(Expr::path(count)))
    }
}

fn arith(op: Arith, a: Expr, b: Expr) -> Expr {
    match op {
        Arith::Add => Expr::binary(BinOp::Add, a, b),
        Arith::Sub => Expr::binary(BinOp::Sub, a, b),
        Arith::Mul => Expr::binary(BinOp::Mul, a, b),
        Arith::Div => Expr::call_path("awk_rt::divide", vec![a, b]),
        Arith::Rem => Expr::call_path("awk_rt::remainder", vec![a, b]),
        Arith::Pow => Expr::call_path("awk_rt::power", vec![a, b]),
    }
}

fn gives_text(builtin: &str) -> bool {
    matches!(builtin, "sprintf" | "substr" | "tolower" | "toupper")
}

/// Always a number, whatever the input was.
fn is_number(expr: &Awk) -> bool {
    match expr {
        Awk::Number(_) | Awk::Arith(..) | Awk::Negate(_) | Awk::Plus(_) | Awk::Step(..) => true,
        Awk::Builtin(name, _) => !gives_text(name),
        Awk::Var(name) => matches!(name.as_str(), "NR" | "NF" | "FNR" | "RSTART" | "RLENGTH"),
        _ => false,
    }
}

fn flatten<'e>(expr: &'e Awk, into: &mut Vec<&'e Awk>) {
    if let Awk::Concat(a, b) = expr {
        flatten(a, into);
        into.push(b);
    } else {
        into.push(expr);
    }
}
