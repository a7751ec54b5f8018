;; what: fills its memory for ever
;; expect: timeout
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (drop (memory.grow (i32.const 1600)))
  (loop (memory.fill (i32.const 65536) (i32.const 1) (i32.const 104857600)) (br 0))

  (i32.const 3072))
