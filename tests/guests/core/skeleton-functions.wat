;; describe
(func (export "describe") (result i32) (i32.const 1024))
;; index
(func (export "batuta:plugin/transpiler@0.1.0#index") (param i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (i32.const 3584))
;; link
(func (export "batuta:plugin/transpiler@0.1.0#link") (param i32 i32 i32 i32) (result i32)
  (i32.const 3584))
;; lower
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  (call $drop-blob (local.get 1))
  (i32.const 3072))
;; support-crate
(func (export "batuta:plugin/transpiler@0.1.0#support-crate") (param i32 i32) (result i32)
  (i32.const 3584))
;; cabi_realloc
(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (local i32)
  (local.set 4 (i32.and (i32.add (global.get $heap) (i32.const 7)) (i32.const -8)))
  (global.set $heap (i32.add (local.get 4) (local.get 3)))
  (local.get 4))
