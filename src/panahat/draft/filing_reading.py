"""`filing.yaml` read and checked: every field of the right kind, every name known, nothing twice, at file and line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

from panahat import opener
from panahat.argue import codes as argue_codes
from panahat.argue.condition_reading import FORUMS, Known, check, read_conditions
from panahat.argue.conditions import named_in
from panahat.argue.look import Expr
from panahat.argue.names import is_fact
from panahat.argue.shape import CITES, NUMBER, PLACE, TEXT, TEXTS, TITLE, Kind, check_fields
from panahat.argue.sheet import Sheet, read_sheet
from panahat.case.needs import is_known, plain
from panahat.draft import codes
from panahat.draft.forms import LANGUAGES
from panahat.messages import N_
from panahat.problems import Path, Problem, Refused

if TYPE_CHECKING:
    from panahat.law import Law
    from panahat.shelf import Shelf


CAUTIONS = "law/warnings.yaml"


def _each(value: Any) -> Sequence[Any]:
    """One entry or a list of them, as a list."""
    return value if isinstance(value, list) else [value] if value else []


def _listed(value: Any) -> bool:
    return isinstance(value, list)


def _named(value: Any) -> bool:
    return isinstance(value, dict)


LIST: Kind = (N_("a list"), _listed)
FIELDS: Kind = (N_("named fields"), lambda v: isinstance(v, dict | list) and bool(v))
RULE: Kind = (N_("the key of a body, or one rule: fixed, above, maker, named or by_region"), lambda v: bool(v))
PATHS: Kind = (N_("facts by names"), lambda v: isinstance(v, dict) and all(isinstance(p, str) for p in v.values()))
FLAG: Kind = (N_("true or false"), lambda v: v in ("true", "false"))
NAMES: Kind = (
    N_("the title in ru and kk"),
    lambda v: (
        isinstance(v, dict) and {"ru"} <= set(v) <= set(LANGUAGES) and all(isinstance(t, str) for t in v.values())
    ),
)
ANY: Kind = (N_("a condition"), lambda v: bool(v))
TEXTS_BY: Kind = (N_("the text in ru, and in kk and en where there is one"), NAMES[1])
DECIMAL: Kind = (N_("a number, with a point before the fraction"), lambda v: bool(re.fullmatch(r"\d+(\.\d+)?", str(v))))
FORUM: Kind = (N_("court, body or committee"), lambda v: v in FORUMS)
_REQUIRED: Mapping[str, Kind] = {"kind": TEXT, "title": TITLE}
_OPTIONAL: Mapping[str, Kind] = {
    **dict.fromkeys(("norm", "act"), TEXT),
    **dict.fromkeys(("addressee", "through"), RULE),
    **dict.fromkeys(("copies", "fee"), FIELDS),
    **dict.fromkeys(("periods", "needs", "wants", "sections", "asks", "motions", "warnings", "sheet"), LIST),
    **dict.fromkeys(("languages", "prints"), TEXTS),
    "cites": (CITES[0], _named),
    "forum": FORUM,
    "sections_from": NUMBER,
}
_PERIOD: Mapping[str, Kind] = {"key": TEXT, "starts": PATHS}
_PERIOD_MAY: Mapping[str, Kind] = {"otherwise": PATHS, "filed": TEXT, "binds": FLAG}
_ABOUT: Mapping[str, Kind] = {"norm": PLACE, "verify": FLAG, "says": TEXTS_BY, "when": ANY}
_COPIES: Mapping[str, Kind] = {"n": NUMBER, **_ABOUT}
_FEE: Mapping[str, Kind] = {"none": FLAG, "mrp": DECIMAL, **_ABOUT}
_RULES = ("fixed", "above", "maker", "named", "by_region")


def read_filings(
    shelf: Shelf, law: Law | None, files: Mapping[str, File], texts: Sequence[str], arguments: Sequence[File]
) -> dict[str, Any]:
    """Every filing as plain data, by kind, each with its languages and the named conditions it rests on.

    `texts` are the names of all Word files of filings, `arguments` the files of all arguments. Raises Refused.
    """
    from panahat.law import load_law

    law = law or load_law(shelf)
    folders = {file.parent.name: read_sheet(file.name, opener.read(file)).data for file in arguments}
    named, problems = read_conditions(shelf, law, folders)
    asked = {ask for raw in folders.values() if isinstance(raw, dict) for ask in raw.get("asks") or ()}
    problems += _cautions(shelf, Known(law, named, folders))
    spoken = [w.when for w in law.warnings.values() if w.when is not None]
    out: dict[str, Any] = {}
    for name, file in files.items():
        folder = name.split("/")[1]
        sheet = read_sheet(name, opener.read(file, name=name))
        found = tuple(x for x in LANGUAGES if f"filings/{folder}/{x}.docx" in texts)
        if sheet.data is not None and check_fields(sheet, sheet.data, (), _REQUIRED, _OPTIONAL):
            periods = [p["key"] for p in sheet.data.get("periods", ()) if isinstance(p, dict) and "key" in p]
            _Filing(sheet, law, Known(law, named, folders, asked, periods)).check(folder, found)
        problems += sheet.problems
        if sheet.data is not None and not sheet.problems:
            exprs = [*_conditions(sheet.data), *spoken]
            named_here = {id: asdict(c) for id, c in named_in(exprs, named).items()}
            out[folder] = {"languages": found, **sheet.data, "named": named_here}
    if problems:
        raise Refused(problems)
    return out


def _cautions(shelf: Shelf, known: Known) -> list[Problem]:
    """What is wrong with the conditions of the warnings of the law data."""
    file = shelf.find(CAUTIONS)
    if file is None:
        return []
    sheet = read_sheet(CAUTIONS, file.read_bytes())
    for n, raw in enumerate(sheet.data or ()):
        if isinstance(raw, dict) and "when" in (raw.get("applies_to") or {}):
            check(sheet, (n, "applies_to", "when"), raw["applies_to"]["when"], known)
    return sheet.problems


def _conditions(data: Mapping[str, Any]) -> Iterator[Expr]:
    """Every condition of the file."""
    for name in ("asks", "motions", "warnings", "needs", "wants", "sheet", "addressee", "through", "copies", "fee"):
        yield from (entry["when"] for entry in _each(data.get(name)) if isinstance(entry, dict) and "when" in entry)


class _Filing:
    """Checks one filing.yaml whose fields are of the right kind."""

    def __init__(self, sheet: Sheet, law: Law, known: Known) -> None:
        self.sheet, self.law, self.known, self.data = sheet, law, known, sheet.data

    def check(self, folder: str, found: Sequence[str]) -> None:
        """Notes every flaw; `found` are the languages that have a text."""
        if self.data["kind"] != folder:
            self.sheet.say(argue_codes.ID_DIFFERS, ("kind",), folder=folder)
        if "norm" in self.data:
            self.name(("norm",), self.data["norm"], self.law.norms, "@" + N_("norm"))
        for n, language in enumerate(self.data.get("languages", ())):
            self.name(("languages", n), language, found, "@" + N_("language of a text of this filing"))
        for n, prefix in enumerate(self.data.get("prints", ())):
            self.fact(("prints", n), prefix)
        if "act" in self.data:
            self.act(("act",), self.data["act"])
        self.recipients()
        self.periods()
        self.needs()
        self.listed("sections", {"id": TEXT, "title": NAMES}, {"arguments": TEXTS})
        self.pleaded()
        for name in ("asks", "motions"):
            self.listed(name, {"id": TEXT}, {"title": NAMES, "when": ANY, "norm": TEXT})
        self.listed("sheet", {"ru": TEXT}, {"kk": TEXT, "en": TEXT, "when": ANY})
        self.warnings()
        self.cites()

    def name(self, path: Path, name: Any, valid: Collection[str], kind: str) -> None:
        if name not in valid:
            near = get_close_matches(str(name), list(valid), 1, 0)
            self.sheet.say(argue_codes.UNKNOWN_NAME, path, name=str(name), kind=kind, nearest="".join(near))

    def fact(self, path: Path, dotted: str) -> None:
        if not is_fact(dotted):
            self.sheet.say(argue_codes.CONDITION_FIELD, path, name=dotted, nearest=nearest_field(dotted))

    def day(self, path: Path, dotted: str) -> None:
        """A fact from which a period can run: a date; the case must know its day."""
        from panahat.case import shapes

        at = shapes().field(plain(dotted))
        if at is None:
            self.fact(path, dotted)
        elif at.kind not in ("day", "partial", "partial_or_unknown", "moment"):
            self.sheet.say(codes.NO_DAY, path, name=dotted)

    def listed(self, name: str, needed: Mapping[str, Kind], may: Mapping[str, Kind]) -> None:
        """The entries of a list: their fields, their conditions, no id twice."""
        seen: set[str] = set()
        for n, entry in enumerate(self.data.get(name, ())):
            if not check_fields(self.sheet, entry, (name, n), needed, may):
                continue
            if (id := entry.get("id")) in seen:
                self.sheet.say(codes.TWICE, (name, n, "id"), field=name, id=id)
            seen.update({id} if id else ())
            if "when" in entry:
                check(self.sheet, (name, n, "when"), entry["when"], self.known)
            if "norm" in entry:
                self.name((name, n, "norm"), entry["norm"], self.law.norms, "@" + N_("norm"))

    def pleaded(self) -> None:
        """The arguments that sections list: each known, none in two places."""
        seen: set[str] = set()
        for n, section in enumerate(self.data.get("sections", ())):
            for k, id in enumerate(section.get("arguments", ()) if isinstance(section, dict) else ()):
                here: Path = ("sections", n, "arguments", k)
                self.name(here, id, self.known.arguments, "@" + N_("argument"))
                if id in seen:
                    self.sheet.say(codes.TWICE, here, field="arguments", id=id)
                seen.add(id)

    def recipients(self) -> None:
        for field in ("addressee", "through"):
            listed = isinstance(self.data.get(field), list)
            for n, raw in enumerate(_each(self.data.get(field))):
                self.recipient((field, n) if listed else (field,), raw)
        for field, may in (("copies", _COPIES), ("fee", _FEE)):
            listed = isinstance(self.data.get(field), list)
            for n, raw in enumerate(_each(self.data.get(field))):
                here: Path = (field, n) if listed else (field,)
                if check_fields(self.sheet, raw, here, {}, may):
                    self.provision(here, raw)

    def recipient(self, here: Path, raw: Any) -> None:
        """One rule: one word of the rules, what it names, and its bodies."""
        if isinstance(raw, str):
            self.name(here, raw, self.law.bodies, "@" + N_("body"))
            return
        rules = set(raw) - {"bodies", "when"} if isinstance(raw, dict) else set()
        if len(rules) != 1 or not rules <= set(_RULES):
            self.sheet.say(argue_codes.WRONG_KIND, here, field=str(here[0]), expected="@" + RULE[0])
            return
        [rule] = rules
        if rule == "fixed":
            self.name((*here, rule), raw[rule], self.law.bodies, "@" + N_("body"))
        elif rule in ("above", "maker"):
            self.act((*here, rule), str(raw[rule]))
        else:
            self.fact((*here, rule), str(raw[rule]))
        if rule in ("above", "by_region"):
            self.bodies(here, rule, raw)
        if "when" in raw:
            check(self.sheet, (*here, "when"), raw["when"], self.known)

    def bodies(self, here: Path, rule: str, raw: Mapping[str, Any]) -> None:
        """The bodies of a rule: every key known, and of regions every name."""
        from panahat.case import shapes

        given = raw.get("bodies")
        if not isinstance(given, dict) or not given:
            self.sheet.say(argue_codes.MISSING_FIELD, here, field="bodies")
            return
        at = shapes().field(plain(str(raw[rule])))
        for name, key in given.items():
            place = (*here, "bodies", name)
            self.name(place, key, self.law.bodies, "@" + N_("body"))
            if name != "else" and rule == "above":
                self.name(place, name, self.law.bodies, "@" + N_("body"))
            elif name != "else" and at is not None:
                self.name(place, name, at.choices, "@" + N_("region"))

    def act(self, path: Path, dotted: str) -> None:
        """A fact that is an act: it has a maker."""
        from panahat.case import shapes

        group = shapes().group_at(plain(dotted))
        if not is_fact(dotted):
            self.fact(path, dotted)
        elif group is None or "by" not in group.fields:
            self.sheet.say(codes.NO_ACT, path, name=dotted)

    def provision(self, here: Path, raw: Mapping[str, Any]) -> None:
        if "norm" in raw:
            place = raw["norm"]
            key = place.get("key") if isinstance(place, dict) else place
            self.name((*here, "norm"), key, self.law.norms, "@" + N_("norm"))
        if "when" in raw:
            check(self.sheet, (*here, "when"), raw["when"], self.known)

    def periods(self) -> None:
        seen: set[str] = set()
        for n, raw in enumerate(self.data.get("periods", ())):
            here: Path = ("periods", n)
            if not check_fields(self.sheet, raw, here, _PERIOD, _PERIOD_MAY):
                continue
            self.name((*here, "key"), raw["key"], self.law.deadlines, "@" + N_("period"))
            if raw["key"] in seen:
                self.sheet.say(codes.TWICE, (*here, "key"), field="periods", id=raw["key"])
            seen.add(raw["key"])
            for field in ("starts", "otherwise"):
                for who, dotted in raw.get(field, {}).items():
                    self.day((*here, field, who), dotted)
            if "filed" in raw:
                self.day((*here, "filed"), raw["filed"])

    def needs(self) -> None:
        for field in ("needs", "wants"):
            for n, entry in enumerate(self.data.get(field, ())):
                here: Path = (field, n)
                if isinstance(entry, dict):
                    may: Mapping[str, Kind] = {"final": (N_("error"), lambda v: v == "error"), "when": ANY}
                    if not check_fields(self.sheet, entry, here, {"path": TEXT}, may):
                        continue
                    if "when" in entry:
                        check(self.sheet, (*here, "when"), entry["when"], self.known)
                text = entry if isinstance(entry, str) else str(entry["path"])
                for pattern in text.split("|"):
                    if not is_known(pattern.strip()):
                        wrong = ".".join(map(str, plain(pattern.strip())))
                        self.sheet.say(
                            argue_codes.CONDITION_FIELD, here, name=pattern.strip(), nearest=nearest_field(wrong)
                        )

    def warnings(self) -> None:
        law = self.law
        valid = [*law.warnings, *law.contradictions, *law.norms]
        for n, entry in enumerate(self.data.get("warnings", ())):
            here: Path = ("warnings", n)
            if isinstance(entry, str):
                self.name(here, entry, valid, "@" + N_("warning"))
            elif isinstance(entry, dict) and set(entry) == {"of"}:
                self.fact((*here, "of"), str(entry["of"]))
            elif check_fields(self.sheet, entry, here, {"id": TEXT}, {"when": ANY}):
                self.name((*here, "id"), entry["id"], valid, "@" + N_("warning"))
                if "when" in entry:
                    check(self.sheet, (*here, "when"), entry["when"], self.known)

    def cites(self) -> None:
        for group, raw in self.data.get("cites", {}).items():
            here: Path = ("cites", group)
            norms = raw.get("norms", []) if isinstance(raw, dict) else raw
            if isinstance(raw, dict) and not {"norms"} <= set(raw) <= {"norms", "on", "relied", "cited"}:
                self.sheet.say(argue_codes.WRONG_KIND, here, field=group, expected="@" + CITES[0])
            for n, place in enumerate(norms):
                key = place.get("key") if isinstance(place, dict) else place
                self.name((*here, n), key, self.law.norms, "@" + N_("norm"))


def nearest_field(dotted: str) -> str:
    """The path of the schema that is most like `dotted`."""
    from panahat.argue.condition_reading import paths

    return "".join(get_close_matches(dotted, list(paths()), 1, 0))
