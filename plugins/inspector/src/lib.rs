//! Finds languages, entry points, dependencies and frameworks.
