//! Distributions on top of the generator.
//!
//! @generated from `runtime/pure/random.py` by the test `pure`, not by hand.
use py_rt::{self as py, GlobalKey, R, Value};

/// Names of the module that its functions share.
pub(crate) mod global {
    use py_rt::Global;
    thread_local! {
        pub (crate) static betavariate : Global = const { Global::new("betavariate") };
        pub (crate) static gammavariate : Global = const { Global::new("gammavariate") };
        pub (crate) static lognormvariate : Global = const {
        Global::new("lognormvariate") }; pub (crate) static paretovariate : Global =
        const { Global::new("paretovariate") }; pub (crate) static randbytes : Global =
        const { Global::new("randbytes") }; pub (crate) static vonmisesvariate : Global =
        const { Global::new("vonmisesvariate") }; pub (crate) static weibullvariate :
        Global = const { Global::new("weibullvariate") };
    }
}

pub(crate) fn lognormvariate(mu: Value, sigma: Value) -> R {
    Ok(
        py::library::math::exp(
            &py::pos(
                &[
                    py::library::random::normalvariate(
                        &py::pos(&[mu.clone(), sigma.clone()]),
                    )?,
                ],
            ),
        )?,
    )
}

pub(crate) fn gammavariate(alpha: Value, beta: Value) -> R {
    let mut u1 = Value::Unbound;
    let mut x = Value::Unbound;
    if alpha.is_le(&Value::Float(0.0))? || beta.is_le(&Value::Float(0.0))? {
        return Err(
            py::exc::to_raise(
                &py::call::call(
                    &py::exception("ValueError"),
                    &py::pos(&[Value::str("gammavariate: alpha and beta must be > 0.0")]),
                )?,
            )?,
        );
    }
    if alpha.is_gt(&Value::Float(1.0))? {
        let ainv = py::library::math::sqrt(
            &py::pos(&[Value::Float(2.0).mul(&alpha)?.sub(&Value::Float(1.0))?]),
        )?;
        let bbb = alpha.sub(&py::library::math::log(&py::pos(&[Value::Float(4.0)]))?)?;
        let ccc = alpha.add(&ainv)?;
        loop {
            u1 = py::library::random::random(&py::Args::none())?;
            if !{
                let left_3 = Value::Float(1e-7);
                {
                    let right_4 = u1.clone();
                    left_3.is_lt(&right_4)?
                        && {
                            let right_5 = Value::Float(0.9999999);
                            right_4.is_lt(&right_5)?
                        }
                }
            } {
                continue;
            }
            let u2 = Value::Float(1.0)
                .sub(&py::library::random::random(&py::Args::none())?)?;
            let v = py::library::math::log(
                    &py::pos(&[u1.div(&Value::Float(1.0).sub(&u1)?)?]),
                )?
                .div(&ainv)?;
            x = alpha.mul(&py::library::math::exp(&py::pos(&[v.clone()]))?)?;
            let z = u1.mul(&u1)?.mul(&u2)?;
            let r = bbb.add(&ccc.mul(&v)?)?.sub(&py::bound(&x, "x")?)?;
            if r
                .add(
                    &Value::Float(1.0)
                        .add(&py::library::math::log(&py::pos(&[Value::Float(4.5)]))?)?,
                )?
                .sub(&Value::Float(4.5).mul(&z)?)?
                .is_ge(&Value::Float(0.0))?
                || r.is_ge(&py::library::math::log(&py::pos(&[z.clone()]))?)?
            {
                return Ok(py::bound(&x, "x")?.mul(&beta)?);
            }
        }
    }
    if alpha.is_eq(&Value::Float(1.0))? {
        return Ok(
            py::library::math::log(
                    &py::pos(
                        &[
                            Value::Float(1.0)
                                .sub(&py::library::random::random(&py::Args::none())?)?,
                        ],
                    ),
                )?
                .neg()?
                .mul(&beta)?,
        );
    }
    loop {
        let u = py::library::random::random(&py::Args::none())?;
        let b = py::library::math::e().add(&alpha)?.div(&py::library::math::e())?;
        let p = b.mul(&u)?;
        if p.is_le(&Value::Float(1.0))? {
            x = p.pow(&Value::Float(1.0).div(&alpha)?)?;
        } else {
            x = py::library::math::log(&py::pos(&[b.sub(&p)?.div(&alpha)?]))?.neg()?;
        }
        u1 = py::library::random::random(&py::Args::none())?;
        if p.is_gt(&Value::Float(1.0))? {
            if u1.is_le(&py::bound(&x, "x")?.pow(&alpha.sub(&Value::Float(1.0))?)?)? {
                break;
            }
        } else if u1
            .is_le(&py::library::math::exp(&py::pos(&[py::bound(&x, "x")?.neg()?]))?)?
        {
            break;
        }
    }
    Ok(py::bound(&x, "x")?.mul(&beta)?)
}

