;; what: says that its name is `../x`
;; expect: load
(data (i32.const 2048) "../x")
