//! Trees to instructions, and running them: a backtracking machine with its own stack.

use super::parse::{At, FOREVER, Item, Node, Set, fold};

/// An instruction.
#[derive(Clone, Debug)]
enum Op {
    Char(char),
    CharFold(char),
    Any(bool),
    Set(Set),
    At(At),
    /// Go on at the first; the second comes when that fails
    Split(usize, usize),
    Jump(usize),
    /// Note the place
    Save(usize),
    /// One character many times: what, least, most, greedy
    Many(Box<Op>, usize, usize, bool),
    /// Starts a loop with a counter
    LoopStart(usize),
    /// Goes on with the loop: counter, least, most, greedy, where the body starts, where it goes on behind
    Loop(usize, usize, usize, bool, usize, usize),
    Back(usize, bool),
    /// Ahead or behind; where it goes on
    Look(Option<usize>, bool, usize),
    /// Ends what `Look` or `Atomic` started
    Done,
    Atomic(usize),
    If(usize, usize),
    Match,
}

/// A compiled pattern.
#[derive(Debug)]
pub struct Program {
    ops: Vec<Op>,
    loops: usize,
    /// Number of groups.
    pub groups: usize,
    /// A character that every match starts with.
    first: Option<char>,
}

/// Where groups start and end; at the end, the group that ended last.
pub type Places = Vec<Option<usize>>;

struct Compiler {
    ops: Vec<Op>,
    loops: usize,
}

/// Compiles a tree.
pub fn compile(node: &Node, groups: usize) -> Program {
    let mut compiler = Compiler { ops: vec![], loops: 0 };
    compiler.node(node);
    compiler.ops.push(Op::Match);
    let first = match compiler.ops.iter().find(|op| !matches!(op, Op::Save(_))) {
        Some(Op::Char(c)) => Some(*c),
        _ => None,
    };
    Program { ops: compiler.ops, loops: compiler.loops, groups, first }
}

impl Compiler {
    fn here(&self) -> usize {
        self.ops.len()
    }

    fn single(node: &Node) -> Option<Op> {
        Some(match node {
            Node::Char(c) => Op::Char(*c),
            Node::CharFold(c) => Op::CharFold(*c),
            Node::Any(all) => Op::Any(*all),
            Node::Set(set) => Op::Set(set.clone()),
            Node::Cat(all) if all.len() == 1 => return Self::single(&all[0]),
            _ => return None,
        })
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Empty => {}
            Node::Char(_) | Node::CharFold(_) | Node::Any(_) | Node::Set(_) => self.ops.extend(Self::single(node)),
            Node::At(at) => self.ops.push(Op::At(*at)),
            Node::Cat(all) => all.iter().for_each(|n| self.node(n)),
            Node::Alt(all) => self.alternatives(all),
            Node::Group(number, inner) => {
                self.ops.push(Op::Save(number * 2));
                self.node(inner);
                self.ops.push(Op::Save(number * 2 + 1));
            }
            Node::Repeat(inner, least, most, greedy, possessive) => {
                if *possessive {
                    let start = self.here();
                    self.ops.push(Op::Atomic(0));
                    self.repeat(inner, *least, *most, true);
                    self.ops.push(Op::Done);
                    self.ops[start] = Op::Atomic(self.here());
                } else {
                    self.repeat(inner, *least, *most, *greedy);
                }
            }
            Node::Back(number, fold) => self.ops.push(Op::Back(*number, *fold)),
            Node::Look(inner, width, negated) => {
                let start = self.here();
                self.ops.push(Op::Look(*width, *negated, 0));
                self.node(inner);
                self.ops.push(Op::Done);
                self.ops[start] = Op::Look(*width, *negated, self.here());
            }
            Node::Atomic(inner) => {
                let start = self.here();
                self.ops.push(Op::Atomic(0));
                self.node(inner);
                self.ops.push(Op::Done);
                self.ops[start] = Op::Atomic(self.here());
            }
            Node::If(number, yes, no) => {
                let start = self.here();
                self.ops.push(Op::If(*number, 0));
                self.node(yes);
                let jump = self.here();
                self.ops.push(Op::Jump(0));
                self.ops[start] = Op::If(*number, self.here());
                self.node(no);
                self.ops[jump] = Op::Jump(self.here());
            }
        }
    }

    fn alternatives(&mut self, all: &[Node]) {
        let mut jumps = vec![];
        for (at, node) in all.iter().enumerate() {
            if at + 1 == all.len() {
                self.node(node);
                break;
            }
            let split = self.here();
            self.ops.push(Op::Split(0, 0));
            self.node(node);
            jumps.push(self.here());
            self.ops.push(Op::Jump(0));
            self.ops[split] = Op::Split(split + 1, self.here());
        }
        for jump in jumps {
            self.ops[jump] = Op::Jump(self.here());
        }
    }

    fn repeat(&mut self, inner: &Node, least: usize, most: usize, greedy: bool) {
        if let Some(op) = Self::single(inner) {
            self.ops.push(Op::Many(Box::new(op), least, most, greedy));
            return;
        }
        if least == 0 && most == 1 {
            let split = self.here();
            self.ops.push(Op::Split(0, 0));
            self.node(inner);
            let end = self.here();
            self.ops[split] = if greedy { Op::Split(split + 1, end) } else { Op::Split(end, split + 1) };
            return;
        }
        let counter = self.loops;
        self.loops += 1;
        self.ops.push(Op::LoopStart(counter));
        let check = self.here();
        self.ops.push(Op::Loop(0, 0, 0, true, 0, 0));
        self.node(inner);
        self.ops.push(Op::Jump(check));
        self.ops[check] = Op::Loop(counter, least, most, greedy, check + 1, self.here());
    }
}

