"""Checks."""
import os
from .shapes import Square

LIMIT = 3


def check_z():
    return Square(LIMIT).side == 3


def check_a():
    assert os.sep == "/"
    return "a"


def helper():
    return None
