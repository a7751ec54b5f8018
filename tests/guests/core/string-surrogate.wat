;; what: a string with a lone surrogate
;; expect: invalid-data
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (i32.store (i32.const 3076) (i32.const 4096))
  (i32.store (i32.const 3080) (i32.const 3))

  (i32.const 3072))
(data (i32.const 4096) "\ed\a0\80")
