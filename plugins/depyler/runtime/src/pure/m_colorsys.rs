//! Colour systems.
//!
//! @generated from `runtime/pure/colorsys.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static ONE_SIXTH : Global = const { Global::new("ONE_SIXTH") }; pub
        (crate) static ONE_THIRD : Global = const { Global::new("ONE_THIRD") }; pub
        (crate) static TWO_THIRD : Global = const { Global::new("TWO_THIRD") }; pub
        (crate) static _part : Global = const { Global::new("_part") }; pub (crate)
        static hls_to_rgb : Global = const { Global::new("hls_to_rgb") }; pub (crate)
        static hsv_to_rgb : Global = const { Global::new("hsv_to_rgb") }; pub (crate)
        static rgb_to_hls : Global = const { Global::new("rgb_to_hls") }; pub (crate)
        static rgb_to_hsv : Global = const { Global::new("rgb_to_hsv") }; pub (crate)
        static rgb_to_yiq : Global = const { Global::new("rgb_to_yiq") }; pub (crate)
        static yiq_to_rgb : Global = const { Global::new("yiq_to_rgb") };
    }
}

pub(crate) fn rgb_to_yiq(r: Value, g: Value, b: Value) -> R {
    let y = Value::Float(0.3)
        .mul(&r)?
        .add(&Value::Float(0.59).mul(&g)?)?
        .add(&Value::Float(0.11).mul(&b)?)?;
    let i = Value::Float(0.74)
        .mul(&r.sub(&y)?)?
        .sub(&Value::Float(0.27).mul(&b.sub(&y)?)?)?;
    let q = Value::Float(0.48)
        .mul(&r.sub(&y)?)?
        .add(&Value::Float(0.41).mul(&b.sub(&y)?)?)?;
    Ok(py::tuple([y.clone(), i.clone(), q.clone()]))
}

pub(crate) fn yiq_to_rgb(y: Value, i: Value, q: Value) -> R {
    let r = y
        .add(&Value::Float(0.9468822170900693).mul(&i)?)?
        .add(&Value::Float(0.6235565819861433).mul(&q)?)?;
    let g = y
        .sub(&Value::Float(0.27478764629897834).mul(&i)?)?
        .sub(&Value::Float(0.6356910791873801).mul(&q)?)?;
    let b = y
        .sub(&Value::Float(1.1085450346420322).mul(&i)?)?
        .add(&Value::Float(1.7090069284064666).mul(&q)?)?;
    Ok(
        py::tuple([
            py::builtins::min(
                &py::pos(
                    &[
                        py::builtins::max(&py::pos(&[r.clone(), Value::Float(0.0)]))?,
                        Value::Float(1.0),
                    ],
                ),
            )?,
            py::builtins::min(
                &py::pos(
                    &[
                        py::builtins::max(&py::pos(&[g.clone(), Value::Float(0.0)]))?,
                        Value::Float(1.0),
                    ],
                ),
            )?,
            py::builtins::min(
                &py::pos(
                    &[
                        py::builtins::max(&py::pos(&[b.clone(), Value::Float(0.0)]))?,
                        Value::Float(1.0),
                    ],
                ),
            )?,
        ]),
    )
}

pub(crate) fn rgb_to_hls(r: Value, g: Value, b: Value) -> R {
    let mut h = Value::Unbound;
    let mut s = Value::Unbound;
    let top = py::builtins::max(&py::pos(&[r.clone(), g.clone(), b.clone()]))?;
    let low = py::builtins::min(&py::pos(&[r.clone(), g.clone(), b.clone()]))?;
    let total = top.add(&low)?;
    let span = top.sub(&low)?;
    let light = total.div(&Value::Float(2.0))?;
    if low.is_eq(&top)? {
        return Ok(py::tuple([Value::Float(0.0), light.clone(), Value::Float(0.0)]));
    }
    if light.is_le(&Value::Float(0.5))? {
        s = span.div(&total)?;
    } else {
        s = span.div(&Value::Float(2.0).sub(&top)?.sub(&low)?)?;
    }
    let rc = top.sub(&r)?.div(&span)?;
    let gc = top.sub(&g)?.div(&span)?;
    let bc = top.sub(&b)?.div(&span)?;
    if r.is_eq(&top)? {
        h = bc.sub(&gc)?;
    } else if g.is_eq(&top)? {
        h = Value::Float(2.0).add(&rc)?.sub(&bc)?;
    } else {
        h = Value::Float(4.0).add(&gc)?.sub(&rc)?;
    }
    Ok(
        py::tuple([
            h.div(&Value::Float(6.0))?.modulo(&Value::Float(1.0))?,
            light.clone(),
            s.clone(),
        ]),
    )
}

pub(crate) fn hls_to_rgb(h: Value, light: Value, s: Value) -> R {
    let mut m2 = Value::Unbound;
    if s.is_eq(&Value::Float(0.0))? {
        return Ok(py::tuple([light.clone(), light.clone(), light.clone()]));
    }
    if light.is_le(&Value::Float(0.5))? {
        m2 = light.mul(&Value::Float(1.0).add(&s)?)?;
    } else {
        m2 = light.add(&s)?.sub(&light.mul(&s)?)?;
    }
    let m1 = Value::Float(2.0).mul(&light)?.sub(&m2)?;
    Ok(
        py::tuple([
            _part(
                m1.clone(),
                m2.clone(),
                h.add(&Value::Float(1.0).div(&Value::Float(3.0))?)?,
            )?,
            _part(m1.clone(), m2.clone(), h.clone())?,
            _part(
                m1.clone(),
                m2.clone(),
                h.sub(&Value::Float(1.0).div(&Value::Float(3.0))?)?,
            )?,
        ]),
    )
}

