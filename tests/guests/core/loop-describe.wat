;; what: loops for ever while it describes itself
;; expect: load
(func (export "describe") (result i32) (loop (br 0)) unreachable)
