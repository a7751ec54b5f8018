batuta convert sort.c -o sort-rs
