//! Numeric call sites: what transpilers list, optimizers choose backends for, and backends give bodies to.
//!
//! # The stub of a site
//!
//! Generated code holds `const SITE_3: Option<fn(…) -> bool> = None;` for site 3. The host puts the function in whose body a backend
//! gives. Its parameters follow from the [`Operation`], in this order:
//!
//! - an operand with axes: `x0: &[f64], n0: &[usize], s0: &[usize]`, its elements from the first one on, its extents, and how many
//!   elements lie between neighbours along each axis (0 where it is stretched);
//! - an operand without axes: `x1: f64`;
//! - a result with axes: `out0: &mut [f64], m0: &[usize]`, to be filled in C order, and its extents;
//! - a result without axes: `out0: &mut f64`.
//!
//! The numbers count operands and results from 0; the element types are those of the operation. The body is an expression of type
//! `bool`: false says that the arguments do not fit after all, and that nothing counts that was written; the operation of the
//! language's runtime does it then. Operands may share memory, results share none.
//!
//! # Names
//!
//! `matmul` has two operands of one or two axes. `fused.A.B.C…` computes each element of the result from the elements at the same place
//! of the operands, all of which are stretched to the result's extents: an expression in postfix order, see [`fused`]. `sum.A.B.C…`
//! adds up what such an expression gives, in NumPy's order: pairwise over the elements in C order. Results must be those of the
//! operations one after the other, to the bit; only `matmul` may add in another order.

use batuta_text::Origin;

/// Element type of a numeric operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dtype {
    /// `bool`
    Boolean,
    /// `i8`
    Int8,
    /// `i16`
    Int16,
    /// `i32`
    Int32,
    /// `i64`
    Int64,
    /// `u8`
    Uint8,
    /// `f32`
    Float32,
    /// `f64`
    Float64,
}

impl Dtype {
    /// The type in Rust.
    pub fn rust(self) -> &'static str {
        match self {
            Dtype::Boolean => "bool",
            Dtype::Int8 => "i8",
            Dtype::Int16 => "i16",
            Dtype::Int32 => "i32",
            Dtype::Int64 => "i64",
            Dtype::Uint8 => "u8",
            Dtype::Float32 => "f32",
            Dtype::Float64 => "f64",
        }
    }
}

/// An operand of a numeric operation; unknown extents are `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand {
    /// Element type.
    pub kind: Dtype,
    /// Extents, outermost first.
    pub shape: Vec<Option<u32>>,
}

impl Operand {
    /// Whether it is a single number.
    pub fn is_scalar(&self) -> bool {
        self.shape.is_empty()
    }

    /// How many elements it has, when that is known.
    pub fn len(&self) -> Option<u64> {
        self.shape.iter().try_fold(1u64, |product, extent| Some(product.saturating_mul(u64::from((*extent)?))))
    }
}

/// A numeric call site: the lowered code calls stub `id`, a backend gives its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Number of the stub.
    pub id: u32,
    /// Its name, such as `matmul`.
    pub name: String,
    /// Inputs.
    pub operands: Vec<Operand>,
    /// Outputs.
    pub results: Vec<Operand>,
    /// Where in the source.
    pub at: Origin,
}

impl Operation {
    /// The name up to the first dot: what an [`Offer`] names.
    pub fn family(&self) -> &str {
        self.name.split('.').next().unwrap_or(&self.name)
    }

    /// The expression of a `fused` or `sum` operation.
    pub fn expression(&self) -> Option<Vec<fused::Token<'_>>> {
        let (_, text) = self.name.split_once('.')?;
        fused::parse(text, self.operands.len())
    }
}

/// An operation that a backend can emit, with its cost per element of the result.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Which: an [`Operation::family`].
    pub name: String,
    /// Element types of the operands.
    pub kinds: Vec<Dtype>,
    /// Floating-point operations.
    pub flops_per_item: f64,
    /// Bytes read and written.
    pub bytes_per_item: f64,
}

