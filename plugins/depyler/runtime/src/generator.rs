//! Generators: the body is an `async` block, which the compiler turns into a state machine; no thread, no executor.

use crate::exc::{err, new};
use crate::iter::{Advance, IterCell, Iteration, from_code};
use crate::value::{Name, R, Value};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};

#[derive(Default)]
struct Exchange {
    /// What the body has yielded.
    out: Option<Value>,
    /// What the caller sent or threw.
    input: Option<R>,
}

/// The body's side of a generator.
#[derive(Clone)]
pub struct Yielder(Rc<RefCell<Exchange>>);

struct Give(Rc<RefCell<Exchange>>, bool);

impl Future for Give {
    type Output = R;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<R> {
        if self.1 {
            let input = self.0.borrow_mut().input.take();
            return Poll::Ready(input.unwrap_or(Ok(Value::None)));
        }
        self.1 = true;
        Poll::Pending
    }
}

impl Yielder {
    /// `yield value`; gives what was sent.
    ///
    /// # Errors
    /// What was thrown into the generator.
    pub fn give(&self, value: Value) -> impl Future<Output = R> + use<> {
        self.0.borrow_mut().out = Some(value);
        Give(self.0.clone(), false)
    }

    /// `yield from iterable`; gives what a delegated generator returned.
    ///
    /// # Errors
    /// What the iterable raises, and what was thrown into the generator.
    pub async fn give_all(&self, iterable: Value) -> R {
        let iterator = crate::iter::iter(&iterable)?.into_value("iterator");
        let mut input: R = Ok(Value::None);
        loop {
            let next = match input {
                Ok(Value::None) => crate::iter::next(&iterator),
                Ok(sent) => match crate::call::call_method(&iterator, "send", &[sent]) {
                    Err(raised) if raised.is_a("StopIteration") => return Ok(stop_value(&raised)),
                    other => other.map(Some),
                },
                Err(raised) => {
                    let exit = raised.is_a("GeneratorExit");
                    let method = if exit { "close" } else { "throw" };
                    if crate::attr::get_opt(&iterator, method)?.is_none() || !is_generator(&iterator) {
                        return Err(raised);
                    }
                    if exit {
                        crate::call::call_method(&iterator, "close", &[])?;
                        return Err(raised);
                    }
                    match crate::call::call_method(&iterator, "throw", &[raised.value()]) {
                        Err(raised) if raised.is_a("StopIteration") => return Ok(stop_value(&raised)),
                        other => other.map(Some),
                    }
                }
            };
            match next? {
                Some(value) => input = self.give(value).await,
                None => return Ok(returned(&iterator)),
            }
        }
    }
}

fn is_generator(value: &Value) -> bool {
    matches!(value, Value::Iter(cell) if is_generator_name(cell.name)) || matches!(value, Value::Obj(_))
}

/// Whether iterators of this class take values and exceptions.
pub fn is_generator_name(name: Name) -> bool {
    matches!(name, "generator" | "coroutine") || name.starts_with("async_generator_")
}

/// What the `StopIteration` of a finished generator carries.
fn stop_value(raised: &crate::value::Exc) -> Value {
    raised.args().first().cloned().unwrap_or(Value::None)
}

/// What a finished generator returned.
fn returned(iterator: &Value) -> Value {
    match iterator {
        Value::Iter(cell) => match cell.state.try_borrow_mut() {
            Ok(mut state) => match &mut *state {
                Iteration::Code(code) => code.returned(),
                _ => Value::None,
            },
            Err(_) => Value::None,
        },
        _ => Value::None,
    }
}

struct Generator {
    body: Option<Pin<Box<dyn Future<Output = R>>>>,
    exchange: Rc<RefCell<Exchange>>,
    started: bool,
    returned: Value,
}

impl Generator {
    fn run(&mut self, input: R) -> R<Option<Value>> {
        let Some(body) = &mut self.body else { return input.map(|_| None) };
        if !self.started {
            match input {
                Ok(Value::None) => {}
                Ok(_) => return err("TypeError", "can't send non-None value to a just-started generator"),
                Err(raised) => {
                    self.body = None;
                    return Err(raised);
                }
            }
            self.started = true;
        } else {
            self.exchange.borrow_mut().input = Some(input);
        }
        let _frame = crate::run::enter()?;
        match body.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => Ok(self.exchange.borrow_mut().out.take()),
            Poll::Ready(result) => {
                self.body = None;
                match result {
                    Ok(value) => {
                        self.returned = value;
                        Ok(None)
                    }
                    Err(raised) if raised.is_a("StopIteration") => {
                        let outer = new("RuntimeError", "generator raised StopIteration");
                        outer.0.attrs.set("__cause__", raised.value());
                        Err(outer)
                    }
                    Err(raised) => Err(raised),
                }
            }
        }
    }
}

impl Advance for Generator {
    fn advance(&mut self) -> R<Option<Value>> {
        self.run(Ok(Value::None))
    }

    fn resume(&mut self, input: R) -> Option<R<Option<Value>>> {
        Some(self.run(input))
    }

    fn returned(&mut self) -> Value {
        std::mem::replace(&mut self.returned, Value::None)
    }
}

impl Drop for Generator {
    /// A generator that nobody holds any more is closed, so that its `finally` runs.
    fn drop(&mut self) {
        if self.started && self.body.is_some() {
            let _ = self.run(Err(crate::exc::exception("GeneratorExit", vec![])));
        }
    }
}

/// A generator object with this body.
pub fn generator<F: Future<Output = R> + 'static>(_: Name, body: impl FnOnce(Yielder) -> F) -> Value {
    named("generator", body)
}

/// A generator of another class.
pub fn named<F: Future<Output = R> + 'static>(class: Name, body: impl FnOnce(Yielder) -> F) -> Value {
    let exchange = Rc::new(RefCell::new(Exchange::default()));
    let body = Box::pin(body(Yielder(exchange.clone())));
    let made = from_code(class, Generator { body: Some(body), exchange, started: false, returned: Value::None });
    if let Value::Iter(cell) = &made {
        note(cell);
    }
    made
}

thread_local! {
    /// Generators that may still be alive, in order of creation, and when to look through them again.
    static ALIVE: RefCell<Vec<Weak<IterCell>>> = const { RefCell::new(vec![]) };
    static NEXT_LOOK: Cell<usize> = const { Cell::new(256) };
}

fn note(cell: &Rc<IterCell>) {
    ALIVE.with_borrow_mut(|all| {
        if all.len() >= NEXT_LOOK.get() {
            all.retain(|cell| cell.strong_count() > 0);
            NEXT_LOOK.set(all.len() * 2 + 256);
        }
        all.push(Rc::downgrade(cell));
    });
}

/// Closes the generators that are left when the program ends, so that their `finally` runs.
pub fn close_all() {
    for cell in ALIVE.take().iter().filter_map(Weak::upgrade) {
        if let Ok(mut state) = cell.state.try_borrow_mut() {
            *state = Iteration::Ready(vec![]);
        }
    }
}
