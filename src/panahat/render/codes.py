"""The problems of templates and of finished documents: each code by its name here; its words stand in codes.txt."""

from panahat.problems import Codes

BOOK = Codes(__file__)
__getattr__ = BOOK.named