pub(crate) fn betavariate(alpha: Value, beta: Value) -> R {
    let y = gammavariate(alpha.clone(), Value::Float(1.0))?;
    if y.truth()? {
        return Ok(y.div(&y.add(&gammavariate(beta.clone(), Value::Float(1.0))?)?)?);
    }
    Ok(Value::Float(0.0))
}

pub(crate) fn paretovariate(alpha: Value) -> R {
    let u = Value::Float(1.0).sub(&py::library::random::random(&py::Args::none())?)?;
    Ok(u.pow(&Value::Float(-1.0).div(&alpha)?)?)
}

pub(crate) fn weibullvariate(alpha: Value, beta: Value) -> R {
    let u = Value::Float(1.0).sub(&py::library::random::random(&py::Args::none())?)?;
    Ok(
        alpha
            .mul(
                &py::library::math::log(&py::pos(&[u.clone()]))?
                    .neg()?
                    .pow(&Value::Float(1.0).div(&beta)?)?,
            )?,
    )
}

pub(crate) fn vonmisesvariate(mu: Value, kappa: Value) -> R {
    let mut z = Value::Unbound;
    let two_pi = Value::Float(2.0).mul(&py::library::math::pi())?;
    if kappa.is_le(&Value::Float(1e-6))? {
        return Ok(two_pi.mul(&py::library::random::random(&py::Args::none())?)?);
    }
    let s = Value::Float(0.5).div(&kappa)?;
    let r = s
        .add(
            &py::library::math::sqrt(&py::pos(&[Value::Float(1.0).add(&s.mul(&s)?)?]))?,
        )?;
    loop {
        let u1 = py::library::random::random(&py::Args::none())?;
        z = py::library::math::cos(&py::pos(&[py::library::math::pi().mul(&u1)?]))?;
        let d = py::bound(&z, "z")?.div(&r.add(&py::bound(&z, "z")?)?)?;
        let u2 = py::library::random::random(&py::Args::none())?;
        if u2.is_lt(&Value::Float(1.0).sub(&d.mul(&d)?)?)?
            || u2
                .is_le(
                    &Value::Float(1.0)
                        .sub(&d)?
                        .mul(&py::library::math::exp(&py::pos(&[d.clone()]))?)?,
                )?
        {
            break;
        }
    }
    let q = Value::Float(1.0).div(&r)?;
    let f = q
        .add(&py::bound(&z, "z")?)?
        .div(&Value::Float(1.0).add(&q.mul(&py::bound(&z, "z")?)?)?)?;
    let u3 = py::library::random::random(&py::Args::none())?;
    if u3.is_gt(&Value::Float(0.5))? {
        return Ok(
            mu.add(&py::library::math::acos(&py::pos(&[f.clone()]))?)?.modulo(&two_pi)?,
        );
    }
    Ok(mu.sub(&py::library::math::acos(&py::pos(&[f.clone()]))?)?.modulo(&two_pi)?)
}

pub(crate) fn randbytes(n: Value) -> R {
    Ok(
        py::library::random::getrandbits(&py::pos(&[n.mul(&Value::Int(8))?]))?
            .method("to_bytes", &[n.clone(), Value::str("little")])?,
    )
}

/// The statements of `random.py`.
pub(crate) fn run() -> R<()> {
    global::lognormvariate
        .store(
            py::def(
                "lognormvariate",
                "mu=, sigma=",
                [Value::Float(0.0), Value::Float(1.0)],
                lognormvariate,
            ),
        );
    global::gammavariate.store(py::def("gammavariate", "alpha, beta", [], gammavariate));
    global::betavariate.store(py::def("betavariate", "alpha, beta", [], betavariate));
    global::paretovariate.store(py::def("paretovariate", "alpha", [], paretovariate));
    global::weibullvariate
        .store(py::def("weibullvariate", "alpha, beta", [], weibullvariate));
    global::vonmisesvariate
        .store(py::def("vonmisesvariate", "mu, kappa", [], vonmisesvariate));
    global::randbytes.store(py::def("randbytes", "n", [], randbytes));
    Ok(())
}

/// Runs the module when it is imported for the first time.
pub(crate) fn module() -> R<()> {
    if py::run::first("library random") { run() } else { Ok(()) }
}

/// A name of the module.
pub(crate) fn py_get(name: &str) -> R {
    module()?;
    match name {
        "lognormvariate" => global::lognormvariate.load(),
        "gammavariate" => global::gammavariate.load(),
        "betavariate" => global::betavariate.load(),
        "paretovariate" => global::paretovariate.load(),
        "weibullvariate" => global::weibullvariate.load(),
        "vonmisesvariate" => global::vonmisesvariate.load(),
        "randbytes" => global::randbytes.load(),
        _ => Ok(Value::None),
    }
}
