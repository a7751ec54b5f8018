//! Coroutines and asynchronous generators: generators that talk to an event loop.

use crate::call::{call_method, call_method_with};
use crate::exc::err;
use crate::func::Args;
use crate::generator::{Yielder, named};
use crate::native::{Object, downcast, native};
use crate::value::{Name, R, Value};
use std::future::Future;

/// What calling an `async def` gives.
pub fn coroutine<F: Future<Output = R> + 'static>(_: Name, body: impl FnOnce(Yielder) -> F) -> Value {
    named("coroutine", body)
}

/// What calling an `async def` with `yield` gives.
pub fn async_generator<F: Future<Output = R> + 'static>(_: Name, body: impl FnOnce(Yielder) -> F) -> Value {
    native(AsyncGenerator(named("generator", body)))
}

/// What an asynchronous generator yields to its caller, as opposed to the event loop.
struct Given(Value);

impl Object for Given {
    fn type_name(&self) -> Name {
        "async_generator_wrapped_value"
    }
}

/// Marks a value that an asynchronous generator yields.
///
/// # Errors
/// None.
pub fn given(args: &Args) -> R {
    Ok(native(Given(args.pos.first().cloned().unwrap_or(Value::None))))
}

struct AsyncGenerator(Value);

/// One step of an asynchronous generator, as a coroutine.
fn step(generator: Value, method: Name, first: Vec<Value>) -> Value {
    named("async_generator_asend", move |yielder| async move {
        let (mut method, mut args) = (method, first);
        loop {
            let out = match call_method(&generator, method, &args) {
                Ok(out) => out,
                Err(raised) if raised.is_a("StopIteration") => {
                    return Err(crate::exc::exception("StopAsyncIteration", vec![]));
                }
                Err(raised) => return Err(raised),
            };
            if let Some(Given(value)) = downcast::<Given>(&out) {
                return Ok(value.clone());
            }
            (method, args) = match yielder.give(out).await {
                Ok(sent) => ("send", vec![sent]),
                Err(raised) => ("throw", vec![raised.value()]),
            };
        }
    })
}

impl Object for AsyncGenerator {
    fn type_name(&self) -> Name {
        "async_generator"
    }

    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        let generator = self.0.clone();
        Some(Ok(match name {
            "__aiter__" => this.clone(),
            "__anext__" => step(generator, "send", vec![Value::None]),
            "asend" => step(generator, "send", args.pos.to_vec()),
            "athrow" => step(generator, "throw", args.pos.to_vec()),
            "aclose" => {
                named(
                    "async_generator_athrow",
                    move |_| async move { call_method_with(&generator, "close", &Args::none()) },
                )
            }
            _ => return None,
        }))
    }
}

/// What `await value` runs.
///
/// # Errors
/// `TypeError` when it cannot be awaited.
pub fn awaitable(args: &Args) -> R {
    let value = args.at(0, "await")?;
    match value {
        Value::Iter(cell) if cell.name.starts_with("coroutine") || cell.name.starts_with("async_generator_") => {
            Ok(value.clone())
        }
        Value::Obj(object) if object.class.lookup("__await__").is_some() => call_method(value, "__await__", &[]),
        _ => {
            let class = crate::class::class_of(value).full_name();
            err("TypeError", format!("object {class} can't be used in 'await' expression"))
        }
    }
}

/// `aiter(value)`
///
/// # Errors
/// `TypeError` when it is no asynchronous iterable.
pub fn aiter(args: &Args) -> R {
    let value = args.at(0, "aiter")?;
    match call_method(value, "__aiter__", &[]) {
        Err(raised) if raised.is_a("AttributeError") => {
            let class = crate::class::class_of(value).full_name();
            err("TypeError", format!("'async for' requires an object with __aiter__ method, got {class}"))
        }
        other => other,
    }
}

/// `anext(value)`
///
/// # Errors
/// What `__anext__` raises.
pub fn anext(args: &Args) -> R {
    call_method(args.at(0, "anext")?, "__anext__", &[])
}

/// Marks a function as one that makes coroutines.
///
/// # Errors
/// None.
pub fn mark(args: &Args) -> R {
    let function = args.at(0, "coroutine")?;
    if let Value::Func(inner) = function {
        inner.attrs.set("_is_coroutine", Value::Bool(true));
    }
    Ok(function.clone())
}
