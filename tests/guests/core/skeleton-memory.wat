;; A well-behaved transpiler, as the canonical ABI wants it. Each file beside this one replaces parts of it.
;; 1024: manifest (name, version, description, roles, languages, globs, capabilities, schema, formats)
(memory (export "memory") 4)
(data (i32.const 1024)
  "\00\08\00\00\04\00\00\00" "\10\08\00\00\05\00\00\00" "\00\00\00\00\00\00\00\00"
  "\20\08\00\00\01\00\00\00" "\00\00\00\00\00\00\00\00" "\00\00\00\00\00\00\00\00"
  "\00\00\00\00\00\00\00\00" "\00\00\00\00\00\00\00\00" "\00\00\00\00\00\00\00\00")
(data (i32.const 2048) "core")
(data (i32.const 2064) "6.6.7")
(data (i32.const 2080) "\01") ;; role: transpiler
(data (i32.const 2096) "package")
;; 3072: ok(lowered) with the package "package" and nothing else
(data (i32.const 3072) "\00\00\00\00" "\30\08\00\00\07\00\00\00")
;; 3584: err(unsupported("core"))
(data (i32.const 3584) "\01\00\00\00" "\00\00\00\00" "\00\08\00\00\04\00\00\00")
(global $heap (mut i32) (i32.const 65536))
