import sys
from .low import *
from .high import *
from . import low

__all__ = ["area", "twice", "join_words", "reduce"]
__all__ += ["math"]
