"""Kazakh words that a native lawyer has yet to confirm: listed on the review sheet, refused by a final filing.

The list stands in `templates/phrases/kk.yaml`; an office confirms one (`phrase-<id>`) or all of them (`phrases-kk`) in its
`confirmations.yaml`.
"""

from __future__ import annotations

from msgspec import Struct

from panahat import opener
from panahat.drafting.codes import BAD_PHRASES, UNCONFIRMED_WORDS
from panahat.drafting.model import Draft
from panahat.law.registry import Law
from panahat.library import Library
from panahat.pages import read_page
from panahat.problems import ERROR, WARNING, Problem, Refused

NAME = "phrases/kk.yaml"
ALL = "phrases-kk"


class Phrase(Struct, frozen=True):
    """One expression: its id, the Kazakh and Russian words, the texts it stands in, whether it is known from memory."""

    id: str
    kk: str
    ru: str
    where: tuple[str, ...]
    recalled: bool
    note: str


def phrases(library: Library) -> tuple[Phrase, ...]:
    """Every expression of the list. Raises Refused where the list cannot be read."""
    file = library.find(NAME)
    if file is None:
        return ()
    page = read_page(NAME, opener.read(file, name=NAME))
    out = []
    for n, row in enumerate(page.data or ()):
        try:
            out.append(
                Phrase(
                    row["id"],
                    row["kk"],
                    row["ru"],
                    tuple(row["where"]),
                    row["status"] == "recalled",
                    row.get("note", ""),
                )
            )
        except (KeyError, TypeError):
            page.say(BAD_PHRASES, (n,))
    if page.problems:
        raise Refused(page.problems)
    return tuple(out)


def unconfirmed(draft: Draft, library: Library, law: Law) -> tuple[Phrase, ...]:
    """The expressions and names of acts in a Kazakh draft that nobody has confirmed yet; none in another language."""
    if draft.language != "kk" or law.confirmed.entry(ALL):
        return ()
    used = _texts(draft)
    found = [p for p in phrases(library) if p.recalled and used & set(p.where)]
    found += _acts(draft, law)
    return tuple(p for p in found if not law.confirmed.entry(f"phrase-{p.id}"))


def _acts(draft: Draft, law: Law) -> list[Phrase]:
    """Acts that the draft cites and whose Kazakh name is known from memory only."""
    versions = [law.standing(key, day).version for key, day in draft.cited]
    acts = dict.fromkeys(v.act for v in versions if v is not None)
    return [
        Phrase(
            f"act-{key}", law.acts[key].title.kk or "", law.acts[key].title.ru or "", (), True, law.acts[key].note or ""
        )
        for key in acts
        if law.acts[key].kk_status == "recalled"
    ]


def _texts(draft: Draft) -> set[str]:
    return {f"filings/{draft.kind}/kk.docx", f"filings/{draft.kind}/filing.yaml"} | {
        f"arguments/{p.origin.name}/kk.md" for p in draft.paragraphs if p.origin.kind == "argument"
    }


def phrase_problems(draft: Draft, found: tuple[Phrase, ...]) -> list[Problem]:
    """One problem for all unconfirmed expressions of a draft: a warning, or an error in a final filing."""
    if not found:
        return []
    facts = {"count": str(len(found)), "ids": ", ".join(p.id for p in found[:5]) + ("…" if len(found) > 5 else "")}
    return [Problem(UNCONFIRMED_WORDS, NAME, facts=facts, severity=ERROR if draft.final else WARNING)]
