"""Validation of an office's `confirmations.yaml`, loaded only when the file is new."""

from datetime import date

from panahat.law.codes import DANGLING_KEY, FUTURE_DAY
from panahat.law.reading import listed
from panahat.pages import read_page
from panahat.problems import Problem
from panahat.record_checking import check
from panahat.records import Key, Record


class Row(Record):
    """One confirmation: of an entry, or with `edition_on` of the text that an act had on that day."""

    key: Key
    edition_on: date | None = None
    by: str
    on: date


def validated(
    name: str, content: bytes, acts: frozenset[str], others: frozenset[str], today: date
) -> tuple[list[dict[str, str]], list[Problem]]:
    """The rows (key, day, day of the compared edition) and every flaw: unknown keys, future days, wrong fields."""
    page = read_page(name, content)
    rows: list[dict[str, str]] = []
    for n, data in enumerate(listed(page) or ()):
        raw = check(page, Row, data, (n,))
        if not raw or not raw.get("key"):
            continue
        of_act = raw.get("edition_on") is not None
        if raw["key"] not in (acts if of_act else acts | others) and not (
            raw["key"].startswith("phrase") and not of_act
        ):
            section = "acts / destinations" if of_act else "norms / decisions / soft_law"
            page.say(DANGLING_KEY, (n, "key"), key=raw["key"], section=section)
        for named in ("on", "edition_on"):
            if raw.get(named) and raw[named] > today.isoformat():
                page.say(FUTURE_DAY, (n, named), key=raw["key"])
        rows.append({k: raw[k] for k in ("key", "edition_on", "on") if raw.get(k)})
    return rows, page.problems
