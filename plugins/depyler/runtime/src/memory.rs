//! `memoryview`: a window on bytes, which it does not copy. Only its items as bytes; other formats stop the program.

use crate::bytes::Bytes;
use crate::exc::err;
use crate::func::Args;
use crate::iter::Iteration;
use crate::native::{Object, downcast, native};
use crate::value::{Name, R, Range, Value};
use std::cell::Cell;
use std::rc::Rc;

/// A view.
struct View {
    base: Rc<Bytes>,
    places: Range,
    /// The length of what it shows when it was made: CPython lets nobody change it meanwhile.
    len: usize,
    released: Cell<bool>,
}

/// `memoryview(bytes)`
///
/// # Errors
/// `TypeError` when it is no bytes.
pub fn memoryview(args: &Args) -> R {
    match args.at(0, "memoryview")? {
        Value::Bytes(base) => {
            let len = base.data.borrow().len();
            Ok(view(base.clone(), Range { start: 0, stop: len as i64, step: 1 }))
        }
        other => match downcast::<View>(other) {
            Some(old) => Ok(view(old.base.clone(), old.places)),
            None => {
                let class = crate::class::class_of(other).full_name();
                err("TypeError", format!("memoryview: a bytes-like object is required, not '{class}'"))
            }
        },
    }
}

fn view(base: Rc<Bytes>, places: Range) -> Value {
    let len = base.data.borrow().len();
    native(View { base, places, len, released: Cell::new(false) })
}

/// The bytes that a view shows; none when the value is no view.
pub fn data(value: &Value) -> Option<R<Vec<u8>>> {
    downcast::<View>(value).map(View::data)
}

impl View {
    fn check(&self) -> R<()> {
        if self.released.get() {
            return err("ValueError", "operation forbidden on released memoryview object");
        }
        if self.base.data.borrow().len() != self.len {
            crate::run::hole::<()>("batuta: PY0206 a bytearray whose length changes while a memoryview shows it");
        }
        Ok(())
    }

    fn data(&self) -> R<Vec<u8>> {
        self.check()?;
        let data = self.base.data.borrow();
        Ok((0..self.places.len()).filter_map(|n| data.get(self.at(n)).copied()).collect())
    }

    /// Where the `n`-th byte is in what the view shows.
    fn at(&self, n: i64) -> usize {
        (self.places.start + n * self.places.step) as usize
    }

    fn place(&self, key: &Value) -> R<usize> {
        self.check()?;
        let (n, len) = (crate::item::index(key, "memoryview")?, self.places.len());
        let n = if n < 0 { n + len } else { n };
        if n < 0 || n >= len {
            return err("IndexError", "index out of bounds on dimension 1");
        }
        Ok(self.at(n))
    }

    fn part(&self, parts: &[Value; 3]) -> R<Range> {
        self.check()?;
        let r = crate::item::slice_range(parts, self.places.len() as usize)?;
        let Range { start, step, .. } = self.places;
        Ok(Range { start: start + r.start * step, stop: start + r.stop * step, step: r.step * step })
    }

    fn run(&self, this: &Value, name: Name, args: &Args) -> R<Option<Value>> {
        Ok(Some(match name {
            "tobytes" => crate::bytes::value(self.data()?, false),
            "tolist" => Value::list(self.data()?.into_iter().map(|b| Value::Int(i64::from(b))).collect()),
            "hex" => {
                let bytes = crate::bytes::value(self.data()?, false);
                crate::call::call_method_with(&bytes, "hex", args)?
            }
            "toreadonly" => view(
                Rc::new(Bytes { data: self.data()?.into(), mutable: false }),
                Range { start: 0, stop: self.places.len(), step: 1 },
            ),
            "cast" => match args.at(0, "cast")?.as_str() {
                Some("B") => view(self.base.clone(), self.places),
                _ => return crate::run::hole("batuta: PY0206 `memoryview.cast` to other formats than bytes"),
            },
            "__enter__" => this.clone(),
            "release" | "__exit__" => {
                self.released.set(true);
                Value::None
            }
            _ => return Ok(None),
        }))
    }
}

impl Object for View {
    fn type_name(&self) -> Name {
        "memoryview"
    }

    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok(Some(match name {
            "nbytes" => Value::Int(self.places.len()),
            "itemsize" | "ndim" => Value::Int(1),
            "format" => Value::str("B"),
            "readonly" => Value::Bool(!self.base.mutable),
            "shape" => Value::tuple(vec![Value::Int(self.places.len())]),
            "strides" => Value::tuple(vec![Value::Int(self.places.step)]),
            "contiguous" | "c_contiguous" => Value::Bool(self.places.step == 1),
            "obj" => Value::Bytes(self.base.clone()),
            _ => return Ok(None),
        }))
    }

    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        self.run(this, name, args).transpose()
    }

    fn iter(&self, _: &Value) -> Option<R<Iteration>> {
        Some(
            self.data()
                .map(|data| Iteration::Ready(data.into_iter().rev().map(|b| Value::Int(i64::from(b))).collect())),
        )
    }

    fn len(&self) -> Option<usize> {
        Some(self.places.len() as usize)
    }

    fn eq(&self, other: &Value) -> Option<R<bool>> {
        let other = match other {
            Value::Bytes(bytes) => bytes.data.borrow().clone(),
            other => match data(other)? {
                Ok(data) => data,
                Err(raised) => return Some(Err(raised)),
            },
        };
        Some(self.data().map(|mine| mine == other))
    }

    fn hash(&self) -> Option<R<i64>> {
        if self.base.mutable {
            return Some(err("ValueError", "cannot hash writable memoryview object"));
        }
        Some(self.data().and_then(|data| crate::hash::hash(&crate::bytes::value(data, false))))
    }

    fn get_item(&self, key: &Value) -> Option<R> {
        Some(match key {
            Value::Slice(parts) => self.part(parts).map(|places| view(self.base.clone(), places)),
            key => self
                .place(key)
                .map(|at| Value::Int(i64::from(self.base.data.borrow().get(at).copied().unwrap_or_default()))),
        })
    }

    fn set_item(&self, key: &Value, value: Value) -> Option<R<()>> {
        Some(self.store(key, &value))
    }

    fn contains(&self, value: &Value) -> Option<R<bool>> {
        Some(self.data().map(|data| matches!(value, Value::Int(n) if data.iter().any(|b| i64::from(*b) == *n))))
    }
}

impl View {
    fn store(&self, key: &Value, value: &Value) -> R<()> {
        self.check()?;
        if !self.base.mutable {
            return err("TypeError", "cannot modify read-only memory");
        }
        let Value::Slice(parts) = key else {
            let at = self.place(key)?;
            let Ok(byte) = crate::bytes::byte(value) else {
                return err("ValueError", "memoryview: invalid value for format 'B'");
            };
            self.base.data.borrow_mut()[at] = byte;
            return Ok(());
        };
        let places = self.part(parts)?;
        let new = match value {
            Value::Bytes(bytes) => bytes.data.borrow().clone(),
            other => match data(other) {
                Some(data) => data?,
                None => {
                    let class = crate::class::class_of(other).full_name();
                    return err("TypeError", format!("a bytes-like object is required, not '{class}'"));
                }
            },
        };
        if new.len() as i64 != places.len() {
            return err("ValueError", "memoryview assignment: lvalue and rvalue have different structures");
        }
        let mut data = self.base.data.borrow_mut();
        for (n, byte) in new.into_iter().enumerate() {
            if let Some(place) = data.get_mut((places.start + n as i64 * places.step) as usize) {
                *place = byte;
            }
        }
        Ok(())
    }
}
