;; what: loops for ever after it returned
;; expect: timeout
(func (export "cabi_post_batuta:plugin/transpiler@0.1.0#lower") (param i32) (loop (br 0)))
