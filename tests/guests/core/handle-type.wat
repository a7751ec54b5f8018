;; what: returns a file where a blob is due
;; expect: invalid-data
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-blob (local.get 1))
  (i32.store (i32.const 4096) (i32.const 2096)) (i32.store (i32.const 4100) (i32.const 7))
  (i32.store (i32.const 4104) (local.get 0)) (i32.store (i32.const 4108) (i32.const 0)) (i32.store (i32.const 4112) (i32.const 0))
  (i32.store (i32.const 3084) (i32.const 4096))
  (i32.store (i32.const 3088) (i32.const 1))
  (i32.const 3072))