/// What to do when a path fails.
enum Retry {
    /// Go on here
    At(usize, usize),
    /// Put a group's place back
    Place(usize, Option<usize>),
    /// Put a loop's state back: count and where the last round started
    Count(usize, (usize, Option<usize>)),
    /// Take one character less: where it goes on, least end, end
    Less(usize, usize, usize),
    /// Take one character more: instruction, where it goes on, end, most
    More(usize, usize, usize),
}

struct Machine<'p> {
    program: &'p Program,
    text: &'p [char],
    end: usize,
    places: Places,
    counts: Vec<(usize, Option<usize>)>,
    stack: Vec<Retry>,
    /// Where a match may end at the earliest.
    not_before: usize,
}

impl Program {
    /// A match that starts at `at`, in the text up to `end`; `full` when it must end there.
    pub fn run(&self, text: &[char], at: usize, end: usize, full: bool) -> Option<Places> {
        self.start(text, at, end, full, false)
    }

    fn start(&self, text: &[char], at: usize, end: usize, full: bool, advances: bool) -> Option<Places> {
        if at > end {
            return None;
        }
        let mut machine = Machine {
            program: self,
            text,
            end,
            places: vec![None; (self.groups + 1) * 2 + 1],
            counts: vec![(0, None); self.loops],
            stack: vec![],
            not_before: if advances { at + 1 } else { 0 },
        };
        let done = machine.go(0, at, full)?;
        machine.places[0] = Some(at);
        machine.places[1] = Some(done);
        Some(machine.places)
    }

    /// The first match that starts at `at` or behind.
    pub fn search(&self, text: &[char], at: usize, end: usize) -> Option<Places> {
        self.search_from(text, at, end, false)
    }

    /// As [`Program::search`]; a match at `at` itself must take something when `advances`.
    pub fn search_from(&self, text: &[char], at: usize, end: usize, advances: bool) -> Option<Places> {
        let (mut at, from) = (at, at);
        while at <= end {
            if let Some(first) = self.first {
                at += text[at..end].iter().position(|c| *c == first)?;
            }
            if let Some(places) = self.start(text, at, end, false, advances && at == from) {
                return Some(places);
            }
            at += 1;
        }
        None
    }
}

