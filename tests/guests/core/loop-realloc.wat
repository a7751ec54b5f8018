;; what: loops for ever when the host allocates in it
;; expect: timeout
(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (loop (br 0)) unreachable)
