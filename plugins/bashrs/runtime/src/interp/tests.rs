//! `[[ … ]]`.

use super::Interp;
use crate::ast::{TestExpr, Word};
use crate::{Flow, Shell};

impl Interp {
    pub(super) fn test(&self, sh: &mut Shell, expr: &TestExpr) -> Result<bool, Flow> {
        Ok(match expr {
            TestExpr::Word(word) => !self.value(sh, word)?.is_empty(),
            TestExpr::Not(inner) => !self.test(sh, inner)?,
            TestExpr::And(left, right) => self.test(sh, left)? && self.test(sh, right)?,
            TestExpr::Or(left, right) => self.test(sh, left)? || self.test(sh, right)?,
            TestExpr::Unary(op, word) => {
                let value = self.value(sh, word)?;
                match op.as_str() {
                    "-z" => value.is_empty(),
                    "-n" => !value.is_empty(),
                    _ if "fdesrwxLhpSbcgukOGaNtvoR".contains(&op[1..]) => sh.test_unary(op, value),
                    _ => return Err(sh.refuse("SH0112", &format!("the operator {op} of `[[`"))),
                }
            }
            TestExpr::Binary(left, op, right) => self.test_binary(sh, left, op, right)?,
        })
    }

    fn test_binary(&self, sh: &mut Shell, left: &Word, op: &str, right: &Word) -> Result<bool, Flow> {
        let a = self.value(sh, left)?;
        match op {
            "=" | "==" | "!=" => {
                let pattern = self.pattern(sh, right)?;
                return Ok(sh.matches(&a, &pattern) == (op != "!="));
            }
            "=~" => {
                let pattern = self.regex(sh, right)?;
                return sh.regex_match(a, pattern);
            }
            _ => {}
        }
        let b = self.value(sh, right)?;
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
