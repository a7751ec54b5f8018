//! Text to AST: a lexer that is told where a regular expression may stand, and a parser by recursive descent.

mod expr;
mod lexer;
mod stmt;

use crate::ast::Program;
use crate::codes;
use batuta_diagnostics::Code;
use batuta_text::TextRange;
use lexer::{Lexer, Token};

/// Deepest nesting of statements and expressions.
const MAX_DEPTH: u32 = 200;
/// Longest chain of operators of one kind: each makes the tree higher by one.
const MAX_CHAIN: u32 = 500;

/// Why there is no program, and where.
#[derive(Clone, Debug)]
pub struct ParseError {
    /// Syntax, or something that is not converted.
    pub code: Code,
    /// In words.
    pub message: String,
    /// The place.
    pub range: TextRange,
}

type Parsed<T> = Result<T, ParseError>;

/// Parse a program.
///
/// # Errors
/// The first place that is no AWK, or no AWK that this plugin converts.
pub fn program(text: &str) -> Parsed<Program> {
    let mut parser =
        Parser { lexer: Lexer::new(text), token: Token::End, range: TextRange::empty(0), depth: 0, ended: 0 };
    parser.advance()?;
    parser.program()
}

/// One token ahead.
struct Parser<'t> {
    lexer: Lexer<'t>,
    token: Token,
    range: TextRange,
    depth: u32,
    /// Where the token before ended.
    ended: u32,
}

impl Parser<'_> {
    fn advance(&mut self) -> Parsed<()> {
        self.ended = self.range.end;
        (self.token, self.range) = self.lexer.next()?;
        Ok(())
    }

    fn is(&self, symbol: &str) -> bool {
        matches!(&self.token, Token::Symbol(s) if *s == symbol)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(&self.token, Token::Keyword(w) if *w == word)
    }

    fn eat(&mut self, symbol: &str) -> Parsed<bool> {
        let found = self.is(symbol);
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    fn expect(&mut self, symbol: &str) -> Parsed<()> {
        if self.eat(symbol)? { Ok(()) } else { Err(self.unexpected(&format!("`{symbol}`"))) }
    }

    fn skip_newlines(&mut self) -> Parsed<()> {
        while self.token == Token::Newline || self.is(";") {
            self.advance()?;
        }
        Ok(())
    }

    fn unexpected(&self, wanted: &str) -> ParseError {
        let message = format!("expected {wanted}, found {}", self.token);
        ParseError { code: codes::SYNTAX, message, range: self.range }
    }

    fn unsupported(&self, what: &str) -> ParseError {
        let message = format!("{what} is not converted");
        ParseError { code: codes::UNSUPPORTED, message, range: self.range }
    }

    fn deeper<T>(&mut self, work: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let message = format!("nested more than {MAX_DEPTH} deep");
            return Err(ParseError { code: codes::UNSUPPORTED, message, range: self.range });
        }
        let result = work(self);
        self.depth -= 1;
        result
    }

    /// One more operator of a chain.
    fn link(&self, links: &mut u32) -> Parsed<()> {
        *links += 1;
        if *links <= MAX_CHAIN {
            return Ok(());
        }
        let message = format!("a chain of more than {MAX_CHAIN} operators");
        Err(ParseError { code: codes::UNSUPPORTED, message, range: self.range })
    }

    fn name(&mut self) -> Parsed<String> {
        match std::mem::replace(&mut self.token, Token::End) {
            Token::Name(name) | Token::Call(name) => {
                self.advance()?;
                Ok(name)
            }
            other => {
                self.token = other;
                Err(self.unexpected("a name"))
            }
        }
    }
}
