"""The guide to the case file: every key with its kind, meaning, example and the filings that use it, in Markdown.

It is written from what the help texts, the starter file and the JSON Schema are written from: the schema and its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from panahat.case.engine import shapes
from panahat.case.needs import TEXTS
from panahat.case.shape import ROOT, Field, GroupShape
from panahat.case.starter_file import KINDS, ONE_OF
from panahat.case.words import explained
from panahat.messages import N_, Translator, translator

_TITLE = N_("Case file: every key")
_HEAD = (
    N_("Written by `make docs` from the schema; `panahat schema --guide` prints it. Change the schema, not this file."),
    N_(
        "A case file consists of lines «key: value»; keys of a group stand indented below it, entries of a list begin with "
        "a dash. What is not known is left out. `panahat new KIND` makes a file to begin with."
    ),
    N_(
        "The last column names the filings that use a fact: **in bold** those that cannot be made without it, *in italics* "
        "those that ask for it if it is known."
    ),
)
_COLUMNS = (N_("key"), N_("kind"), N_("meaning"), N_("example"), N_("filings"))
_MORE = {
    "line": N_("text on one line"),
    "prose": N_("text, also of several paragraphs"),
    "name": N_("a name"),
    "choice": N_("one of the words"),
    "group": N_("a group"),
    "table": N_("lines by grammatical case"),
}
_LIST, _MUST = N_("a list"), N_("always needed")
_SEE = N_("keys as in {place}")
_EVERY = N_("every filing")
_BY_KIND = {
    "day": "2026-02-09",
    "partial": "2023-05",
    "partial_or_unknown": "2022",
    "moment": "2026-01-28 12:00",
    "flag": "true",
    "count": "5",
    "positive": "3",
    "sheets": "4-6",
    "country": "RU",
    "iin": "000000000000",
    "id": "detention-record",
}
_BY_KEY = {
    "id": "my-case",
    "number": "12-345/26",
    "part": "2",
    "surname": "Студёная",
    "given": "Вера",
    "patronymic": "Андреевна",
    "latin": "STUDENAYA VERA",
    "licence": "0012345",
    "phone": "+7 700 000 00 00",
    "email": "office@example.org",
    "file": "annexes/detention-record.pdf",
    "authority_key": "almaty-executive-body",
    "include": "argument-id",
}
_NAMED = re.compile(r"for example ([\w-]+)|: ([\w-]+) or ")
_QUOTED = re.compile(r"«(.+?)»")


@dataclass(frozen=True, slots=True)
class Use:
    """The facts that one kind of filing needs, those it asks for if they are known, and those it reads or prints."""

    kind: str
    needs: frozenset[tuple[str, ...]] = frozenset()
    wants: frozenset[tuple[str, ...]] = frozenset()
    reads: frozenset[tuple[str, ...]] = frozenset()


def guide(uses: Sequence[Use], language: str) -> str:
    """The guide in `language` (ru, kk or en)."""
    return "\n".join(_Guide(tuple(uses), translator(language)).lines()) + "\n"


@dataclass(frozen=True, slots=True)
class _Guide:
    uses: tuple[Use, ...]
    tr: Translator
    told: dict[str, str] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        yield f"# {self.tr(_TITLE)}"
        for text in _HEAD:
            yield from ("", self.tr(text))
        yield ""
        groups = [f for f in shapes()[ROOT].fields.values() if _is_group(f)]
        yield ", ".join(f"[`{f.key}`](#{f.key})" for f in groups)
        yield from self._table(shapes()[ROOT], ())
        for one in groups:
            yield from self._group(one, (one.key,))

    def _group(self, at: Field, path: tuple[str, ...]) -> Iterator[str]:
        """The section of a group, then of the groups in it; one that was told at another place is not told again."""
        if at.group in self.told:
            return
        self.told[at.group] = ".".join(path)
        yield ""
        yield f"{'#' * min(4, len(path) + 1)} `{'.'.join(path)}`"
        yield ""
        yield f"{_upper(self.tr(at.description))}."
        yield from self._table(shapes()[at.group], path)
        for below in shapes()[at.group].fields.values():
            if _is_group(below):
                yield from self._group(below, (*path, below.key))

    def _table(self, group: GroupShape, path: tuple[str, ...]) -> Iterator[str]:
        yield ""
        yield f"| {' | '.join(map(self.tr, _COLUMNS))} |"
        yield "|---|---|---|---|---|"
        for one in group.fields.values():
            here = (*path, one.key)
            cells = (f"`{one.key}`", self._kind(one, here), self._meaning(one), _example(one), self._filings(one, here))
            yield f"| {' | '.join(cells)} |"

    def _kind(self, at: Field, path: tuple[str, ...]) -> str:
        parts = [self.tr(KINDS.get(at.kind) or _MORE[at.kind])]
        if at.group in TEXTS:
            parts = [self.tr(_MORE["prose" if at.group == "Text" else "line"]) + " (ru, kk, en)"]
        elif at.group and at.group in self.told and self.told[at.group] != ".".join(path):
            place = self.told[at.group]
            parts.append(self.tr(_SEE).format(place=f"[`{place}`](#{place.replace('.', '')})"))
        if at.many:
            parts.append(self.tr(_LIST))
        if at.required:
            parts.append(f"**{self.tr(_MUST)}**")
        return "; ".join(parts)

    def _meaning(self, at: Field) -> str:
        said = self.tr(at.description)
        if len(at.choices) > 1:
            said += "; " + self.tr(ONE_OF).format(words=explained(at.choices, self.tr))
        return said

    def _filings(self, at: Field, path: tuple[str, ...]) -> str:
        """The filings that use the fact at `path`: all of them in one word."""
        if len(path) == 1 and at.required:
            return f"**{self.tr(_EVERY)}**"
        marks = {use.kind: _mark(use, path) for use in self.uses}
        for mark in ("**", "*", ""):
            if all(found == mark for found in marks.values()) and self.uses:
                return f"{mark}{self.tr(_EVERY)}{mark}"
        return ", ".join(f"{mark}{kind}{mark}" for kind, mark in marks.items() if mark is not None)


def _mark(use: Use, path: tuple[str, ...]) -> str | None:
    """How a filing's name is marked beside the fact at `path`; None where the filing does not use it."""
    for mark, paths in (("**", use.needs), ("*", use.wants)):
        if any(asked[: len(path)] == path for asked in paths):
            return mark
    below = use.needs | use.wants | use.reads
    if any(used[: len(path)] == path or (len(used) > 1 and path[: len(used)] == used) for used in below):
        return ""
    return None


def _is_group(at: Field) -> bool:
    return bool(at.group) and at.group not in TEXTS


def _example(at: Field) -> str:
    """A value as a case file writes it."""
    return f"`{value}`" if (value := example(at)) else ""


def example(at: Field) -> str:
    """What a case file may write after the key; "" where keys of a group follow."""
    named = _NAMED.search(at.description)
    quoted = _QUOTED.search(at.description)
    if at.group in TEXTS:
        text = quoted[1] if quoted else "…"
        return f'{{ru: "{text}", kk: "…"}}'
    if at.group and shapes()[at.group].short:
        return "[detention-record, {annex: ruling, page: 3}]"
    if at.group or at.kind == "table":
        return "{gen: …}" if at.kind == "table" else ""
    if at.choices:
        value = at.choices[0]
    elif named:
        value = named[1] or named[2]
    else:
        own = _BY_KEY.get(at.key) if at.kind in ("line", "name", "id") else None
        value = own or _BY_KIND.get(at.kind, "")
    return f"[{value}]" if at.many and value else value


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
