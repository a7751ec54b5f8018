//! Choosing, with a memory of what was chosen.

use crate::arm::Choice;
use crate::cost::{Residency, predict};
use crate::online::Online;
use crate::policy::Policy;
use crate::profile::Profile;
use crate::record::{Alternative, Record};
use crate::task::Task;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{Mutex, PoisonError, RwLock};

/// Decisions that are remembered at most; then the memory starts anew.
const MOST: usize = 1 << 16;

/// Chooses arms for tasks, from a profile.
#[derive(Debug)]
pub struct Dispatcher {
    profile: Profile,
    policy: Policy,
    choices: Vec<Choice>,
    /// What running teaches; none in the deterministic mode, where the profile alone decides.
    online: Option<Mutex<Online>>,
    memory: RwLock<HashMap<(Task, Residency), Choice, BuildHasherDefault<Mix>>>,
}

impl Dispatcher {
    /// A dispatcher that the profile alone decides for: the same choices in every run.
    pub fn new(profile: Profile) -> Self {
        let mut choices = Choice::of_host(profile.fingerprint.threads);
        choices.extend((0..profile.devices.len() as u16).map(Choice::Device));
        Self { profile, policy: Policy::Cost, choices, online: None, memory: RwLock::default() }
    }

    /// Choose by another policy.
    pub fn with_policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// Learn from what [`Dispatcher::observe`] is told, and try a near alternative at most once in 128 new decisions.
    pub fn adaptive(mut self) -> Self {
        self.online = Some(Mutex::default());
        self
    }

    /// The profile.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// What a task should run on, its operands and its result on the host.
    pub fn decide(&self, task: &Task) -> Choice {
        self.decide_at(task, Residency::default())
    }

    /// What a task should run on, given where its operands are and its result is wanted.
    pub fn decide_at(&self, task: &Task, residency: Residency) -> Choice {
        if let Some(known) = self.memory.read().unwrap_or_else(PoisonError::into_inner).get(&(*task, residency)) {
            return *known;
        }
        let (choice, explored) = self.choose(task, residency, &self.rank(task, residency));
        if !explored {
            let mut memory = self.memory.write().unwrap_or_else(PoisonError::into_inner);
            if memory.len() >= MOST {
                memory.clear();
            }
            memory.insert((*task, residency), choice);
        }
        choice
    }

    /// The choice with its reasons; nothing is remembered.
    pub fn explain(&self, task: &Task, residency: Residency) -> Record {
        let ranked = self.rank(task, residency);
        let (chosen, explored) = self.choose(task, residency, &ranked);
        let alternatives: Vec<Alternative> =
            ranked.iter().map(|(choice, predicted)| Alternative { choice: *choice, predicted: *predicted }).collect();
        let predicted = ranked.iter().find(|(choice, _)| *choice == chosen).map(|(_, seconds)| *seconds);
        let measured_machine = self.profile.measured;
        Record {
            task: *task,
            residency,
            policy: self.policy,
            measured_machine,
            chosen,
            explored,
            predicted,
            measured: None,
            alternatives,
        }
    }

    /// Tell what a run took, in seconds. Changes nothing in the deterministic mode.
    pub fn observe(&self, task: &Task, residency: Residency, choice: Choice, seconds: f64) {
        let Some(online) = &self.online else { return };
        let Some(predicted) = predict(&self.profile, task, choice, residency) else { return };
        let moved = online.lock().unwrap_or_else(PoisonError::into_inner).observe(task, choice, predicted, seconds);
        if moved {
            self.memory.write().unwrap_or_else(PoisonError::into_inner).remove(&(*task, residency));
        }
    }

    /// Choose for tasks that follow each other, each working on the result of the one before: the result of the first may stay where
    /// it is when the second runs there. Operands of the first and the result of the last are where `residency` says.
    pub fn decide_chain(&self, tasks: &[Task], residency: Residency) -> Vec<Choice> {
        // Shortest path over (task, choice); a state is where the last result was left.
        let mut best: Vec<(f64, Vec<Choice>)> = vec![(0.0, Vec::new())];
        let mut places = vec![residency.operands];
        for (index, task) in tasks.iter().enumerate() {
            let last = index + 1 == tasks.len();
            let mut next: Vec<(f64, Vec<Choice>)> = Vec::new();
            let mut next_places = Vec::new();
            for choice in &self.choices {
                let here = place(*choice);
                let result = if last { residency.result } else { here };
                let paths = best.iter().zip(&places).filter_map(|((seconds, path), from)| {
                    let step = self.corrected(task, *choice, Residency { operands: *from, result })?;
                    Some((seconds + step, path))
                });
                let Some((seconds, path)) = paths.min_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
                next.push((seconds, path.iter().copied().chain([*choice]).collect()));
                next_places.push(here);
            }
            (best, places) = (next, next_places);
        }
        best.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, path)| path).unwrap_or_default()
    }

    /// Every choice that can run the task, least predicted time first; equal ones in the order of choices.
    fn rank(&self, task: &Task, residency: Residency) -> Vec<(Choice, f64)> {
        let mut ranked: Vec<(Choice, f64)> = self
            .choices
            .iter()
            .filter_map(|choice| Some((*choice, self.corrected(task, *choice, residency)?)))
            .collect();
        ranked.sort_by(|a, b| a.1.total_cmp(&b.1));
        ranked
    }

    fn corrected(&self, task: &Task, choice: Choice, residency: Residency) -> Option<f64> {
        let predicted = predict(&self.profile, task, choice, residency)?;
        let factor = self
            .online
            .as_ref()
            .map_or(1.0, |online| online.lock().unwrap_or_else(PoisonError::into_inner).correction(task, choice));
        Some(predicted * factor)
    }

    /// The choice, and whether it was made to learn.
    fn choose(&self, task: &Task, residency: Residency, ranked: &[(Choice, f64)]) -> (Choice, bool) {
        let able = |choice: &Choice| predict(&self.profile, task, *choice, residency).is_some();
        if let Some(ruled) = self.policy.rule(&self.profile, task) {
            return (if able(&ruled) { ruled } else { Choice::Simd }, false);
        }
        let tried = self
            .online
            .as_ref()
            .and_then(|online| online.lock().unwrap_or_else(PoisonError::into_inner).explore(ranked));
        match tried {
            Some(choice) => (choice, true),
            None => (ranked.first().map_or(Choice::Simd, |(choice, _)| *choice), false),
        }
    }
}

/// Where a choice leaves its result.
fn place(choice: Choice) -> Option<u16> {
    match choice {
        Choice::Device(index) => Some(index),
        _ => None,
    }
}

/// A hash of a few small numbers: multiply and mix, as the keys come from this program and not from an attacker.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.write_u64(u64::from(value));
    }

    fn write_u16(&mut self, value: u16) {
        self.write_u64(u64::from(value));
    }

    fn write_isize(&mut self, value: isize) {
        self.write_u64(value as u64);
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }

    fn write_u64(&mut self, value: u64) {
        // The multiplier is that of the golden ratio (Knuth, The Art of Computer Programming 3, section 6.4).
        self.0 = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 29;
    }
}
