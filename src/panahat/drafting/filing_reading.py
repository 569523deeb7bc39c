"""`filing.yaml` read and checked: every field of the right kind, every name known, nothing twice, at file and line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from panahat import codes as ground
from panahat import opener
from panahat.argue import codes as argue_codes
from panahat.argue.condition_reading import Known, check, read_conditions
from panahat.argue.conditions import named_in
from panahat.argue.look import Expr
from panahat.argue.names import is_fact
from panahat.argue.shape import CITES, PLACES, TEXT, TEXTS, Kind, check_fields, sound
from panahat.case.chronology import DAYS
from panahat.case.needs import is_known, plain
from panahat.drafting import codes
from panahat.drafting.filing_shape import (
    ANY,
    COPIES,
    FEE,
    LIST,
    NAMES,
    OPTIONAL,
    PERIOD,
    PERIOD_MAY,
    REQUIRED,
    RULE,
    RULES,
    WANT,
)
from panahat.drafting.forms import LANGUAGES
from panahat.messages import N_
from panahat.pages import Page, read_page
from panahat.problems import Path, Problem, Refused

if TYPE_CHECKING:
    from panahat.law import Law
    from panahat.library import Library


CAUTIONS = "law/warnings.yaml"


def _each(value: Any) -> Sequence[Any]:
    """One entry or a list of them, as a list."""
    return value if isinstance(value, list) else [value] if value else []


def read_filings(
    library: Library, law: Law | None, files: Mapping[str, File], texts: Sequence[str], arguments: Sequence[File]
) -> dict[str, Any]:
    """Every filing as plain data, by kind, each with its languages and the named conditions it rests on.

    `texts` are the names of all Word files of filings, `arguments` the files of all arguments. Raises Refused.
    """
    from panahat.law import load_law

    law = law or load_law(library)
    folders = {file.parent.name: read_page(file.name, opener.read(file)).data for file in arguments}
    named, problems = read_conditions(library, law, folders)
    asked = {ask for raw in folders.values() if isinstance(raw, dict) for ask in raw.get("asks") or ()}
    problems += _cautions(library, Known(law, named, folders))
    spoken = [w.applies_to.when for w in law.warnings.values() if w.applies_to.when is not None]
    out: dict[str, Any] = {}
    for name, file in files.items():
        folder = name.split("/")[1]
        page = read_page(name, opener.read(file, name=name))
        found = tuple(x for x in LANGUAGES if f"filings/{folder}/{x}.docx" in texts)
        if page.data is not None:
            check_filing(page, Known(law, named, folders, asked), folder, found)
        problems += page.problems
        if page.data is not None and not page.problems:
            exprs = [*_conditions(page.data), *spoken, *(c.id for c in named.values() if c.pair)]
            out[folder] = {"languages": found, **page.data, "named": named_in(exprs, named)}
    if problems:
        raise Refused(problems)
    return out


def check_filing(page: Page, known: Known, folder: str, found: Sequence[str]) -> None:
    """Notes every flaw of the filing.yaml in that folder; `found` are the languages that have a text."""
    check_fields(page, page.data, (), REQUIRED, OPTIONAL)
    data = sound(page.data, REQUIRED, OPTIONAL)
    periods = [p["key"] for p in data.get("periods", ()) if isinstance(p, dict) and isinstance(p.get("key"), str)]
    _Filing(page, known.law, replace(known, periods=periods), data).check(folder, found)


def _cautions(library: Library, known: Known) -> list[Problem]:
    """What is wrong with the conditions of the warnings of the law data."""
    file = library.find(CAUTIONS)
    if file is None:
        return []
    page = read_page(CAUTIONS, file.read_bytes())
    for n, raw in enumerate(page.data or ()):
        if isinstance(raw, dict) and "when" in (raw.get("applies_to") or {}):
            check(page, (n, "applies_to", "when"), raw["applies_to"]["when"], known)
    return page.problems


def _conditions(data: Mapping[str, Any]) -> Iterator[Expr]:
    """Every condition of the file."""
    for name in ("asks", "motions", "warnings", "needs", "wants", "sheet", "addressee", "through", "copies", "fee"):
        yield from (entry["when"] for entry in _each(data.get(name)) if isinstance(entry, dict) and "when" in entry)


class _Filing:
    """Checks one filing.yaml; `data` are those of its fields that are of the right kind."""

    def __init__(self, page: Page, law: Law, known: Known, data: Mapping[str, Any]) -> None:
        self.page, self.law, self.known, self.data = page, law, known, data

    def check(self, folder: str, found: Sequence[str]) -> None:
        """Notes every flaw; `found` are the languages that have a text."""
        if self.data.get("kind", folder) != folder:
            self.page.say(argue_codes.ID_DIFFERS, ("kind",), folder=folder)
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
        if not isinstance(name, str) or name not in valid:
            near = get_close_matches(str(name), list(valid), 1, 0)
            self.page.say(argue_codes.UNKNOWN_NAME, path, name=str(name), kind=kind, nearest="".join(near))

    def fact(self, path: Path, dotted: str) -> None:
        if not is_fact(dotted):
            self.page.say(argue_codes.CONDITION_FIELD, path, name=dotted, nearest=nearest_field(dotted))

    def day(self, path: Path, dotted: str) -> None:
        """A fact from which a period can run: a date; the case must know its day."""
        from panahat.case import shapes

        at = shapes().field(plain(dotted))
        if at is None:
            self.fact(path, dotted)
        elif at.kind not in DAYS:
            self.page.say(codes.NO_DAY, path, name=dotted)

    def listed(self, name: str, needed: Mapping[str, Kind], may: Mapping[str, Kind]) -> None:
        """The entries of a list: their fields, their conditions, no id twice."""
        seen: set[str] = set()
        for n, raw in enumerate(self.data.get(name, ())):
            check_fields(self.page, raw, (name, n), needed, may)
            entry = sound(raw, needed, may)
            if (id := entry.get("id")) in seen:
                self.page.say(codes.TWICE, (name, n, "id"), field=name, id=id)
            seen.update({id} if id else ())
            if "when" in entry:
                check(self.page, (name, n, "when"), entry["when"], self.known)
            if "norm" in entry:
                self.name((name, n, "norm"), entry["norm"], self.law.norms, "@" + N_("norm"))

    def pleaded(self) -> None:
        """The arguments that sections list: each known, none in two places."""
        seen: set[str] = set()
        for n, section in enumerate(self.data.get("sections", ())):
            for k, id in enumerate(sound(section, {"arguments": TEXTS}).get("arguments", ())):
                here: Path = ("sections", n, "arguments", k)
                self.name(here, id, self.known.arguments, "@" + N_("argument"))
                if id in seen:
                    self.page.say(codes.TWICE, here, field="arguments", id=id)
                seen.add(id)

    def recipients(self) -> None:
        for field in ("addressee", "through"):
            listed = isinstance(self.data.get(field), list)
            for n, raw in enumerate(_each(self.data.get(field))):
                self.recipient((field, n) if listed else (field,), raw)
        for field, may in (("copies", COPIES), ("fee", FEE)):
            listed = isinstance(self.data.get(field), list)
            for n, raw in enumerate(_each(self.data.get(field))):
                here: Path = (field, n) if listed else (field,)
                check_fields(self.page, raw, here, {}, may)
                self.provision(here, sound(raw, may))

    def recipient(self, here: Path, raw: Any) -> None:
        """One rule: one word of the rules, what it names, and its bodies."""
        if isinstance(raw, str):
            self.name(here, raw, self.law.bodies, "@" + N_("body"))
            return
        rules = set(raw) - {"bodies", "when"} if isinstance(raw, dict) else set()
        if len(rules) != 1 or not rules <= set(RULES):
            self.page.say(argue_codes.WRONG_KIND, here, field=str(here[0]), expected="@" + RULE[0])
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
            check(self.page, (*here, "when"), raw["when"], self.known)

    def bodies(self, here: Path, rule: str, raw: Mapping[str, Any]) -> None:
        """The bodies of a rule: every key known, and of regions every name."""
        from panahat.case import shapes

        given = raw.get("bodies")
        if not isinstance(given, dict) or not given:
            self.page.say(ground.MISSING_FIELD, here, field="bodies")
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
            self.page.say(codes.NO_ACT, path, name=dotted)

    def provision(self, here: Path, raw: Mapping[str, Any]) -> None:
        if "norm" in raw:
            place = raw["norm"]
            key = place.get("key") if isinstance(place, dict) else place
            self.name((*here, "norm"), key, self.law.norms, "@" + N_("norm"))
        if "when" in raw:
            check(self.page, (*here, "when"), raw["when"], self.known)

    def periods(self) -> None:
        seen: set[str] = set()
        for n, raw in enumerate(self.data.get("periods", ())):
            here: Path = ("periods", n)
            check_fields(self.page, raw, here, PERIOD, PERIOD_MAY)
            fit = sound(raw, PERIOD, PERIOD_MAY)
            if "key" in fit:
                self.name((*here, "key"), fit["key"], self.law.deadlines, "@" + N_("period"))
            if fit.get("key") in seen:
                self.page.say(codes.TWICE, (*here, "key"), field="periods", id=fit["key"])
            seen.update({fit["key"]} if "key" in fit else ())
            for field in ("starts", "otherwise"):
                for who, dotted in fit.get(field, {}).items():
                    self.day((*here, field, who), dotted)
            if "filed" in fit:
                self.day((*here, "filed"), fit["filed"])

    def needs(self) -> None:
        for field in ("needs", "wants"):
            for n, entry in enumerate(self.data.get(field, ())):
                here: Path = (field, n)
                text = entry
                if not isinstance(entry, str):
                    check_fields(self.page, entry, here, {"path": TEXT}, WANT)
                    fit = sound(entry, {"path": TEXT}, WANT)
                    text = fit.get("path", "")
                    if "when" in fit:
                        check(self.page, (*here, "when"), fit["when"], self.known)
                for pattern in filter(None, (part.strip() for part in text.split("|"))):
                    if not is_known(pattern):
                        near = nearest_field(".".join(map(str, plain(pattern))))
                        self.page.say(argue_codes.CONDITION_FIELD, here, name=pattern, nearest=near)

    def warnings(self) -> None:
        law = self.law
        valid = [*law.warnings, *law.contradictions, *law.norms]
        for n, entry in enumerate(self.data.get("warnings", ())):
            here: Path = ("warnings", n)
            if isinstance(entry, str):
                self.name(here, entry, valid, "@" + N_("warning"))
            elif isinstance(entry, dict) and set(entry) == {"of"}:
                self.fact((*here, "of"), str(entry["of"]))
            else:
                check_fields(self.page, entry, here, {"id": TEXT}, {"when": ANY})
                fit = sound(entry, {"id": TEXT}, {"when": ANY})
                if "id" in fit:
                    self.name((*here, "id"), fit["id"], valid, "@" + N_("warning"))
                if "when" in fit:
                    check(self.page, (*here, "when"), fit["when"], self.known)

    def cites(self) -> None:
        for group, raw in self.data.get("cites", {}).items():
            here: Path = ("cites", group)
            norms = raw.get("norms", []) if isinstance(raw, dict) else raw
            strange = isinstance(raw, dict) and not {"norms"} <= set(raw) <= {"norms", "on", "relied", "cited"}
            if strange or not PLACES[1](norms):
                self.page.say(argue_codes.WRONG_KIND, here, field=group, expected="@" + CITES[0])
                continue
            if isinstance(raw, dict) and "on" in raw:
                self.fact((*here, "on"), str(raw["on"]))
            if isinstance(raw, dict) and "cited" in raw:
                self.guided(here, raw["cited"])
            for n, place in enumerate(norms):
                key = place["key"] if isinstance(place, dict) else place
                self.name(
                    (*here, "norms", n) if isinstance(raw, dict) else (*here, n), key, self.law.norms, "@" + N_("norm")
                )

    def guided(self, here: Path, listed: Any) -> None:
        """The articles whose cited places a group names: each of a known act."""
        if not isinstance(listed, list):
            self.page.say(argue_codes.WRONG_KIND, (*here, "cited"), field="cited", expected="@" + LIST[0])
            return
        for n, raw in enumerate(listed):
            check_fields(self.page, raw, (*here, "cited", n), {"act": TEXT, "article": TEXT}, {})
            if "act" in (fit := sound(raw, {"act": TEXT})):
                self.name((*here, "cited", n, "act"), fit["act"], self.law.acts, "@" + N_("act"))


def nearest_field(dotted: str) -> str:
    """The path of the schema that is most like `dotted`."""
    from panahat.argue.condition_reading import paths

    return "".join(get_close_matches(dotted, list(paths()), 1, 0))
