"""The law of a shelf: from the cache when the same files were validated before, else read, checked and kept."""

from __future__ import annotations

from datetime import date

from panahat import cache
from panahat.law.casket import FORMAT, Casket, pack
from panahat.law.confirmations import read_confirmations
from panahat.law.registry import Law
from panahat.problems import Refused
from panahat.shelf import Shelf

_KIND = f"law-{FORMAT}"


def load_law(shelf: Shelf, today: date | None = None) -> Law:
    """The validated law of the shelf, with the office's confirmations; raises Refused with every flaw, file and line.

    `today` (the clock's day unless given) is the last day on which an entry can have been checked.
    """
    today = today or date.today()
    casket = _kept(shelf, today) or _fresh(shelf, today)
    law = Law(casket)
    citable = (*law.norms, *law.decisions, *law.soft_law)
    law.confirmed = read_confirmations(shelf, (*law.acts, *law.destinations), citable, today)
    return law


def _kept(shelf: Shelf, today: date) -> Casket | None:
    content = cache.load(_KIND, shelf.law_digest)
    if content is None:
        return None
    try:
        casket = Casket(content)
    except (ValueError, KeyError, TypeError):
        return None
    return casket if casket.newest <= today.isoformat() else None


def _fresh(shelf: Shelf, today: date) -> Casket:
    from panahat.law.checks import check
    from panahat.law.reading import read_folder

    found = read_folder(shelf)
    newest = check(found, today)
    problems = [*found.problems, *(problem for page in found.pages for problem in page.problems)]
    if problems:
        raise Refused(problems)
    content = pack({name: {k: e.raw for k, e in entries.items()} for name, entries in found.entries.items()}, newest)
    cache.store(_KIND, shelf.law_digest, content)
    return Casket(content)
