//! Renders reports and diagnostics.