pub(crate) fn _part(m1: Value, m2: Value, mut hue: Value) -> R {
    hue = hue.modulo(&Value::Float(1.0))?;
    if hue.is_lt(&Value::Float(1.0).div(&Value::Float(6.0))?)? {
        return Ok(m1.add(&m2.sub(&m1)?.mul(&hue)?.mul(&Value::Float(6.0))?)?);
    }
    if hue.is_lt(&Value::Float(0.5))? {
        return Ok(m2.clone());
    }
    if hue.is_lt(&Value::Float(2.0).div(&Value::Float(3.0))?)? {
        return Ok(
            m1
                .add(
                    &m2
                        .sub(&m1)?
                        .mul(&Value::Float(2.0).div(&Value::Float(3.0))?.sub(&hue)?)?
                        .mul(&Value::Float(6.0))?,
                )?,
        );
    }
    Ok(m1.clone())
}

pub(crate) fn rgb_to_hsv(r: Value, g: Value, b: Value) -> R {
    let mut h = Value::Unbound;
    let top = py::builtins::max(&py::pos(&[r.clone(), g.clone(), b.clone()]))?;
    let low = py::builtins::min(&py::pos(&[r.clone(), g.clone(), b.clone()]))?;
    let span = top.sub(&low)?;
    if low.is_eq(&top)? {
        return Ok(py::tuple([Value::Float(0.0), Value::Float(0.0), top.clone()]));
    }
    let s = span.div(&top)?;
    let rc = top.sub(&r)?.div(&span)?;
    let gc = top.sub(&g)?.div(&span)?;
    let bc = top.sub(&b)?.div(&span)?;
    if r.is_eq(&top)? {
        h = bc.sub(&gc)?;
    } else if g.is_eq(&top)? {
        h = Value::Float(2.0).add(&rc)?.sub(&bc)?;
    } else {
        h = Value::Float(4.0).add(&gc)?.sub(&rc)?;
    }
    Ok(
        py::tuple([
            h.div(&Value::Float(6.0))?.modulo(&Value::Float(1.0))?,
            s.clone(),
            top.clone(),
        ]),
    )
}

pub(crate) fn hsv_to_rgb(h: Value, s: Value, v: Value) -> R {
    if s.is_eq(&Value::Float(0.0))? {
        return Ok(py::tuple([v.clone(), v.clone(), v.clone()]));
    }
    let mut i = py::construct::int(&py::pos(&[h.mul(&Value::Float(6.0))?]))?;
    let f = h.mul(&Value::Float(6.0))?.sub(&i)?;
    let p = v.mul(&Value::Float(1.0).sub(&s)?)?;
    let q = v.mul(&Value::Float(1.0).sub(&s.mul(&f)?)?)?;
    let t = v.mul(&Value::Float(1.0).sub(&s.mul(&Value::Float(1.0).sub(&f)?)?)?)?;
    i = i.modulo(&Value::Int(6))?;
    if i.is_eq(&Value::Int(0))? {
        return Ok(py::tuple([v.clone(), t.clone(), p.clone()]));
    }
    if i.is_eq(&Value::Int(1))? {
        return Ok(py::tuple([q.clone(), v.clone(), p.clone()]));
    }
    if i.is_eq(&Value::Int(2))? {
        return Ok(py::tuple([p.clone(), v.clone(), t.clone()]));
    }
    if i.is_eq(&Value::Int(3))? {
        return Ok(py::tuple([p.clone(), q.clone(), v.clone()]));
    }
    if i.is_eq(&Value::Int(4))? {
        return Ok(py::tuple([t.clone(), p.clone(), v.clone()]));
    }
    Ok(py::tuple([v.clone(), p.clone(), q.clone()]))
}

/// The statements of `colorsys.py`.
pub(crate) fn run() -> R<()> {
    global::ONE_THIRD.store(Value::Float(1.0).div(&Value::Float(3.0))?);
    global::ONE_SIXTH.store(Value::Float(1.0).div(&Value::Float(6.0))?);
    global::TWO_THIRD.store(Value::Float(2.0).div(&Value::Float(3.0))?);
    global::rgb_to_yiq.store(py::def("rgb_to_yiq", "r, g, b", [], rgb_to_yiq));
    global::yiq_to_rgb.store(py::def("yiq_to_rgb", "y, i, q", [], yiq_to_rgb));
    global::rgb_to_hls.store(py::def("rgb_to_hls", "r, g, b", [], rgb_to_hls));
    global::hls_to_rgb.store(py::def("hls_to_rgb", "h, light, s", [], hls_to_rgb));
    global::_part.store(py::def("_part", "m1, m2, hue", [], _part));
    global::rgb_to_hsv.store(py::def("rgb_to_hsv", "r, g, b", [], rgb_to_hsv));
    global::hsv_to_rgb.store(py::def("hsv_to_rgb", "h, s, v", [], hsv_to_rgb));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library colorsys") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "ONE_THIRD" => global::ONE_THIRD.load(),
        "ONE_SIXTH" => global::ONE_SIXTH.load(),
        "TWO_THIRD" => global::TWO_THIRD.load(),
        "rgb_to_yiq" => global::rgb_to_yiq.load(),
        "yiq_to_rgb" => global::yiq_to_rgb.load(),
        "rgb_to_hls" => global::rgb_to_hls.load(),
        "hls_to_rgb" => global::hls_to_rgb.load(),
        "rgb_to_hsv" => global::rgb_to_hsv.load(),
        "hsv_to_rgb" => global::hsv_to_rgb.load(),
        _ => Ok(Value::None),
    }
}
