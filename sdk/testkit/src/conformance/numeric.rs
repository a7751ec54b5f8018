//! Backends and optimizers over sites made up at random, sensible ones and others.

use super::{Conformance, Findings, MUTATIONS, Sample, manifest};
use crate::native::{MemoryHost, Project};
use crate::report::Failure;
use batuta_sdk::text::{FileId, Origin, TextRange};
use batuta_sdk::{
    Backend, Context, Dtype, Error, Operand, Operation, Optimized, Optimizer, Settings, SourceFile, Stub, fused,
};
use std::panic::{AssertUnwindSafe, catch_unwind};

const DTYPES: [Dtype; 8] = [
    Dtype::Boolean,
    Dtype::Int8,
    Dtype::Int16,
    Dtype::Int32,
    Dtype::Int64,
    Dtype::Uint8,
    Dtype::Float32,
    Dtype::Float64,
];

/// Every check on a backend: offers that mean something, bodies that are the same each time and can be text of a function, no panic on
/// any site, and none where nothing was offered.
pub fn backend<B: Backend>() -> Conformance<'static> {
    let work = |_: &[Sample], mutations: usize, found: &mut Findings| {
        found.add("manifest", 1, manifest::check(&B::manifest()));
        found.add("offers", 1, offers::<B>());
        found.add("bodies", mutations, bodies::<B>(mutations));
    };
    Conformance { samples: &[], mutations: MUTATIONS, needs_samples: false, work }
}

/// Every check on an optimizer: the same choices each time, about operations that there are, each once; no panic on any setting.
pub fn optimizer<O: Optimizer>() -> Conformance<'static> {
    let work = |_: &[Sample], mutations: usize, found: &mut Findings| {
        found.add("manifest", 1, manifest::check(&O::manifest()));
        found.add("choices", mutations, choices::<O>(mutations));
    };
    Conformance { samples: &[], mutations: MUTATIONS, needs_samples: false, work }
}

fn offers<B: Backend>() -> Vec<Failure> {
    let name = B::manifest().name;
    let letters = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
    let wrong = |offer: &batuta_sdk::Offer| {
        let named = !offer.name.is_empty() && offer.name.len() <= 64 && offer.name.chars().all(letters);
        let costs = [offer.flops_per_item, offer.bytes_per_item].iter().all(|cost| (0.0..=1e15).contains(cost));
        !(named && costs && !offer.kinds.is_empty())
    };
    let bad = B::operations().into_iter().filter(wrong);
    let mut all: Vec<Failure> =
        bad.map(|offer| Failure::new(&name, "offers", format!("`{}` is no sensible offer", offer.name))).collect();
    if B::operations().is_empty() {
        all.push(Failure::new(&name, "offers", "there is none"));
    }
    all
}

fn bodies<B: Backend>(count: usize) -> Vec<Failure> {
    let offers = B::operations();
    let families: Vec<String> = offers
        .iter()
        .map(|offer| offer.name.clone())
        .chain(["fused".into(), "frobnicate".into(), "x".into()])
        .collect();
    let mut random = Random(7);
    let mut failures = vec![];
    for at in 0..count {
        let site = random.site(at as u32, &families);
        let run = || catch_unwind(AssertUnwindSafe(|| B::emit(&site)));
        let problem = match (run(), run()) {
            (Ok(a), Ok(b)) if a != b => Some("two runs gave different bodies".to_owned()),
            (Ok(Ok(stub)), _) => {
                let offered = offers.iter().any(|offer| {
                    offer.name == site.family() && site.operands.iter().all(|it| offer.kinds.contains(&it.kind))
                });
                if offered { odd(&stub) } else { Some("gave a body for what it does not offer".to_owned()) }
            }
            (Ok(Err(Error::Unsupported(_))), _) => None,
            (Ok(Err(error)), _) => Some(format!("answered {error:?} where only `unsupported` says that no offer fits")),
            (Err(_), _) => Some("panicked".to_owned()),
        };
        failures.extend(problem.map(|problem| Failure::new(&site.name, "bodies", problem)));
    }
    failures
}

/// What is wrong with a stub's text, as far as that can be seen without a compiler.
fn odd(stub: &Stub) -> Option<String> {
    let mut open = vec![];
    for c in stub.body.chars() {
        match c {
            '(' => open.push(')'),
            '[' => open.push(']'),
            '{' => open.push('}'),
            ')' | ']' | '}' if open.pop() != Some(c) => return Some("its brackets do not match".into()),
            _ => {}
        }
    }
    let path = |path: &String| !path.is_empty() && path.chars().all(|c| c.is_ascii_alphanumeric() || "_:".contains(c));
    if !open.is_empty() || stub.body.trim().is_empty() {
        return Some("its brackets do not match, or it is empty".into());
    }
    if stub.body.contains("unsafe") || stub.body.contains('#') || stub.body.contains("//") {
        return Some("its body has `unsafe`, an attribute or a comment".into());
    }
    (!stub.imports.iter().all(path)).then(|| format!("it imports {:?}", stub.imports))
}

