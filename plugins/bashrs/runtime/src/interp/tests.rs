//! `[[ … ]]`.

use super::Interp;
use crate::ast::{TestExpr, Word};
use crate::{Flow, Shell};

impl Interp {
    pub(super) fn test(&self, sh: &mut Shell, expr: &TestExpr) -> Result<bool, Flow> {
        Ok(match expr {
            TestExpr::Word(word) => !self.value(sh, word)?.is_empty(),
            TestExpr::Not(inner) => match &**inner {
                TestExpr::Unary(op, word) => !self.unary(sh, "! ", op, word)?,
                inner => !self.test(sh, inner)?,
            },
            TestExpr::And(left, right) => self.test(sh, left)? && self.test(sh, right)?,
            TestExpr::Or(left, right) => self.test(sh, left)? || self.test(sh, right)?,
            TestExpr::Unary(op, word) => self.unary(sh, "", op, word)?,
            TestExpr::Binary(left, op, right) => self.test_binary(sh, left, op, right)?,
        })
    }

    fn unary(&self, sh: &mut Shell, negation: &str, op: &str, word: &Word) -> Result<bool, Flow> {
        let value = self.value(sh, word)?;
        self.trace_bash(sh, || {
            let shown = super::trace::quoted_word(&value);
            [b"[[ ", negation.as_bytes(), op.as_bytes(), b" ", &shown, b" ]]"].concat()
        });
        match op {
            "-z" => Ok(value.is_empty()),
            "-n" => Ok(!value.is_empty()),
            _ if "fdesrwxLhpSbcgukOGaNtvoR".contains(&op[1..]) => Ok(sh.test_unary(op, value)),
            _ => Err(sh.refuse("SH0112", &format!("the operator {op} of `[[`"))),
        }
    }

    fn trace_test(&self, sh: &mut Shell, left: &[u8], op: &str, right: &[u8]) {
        self.trace_bash(sh, || {
            [b"[[ ", super::trace::quoted_word(left).as_slice(), b" ", op.as_bytes(), b" ", right, b" ]]"].concat()
        });
    }

    fn test_binary(&self, sh: &mut Shell, left: &Word, op: &str, right: &Word) -> Result<bool, Flow> {
        let a = self.value(sh, left)?;
        match op {
            "=" | "==" | "!=" => {
                let pattern = self.pattern(sh, right)?;
                self.trace_test(sh, &a, op, &pattern);
                return Ok(sh.matches(&a, &pattern) == (op != "!="));
            }
            "=~" => {
                let pattern = self.regex(sh, right)?;
                return sh.regex_match(a, pattern);
            }
            _ => {}
        }
        let b = self.value(sh, right)?;
        self.trace_test(sh, &a, op, &b);
        Ok(match op {
            "<" => a < b,
            ">" => a > b,
            "-nt" | "-ot" | "-ef" => sh.test_files(a, op, b),
            _ => {
                let (a, b) = (sh.arith(a)?, sh.arith(b)?);
                match op {
                    "-eq" => a == b,
                    "-ne" => a != b,
                    "-lt" => a < b,
                    "-le" => a <= b,
                    "-gt" => a > b,
                    _ => a >= b,
                }
            }
        })
    }
}
