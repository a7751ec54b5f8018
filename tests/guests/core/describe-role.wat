;; what: says that it is an oracle
;; expect: load
(data (i32.const 2080) "\04")
