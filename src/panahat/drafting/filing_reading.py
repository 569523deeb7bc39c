"""`filing.yaml` read and checked: every field of the right kind, every name known, nothing twice, at file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path as File
from typing import Any

from msgspec import convert
from msgspec.structs import replace

from panahat import codes as ground
from panahat import opener
from panahat.argue import codes as argue_codes
from panahat.argue.condition_reading import Known, check, read_conditions
from panahat.argue.conditions import named_in
from panahat.argue.names import check_is_fact, check_name, check_names, is_fact, nearest_field
from panahat.case.chronology import DAYS
from panahat.case.engine import shapes
from panahat.case.needs import is_known, plain
from panahat.drafting import codes
from panahat.drafting.filings import RULES, FilingKind
from panahat.drafting.forms import LANGUAGES
from panahat.law.registry import Law
from panahat.library import Library
from panahat.messages import N_
from panahat.pages import Page, read_page
from panahat.problems import Path, Problem, Refused
from panahat.record_checking import check as check_shape

CAUTIONS = "law/warnings.yaml"
_RULE = N_("the key of a body, or one rule: fixed, above, maker, named or by_region")


def read_filings(
    library: Library, law: Law | None, files: Mapping[str, File], texts: Sequence[str], arguments: Sequence[File]
) -> dict[str, FilingKind]:
    """Every filing by kind, each with its languages and the named conditions it rests on.

    `texts` are the names of all Word files of filings, `arguments` the files of all arguments. Raises Refused.
    """
    from panahat.law.registry import load_law

    law = law or load_law(library)
    folders = {file.parent.name: read_page(file.name, opener.read(file)).data for file in arguments}
    named, problems = read_conditions(library, law, folders)
    asked = {ask for raw in folders.values() if isinstance(raw, dict) for ask in raw.get("asks") or ()}
    problems += _cautions(library, Known(law, named, folders))
    spoken = [w.applies_to.when for w in law.warnings.values() if w.applies_to.when is not None]
    out: dict[str, FilingKind] = {}
    for name, file in files.items():
        folder = name.split("/")[1]
        page = read_page(name, opener.read(file, name=name))
        found = tuple(x for x in LANGUAGES if f"filings/{folder}/{x}.docx" in texts)
        kinds = [name.split("/")[1] for name in files]
        raw = None if page.problems else check_filing(page, Known(law, named, folders, asked), folder, found, kinds)
        problems += page.problems
        if raw is not None and not page.problems:
            own = [value for sections, value, _ in page.refers if sections == ("condition",)]
            exprs = [*own, *spoken, *(c.id for c in named.values() if c.pair)]
            out[folder] = replace(convert({"languages": found, **raw}, FilingKind), named=named_in(exprs, named))
    if problems:
        raise Refused(problems)
    return out


def check_filing(
    page: Page, known: Known, folder: str, found: Sequence[str], kinds: Sequence[str] = ()
) -> dict[str, Any] | None:
    """The plain data of the filing.yaml in that folder, every flaw noted.

    `found` are the languages that have a text, `kinds` the filings that it may name.
    """
    raw = check_shape(page, FilingKind, page.data)
    data = raw or {}
    variants = {id: raw for id, raw in (data.get("variants") or {}).items() if raw}
    periods = [p["key"] for one in (data, *variants.values()) for p in one.get("periods") or () if p and p.get("key")]

    def filing(page: Page, path: Path, name: str) -> None:
        check_name(page, path, name, kinds, N_("kind of filing"))

    also = {"day": _day, "act": _act, "pattern": _pattern, "filing": filing}
    check_names(page, replace(known, periods=periods), also=also)
    if (data.get("kind") or folder) != folder:
        page.say(argue_codes.ID_DIFFERS, ("kind",), folder=folder)
    for n, language in enumerate(data.get("languages") or ()):
        check_name(page, ("languages", n), language, found, N_("language of a text of this filing"))
    for field, name in (("sections", "id"), ("asks", "id"), ("motions", "id"), ("periods", "key")):
        entries = [((field, n, name), entry.get(name)) for n, entry in enumerate(data.get(field) or ()) if entry]
        _once(page, field, entries)
    pleaded = [
        (("sections", n, "arguments", k), id)
        for n, section in enumerate(data.get("sections") or ())
        for k, id in enumerate((section or {}).get("arguments") or ())
    ]
    _once(page, "arguments", pleaded)
    _recipients(page, (), page.data, data, known.law)
    at = shapes().field(plain(data.get("variant") or ""))
    for id, one in variants.items():
        here = ("variants", id)
        check_name(
            page, here, id, at.choices if at is not None else (), N_("value of the fact that chooses the variant")
        )
        for group in one.get("cites") or ():
            check_name(page, (*here, "cites", group), group, data.get("cites") or {}, N_("group of citations"))
        _recipients(page, here, page.data["variants"][id], one, known.law)
    return raw


def _recipients(page: Page, here: Path, written: Any, data: Mapping[str, Any], law: Law) -> None:
    """What is wrong with the rules of who gets the filing and through whom, at that place of the page."""
    for field in ("addressee", "through"):
        listed = isinstance(written, dict) and isinstance(written.get(field), list)
        for n, rule in enumerate(data.get(field) or ()):
            _recipient(page, (*here, field, n) if listed else (*here, field), rule or {}, law)


def _once(page: Page, field: str, named: Iterable[tuple[Path, Any]]) -> None:
    """Notes every name that stands a second time."""
    seen: set[str] = set()
    for path, id in named:
        if id in seen:
            page.say(codes.TWICE, path, field=field, id=id)
        seen.update({id} if id else ())


def _recipient(page: Page, here: Path, raw: Mapping[str, Any], law: Law) -> None:
    """One word of the rules; and of a rule that chooses among bodies, every key known, of regions every name."""
    rules = [rule for rule in RULES if rule in raw]
    if len(rules) != 1:
        if not any(problem.path[: len(here)] == here for problem in page.problems):
            page.say(ground.WRONG_TYPE, here, expected=f"@{_RULE}")
        return
    if rules[0] not in ("above", "by_region"):
        return
    if not raw.get("bodies"):
        page.say(ground.MISSING_FIELD, here, field="bodies")
        return
    at = shapes().field(plain(str(raw[rules[0]])))
    for name in raw["bodies"]:
        if name != "else" and rules[0] == "above":
            check_name(page, (*here, "bodies", name), name, list(law.bodies), N_("body"))
        elif name != "else" and at is not None:
            check_name(page, (*here, "bodies", name), name, at.choices, N_("region"))


def _day(page: Page, path: Path, dotted: str) -> None:
    """A fact from which a period can run: a date; the case must know its day."""
    at = shapes().field(plain(dotted))
    if at is None:
        check_is_fact(page, path, dotted)
    elif at.kind not in DAYS:
        page.say(codes.NO_DAY, path, name=dotted)


def _act(page: Page, path: Path, dotted: str) -> None:
    """A fact that is an act: it has a maker."""
    group = shapes().group_at(plain(dotted))
    if not is_fact(dotted):
        check_is_fact(page, path, dotted)
    elif group is None or "by" not in group.fields:
        page.say(codes.NO_ACT, path, name=dotted)


def _pattern(page: Page, path: Path, text: str) -> None:
    """What a filing asks of a case: one path, or several apart by «|»."""
    for pattern in filter(None, (part.strip() for part in text.split("|"))):
        if not is_known(pattern):
            near = nearest_field(".".join(map(str, plain(pattern))))
            page.say(argue_codes.CONDITION_FIELD, path, name=pattern, nearest=near)


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