fn choices<O: Optimizer>(count: usize) -> Vec<Failure> {
    let project = Project::new([("src/main.rs", "fn main() {}\n")]);
    let unit = SourceFile { id: FileId(0), path: "src/main.rs".into(), bytes: b"fn main() {}\n".to_vec() };
    let mut random = Random(11);
    let mut failures = vec![];
    for at in 0..count {
        let families = ["fused".to_owned(), "matmul".into(), "sum".into(), "frobnicate".into()];
        let sites: Vec<Operation> = (0..random.below(6)).map(|id| random.site(id as u32, &families)).collect();
        let settings = random.settings();
        let run = || {
            let mut host = MemoryHost::new(&project);
            catch_unwind(AssertUnwindSafe(|| O::optimize(&unit, &sites, &mut Context::new(&mut host, &settings))))
        };
        let problem = match (run(), run()) {
            (Ok(a), Ok(b)) if a != b => Some("two runs chose differently".to_owned()),
            (Ok(Ok(optimized)), _) => wrong(&optimized, &sites, unit.bytes.len() as u32),
            (Ok(Err(error)), _) => Some(format!("failed: {error:?}")),
            (Err(_), _) => Some("panicked".to_owned()),
        };
        failures.extend(problem.map(|problem| Failure::new(&format!("sites {at}"), "choices", problem)));
    }
    failures
}

fn wrong(optimized: &Optimized, sites: &[Operation], len: u32) -> Option<String> {
    for (at, (id, backend)) in optimized.choices.iter().enumerate() {
        if !sites.iter().any(|site| site.id == *id) {
            return Some(format!("chose for operation {id}, which there is not"));
        }
        if optimized.choices[..at].iter().any(|(other, _)| other == id) || backend.is_empty() {
            return Some(format!("chose twice for operation {id}, or nobody"));
        }
    }
    optimized
        .edits
        .iter()
        .any(|edit| edit.at.range.start > edit.at.range.end || edit.at.range.end > len)
        .then(|| "an edit lies outside".into())
}

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n.max(1)
    }

    fn site(&mut self, id: u32, families: &[String]) -> Operation {
        let family = families[self.below(families.len() as u64) as usize].clone();
        let mostly = self.below(4) > 0;
        let operands: Vec<Operand> = (0..self.below(5)).map(|_| self.operand(mostly)).collect();
        let name = if self.below(4) > 0 { format!("{family}.{}", self.expression(operands.len())) } else { family };
        let result = self.operand(mostly);
        Operation { id, name, operands, results: vec![result], at: Origin::new(FileId(0), TextRange::empty(0)) }
    }

    fn operand(&mut self, double: bool) -> Operand {
        let kind = if double { Dtype::Float64 } else { DTYPES[self.below(8) as usize] };
        let shape = (0..self.below(4)).map(|_| match self.below(3) {
            0 => None,
            1 => Some(self.below(4) as u32),
            _ => Some(u32::MAX - self.below(9) as u32),
        });
        Operand { kind, shape: shape.collect() }
    }

    /// An expression, or what is none.
    fn expression(&mut self, operands: usize) -> String {
        let token = |random: &mut Self| match random.below(4) {
            0 => fused::UNARY[random.below(fused::UNARY.len() as u64) as usize].to_owned(),
            1 => fused::BINARY[random.below(fused::BINARY.len() as u64) as usize].to_owned(),
            _ => random.below(operands as u64 + 1).to_string(),
        };
        let tokens: Vec<String> = (0..=self.below(8)).map(|_| token(self)).collect();
        tokens.join(".")
    }

    fn settings(&mut self) -> Settings {
        let mut all = vec![];
        for backend in ["backend-a", "backend-b", "b"] {
            for operation in ["fused", "matmul"] {
                let value = match self.below(5) {
                    0 => continue,
                    1 => "float64;x;1".to_owned(),
                    2 => ";;;".to_owned(),
                    3 => format!("float32,float64;{};{}", self.below(100), self.below(100)),
                    _ => format!("float64;{};NaN", self.below(100)),
                };
                all.push((format!("offer.{backend}.{operation}"), value));
            }
        }
        if self.below(3) == 0 {
            all.push(("backend".into(), ["backend-a", "nobody", ""][self.below(3) as usize].into()));
        }
        all.sort();
        Settings(all)
    }
}
