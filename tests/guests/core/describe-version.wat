;; what: says that its version is `abcde`
;; expect: load
(data (i32.const 2064) "abcde")
