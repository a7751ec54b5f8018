;; what: declares 3 GiB of memory
;; expect: load
;; memory: 49152
