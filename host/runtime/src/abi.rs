//! The versions of the ABI that this host serves, the newest and the minor version before it: one module each, all converting to
//! [`crate::model`].

pub(crate) mod latest;
pub(crate) mod v0_1_0;

/// A version that is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abi {
    /// 0.1.x.
    V0_1,
    /// 0.2.x.
    V0_2,
}

/// All of them, oldest first.
pub(crate) const SERVED: &[(Abi, &str)] = &[(Abi::V0_1, v0_1_0::VERSION), (Abi::V0_2, latest::VERSION)];

impl Abi {
    /// The module that serves a version, if any does: major and minor number decide.
    pub(crate) fn of(version: &semver::Version) -> Option<Abi> {
        let fits = |served: &str| {
            semver::Version::parse(served).is_ok_and(|it| (it.major, it.minor) == (version.major, version.minor))
        };
        SERVED.iter().find(|(_, served)| fits(served)).map(|(abi, _)| *abi)
    }

    /// As [`Abi::of`], for the text that a description holds.
    pub(crate) fn named(version: &str) -> Option<Abi> {
        semver::Version::parse(version).ok().and_then(|version| Abi::of(&version))
    }
}

/// Exported interfaces of `batuta:plugin` and the role that each stands for.
pub(crate) const ROLES: &[(&str, crate::model::Role)] = &[
    ("analyzer", crate::model::Role::Analyzer),
    ("transpiler", crate::model::Role::Transpiler),
    ("optimizer", crate::model::Role::Optimizer),
    ("backend", crate::model::Role::Backend),
    ("oracle", crate::model::Role::Oracle),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn major_and_minor_decide() {
        assert_eq!(Abi::named("0.1.7"), Some(Abi::V0_1));
        assert_eq!(Abi::named("0.2.0"), Some(Abi::V0_2));
        assert_eq!(Abi::named("0.3.0"), None);
        assert_eq!(Abi::named("1.1.0"), None);
        assert_eq!(Abi::named("new"), None);
    }
}
