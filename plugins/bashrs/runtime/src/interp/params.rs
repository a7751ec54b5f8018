//! Parameter expansions.

use super::Interp;
use crate::ast::{Param, ParamName, ParamOp, Part, UNICODE, Word};
use crate::expand::Piece;
use crate::{Flow, Replace, Shell, Str};

impl Interp {
    /// `operand`: in the word of an unquoted expansion.
    pub(super) fn param_pieces(
        &self,
        sh: &mut Shell,
        param: &Param,
        operand: bool,
        out: &mut Vec<Piece>,
    ) -> Result<(), Flow> {
        if let ParamOp::Default { kind: kind @ ('-' | '+'), colon, word } = &param.op {
            let missing = self.is_missing(sh, param, *colon)?;
            if missing == (*kind == '-') {
                if param.quoted && !param.weak {
                    out.push(Piece::Quoted(Str::new()));
                }
                return self.pieces(sh, &word.parts, !param.quoted, out);
            }
            if *kind == '+' {
                if param.quoted && !param.weak && !(sh.bash() && is_all(param) && !is_star(param)) {
                    out.push(Piece::Quoted(Str::new()));
                }
                return Ok(());
            }
            let mut plain = param.clone();
            plain.op = ParamOp::Plain;
            return self.param_pieces(sh, &plain, false, out);
        }
        if let (true, ParamName::Var(name), None, ParamOp::Plain) =
            (param.indirect, &param.name, &param.index, &param.op)
        {
            out.extend(sh.indirect_pieces(name, param.quoted)?);
            return Ok(());
        }
        if let Some(values) = self.list_value(sh, param)? {
            out.push(match param.quoted {
                true => Piece::List(values),
                false if operand && !is_star(param) => Piece::OperandList(values),
                false => Piece::PlainList(values),
            });
            return Ok(());
        }
        let value = self.param(sh, param)?;
        out.push(match (param.quoted, param.weak) {
            (true, true) => Piece::Weak(value),
            (true, false) => Piece::Quoted(value),
            _ => Piece::Plain(value),
        });
        Ok(())
    }

    /// The values when the expansion is of a list.
    fn list_value(&self, sh: &mut Shell, param: &Param) -> Result<Option<Vec<Str>>, Flow> {
        match (&param.op, &param.name) {
            (ParamOp::Keys(list), ParamName::Var(name)) => {
                return Ok((*list || !param.quoted).then(|| sh.keys(name)));
            }
            (ParamOp::Names(list), ParamName::Var(name)) => {
                return Ok((*list || !param.quoted).then(|| sh.names(name)));
            }
            (ParamOp::Length, _) => return Ok(None),
            _ => {}
        }
        if !is_all(param) || param.indirect || is_star(param) && param.quoted {
            return Ok(None);
        }
        if let ParamOp::Substring { offset, length } = &param.op {
            return self.slice(sh, param, offset, length.as_ref()).map(Some);
        }
        let values = base_list(sh, param);
        Ok(match &param.op {
            ParamOp::Plain => Some(values),
            ParamOp::Trim { .. } if !sh.bash() => {
                return Err(sh.refuse("SH0109", "a pattern taken off a list of arguments in sh"));
            }
            ParamOp::Trim { .. } | ParamOp::Replace { .. } | ParamOp::Case { .. } | ParamOp::Transform(_) => {
                let mut out = vec![];
                for value in values {
                    out.push(self.operate(sh, param, value)?);
                }
                Some(out)
            }
            _ => None,
        })
    }

    fn slice(&self, sh: &mut Shell, param: &Param, offset: &Word, length: Option<&Word>) -> Result<Vec<Str>, Flow> {
        let (offset, length) = self.bounds(sh, offset, length)?;
        match &param.name {
            ParamName::Var(name) => sh.slice(name, offset, length),
            _ => sh.slice_args(offset, length),
        }
    }

    fn bounds(&self, sh: &mut Shell, offset: &Word, length: Option<&Word>) -> Result<(i64, Option<i64>), Flow> {
        let text = self.arith_text(sh, offset)?;
        let offset = sh.arith(text)?;
        let length = match length {
            Some(length) => {
                let text = self.arith_text(sh, length)?;
                Some(sh.arith(text)?)
            }
            None => None,
        };
        Ok((offset, length))
    }

