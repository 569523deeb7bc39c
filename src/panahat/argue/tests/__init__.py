"""The named tests of arguments: small three-valued questions about the facts, by subject.

`TESTS` maps each id to its `NamedTest`. A test answers True (holds), False (fails) or None (a fact is missing) and
leaves on its `Look` every fact it read, every fact it missed and every norm it used.
"""

from __future__ import annotations

from panahat.argue.tests import asylum, charges, humanity, international, procedure, risk
from panahat.argue.tests.named import TESTS, NamedTest

__all__ = ["TESTS", "NamedTest", "asylum", "charges", "humanity", "international", "procedure", "risk"]
