//! Run-time support of programs converted from C.
