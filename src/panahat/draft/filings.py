"""What a kind of filing is: its description (`templates/filings/<kind>/filing.yaml`) read, checked and typed.

The shape is explained, for lawyers, at the head of each filing.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from panahat.argue import Cites, Decision
from panahat.argue.sheet import Sheet, read_sheet
from panahat.case import Needs
from panahat.draft.codes import BAD_FILING
from panahat.messages import N_
from panahat.problems import Refused
from panahat.shelf import Shelf

if TYPE_CHECKING:
    from panahat.law import Law, Place

CONDITIONS = ("always", "any_argument_asks", "fact", "is", "claim_state", "late")
LETTER = "letter"
VOCABULARIES = ("case", LETTER)
_NEEDED = frozenset("kind title needs wants".split())
_OF_A_CASE = frozenset("norm addressee deadline sections_from sections asks motions cites warnings".split())


@dataclass(frozen=True, slots=True)
class Section:
    """A section of arguments: its id and its title by language."""

    id: str
    title: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wish:
    """A request or motion: made where every condition of `when` holds."""

    id: str
    when: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Guided:
    """A citation group that also names every place of one article that the pleaded arguments cite."""

    act: str
    article: str


@dataclass(frozen=True, slots=True)
class FilingKind:
    """One kind of filing. `starts` are the facts that start its period, by who was served.

    A filing with the vocabulary of a letter has no norm, period, arguments, requests of procedure or citations of its own;
    its addressee is named by the case.
    """

    kind: str
    title: Mapping[str, str]
    norm: str
    addressee: str
    deadline: str
    starts: Mapping[str, str]
    needs: Needs
    sections_from: int
    sections: Sequence[Section]
    asks: Sequence[Wish]
    motions: Sequence[Wish]
    cites: Mapping[str, Cites]
    guided: Mapping[str, Sequence[Guided]]
    warnings: Sequence[tuple[str, Mapping[str, Any]]]
    languages: tuple[str, ...] = field(default=())
    vocabulary: str = "case"

    @property
    def section_ids(self) -> tuple[str, ...]:
        return tuple(s.id for s in self.sections)

    def groups(self, included: Iterable[Decision], law: Law) -> dict[str, Cites]:
        """The citation groups of the filing's own text, with the places that the pleaded arguments cite added."""
        pleaded = [place for d in included for c in d.argument.cites.values() if c.relied for place in c.places]
        out = dict(self.cites)
        for name, wanted in self.guided.items():
            more = [p for p in pleaded for g in wanted if _stands_in(law, p.key, g)]
            out[name] = Cites(tuple(dict.fromkeys([*self.cites[name].places, *more])), self.cites[name].on)
        return out


def _stands_in(law: Law, key: str, guided: Guided) -> bool:
    """Whether every place of the norm stands in that article of that act."""
    places: list[tuple[str, Place]] = [(v.act, p) for v in law.norms[key].versions for p in v.places]
    return bool(places) and all(act == guided.act and p.article == guided.article for act, p in places)


def load_filings(shelf: Shelf) -> dict[str, FilingKind]:
    """Every kind of filing on the shelf, by kind. Raises Refused with every flaw at its file and line."""
    out: dict[str, FilingKind] = {}
    problems = []
    for name, file in shelf.walk("filings", "/filing.yaml"):
        sheet = read_sheet(name, file.read_bytes())
        if sheet.data is not None:
            _check(sheet, folder=name.split("/")[1])
        problems += sheet.problems
        if not sheet.problems:
            filing = _of(sheet.data, _languages(shelf, name))
            out[filing.kind] = filing
    if problems:
        raise Refused(problems)
    return out


def _languages(shelf: Shelf, name: str) -> tuple[str, ...]:
    folder = name.rsplit("/", 1)[0]
    return tuple(language for language in ("ru", "kk", "en") if shelf.find(f"{folder}/{language}.docx"))


def _check(sheet: Sheet, folder: str) -> None:
    data = sheet.data
    if not isinstance(data, dict):
        sheet.say(BAD_FILING, (), reason="@" + N_("the file must be a mapping"))
        return
    for key in sorted(set(data) - _NEEDED - _OF_A_CASE - {"vocabulary"}):
        sheet.say(BAD_FILING, (key,), reason="@" + N_("there is no such field"))
    vocabulary = data.get("vocabulary", "case")
    if vocabulary not in VOCABULARIES:
        sheet.say(BAD_FILING, ("vocabulary",), reason="@" + N_("the vocabulary is case or letter"))
    needed = _NEEDED if vocabulary == LETTER else _NEEDED | _OF_A_CASE
    for key in sorted(needed - set(data)):
        sheet.say(BAD_FILING, (key,), reason="@" + N_("the field is missing"))
    if data.get("kind") != folder:
        sheet.say(BAD_FILING, ("kind",), reason="@" + N_("the kind must be the name of its folder"))
    if "sections_from" in needed and not str(data.get("sections_from", "")).isdigit():
        sheet.say(BAD_FILING, ("sections_from",), reason="@" + N_("a number is needed"))
    for field_name in ("asks", "motions"):
        for n, wish in enumerate(data.get(field_name) or []):
            for condition in wish.get("when") or {"": ""}:
                if condition not in CONDITIONS:
                    sheet.say(
                        BAD_FILING,
                        (field_name, n, "when"),
                        reason="@" + N_("there is no such condition; the head of the file lists them"),
                    )


def _of(data: dict[str, Any], languages: tuple[str, ...]) -> FilingKind:
    cites: dict[str, Cites] = {}
    guided: dict[str, list[Guided]] = {}
    for name, group in data.get("cites", {}).items():
        cites[name] = Cites.of(group)
        if isinstance(group, dict) and "cited" in group:
            guided[name] = [Guided(**g) for g in group["cited"]]
    warnings = [(w, {}) if isinstance(w, str) else (w["id"], w.get("when", {})) for w in data.get("warnings", [])]
    return FilingKind(
        kind=data["kind"],
        title=data["title"],
        norm=data.get("norm", ""),
        addressee=data.get("addressee", ""),
        deadline=data.get("deadline", {}).get("key", ""),
        starts=data.get("deadline", {}).get("starts", {}),
        needs=Needs.of(data["kind"], data["needs"], data["wants"]),
        sections_from=int(data.get("sections_from", "1")),
        sections=[Section(s["id"], s["title"]) for s in data.get("sections", [])],
        asks=[Wish(w["id"], w["when"]) for w in data.get("asks", [])],
        motions=[Wish(w["id"], w["when"]) for w in data.get("motions", [])],
        cites=cites,
        guided=guided,
        warnings=warnings,
        languages=languages,
        vocabulary=data.get("vocabulary", "case"),
    )