    /// A parameter expansion as one value.
    pub(super) fn param(&self, sh: &mut Shell, param: &Param) -> Result<Str, Flow> {
        match &param.op {
            ParamOp::Plain => self.plain(sh, param),
            ParamOp::Bad => Err(sh.bad_substitution()),
            ParamOp::Length => self.length(sh, param),
            ParamOp::Default { kind, colon, word } => self.default(sh, param, *kind, *colon, word),
            ParamOp::Keys(_) | ParamOp::Names(_) => {
                let values = match (&param.op, &param.name) {
                    (ParamOp::Keys(_), ParamName::Var(name)) => sh.keys(name),
                    (_, ParamName::Var(name)) => sh.names(name),
                    _ => vec![],
                };
                Ok(sh.join(&values))
            }
            ParamOp::Substring { offset, length } => {
                if is_all(param) {
                    let values = self.slice(sh, param, offset, length.as_ref())?;
                    return Ok(sh.join(&values));
                }
                let value = self.plain(sh, param)?;
                let (offset, length) = self.bounds(sh, offset, length.as_ref())?;
                sh.substring(value, offset, length)
            }
            _ => {
                if is_all(param) && !param.indirect {
                    let mut out = vec![];
                    for value in base_list(sh, param) {
                        out.push(self.operate(sh, param, value)?);
                    }
                    return Ok(joined(sh, param, &out));
                }
                let value = self.plain(sh, param)?;
                if matches!(param.op, ParamOp::Replace { .. })
                    && value.is_empty()
                    && self.is_missing(sh, param, false)?
                {
                    // Nothing is replaced in a variable that is not set.
                    return Ok(value);
                }
                self.operate(sh, param, value)
            }
        }
    }

    /// Operators that work on one value.
    fn operate(&self, sh: &mut Shell, param: &Param, value: Str) -> Result<Str, Flow> {
        Ok(match &param.op {
            ParamOp::Trim { suffix, longest, pattern } => {
                let pattern = self.pattern(sh, pattern)?;
                match (suffix, longest) {
                    (false, false) => crate::trim_start(value, pattern),
                    (false, true) => crate::trim_start_longest(value, pattern),
                    (true, false) => crate::trim_end(value, pattern),
                    (true, true) => crate::trim_end_longest(value, pattern),
                }
            }
            ParamOp::Replace { kind, pattern, with } => {
                let which = match kind {
                    '*' => Replace::All,
                    '#' => Replace::Start,
                    '%' => Replace::End,
                    _ => Replace::First,
                };
                let pattern = self.pattern(sh, pattern)?;
                let with = self.replacement(sh, with)?;
                crate::replace(value, pattern, with, which)
            }
            ParamOp::Case { upper, all, pattern } => {
                let pattern = self.pattern(sh, pattern)?;
                crate::change_case(value, *upper, *all, pattern)
            }
            ParamOp::Transform(letter) => {
                let name = match &param.name {
                    ParamName::Var(name) => name.clone(),
                    _ => String::new(),
                };
                sh.transform(&name, value, *letter)?
            }
            _ => value,
        })
    }

    /// The replacement of `${x/p/r}`, in which an unquoted `&` stands for what matched.
    /// What is put in the place of a match: an unquoted `&` in it is the match, written as a zero byte.
    fn replacement(&self, sh: &mut Shell, word: &Word) -> Result<Str, Flow> {
        let mut out = Str::new();
        for part in &word.parts {
            let one = Word { parts: vec![part.clone()], range: word.range };
            let value = self.value(sh, &one)?;
            out.append(&mut match part {
                Part::Literal(_) => value.into_iter().map(|byte| if byte == b'&' { 0 } else { byte }).collect(),
                Part::Command { quoted: false, .. } => crate::ampersands(value),
                Part::Param(param) if !param.quoted => crate::ampersands(value),
                _ => value,
            });
        }
        Ok(out)
    }

    /// `$x` without any operator.
    fn plain(&self, sh: &mut Shell, param: &Param) -> Result<Str, Flow> {
        if param.indirect {
            if let (ParamName::Var(name), None) = (&param.name, &param.index) {
                return sh.indirect_var(name);
            }
            let mut direct = param.clone();
            direct.indirect = false;
            direct.op = ParamOp::Plain;
            let name = self.plain(sh, &direct)?;
            return sh.indirect(name);
        }
        if let (ParamName::Var(name), Some(index)) = (&param.name, &param.index) {
            if is_all(param) {
                let values = sh.elements(name);
                return Ok(joined(sh, param, &values));
            }
            let index = self.value(sh, index)?;
            return sh.element(name, index);
        }
        Ok(match &param.name {
            ParamName::Var(name) => match name.as_str() {
                "RANDOM" if sh.bash() => crate::text(sh.random()),
                "SECONDS" if sh.bash() => crate::text(sh.seconds()),
                "BASH_COMMAND" if sh.bash() => {
                    return Err(sh.refuse("SH0109", "`$BASH_COMMAND` in text that is evaluated"));
                }
                "LINENO" if sh.bash() => match self.source.line(param.range.start) {
                    Some(line) => crate::text(i64::from(line)),
                    None => return Err(sh.refuse("SH0109", "`$LINENO` in text that is evaluated")),
                },
                _ => match name.strip_prefix(UNICODE) {
                    Some(number) => sh.character(u32::from_str_radix(number, 16).unwrap_or(0)),
                    None => sh.need(name)?,
                },
            },
            ParamName::Positional(number) => sh.need_arg(*number as usize)?,
            ParamName::Special('@') if sh.bash() => sh.args.join(&b' '),
            ParamName::Special('@') => sh.joined(),
            ParamName::Special('*') => sh.joined(),
            ParamName::Special('#') => crate::text(sh.count()),
            ParamName::Special('?') => crate::text(sh.status()),
            ParamName::Special('-') => sh.flags(),
            ParamName::Special('$') => crate::text(sh.pid()),
            ParamName::Special('!') => sh.last_job(),
            ParamName::Special(_) => sh.name(),
        })
    }

