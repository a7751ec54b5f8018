//! Which ints may grow past 64 bits: each int expression is a node that depends on others, and what matters are the cycles.
//!
//! A counter adds something from outside to itself: it needs more steps than a program makes. A value that is multiplied by itself
//! or by anything, or added to itself, in a cycle, doubles its bits or adds some with every step: that is a number of any size.

use super::types::Node;

/// A node of the graph.
pub(crate) type G = u32;

/// What an int expression is computed from.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// This many bits
    Bits(u8),
    /// A literal of so many bits that few of them fill an int
    Big(u8),
    /// The sum of some of them
    Sum(G),
    /// What a variable holds
    Cell(Node),
    /// What a call of a function returns: each use of it costs a call
    Call(Node),
    /// `a + b`, `a - b`
    Add(G, G),
    /// `a * b`
    Mul(G, G),
    /// `a << b`
    Shl(G, G),
    /// One of them
    Max(G, G),
    /// `a`, which is less than 2 to this power
    Cap(G, u8),
}

/// An int that does not fit.
pub(crate) const LONG: u8 = 99;

/// Bits that a counter or a sum gains: more steps would take a program minutes.
const COUNTED: u8 = 28;

/// Bits that the sum of a list gains.
const SUMMED: u8 = 20;

/// Literals of more bits fill an int within a few additions.
pub(crate) const BIG: u8 = 50;

/// The graph of one pass over a module.
#[derive(Default)]
pub(crate) struct Graph {
    pub steps: Vec<Step>,
    /// What flows into a variable.
    pub flows: Vec<(Node, G)>,
}

impl Graph {
    pub(crate) fn add(&mut self, step: Step) -> G {
        self.steps.push(step);
        self.steps.len() as G - 1
    }

    /// Bits per step and per variable. `find` gives a variable's representative.
    pub(crate) fn bits(&self, cells: usize, find: impl Fn(Node) -> Node) -> (Vec<u8>, Vec<u8>) {
        // Variables come behind steps.
        let count = self.steps.len() + cells;
        let mut edges: Vec<Vec<u32>> = vec![vec![]; count];
        for (at, step) in self.steps.iter().enumerate() {
            match step {
                Step::Bits(_) | Step::Big(_) => {}
                Step::Cell(node) | Step::Call(node) => edges[at].push(self.steps.len() as u32 + find(*node)),
                Step::Add(a, b) | Step::Mul(a, b) | Step::Shl(a, b) | Step::Max(a, b) => edges[at].extend([*a, *b]),
                Step::Cap(a, _) | Step::Sum(a) => edges[at].push(*a),
            }
        }
        for (node, from) in &self.flows {
            edges[self.steps.len() + find(*node) as usize].push(*from);
        }
        let mut bits = vec![0u8; count];
        // What comes from a large literal.
        let mut large = vec![false; count];
        for group in components(&edges) {
            self.solve(&group, &edges, &mut bits, &large);
            for n in &group {
                let n = *n as usize;
                let cut = matches!(self.steps.get(n), Some(Step::Cap(..)));
                let from = edges[n].iter().any(|e| large[*e as usize]);
                large[n] = matches!(self.steps.get(n), Some(Step::Big(_))) || (from && !cut && bits[n] > BIG);
            }
        }
        let cells = bits.split_off(self.steps.len());
        (bits, cells)
    }

    fn solve(&self, group: &[u32], edges: &[Vec<u32>], bits: &mut [u8], large: &[bool]) {
        let first = group[0];
        if group.len() == 1 && !edges[first as usize].contains(&first) {
            bits[first as usize] = self.one(first, edges, bits, large);
            return;
        }
        let inside = |n: &u32| group.binary_search(n).is_ok();
        let (mut base, mut adds, mut grows, mut filled) = (0, false, false, false);
        // Results of calls that are only added up: the sum is no larger than the number of calls.
        let fresh = !group.iter().any(|n| matches!(self.steps.get(*n as usize), Some(Step::Cell(_))));
        for n in group {
            let outside =
                edges[*n as usize].iter().filter(|e| !inside(e)).map(|e| bits[*e as usize]).max().unwrap_or(0);
            base = base.max(outside);
            filled |= edges[*n as usize].iter().any(|e| !inside(e) && large[*e as usize]);
            match self.steps.get(*n as usize) {
                Some(Step::Add(a, b)) if inside(a) && inside(b) && !fresh => grows = true,
                Some(Step::Add(..)) => adds = true,
                Some(Step::Mul(a, b)) => {
                    let other = if inside(a) { b } else { a };
                    grows |= inside(other) || bits[*other as usize] > 1;
                }
                Some(Step::Shl(..) | Step::Sum(_)) => grows = true,
                _ => {}
            }
        }
        let all = match (grows || base > 63 || (adds && filled), adds) {
            (true, _) => LONG,
            (false, true) => base.max((base + COUNTED).min(62)),
            (false, false) => base,
        };
        for n in group {
            bits[*n as usize] = match self.steps.get(*n as usize) {
                Some(Step::Cap(_, most)) => all.min(*most),
                _ => all,
            };
        }
    }

