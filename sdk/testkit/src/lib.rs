//! Golden runner, conformance kit, differential runner for plugin authors.
