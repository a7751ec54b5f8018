;; what: an error of no known kind
;; expect: invalid-data
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (i32.store8 (i32.const 3588) (i32.const 200))
  (return (i32.const 3584))

  (i32.const 3072))
