"""The one book in which every problem code of a case file is entered."""

from __future__ import annotations

from panahat.problems import CodeBook

BOOK = CodeBook()
