;; what: drops a handle that it never had
;; expect: invalid-data
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (call $drop-file (i32.const 12345))

  (i32.const 3072))