impl Machine<'_> {
    fn takes(&self, op: &Op, at: usize) -> bool {
        if at >= self.end {
            return false;
        }
        let c = self.text[at];
        match op {
            Op::Char(wanted) => c == *wanted,
            Op::CharFold(wanted) => fold(c) == *wanted,
            Op::Any(all) => *all || c != '\n',
            Op::Set(set) => set.contains(c),
            _ => false,
        }
    }

    /// Runs from an instruction; gives the end of the match.
    fn go(&mut self, start: usize, at: usize, full: bool) -> Option<usize> {
        let base = self.stack.len();
        let (mut pc, mut at) = (start, at);
        loop {
            match self.step(pc, at, full) {
                Step::To(next, place) => (pc, at) = (next, place),
                Step::End(end) => return Some(end),
                Step::Fail => match self.retry(base) {
                    Some(next) => (pc, at) = next,
                    None => return None,
                },
            }
        }
    }

    /// Goes back to the last choice.
    fn retry(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Retry::At(pc, at) => return Some((pc, at)),
                Retry::Place(slot, old) => self.places[slot] = old,
                Retry::Count(slot, old) => self.counts[slot] = old,
                Retry::Less(pc, least, at) => {
                    if at > least {
                        self.stack.push(Retry::Less(pc, least, at - 1));
                    }
                    return Some((pc, at));
                }
                Retry::More(pc, at, most) => {
                    let Op::Many(op, ..) = &self.program.ops[pc] else { continue };
                    if at < most && self.takes(op, at) {
                        self.stack.push(Retry::More(pc, at + 1, most));
                        return Some((pc + 1, at + 1));
                    }
                }
            }
        }
        None
    }

    fn step(&mut self, pc: usize, at: usize, full: bool) -> Step {
        let program = self.program;
        match &program.ops[pc] {
            op @ (Op::Char(_) | Op::CharFold(_) | Op::Any(_) | Op::Set(_)) => {
                if self.takes(op, at) {
                    return Step::To(pc + 1, at + 1);
                }
                Step::Fail
            }
            Op::At(place) => {
                if self.is_at(*place, at) {
                    return Step::To(pc + 1, at);
                }
                Step::Fail
            }
            Op::Split(first, second) => {
                self.stack.push(Retry::At(*second, at));
                Step::To(*first, at)
            }
            Op::Jump(to) => Step::To(*to, at),
            Op::Save(slot) => {
                self.stack.push(Retry::Place(*slot, self.places[*slot]));
                self.places[*slot] = Some(at);
                if slot % 2 == 1 {
                    let last = self.places.len() - 1;
                    self.stack.push(Retry::Place(last, self.places[last]));
                    self.places[last] = Some(slot / 2);
                }
                Step::To(pc + 1, at)
            }
            Op::Many(op, least, most, greedy) => self.many(pc, at, op, *least, *most, *greedy),
            Op::LoopStart(slot) => {
                self.stack.push(Retry::Count(*slot, self.counts[*slot]));
                self.counts[*slot] = (0, None);
                Step::To(pc + 1, at)
            }
            Op::Loop(slot, least, most, greedy, body, out) => {
                let (count, last) = self.counts[*slot];
                let stuck = last == Some(at) && count >= *least;
                if count >= *most || stuck {
                    return Step::To(*out, at);
                }
                let old = self.counts[*slot];
                if count < *least || *greedy {
                    if count >= *least {
                        // Behind the loop, an outer round may have counted on.
                        self.stack.push(Retry::At(*out, at));
                    }
                    self.stack.push(Retry::Count(*slot, old));
                    self.counts[*slot] = (count + 1, Some(at));
                    return Step::To(*body, at);
                }
                self.lazy(*slot, *body, *out, at)
            }
            Op::Back(number, folded) => match self.same_again(*number, *folded, at) {
                Some(end) => Step::To(pc + 1, end),
                None => Step::Fail,
            },
            Op::Look(width, negated, out) => {
                let start = match width {
                    Some(width) if *width > at => None,
                    Some(width) => Some(at - width),
                    None => Some(at),
                };
                let held = self.stack.len();
                let places = self.places.clone();
                let found = start.is_some_and(|start| self.go(pc + 1, start, false).is_some());
                if found && !negated {
                    self.keep(held);
                    return Step::To(*out, at);
                }
                self.stack.truncate(held);
                self.places = places;
                if found == *negated { Step::Fail } else { Step::To(*out, at) }
            }
            Op::Atomic(out) => {
                let held = self.stack.len();
                match self.go(pc + 1, at, false) {
                    Some(end) => {
                        self.keep(held);
                        Step::To(*out, end)
                    }
                    None => Step::Fail,
                }
            }
            Op::If(number, no) => {
                let set = self.places.get(number * 2 + 1).is_some_and(Option::is_some);
                Step::To(if set { pc + 1 } else { *no }, at)
            }
            Op::Done => Step::End(at),
            Op::Match => {
                if full && at != self.end || at < self.not_before {
                    return Step::Fail;
                }
                Step::End(at)
            }
        }
    }

    /// A lazy loop: first out of it; the body comes when that fails.
    fn lazy(&mut self, slot: usize, body: usize, out: usize, at: usize) -> Step {
        let (count, _) = self.counts[slot];
        // When the way out fails, the count goes up and the body runs.
        let old = self.counts[slot];
        self.stack.push(Retry::Count(slot, old));
        self.stack.push(Retry::At(body, at));
        self.stack.push(Retry::Count(slot, (count + 1, Some(at))));
        Step::To(out, at)
    }

    /// Forgets the choices above `held`, but not how to put groups back.
    fn keep(&mut self, held: usize) {
        let above = self.stack.split_off(held);
        self.stack.extend(above.into_iter().filter(|r| matches!(r, Retry::Place(..) | Retry::Count(..))));
    }

    fn many(&mut self, pc: usize, at: usize, op: &Op, least: usize, most: usize, greedy: bool) -> Step {
        let limit = if most == FOREVER { self.end } else { at.saturating_add(most).min(self.end) };
        let must = at.saturating_add(least);
        if must > self.end {
            return Step::Fail;
        }
        let mut end = at;
        let stop = if greedy { limit } else { must };
        while end < stop && self.takes(op, end) {
            end += 1;
        }
        if end < must {
            return Step::Fail;
        }
        if greedy {
            if end > must {
                self.stack.push(Retry::Less(pc + 1, must, end - 1));
            }
        } else {
            self.stack.push(Retry::More(pc, end, limit));
        }
        Step::To(pc + 1, end)
    }

    fn same_again(&self, number: usize, folded: bool, at: usize) -> Option<usize> {
        let (from, to) = (self.places[number * 2]?, self.places[number * 2 + 1]?);
        let end = at + to.checked_sub(from)?;
        if end > self.end {
            return None;
        }
        let same = |a: char, b: char| a == b || folded && fold(a) == fold(b);
        (from..to).zip(at..end).all(|(a, b)| same(self.text[a], self.text[b])).then_some(end)
    }

    fn is_at(&self, place: At, at: usize) -> bool {
        let before = |ascii| at > 0 && is_word(self.text[at - 1], ascii);
        let after = |ascii| at < self.end && is_word(self.text[at], ascii);
        match place {
            At::Start | At::TextStart => at == 0,
            At::LineStart => at == 0 || self.text[at - 1] == '\n',
            At::End => at == self.end || at + 1 == self.end && self.text[at] == '\n',
            At::LineEnd => at == self.end || self.text[at] == '\n',
            At::TextEnd => at == self.end,
            At::Boundary(ascii) => before(ascii) != after(ascii),
            At::Inside(ascii) => before(ascii) == after(ascii) && (self.end > 0),
        }
    }
}

