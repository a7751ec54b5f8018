;; what: asks for memory, page by page, for ever
;; expect: memory
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (loop (drop (memory.grow (i32.const 1))) (br 0))

  (i32.const 3072))