    fn length(&self, sh: &mut Shell, param: &Param) -> Result<Str, Flow> {
        match &param.name {
            ParamName::Special('@' | '*') if sh.bash() => return Ok(crate::text(sh.count())),
            ParamName::Var(name) if param.index.is_some() && is_all(param) => {
                return Ok(crate::text(sh.list_len(name)));
            }
            _ => {}
        }
        let mut plain = param.clone();
        plain.op = ParamOp::Plain;
        let value = self.plain(sh, &plain)?;
        Ok(crate::text(sh.length(value)))
    }

    fn is_missing(&self, sh: &mut Shell, param: &Param, colon: bool) -> Result<bool, Flow> {
        if param.indirect {
            if let (ParamName::Var(name), None) = (&param.name, &param.index) {
                return Ok(sh.indirect_var_missing(name, colon));
            }
            let mut direct = param.clone();
            direct.indirect = false;
            direct.op = ParamOp::Plain;
            let held = self.plain(sh, &direct)?;
            return Ok(sh.indirect_missing(held, colon));
        }
        if let (ParamName::Var(name), Some(index)) = (&param.name, &param.index) {
            if is_all(param) {
                let values = sh.elements(name);
                return Ok(if colon { values.iter().all(Vec::is_empty) } else { values.is_empty() });
            }
            let index = self.value(sh, index)?;
            let value = sh.element_or_none(name, index)?;
            return Ok(value.is_none_or(|value| colon && value.is_empty()));
        }
        Ok(match &param.name {
            ParamName::Var(name) if matches!(name.as_str(), "RANDOM" | "SECONDS" | "LINENO") && sh.bash() => false,
            ParamName::Var(name) => {
                if colon {
                    sh.is_null(name)
                } else {
                    sh.is_unset(name)
                }
            }
            ParamName::Positional(number) => {
                let value = sh.args.get(*number as usize - 1);
                value.is_none_or(|value| colon && value.is_empty())
            }
            ParamName::Special('@' | '*') => {
                if colon {
                    sh.joined().is_empty()
                } else {
                    sh.bash() && sh.args.is_empty()
                }
            }
            ParamName::Special('!') => sh.last_job().is_empty(),
            ParamName::Special('-') => colon && sh.flags().is_empty(),
            ParamName::Special(_) => false,
        })
    }

    fn default(&self, sh: &mut Shell, param: &Param, kind: char, colon: bool, word: &Word) -> Result<Str, Flow> {
        let missing = self.is_missing(sh, param, colon)?;
        let mut plain = param.clone();
        plain.op = ParamOp::Plain;
        match (kind, missing) {
            ('-', true) | ('+', false) => self.value(sh, word),
            ('+', true) => Ok(Str::new()),
            (_, false) => self.plain(sh, &plain),
            ('=', true) => {
                let ParamName::Var(name) = &param.name else {
                    if sh.bash() {
                        return Err(sh.discard("cannot assign in this way"));
                    }
                    sh.complain("cannot assign in this way");
                    return Err(Flow::Exit(2));
                };
                let value = self.value(sh, word)?;
                match &param.index {
                    Some(index) => {
                        let index = self.value(sh, index)?;
                        sh.set_element(name, index, value)?;
                    }
                    None => sh.set(name, value)?,
                }
                self.plain(sh, &plain)
            }
            _ => {
                let name = match &param.name {
                    ParamName::Var(name) => name.clone(),
                    ParamName::Positional(number) => number.to_string(),
                    ParamName::Special(letter) => letter.to_string(),
                };
                let message = self.value(sh, word)?;
                let default = if colon { "parameter null or not set" } else { "parameter not set" };
                Err(sh.missing(&name, message, default))
            }
        }
    }
}

fn base_list(sh: &Shell, param: &Param) -> Vec<Str> {
    match &param.name {
        ParamName::Var(name) => sh.elements(name),
        _ => sh.all(),
    }
}

/// A list where one field is meant: `@` joins by a space, `*` by the first byte of `IFS`.
fn joined(sh: &Shell, param: &Param, values: &[Str]) -> Str {
    if is_star(param) { sh.join(values) } else { values.join(&b' ') }
}

fn is_all(param: &Param) -> bool {
    matches!(param.name, ParamName::Special('@' | '*'))
        || matches!(param.index.as_ref().and_then(Word::bare), Some("@" | "*"))
}

fn is_star(param: &Param) -> bool {
    param.name == ParamName::Special('*') || param.index.as_ref().and_then(Word::bare) == Some("*")
}
