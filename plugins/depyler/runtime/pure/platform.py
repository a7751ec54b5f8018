"""What machine a program runs on."""


def system():
    return "Linux"


def python_implementation():
    return "CPython"
