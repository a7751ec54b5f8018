//! Compound commands and function definitions.

use super::command::is_closer;
use super::{Parse, Parser};
use crate::ast::{CaseArm, CaseEnd, Command, CommandKind, List, Simple, Word};

/// Special builtins, which no function of sh may be called like.
const SPECIAL: &[&str] = &[
    ":", ".", "break", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set", "shift", "times",
    "trap", "unset",
];

impl Parser<'_> {
    /// The compound command that starts here, if one does.
    pub(super) fn compound(&mut self) -> Parse<Option<CommandKind>> {
        if self.bash() && self.looking_at("((") {
            let start = self.at;
            if let Some(text) = self.arith_command()? {
                return Ok(Some(CommandKind::Arith(text)));
            }
            self.at = start;
        }
        if self.eat("(") {
            let body = self.list(&[])?;
            self.expect(")")?;
            return Ok(Some(CommandKind::Subshell(body)));
        }
        if self.eat_keyword("{") {
            let body = self.list(&["}"])?;
            self.close("}")?;
            return Ok(Some(CommandKind::Group(body)));
        }
        let kind = if self.eat_keyword("if") {
            self.if_command()?
        } else if self.eat_keyword("while") {
            self.while_command(false)?
        } else if self.eat_keyword("until") {
            self.while_command(true)?
        } else if self.eat_keyword("for") {
            self.for_command()?
        } else if self.eat_keyword("case") {
            self.case_command()?
        } else {
            return self.bash_compound();
        };
        Ok(Some(kind))
    }

    fn bash_compound(&mut self) -> Parse<Option<CommandKind>> {
        if !self.bash() {
            return self.no_closer();
        }
        if self.eat_keyword("[[") {
            return Ok(Some(CommandKind::Test(self.test_command()?)));
        }
        if self.at_keyword("function") {
            self.at += "function".len();
            self.blanks();
            let Some(word) = self.word()? else { return Err(self.error("expected a function name")) };
            self.blanks();
            if self.eat("(") {
                self.blanks();
                self.expect(")")?;
            }
            return self.function_body(&word).map(Some);
        }
        if self.at_keyword("select") {
            self.at += "select".len();
            return match self.for_command()? {
                CommandKind::For { name, words, body } => Ok(Some(CommandKind::Select { name, words, body })),
                _ => Err(self.error("expected a variable name")),
            };
        }
        if self.at_keyword("coproc") {
            self.at += "coproc".len();
            self.nested(|p| p.any_command())?;
            return Ok(Some(CommandKind::Coproc));
        }
        self.no_closer()
    }

    fn any_command(&mut self) -> Parse<()> {
        self.blanks();
        let mut list = List::default();
        self.items(&mut list, &["}", "done", "fi"])
    }

    /// A closing keyword where a command is expected is an error, not a command name.
    fn no_closer(&mut self) -> Parse<Option<CommandKind>> {
        if self.at_keyword("!") {
            return Err(self.error("unexpected `!`"));
        }
        let start = self.at;
        let end = self.source[start..]
            .iter()
            .position(|b| super::command::is_word_end(*b))
            .map_or(self.source.len(), |n| start + n);
        let word = self.text(start, end);
        if is_closer(&word) { Err(self.error(format!("unexpected `{word}`"))) } else { Ok(None) }
    }

    fn eat_keyword(&mut self, word: &str) -> bool {
        let found = self.at_keyword(word);
        if found {
            self.at += word.len();
        }
        found
    }

    fn close(&mut self, word: &str) -> Parse<()> {
        self.lines()?;
        if self.eat_keyword(word) { Ok(()) } else { Err(self.error(format!("expected `{word}`"))) }
    }

    fn if_command(&mut self) -> Parse<CommandKind> {
        let mut arms = vec![];
        loop {
            let condition = self.list(&["then"])?;
            self.close("then")?;
            let body = self.list(&["elif", "else", "fi"])?;
            arms.push((condition, body));
            if !self.eat_keyword("elif") {
                break;
            }
        }
        let otherwise = if self.eat_keyword("else") { Some(self.list(&["fi"])?) } else { None };
        self.close("fi")?;
        Ok(CommandKind::If { arms, otherwise })
    }

    fn while_command(&mut self, until: bool) -> Parse<CommandKind> {
        let condition = self.list(&["do"])?;
        let body = self.do_group()?;
        Ok(CommandKind::While { until, condition, body })
    }

    fn do_group(&mut self) -> Parse<List> {
        self.lines()?;
        if self.bash() && self.eat_keyword("{") {
            let body = self.list(&["}"])?;
            self.close("}")?;
            return Ok(body);
        }
        self.close("do")?;
        let body = self.list(&["done"])?;
        self.close("done")?;
        Ok(body)
    }

    fn for_command(&mut self) -> Parse<CommandKind> {
        self.blanks();
        if self.bash() && self.looking_at("((") {
            return self.for_arith();
        }
        if self.behind_alias() {
            self.alias(false);
        }
        let Some((name, after)) = self.name_at(self.at) else { return Err(self.error("expected a variable name")) };
        self.at = after;
        self.lines()?;
        if self.behind_alias() {
            return Err(self.error("an alias behind one that ends in a blank"));
        }
        let words = if self.eat_keyword("in") {
            let mut words = vec![];
            loop {
                self.blanks();
                match self.word()? {
                    Some(word) => words.push(word),
                    None => break,
                }
            }
            Some(words)
        } else {
            None
        };
        self.blanks();
        self.eat(";");
        let body = self.do_group()?;
        Ok(CommandKind::For { name, words, body })
    }

    fn for_arith(&mut self) -> Parse<CommandKind> {
        self.at += 2;
        let first = self.arith_until(b";")?;
        self.expect(";")?;
        let second = self.arith_until(b";")?;
        self.expect(";")?;
        let third = self.arith_until(b")")?;
        self.expect("))")?;
        self.blanks();
        self.eat(";");
        let body = self.do_group()?;
        Ok(CommandKind::ForArith { parts: Box::new([first, second, third]), body })
    }

    fn case_command(&mut self) -> Parse<CommandKind> {
        self.blanks();
        self.open_alias();
        let Some(word) = self.word()? else { return Err(self.error("expected a word after `case`")) };
        self.lines()?;
        self.open_alias();
        if !self.eat_keyword("in") {
            return Err(self.error("expected `in`"));
        }
        let mut arms = vec![];
        loop {
            let start = self.at;
            self.lines()?;
            if self.source[start..self.at].contains(&b'\n') {
                // A line's end between them: the word behind an alias that ends in a blank is no alias.
                self.behind_alias();
            } else {
                self.open_alias();
            }
            if self.eat_keyword("esac") {
                return Ok(CommandKind::Case { word, arms });
            }
            arms.push(self.case_arm()?);
        }
    }

    fn case_arm(&mut self) -> Parse<CaseArm> {
        self.eat("(");
        let mut patterns = vec![];
        loop {
            self.blanks();
            self.open_alias();
            let Some(pattern) = self.pattern_word()? else { return Err(self.error("expected a pattern")) };
            patterns.push(pattern);
            self.blanks();
            self.open_alias();
            if self.eat(")") {
                break;
            }
            self.expect("|")?;
        }
        let mut body = self.list_or_empty(&["esac"])?;
        self.lines()?;
        let end = if self.bash() && self.eat(";;&") {
            CaseEnd::Continue
        } else if self.eat(";;") {
            CaseEnd::Break
        } else if self.bash() && self.eat(";&") {
            CaseEnd::Fall
        } else if self.at_keyword("esac") {
            CaseEnd::Break
        } else {
            return Err(self.error("expected `;;` or `esac`"));
        };
        body.comments.append(&mut self.comments);
        Ok(CaseArm { patterns, body, end })
    }

    /// Whether `()` follows the word that was just read; takes it.
    pub(super) fn function_parens(&mut self) -> bool {
        let start = self.at;
        self.blanks();
        if self.eat("(") {
            self.blanks();
            if self.behind_alias() {
                self.alias(false);
            }
            if self.eat(")") {
                return true;
            }
        }
        self.at = start;
        false
    }

    pub(super) fn function_after_name(&mut self, simple: &Simple, start: usize) -> Parse<Command> {
        let kind = self.function_body(&simple.words[0])?;
        Ok(Command { kind, redirects: vec![], range: self.range_from(start) })
    }

    fn function_body(&mut self, word: &Word) -> Parse<CommandKind> {
        let Some(name) = word.bare().map(str::to_string) else {
            return Err(self.error("a function name must be plain text"));
        };
        if !self.bash() && SPECIAL.contains(&name.as_str()) {
            return Err(self.error("bad function name"));
        }
        self.lines()?;
        self.alias(true);
        self.lines()?;
        let start = self.at;
        let body = self.nested(|p| {
            let Some(kind) = p.compound()? else { return Err(p.error("expected the body of the function")) };
            let mut redirects = vec![];
            while let Some(redirect) = p.redirect()? {
                redirects.push(redirect);
            }
            Ok(Command { kind, redirects, range: p.range_from(start) })
        })?;
        Ok(CommandKind::Function { name, body: Box::new(body) })
    }
}
