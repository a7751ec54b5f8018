;; what: a result past the end of memory
;; expect: invalid-data
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (return (i32.const -8))

  (i32.const 3072))
