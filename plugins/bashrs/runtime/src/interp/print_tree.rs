//! Commands as bash nests them when it prints them.

use super::source::Source;
use crate::ast::{AndOr, Command, Item, List, Pipeline};

/// What stands between two commands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    Pipe,
    And,
    Or,
    Next,
    Background,
}

/// Commands as bash nests them.
pub(super) struct Node<'t> {
    pub(super) timed: Option<&'static str>,
    pub(super) negated: bool,
    pub(super) kind: Kind<'t>,
}

pub(super) enum Kind<'t> {
    Command(&'t Command),
    Pair(Box<Node<'t>>, Op, Option<Box<Node<'t>>>),
}

fn pair<'t>(first: Node<'t>, op: Op, second: Option<Node<'t>>) -> Node<'t> {
    Node { timed: None, negated: false, kind: Kind::Pair(Box::new(first), op, second.map(Box::new)) }
}

/// A list as bash nests it: to the left, and `&` on its own command alone.
pub(super) fn tree<'t>(list: &'t List, source: &Source) -> Option<Node<'t>> {
    let mut items = list.items.iter();
    let first = items.next()?;
    let mut all = item_node(first, source);
    let mut background = first.background;
    for item in items {
        all = join(all, background, Some(item_node(item, source)));
        background = item.background;
    }
    Some(if background { join(all, true, None) } else { all })
}

fn join<'t>(all: Node<'t>, background: bool, next: Option<Node<'t>>) -> Node<'t> {
    if !background {
        return pair(all, Op::Next, next);
    }
    match all.kind {
        Kind::Pair(first, Op::Next, Some(last)) => pair(*first, Op::Next, Some(pair(*last, Op::Background, next))),
        kind => pair(Node { kind, ..all }, Op::Background, next),
    }
}

fn item_node<'t>(item: &'t Item, source: &Source) -> Node<'t> {
    let first = pipeline_node(&item.first, source);
    item.rest.iter().fold(first, |all, (op, pipeline)| {
        let op = if *op == AndOr::And { Op::And } else { Op::Or };
        pair(all, op, Some(pipeline_node(pipeline, source)))
    })
}

fn pipeline_node<'t>(pipeline: &'t Pipeline, source: &Source) -> Node<'t> {
    let leaf = |command| Node { timed: None, negated: false, kind: Kind::Command(command) };
    let (first, rest) = pipeline.stages.split_at(1);
    // A pipeline has at least one stage.
    let all = rest.iter().fold(leaf(&first[0]), |all, stage| pair(all, Op::Pipe, Some(leaf(stage))));
    let plain = source.text(pipeline.range).trim_start_matches(['!', ' ']);
    let portable = plain.strip_prefix("time").is_some_and(|rest| rest.trim_start().starts_with("-p "));
    let timed = pipeline.timed.then_some(if portable { "time -p " } else { "time " });
    Node { timed, negated: pipeline.negated, ..all }
}