enum Step {
    To(usize, usize),
    End(usize),
    Fail,
}

fn is_word(c: char, ascii: bool) -> bool {
    if ascii { c.is_ascii_alphanumeric() || c == '_' } else { c.is_alphanumeric() || c == '_' }
}

fn is_digit(c: char, ascii: bool) -> bool {
    c.is_ascii_digit() || !ascii && !c.is_ascii() && crate::str_methods::is_decimal(c)
}

fn is_space(c: char, ascii: bool) -> bool {
    matches!(c, ' ' | '\t'..='\r') || !ascii && (c.is_whitespace() || matches!(c, '\x1c'..='\x1f'))
}

impl Set {
    fn contains(&self, c: char) -> bool {
        let mut found = self.has(c);
        if !found && self.fold {
            let lower = fold(c);
            found = self.has(lower) || c.to_uppercase().next().is_some_and(|upper| self.has(upper));
        }
        found != self.negated
    }

    fn has(&self, c: char) -> bool {
        self.items.iter().any(|item| match item {
            Item::Char(one) => c == *one,
            Item::Range(from, to) => (*from..=*to).contains(&c),
            Item::Digit(negated) => is_digit(c, self.ascii) != *negated,
            Item::Space(negated) => is_space(c, self.ascii) != *negated,
            Item::Word(negated) => is_word(c, self.ascii) != *negated,
        })
    }
}
