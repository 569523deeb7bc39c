"""The tests in Python: real computations over charges, which the language of conditions cannot say.

`TESTS` maps each id to its `NamedTest`. A test answers True (holds), False (fails) or None (a fact is missing) and
leaves on its `Look` every fact it read, every fact it missed and every norm it used.
"""

from __future__ import annotations

from panahat.argue.tests import charges
from panahat.argue.tests.named import TESTS, NamedTest

__all__ = ["TESTS", "NamedTest", "charges"]
