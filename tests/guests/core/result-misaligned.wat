;; what: a result at an odd address
;; expect: invalid-data
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (return (i32.const 4097))

  (i32.const 3072))
