;; what: uses a handle after it dropped it
;; expect: invalid-data
;; import: (import "batuta:plugin/project@0.1.0" "[method]file.id" (func $id (param i32) (result i32)))
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (drop (call $id (local.get 0)))
  (i32.const 3072))
