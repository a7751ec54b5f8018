;; what: keeps a borrowed handle past the end of the call
;; expect: invalid-data
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-blob (local.get 1))
  (i32.const 3072))
