//! Rules, functions, statements.

use super::lexer::Token;
use super::{Parsed, Parser};
use crate::ast::{Expr, Function, Program, Rule, Stmt, StmtKind};
use batuta_text::TextRange;

impl Parser<'_> {
    pub(super) fn program(&mut self) -> Parsed<Program> {
        let mut program = Program::default();
        loop {
            self.skip_newlines()?;
            let start = self.range.start;
            if self.token == Token::End {
                return Ok(program);
            }
            if self.is_word("function") {
                program.functions.push(self.function(start)?);
                continue;
            }
            let kind = if self.is_word("BEGIN") { 0 } else { usize::from(self.is_word("END")) + 1 };
            let mut rule = Rule { pattern: None, action: None, range: self.range };
            if kind != 1 {
                self.advance()?;
            } else if !self.is("{") {
                rule.pattern = Some(self.expr()?);
                if self.is(",") {
                    return Err(self.unsupported("a range of two patterns"));
                }
            }
            if self.is("{") {
                rule.action = Some(self.block()?);
            } else if kind != 1 {
                return Err(self.unexpected("`{`"));
            }
            rule.range = TextRange::new(start, self.ended);
            [&mut program.begin, &mut program.rules, &mut program.end][kind].push(rule);
        }
    }

    fn function(&mut self, start: u32) -> Parsed<Function> {
        self.advance()?;
        let name = self.name()?;
        self.expect("(")?;
        let mut params = vec![];
        while !self.is(")") {
            params.push(self.name()?);
            if !self.eat(",")? {
                break;
            }
            while self.token == Token::Newline {
                self.advance()?;
            }
        }
        self.expect(")")?;
        while self.token == Token::Newline {
            self.advance()?;
        }
        let body = self.block()?;
        Ok(Function { name, params, body, range: TextRange::new(start, self.ended) })
    }

    /// `{ … }`
    fn block(&mut self) -> Parsed<Vec<Stmt>> {
        self.expect("{")?;
        let mut stmts = vec![];
        loop {
            self.skip_newlines()?;
            if self.eat("}")? {
                return Ok(stmts);
            }
            self.stmt_into(&mut stmts)?;
        }
    }

    /// A statement; a block gives its statements.
    fn stmt_into(&mut self, out: &mut Vec<Stmt>) -> Parsed<()> {
        if self.is("{") {
            out.extend(self.deeper(Self::block)?);
            return Ok(());
        }
        let start = self.range.start;
        let kind = self.deeper(Self::stmt)?;
        out.push(Stmt { kind, range: TextRange::new(start, self.ended) });
        Ok(())
    }

    /// The body of a loop or a branch: one statement, perhaps on the next line, perhaps none.
    fn body(&mut self) -> Parsed<Vec<Stmt>> {
        let mut out = vec![];
        if self.eat(";")? {
            return Ok(out);
        }
        while self.token == Token::Newline {
            self.advance()?;
        }
        self.stmt_into(&mut out)?;
        Ok(out)
    }

    fn stmt(&mut self) -> Parsed<StmtKind> {
        let Token::Keyword(word) = self.token else { return self.simple() };
        match word {
            "if" => self.if_(),
            "while" => {
                self.advance()?;
                let test = self.in_parentheses()?;
                Ok(StmtKind::While(test, self.body()?))
            }
            "do" => self.do_(),
            "for" => self.for_(),
            _ => self.simple(),
        }
    }

    fn in_parentheses(&mut self) -> Parsed<Expr> {
        self.expect("(")?;
        let expr = self.expr()?;
        self.expect(")")?;
        Ok(expr)
    }

    fn if_(&mut self) -> Parsed<StmtKind> {
        self.advance()?;
        let test = self.in_parentheses()?;
        let then = self.body()?;
        // `else` may stand behind line ends, which otherwise end the statement: skipping them early does no harm.
        if self.token == Token::Newline || self.is(";") {
            self.skip_newlines()?;
        }
        let mut otherwise = vec![];
        if self.is_word("else") {
            self.advance()?;
            otherwise = self.body()?;
        }
        Ok(StmtKind::If(test, then, otherwise))
    }

    fn do_(&mut self) -> Parsed<StmtKind> {
        self.advance()?;
        let body = self.body()?;
        self.skip_newlines()?;
        if !self.is_word("while") {
            return Err(self.unexpected("`while`"));
        }
        self.advance()?;
        Ok(StmtKind::Do(body, self.in_parentheses()?))
    }

    fn for_(&mut self) -> Parsed<StmtKind> {
        self.advance()?;
        self.expect("(")?;
        let mut start = None;
        if !self.is(";") {
            let range = self.range;
            let kind = self.simple()?;
            if let StmtKind::Expr(Expr::In(keys, array)) = &kind
                && let [Expr::Var(key)] = keys.as_slice()
                && self.is(")")
            {
                let (key, array) = (key.clone(), array.clone());
                self.advance()?;
                return Ok(StmtKind::ForIn(key, array, self.body()?));
            }
            start = Some(Box::new(Stmt { kind, range }));
        }
        self.expect(";")?;
        let test = if self.is(";") { None } else { Some(self.expr()?) };
        self.expect(";")?;
        let range = self.range;
        let step = if self.is(")") { None } else { Some(Box::new(Stmt { kind: self.simple()?, range })) };
        self.expect(")")?;
        Ok(StmtKind::For(start, test, step, self.body()?))
    }

    /// A statement without statements inside.
    fn simple(&mut self) -> Parsed<StmtKind> {
        let Token::Keyword(word) = self.token else { return Ok(StmtKind::Expr(self.expr()?)) };
        if !matches!(word, "print" | "printf" | "next" | "exit" | "return" | "break" | "continue" | "delete") {
            return Err(if matches!(word, "getline" | "nextfile") {
                self.unsupported(&format!("`{word}`"))
            } else {
                self.unexpected("a statement")
            });
        }
        self.advance()?;
        let ends = |parser: &Self| parser.token == Token::Newline || parser.is(";") || parser.is("}");
        Ok(match word {
            "next" => StmtKind::Next,
            "break" => StmtKind::Break,
            "continue" => StmtKind::Continue,
            "exit" => StmtKind::Exit(if ends(self) { None } else { Some(self.expr()?) }),
            "return" => StmtKind::Return(if ends(self) { None } else { Some(self.expr()?) }),
            "delete" => {
                let name = self.name()?;
                StmtKind::Delete(name, if self.is("[") { self.subscript()? } else { vec![] })
            }
            _ => {
                let parts = if ends(self) { vec![] } else { self.print_list()? };
                if self.is(">") || self.is(">>") || self.is("|") {
                    return Err(self.unsupported("output to a file or a command"));
                }
                if word == "printf" { StmtKind::Printf(parts) } else { StmtKind::Print(parts) }
            }
        })
    }
}
