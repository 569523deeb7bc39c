"""Everything wrong with a case beyond its schema: facts beside facts, beside the law, beside what a filing asks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from panahat.case import codes
from panahat.case.needs import Needs
from panahat.case.rules import RULES, Scene
from panahat.problems import ERROR, Code, Problem, in_order

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile
    from panahat.law.registry import Law

FINAL: frozenset[Code] = frozenset(
    {
        codes.CLARIFY,
        codes.UNTRANSLATED,
        codes.GENDER_DOUBT,
        codes.NOT_SERVED,
        codes.NO_CHARGES,
        codes.ANNEX_FILE_MISSING,
        codes.ANNEX_NO_PATH,
        codes.ANNEX_FILE_TWICE,
        codes.LEFT_OPEN,
        codes.LONE_LETTER,
        codes.SPACES,
        codes.UNKNOWN_FACT,
        codes.NO_CONSENT,
        codes.CHILD_CONSENT,
        codes.ILLNESS_UNPROVED,
        codes.NEEDED_UNPROVED,
        codes.REPORTED_BY,
        codes.DESTINATION_UNVERIFIED,
    }
)
"""Warnings that stop a final filing: each can be removed by a fact, a wording or an override in the case file."""


def check(
    file: CaseFile,
    law: Law,
    needs: Needs | None,
    final: bool,
    base: Path | None,
    languages: tuple[str, ...] = ("ru",),
    argument_ids: Iterable[str] | None = None,
    today: date | None = None,
) -> list[Problem]:
    """All problems of `file` in its order: the reader's notes, what `needs` asks for, and every rule.

    `base` is the folder annex files lie in (None: files are not looked for); `argument_ids` are the arguments that may
    be chosen; `today` lets a filing date in the future be seen. With `final` what a final filing cannot bear is an
    error.
    """
    known = frozenset(argument_ids) if argument_ids is not None else None
    scene = Scene(file, law, needs, final, base, tuple(languages), known, today)
    found = [*file.notes, *(problem for rule in RULES for problem in rule(scene))]
    if needs is not None:
        found += needs.missing(file, final=final)
    return in_order(replace(p, severity=ERROR) if final and p.code in FINAL else p for p in found)
