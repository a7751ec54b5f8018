batuta convert fib.py -o fib-rs
