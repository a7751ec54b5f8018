;; what: logs empty lines for ever
;; expect: timeout
;; import: (import "batuta:plugin/host@0.1.0" "log" (func $log (param i32 i32 i32 i32 i32)))
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (loop (call $log (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)) (br 0))
  (unreachable))
