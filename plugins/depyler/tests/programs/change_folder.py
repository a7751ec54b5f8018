"""Another folder for the length of a block, and the form of ints."""

import contextlib
import os
import sys
import tempfile

before = os.getcwd()
with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "in"))
    with contextlib.chdir(folder) as nothing:
        print(nothing, sorted(os.listdir(".")), os.getcwd() == before)
        again = contextlib.chdir("in")
        with again:
            print(os.path.basename(os.getcwd()), again.path)
            with open("made.txt", "w") as f:
                f.write("x")
        print(os.path.exists("in/made.txt"), os.path.exists("made.txt"))
    print(os.getcwd() == before)
    try:
        with contextlib.chdir(folder):
            raise KeyError("out")
    except KeyError as e:
        print(e, os.getcwd() == before)
    try:
        with contextlib.chdir("no such folder"):
            print("never")
    except FileNotFoundError as e:
        print(type(e).__name__, os.getcwd() == before)
print(sys.int_info.bits_per_digit, sys.int_info.sizeof_digit, sys.int_info)
