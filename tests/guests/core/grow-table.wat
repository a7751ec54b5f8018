;; what: asks for a table of 2^32 - 1 elements
;; expect: memory
(table $t 1 funcref)
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (drop (table.grow $t (ref.null func) (i32.const -1)))

  (i32.const 3072))
