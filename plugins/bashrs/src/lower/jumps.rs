//! Loops and closures around the place that is lowered: what `break`, `continue` and `return` become.

use std::collections::BTreeSet;

/// A loop of the script.
struct Loop {
    id: u32,
    label_used: bool,
    breaks: bool,
    /// Its status is read by somebody.
    live: bool,
}

/// A Rust function or closure.
struct Frame {
    loops: Vec<Loop>,
    /// Jumps that leave a closure: loop, and whether it is `continue`.
    escapes: BTreeSet<(u32, bool)>,
    /// Outer loops are in reach through [`Frame::escapes`].
    closure: bool,
}

/// The functions and closures around the place that is lowered, innermost last.
#[derive(Default)]
pub(super) struct Frames {
    frames: Vec<Frame>,
    next: u32,
}

/// How a jump to a loop is written.
pub(super) enum Jump {
    /// With `break` or `continue` of Rust, to a label when there is one.
    Direct(Option<String>),
    /// As a value of `Flow` with the number of the loop.
    Flow(u32),
    /// There is no such loop.
    Nowhere,
}

/// What is known of a loop after its body was lowered.
pub(super) struct LoopEnd {
    /// The label, when something jumps to it by name.
    pub(super) label: Option<String>,
    /// Something breaks out of it.
    pub(super) breaks: bool,
}

fn label(id: u32) -> String {
    format!("loop_{id}")
}

impl Frames {
    pub(super) fn enter(&mut self, closure: bool) {
        self.frames.push(Frame { loops: vec![], escapes: BTreeSet::new(), closure });
    }

    /// Leave a frame: the jumps that its caller has to perform.
    pub(super) fn leave(&mut self) -> BTreeSet<(u32, bool)> {
        self.frames.pop().map(|frame| frame.escapes).unwrap_or_default()
    }

    pub(super) fn enter_loop(&mut self, live: bool) {
        self.next += 1;
        let id = self.next;
        if let Some(frame) = self.frames.last_mut() {
            frame.loops.push(Loop { id, label_used: false, breaks: false, live });
        }
    }

    pub(super) fn leave_loop(&mut self) -> LoopEnd {
        let one = self.frames.last_mut().and_then(|frame| frame.loops.pop());
        one.map_or(LoopEnd { label: None, breaks: false }, |one| LoopEnd {
            label: one.label_used.then(|| label(one.id)),
            breaks: one.breaks,
        })
    }

    /// How to jump to the `count`th loop outwards; more than there are means the outermost.
    pub(super) fn jump(&mut self, count: usize, continues: bool) -> Jump {
        let mut left = count.max(1);
        let mut found = None;
        for (depth, frame) in self.frames.iter().enumerate().rev() {
            for (at, _) in frame.loops.iter().enumerate().rev() {
                if left > 0 {
                    found = Some((depth, at));
                    left -= 1;
                }
            }
            if !frame.closure {
                break;
            }
        }
        match found {
            Some((depth, at)) => self.jump_to(depth, at, continues),
            None => Jump::Nowhere,
        }
    }

    /// How many loops a jump from here can reach.
    pub(super) fn reach(&self) -> usize {
        let mut count = 0;
        for frame in self.frames.iter().rev() {
            count += frame.loops.len();
            if !frame.closure {
                break;
            }
        }
        count
    }

    /// How to jump to a loop by its number, as a caller of a closure must.
    pub(super) fn jump_by_id(&mut self, id: u32, continues: bool) -> Jump {
        let place = self
            .frames
            .iter()
            .enumerate()
            .rev()
            .find_map(|(depth, frame)| frame.loops.iter().position(|one| one.id == id).map(|at| (depth, at)));
        match place {
            Some((depth, at)) => self.jump_to(depth, at, continues),
            None => Jump::Nowhere,
        }
    }

    fn jump_to(&mut self, depth: usize, at: usize, continues: bool) -> Jump {
        let here = depth + 1 == self.frames.len();
        let frame = &mut self.frames[depth];
        let innermost = at + 1 == frame.loops.len();
        let target = &mut frame.loops[at];
        target.breaks |= !continues;
        let id = target.id;
        if here {
            target.label_used |= !innermost;
            return Jump::Direct((!innermost).then(|| label(id)));
        }
        for frame in &mut self.frames[depth + 1..] {
            frame.escapes.insert((id, continues));
        }
        Jump::Flow(id)
    }

    /// Whether any loop in reach has a status that is read.
    pub(super) fn any_live(&self) -> bool {
        self.frames.iter().any(|frame| frame.loops.iter().any(|one| one.live))
    }

    /// Whether something broke out of the innermost loop so far.
    pub(super) fn innermost_breaks(&self) -> bool {
        self.frames.last().and_then(|frame| frame.loops.last()).is_some_and(|one| one.breaks)
    }
}
