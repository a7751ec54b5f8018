;; what: allocates past the end of memory
;; expect: invalid-data
(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const -16))
