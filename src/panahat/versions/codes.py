"""The problems of finding a version and what it was made from: each code by its name here; its words stand in codes.txt."""

from panahat.problems import Codes

BOOK = Codes(__file__)
__getattr__ = BOOK.named
