//! Run-time support of programs converted from Python.
