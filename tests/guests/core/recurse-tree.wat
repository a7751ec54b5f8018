;; what: recurses in two branches, as deep as a hundred levels: 2^100 calls on little stack
;; expect: timeout
(func $tree (param i32) (result i32)
  (if (result i32) (i32.eqz (local.get 0))
    (then (i32.const 1))
    (else (i32.add (call $tree (i32.sub (local.get 0) (i32.const 1))) (call $tree (i32.sub (local.get 0) (i32.const 1)))))))
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0)) (call $drop-blob (local.get 1))
  (drop (call $tree (i32.const 100)))
  (i32.const 3072))
