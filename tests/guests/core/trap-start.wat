;; what: traps when it is instantiated
;; expect: load
(func $start unreachable)
(start $start)
