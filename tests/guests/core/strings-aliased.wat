;; what: 1,000 strings that are all the same megabyte
;; expect: volume
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32) (local i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (drop (memory.grow (i32.const 40)))
  (memory.fill (i32.const 131072) (i32.const 97) (i32.const 1048576))
  (local.set 4 (i32.const 0))
  (loop
    (i32.store (i32.add (i32.const 8192) (i32.mul (local.get 4) (i32.const 8))) (i32.const 131072))
    (i32.store (i32.add (i32.const 8196) (i32.mul (local.get 4) (i32.const 8))) (i32.const 1048576))
    (local.set 4 (i32.add (local.get 4) (i32.const 1)))
    (br_if 0 (i32.lt_u (local.get 4) (i32.const 1000))))
  (i32.store (i32.const 4096) (i32.const 2096)) (i32.store (i32.const 4100) (i32.const 7))
  (i32.store (i32.const 4104) (i32.const 8192)) (i32.store (i32.const 4108) (i32.const 1000))
  (i32.store (i32.const 3108) (i32.const 4096))
  (i32.store (i32.const 3112) (i32.const 1))

  (i32.const 3072))
