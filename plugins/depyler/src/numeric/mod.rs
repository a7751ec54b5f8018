//! Numeric call sites: operations of NumPy whose element types and axes are proved get a stub each, which a backend may give a body.
//!
//! A stub looks at its arguments first. Where they are not what was proved, or no backend gave a body, or the body says that they do not
//! fit, it does the operation as the code around it would: through the runtime.

mod infer;
mod known;
mod site;
mod stubs;
mod tree;
mod types;

pub(crate) use infer::{Found, infer};

use crate::hir::Expr;
use batuta_sdk::{Dtype, Operand, Operation};
use batuta_text::Origin;
use std::rc::Rc;
use types::{Kind, Ty};

/// What a stub does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// An expression over elements at the same place; its result is an array of floats
    Map,
    /// The same, with truth values
    Test,
    /// The same, into its first operand
    Update,
    /// Its sum over all elements
    Sum,
    /// Its mean
    Mean,
    /// A matrix product
    Product,
}

/// A call site.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub form: Form,
    /// The operation as the ABI names it.
    pub name: String,
    pub operands: Vec<Vec<Option<u32>>>,
    pub result: Vec<Option<u32>>,
    pub at: Origin,
    /// The operation in Rust, over `x[0]`, `x[1]` …, as the runtime does it.
    pub plain: String,
    /// Line in the source.
    pub line: u32,
}

/// The call sites of a module.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sites {
    found: Rc<Found>,
    listed: Vec<Site>,
}

impl Sites {
    pub(crate) fn new(found: Rc<Found>) -> Self {
        Sites { found, listed: vec![] }
    }

    fn ty(&self, e: &Expr) -> Ty {
        self.found.of(e)
    }

    /// Lists a site; its number.
    fn add(&mut self, site: Site) -> usize {
        self.listed.push(site);
        self.listed.len() - 1
    }

    /// The stubs as a module, if there are any.
    pub(crate) fn items(&self) -> Option<String> {
        (!self.listed.is_empty()).then(|| stubs::module(&self.listed))
    }

    /// The operation table.
    pub(crate) fn operations(&self) -> Vec<Operation> {
        let floats = |shape: &Vec<Option<u32>>| Operand { kind: Dtype::Float64, shape: shape.clone() };
        let one = |(id, site): (usize, &Site)| Operation {
            id: id as u32,
            name: site.name.clone(),
            operands: site.operands.iter().map(floats).collect(),
            results: vec![Operand {
                kind: if site.form == Form::Test { Dtype::Boolean } else { Dtype::Float64 },
                shape: site.result.clone(),
            }],
            at: site.at,
        };
        self.listed.iter().enumerate().map(one).collect()
    }
}

/// The extents of an array of floats.
fn floats(t: &Ty) -> Option<&[Option<u32>]> {
    match t {
        Ty::Array(Kind::F64, shape) => Some(shape),
        _ => None,
    }
}
