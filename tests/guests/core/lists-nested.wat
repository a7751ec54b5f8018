;; what: 1,000 lists that are all the same 10,000 empty strings
;; expect: volume
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32) (local i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (loop
    (i32.store (i32.add (i32.const 8192) (i32.mul (local.get 4) (i32.const 16))) (i32.const 2096))
    (i32.store (i32.add (i32.const 8196) (i32.mul (local.get 4) (i32.const 16))) (i32.const 7))
    (i32.store (i32.add (i32.const 8200) (i32.mul (local.get 4) (i32.const 16))) (i32.const 131072))
    (i32.store (i32.add (i32.const 8204) (i32.mul (local.get 4) (i32.const 16))) (i32.const 10000))
    (local.set 4 (i32.add (local.get 4) (i32.const 1)))
    (br_if 0 (i32.lt_u (local.get 4) (i32.const 1000))))
  (i32.store (i32.const 3108) (i32.const 8192))
  (i32.store (i32.const 3112) (i32.const 1000))
  (i32.const 3072))
