;; what: recurses to the end of its stack, calling the host at every level
;; expect: stack
;; import: (import "batuta:plugin/host@0.1.0" "log" (func $log (param i32 i32 i32 i32 i32)))
(func $deep (param i32) (result i32)
  (call $log (i32.const 0) (i32.const 2048) (i32.const 4) (i32.const 2048) (i32.const 4))
  (i32.add (call $deep (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (drop (call $deep (i32.const 0)))

  (i32.const 3072))
