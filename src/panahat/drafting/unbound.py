"""Arguments and requests that no filing takes up: what `templates check` says of arguments and filings together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from panahat.argue.conditions import asked_in
from panahat.argue.model import Argument
from panahat.drafting.codes import NO_FILING, NO_REQUEST, NO_SECTION
from panahat.drafting.filings import FilingKind
from panahat.library import Library
from panahat.pages import read_page
from panahat.problems import Problem


def unbound(library: Library, filings: Mapping[str, FilingKind], arguments: Sequence[Argument]) -> Iterator[Problem]:
    """Every argument that no filing pleads, and every request of one that no filing which pleads it makes."""
    sections = {s.id for f in filings.values() for s in f.sections}
    requests = {kind: _requests(f) for kind, f in filings.items()}
    for argument in arguments:
        name = f"arguments/{argument.id}/argument.yaml"
        file = library.find(name)
        page = read_page(name, file.read_bytes() if file else b"")
        taken = [f for f in filings.values() if f.place_of(argument) is not None]
        if not taken and argument.section not in sections:
            page.say(NO_SECTION, ("section",), name=argument.section, nearest=_nearest(argument.section, sections))
        elif not taken:
            page.say(NO_FILING, ("section",))
        known = {request for f in taken for request in requests[f.kind]}
        for n, ask in enumerate(argument.asks if taken else ()):
            if ask not in known:
                page.say(NO_REQUEST, ("asks", n), name=ask, nearest=_nearest(ask, known))
        yield from page.problems


def _requests(filing: FilingKind) -> set[str]:
    """The requests and motions of a filing, and those that its conditions ask about."""
    relief = (*filing.asks, *filing.motions)
    return {w.id for w in relief} | {ask for w in relief for ask in asked_in(w.when)}


def _nearest(name: str, known: set[str]) -> str:
    return "".join(get_close_matches(name, sorted(known), 1, 0))
