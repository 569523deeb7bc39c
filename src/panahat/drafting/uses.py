"""Which facts a kind of filing uses: what it asks for, what its conditions look at, what its texts name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

from panahat import opener
from panahat.argue.model import Argument
from panahat.case.engine import shapes
from panahat.case.guide import Use
from panahat.case.needs import Need, plain
from panahat.drafting.filings import FilingKind
from panahat.library import Library

_TAG = re.compile(r"\{[{%].*?[%}]\}")
_NAME = re.compile(r"[a-z_]+(?:\.[a-z_]+)*")
_LOOP = re.compile(r"for (\w+) in ([\w.]+)")


def uses(library: Library, filings: Mapping[str, FilingKind], arguments: Sequence[Argument]) -> list[Use]:
    """What each kind of filing on the library uses, in the order of their names."""
    return [_use(library, filings[kind], arguments) for kind in sorted(filings)]


def _use(library: Library, filing: FilingKind, arguments: Sequence[Argument]) -> Use:
    own = [a for a in arguments if a.section in filing.section_ids]
    texts = [f"filings/{filing.kind}/ru.txt", *(f"arguments/{a.id}/ru.md" for a in own)]
    named = [name for text in texts if (file := library.find(text)) for name in _names(opener.read_text(file, text))]
    looked = [
        *_strings(
            (filing.act, filing.addressee, filing.through, filing.copies, filing.fee, filing.periods, filing.variants)
        ),
        *_strings((filing.asks, filing.motions, filing.warnings, filing.sheet, filing.named)),
        *_strings([(*a.conditions, a.named) for a in own]),
    ]
    return Use(filing.kind, _asked(filing.needs.needs), _asked(filing.needs.wants), _facts([*named, *looked]))


def _asked(needs: Sequence[Need]) -> frozenset[tuple[str, ...]]:
    return _facts(".".join(map(str, plain(path))) for need in needs for path in need.any_of)


def _facts(names: Any) -> frozenset[tuple[str, ...]]:
    """Those of `names` that lead to a fact of the schema, as far as they do."""
    found = (shapes().known_part(tuple(name.split("."))) for name in names)
    return frozenset(tuple(map(str, path)) for path in found if path)


def _names(text: str) -> Iterator[str]:
    """Every name in the tags of a text; one that stands for the entries of a list as the name of the list."""
    tags = _TAG.findall(text)
    lists = {one: many for tag in tags for one, many in _LOOP.findall(tag)}
    for tag in tags:
        for name in _NAME.findall(tag):
            first, _, rest = name.partition(".")
            yield f"{lists[first]}.{rest}".rstrip(".") if first in lists else name


def _strings(value: Any) -> Iterator[str]:
    """Every word in plain data that may be the path of a fact."""
    if isinstance(value, str):
        yield from re.findall(r"[a-z_.]+", value.replace("[]", "").replace("^.", ""))
    elif isinstance(value, Mapping):
        yield from (word for pair in value.items() for part in pair for word in _strings(part))
    elif isinstance(value, Struct):
        yield from _strings(astuple(value))
    elif isinstance(value, Sequence):
        yield from (word for part in value for word in _strings(part))
