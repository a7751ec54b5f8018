;; what: uses a file as a blob
;; expect: invalid-data
;; import: (import "batuta:plugin/store@0.1.0" "[method]blob.size" (func $size (param i32) (result i64)))
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (drop (call $size (local.get 0)))
  (i32.const 3072))