/// The body of a stub and what it needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stub {
    /// An expression of type `bool`, or statements and such an expression.
    pub body: String,
    /// Paths that it uses by their last name.
    pub imports: Vec<String>,
    /// Support crates that the host supplies.
    pub supports: Vec<crate::Support>,
    /// Crates of the registry.
    pub dependencies: Vec<crate::CrateDependency>,
}

/// Replace the bytes at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub at: Origin,
    /// By what.
    pub replacement: String,
}

/// What an optimizer makes of a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Optimized {
    /// Against the exact bytes of the unit; they do not overlap.
    pub edits: Vec<Edit>,
    /// Numbers of operations with the backends that give their bodies.
    pub choices: Vec<(u32, String)>,
}

/// Expressions in postfix order: `0.1.mul.2.add` is `x0 * x1 + x2`.
pub mod fused {
    /// A part of an expression.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Token<'a> {
        /// An operand, by number.
        Operand(usize),
        /// A function of one number: see [`UNARY`].
        Unary(&'a str),
        /// A function of two numbers: see [`BINARY`].
        Binary(&'a str),
    }

    /// Names of functions of one number; `square` is the product with itself.
    pub const UNARY: &[&str] = &["neg", "abs", "sqrt", "square"];
    /// Names of functions of two numbers; comparisons give a truth value, so they stand last or not at all.
    pub const BINARY: &[&str] = &["add", "sub", "mul", "div", "lt", "le", "gt", "ge", "eq", "ne"];

    /// The parts of an expression over so many operands; none when it is no expression.
    pub fn parse(text: &str, operands: usize) -> Option<Vec<Token<'_>>> {
        let mut depth = 0usize;
        let mut out = vec![];
        for part in text.split('.') {
            let token = match part.parse::<usize>() {
                Ok(at) if at < operands => Token::Operand(at),
                Ok(_) => return None,
                Err(_) if UNARY.contains(&part) => Token::Unary(part),
                Err(_) if BINARY.contains(&part) => Token::Binary(part),
                Err(_) => return None,
            };
            depth = match token {
                Token::Operand(_) => depth + 1,
                Token::Unary(_) if depth >= 1 => depth,
                Token::Binary(_) if depth >= 2 => depth - 1,
                _ => return None,
            };
            out.push(token);
        }
        (depth == 1).then_some(out)
    }

    /// The expression in Rust, over whatever stands for the operands.
    pub fn rust(tokens: &[Token<'_>], operand: impl Fn(usize) -> String) -> Option<String> {
        let mut stack: Vec<String> = vec![];
        for token in tokens {
            let text = match token {
                Token::Operand(at) => operand(*at),
                Token::Unary(name) => unary(name, &stack.pop()?),
                Token::Binary(name) => {
                    let b = stack.pop()?;
                    binary(name, &stack.pop()?, &b)
                }
            };
            stack.push(text);
        }
        stack.pop().filter(|_| stack.is_empty())
    }

    fn unary(name: &str, a: &str) -> String {
        match name {
            "neg" => format!("(-{a})"),
            "square" => format!("square({a})"),
            name => format!("{a}.{name}()"),
        }
    }

    fn binary(name: &str, a: &str, b: &str) -> String {
        let sign = match name {
            "add" => "+",
            "sub" => "-",
            "mul" => "*",
            "div" => "/",
            "lt" => "<",
            "le" => "<=",
            "gt" => ">",
            "ge" => ">=",
            "eq" => "==",
            _ => "!=",
        };
        format!("({a} {sign} {b})")
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn expressions_are_read_and_written() {
            let name = |at: usize| ["a", "b", "c"][at].to_string();
            let show = |text: &str| rust(&parse(text, 3)?, name);
            assert_eq!(show("0.1.mul.2.add").as_deref(), Some("((a * b) + c)"));
            assert_eq!(show("0.neg.square.sqrt.1.le").as_deref(), Some("(square((-a)).sqrt() <= b)"));
            for wrong in ["", "0.1", "add", "0.add", "3", "0.1.pow", "0..neg"] {
                assert_eq!(parse(wrong, 3), None, "{wrong}");
            }
        }
    }
}
