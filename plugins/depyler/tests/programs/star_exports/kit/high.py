from .low import area


def twice(x):
    return area(x) * 2


def join_words(words):
    return " ".join(words)
