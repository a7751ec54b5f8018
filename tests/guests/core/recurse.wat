;; what: recurses without end
;; expect: stack
(func $deep (param i32) (result i32) (i32.add (call $deep (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (drop (call $deep (i32.const 0)))

  (i32.const 3072))
