;; what: gives the facts that it only borrowed as a file of its own
;; expect: invalid-data
(func (export "batuta:plugin/transpiler@0.1.0#lower") (param i32 i32 i32 i32) (result i32)
  (call $drop-file (local.get 0))
  ;; one output: path "core", content the borrowed handle, no origins
  (i32.store (i32.const 4096) (i32.const 2048)) (i32.store (i32.const 4100) (i32.const 4))
  (i32.store (i32.const 4104) (local.get 1))
  (i32.store (i32.const 3084) (i32.const 4096)) (i32.store (i32.const 3088) (i32.const 1))
  (i32.const 3072))