    fn one(&self, n: u32, edges: &[Vec<u32>], bits: &[u8], large: &[bool]) -> u8 {
        let of = |n: &u32| bits[*n as usize];
        let fits = |b: u32| if b > 63 { LONG } else { b as u8 };
        match self.steps.get(n as usize) {
            Some(Step::Bits(b) | Step::Big(b)) => *b,
            Some(Step::Add(a, b)) if of(a).max(of(b)) == 63 && (large[*a as usize] || large[*b as usize]) => LONG,
            Some(Step::Sum(a)) if large[*a as usize] => LONG,
            Some(Step::Sum(a)) if of(a) <= 63 => (of(a) + SUMMED).min(63),
            Some(Step::Add(a, b)) if of(a) <= 63 && of(b) <= 63 => (of(a).max(of(b)) + 1).min(63),
            Some(Step::Mul(a, b)) => fits(u32::from(of(a)) + u32::from(of(b))),
            Some(Step::Shl(a, b)) if of(b) < 7 => fits(u32::from(of(a)) + (1 << of(b)) - 1),
            Some(Step::Shl(..)) => LONG,
            Some(Step::Cap(a, most)) => of(a).min(*most),
            _ => edges[n as usize].iter().map(of).max().unwrap_or(0),
        }
    }
}

/// Strongly connected groups, each sorted, those that others depend on first.
fn components(edges: &[Vec<u32>]) -> Vec<Vec<u32>> {
    const NEW: u32 = u32::MAX;
    let count = edges.len();
    let (mut index, mut low) = (vec![NEW; count], vec![0u32; count]);
    let mut on_stack = vec![false; count];
    let (mut stack, mut next, mut out) = (vec![], 0u32, vec![]);
    for root in 0..count as u32 {
        if index[root as usize] != NEW {
            continue;
        }
        let mut work = vec![(root, 0usize)];
        while let Some((n, at)) = work.pop() {
            let i = n as usize;
            if at == 0 {
                (index[i], low[i]) = (next, next);
                next += 1;
                stack.push(n);
                on_stack[i] = true;
            }
            if let Some(to) = edges[i].get(at) {
                work.push((n, at + 1));
                let t = *to as usize;
                if index[t] == NEW {
                    work.push((*to, 0));
                } else if on_stack[t] {
                    low[i] = low[i].min(index[t]);
                }
                continue;
            }
            for to in &edges[i] {
                if on_stack[*to as usize] {
                    low[i] = low[i].min(low[*to as usize]);
                }
            }
            if low[i] == index[i] {
                let mut group = vec![];
                while let Some(m) = stack.pop() {
                    on_stack[m as usize] = false;
                    group.push(m);
                    if m == n {
                        break;
                    }
                }
                group.sort_unstable();
                out.push(group);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell_bits(build: impl Fn(&mut Graph)) -> Vec<u8> {
        let mut graph = Graph::default();
        build(&mut graph);
        graph.bits(4, |n| n).1
    }

    #[test]
    fn counters_stay_small_and_products_in_cycles_do_not() {
        let counter = cell_bits(|g| {
            let (one, zero, cell) = (g.add(Step::Bits(1)), g.add(Step::Bits(0)), g.add(Step::Cell(0)));
            let sum = g.add(Step::Add(cell, one));
            g.flows = vec![(0, zero), (0, sum)];
        });
        assert!(counter[0] < 63);
        let factorial = cell_bits(|g| {
            let (one, n, cell) = (g.add(Step::Bits(1)), g.add(Step::Bits(5)), g.add(Step::Cell(0)));
            let product = g.add(Step::Mul(cell, n));
            g.flows = vec![(0, one), (0, product)];
        });
        assert_eq!(factorial[0], LONG);
        let fibonacci = cell_bits(|g| {
            let (one, a, b) = (g.add(Step::Bits(1)), g.add(Step::Cell(0)), g.add(Step::Cell(1)));
            let sum = g.add(Step::Add(a, b));
            g.flows = vec![(0, one), (1, one), (0, b), (1, sum)];
        });
        assert_eq!((fibonacci[0], fibonacci[1]), (LONG, LONG));
        let modular = cell_bits(|g| {
            let (seed, a, m, cell) =
                (g.add(Step::Bits(6)), g.add(Step::Bits(21)), g.add(Step::Bits(32)), g.add(Step::Cell(0)));
            let product = g.add(Step::Mul(cell, a));
            let cut = g.add(Step::Cap(m, 63));
            g.flows = vec![(0, seed), (0, cut)];
            let _ = product;
        });
        assert_eq!(modular[0], 32);
    }
}
