;; what: 3,000,000 empty strings
;; expect: volume
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (drop (memory.grow (i32.const 400)))
  ;; one support crate whose features are the list
  (i32.store (i32.const 4096) (i32.const 2096)) (i32.store (i32.const 4100) (i32.const 7))
  (i32.store (i32.const 4104) (i32.const 65536)) (i32.store (i32.const 4108) (i32.const 3000000))
  (i32.store (i32.const 3108) (i32.const 4096))
  (i32.store (i32.const 3112) (i32.const 1))

  (i32.const 3072))
