"""The Draft: a filing as structured, traceable text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from panahat.drafting.traced import Spoken
from panahat.problems import Problem

if TYPE_CHECKING:
    from panahat.argue.model import Decision
    from panahat.language.tongues import Case
    from panahat.law.citations import Ref
    from panahat.law.counting import Count


class Origin(Struct, frozen=True):
    """Where a paragraph's wording stands: a template or an argument, and its paragraph there (from 1)."""

    kind: str
    name: str
    paragraph: int


class Paragraph(Struct, frozen=True):
    """One paragraph of the filing, and why it is there.

    `facts` are paths in the case file, `norms` keys of the law registry, `annexes` ids; `condition` is what let it in:
    the open conditions of the template, or the tests that carried its argument. `figures` are the numbers and months it
    names outside citations, `spoken` the texts printed in it with what is behind each.
    """

    __repr__ = object.__repr__  # never what it holds

    n: int
    style: str
    text: str
    origin: Origin
    facts: tuple[str, ...]
    norms: tuple[str, ...]
    annexes: tuple[str, ...]
    condition: tuple[str, ...]
    figures: tuple[str, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    note: str = ""
    """The end of `text` that says what is to be clarified; the template does not print it."""


class Term(Struct, frozen=True):
    """One period of the filing: which, who was served, the fact that starts it, and its count.

    `filed` is the day of the act that must keep it (None: not known); `binds`: its end makes the filing late.
    """

    deadline: str
    who: str
    fact: str
    count: Count
    filed: date | None = None
    binds: bool = True


class Draft(Struct, frozen=True):
    """A filing of one case in one language: its paragraphs in order and everything that decided them.

    `cited` gives, for each norm and the day as of which it is cited, the places of it that are named.
    """

    __repr__ = object.__repr__  # never what it holds

    kind: str
    language: str
    final: bool
    filing_day: date
    paragraphs: tuple[Paragraph, ...]
    decisions: tuple[Decision, ...]
    cited: Mapping[tuple[str, date], tuple[Ref, ...]]
    terms: tuple[Term, ...]
    asks: tuple[str, ...]
    motions: tuple[str, ...]
    warnings: tuple[str, ...]
    problems: tuple[Problem, ...]
    declined: Mapping[str, Case]
    context: Mapping[str, Any]
    about: tuple[str, ...] = ()
    """What filing.yaml says of this case, in sentences for the review sheet: addressee, copies, fee, remarks."""

    annexes: tuple[str, ...] = ()
    """Ids of the annexes as they are numbered: by their first mention, then those the text does not mention."""

    pairs: Sequence[Mapping[str, Any]] = ()
    """The dates side by side that speak for or against the client, in words for the review sheet."""

    @property
    def text(self) -> str:
        """The filing as plain text, one line a paragraph."""
        return "\n".join(p.text for p in self.paragraphs) + "\n"
