;; what: loops for ever when it is instantiated
;; expect: load
(func $start (loop (br 0)))
(start $start)
