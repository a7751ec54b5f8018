//! The versions of the ABI that this host serves: one module each, all converting to [`crate::model`].

pub(crate) mod latest;

/// Exported interfaces of `batuta:plugin` and the role that each stands for.
pub(crate) const ROLES: &[(&str, crate::model::Role)] = &[
    ("analyzer", crate::model::Role::Analyzer),
    ("transpiler", crate::model::Role::Transpiler),
    ("optimizer", crate::model::Role::Optimizer),
    ("backend", crate::model::Role::Backend),
    ("oracle", crate::model::Role::Oracle),
];
