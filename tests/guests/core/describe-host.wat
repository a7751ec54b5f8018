;; what: opens a file while it describes itself
;; expect: load
;; import: (import "batuta:plugin/project@0.1.0" "open" (func $open (param i32 i32 i32)))
(func (export "describe") (result i32)
  (call $open (i32.const 2048) (i32.const 4) (i32.const 5120))
  (i32.const 1024))
