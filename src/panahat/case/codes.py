"""Everything that can be wrong with a case file: each code by its name here; its words stand in codes.txt."""

from panahat.problems import Codes

BOOK = Codes(__file__)
__getattr__ = BOOK.named
