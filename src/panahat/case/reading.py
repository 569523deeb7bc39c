"""A case file's bytes become a tree of texts with the place of every key and value; only this file knows PyYAML.

libyaml's parser gives events; our own walk builds the tree, without recursion, and refuses whatever could hide a fact:
anchors, aliases, merge keys, tags, doubled keys, second documents, template signs, characters nobody sees. Every scalar
stays text. A plain empty value, `null` and `~` are None: not known.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from msgspec import Struct

from panahat import opener
from panahat.case import codes
from panahat.case.characters import decode
from panahat.case.core import libyaml
from panahat.case.events import Walk
from panahat.case.limits import LIMITS, Limits
from panahat.case.positions import Mark, Positions
from panahat.case.syntax import explain, hashes, tabs
from panahat.problems import Path, Problem, Refused

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | None"


class Reading(Struct, frozen=True, eq=False):
    """The tree of a file, the places of its parts, and what was wrong.

    `broken`: paths whose value was refused, so that nothing more is said about them. `bare`: places of keys inside
    `{ }` that have no value, as a comma in an unquoted text leaves them. `whole`: False when the file could not be read
    to its end.
    """

    __repr__ = object.__repr__  # never what it holds

    tree: dict[str, Any]
    positions: Positions
    problems: list[Problem] = []
    broken: frozenset[Path] = frozenset()
    bare: frozenset[Mark] = frozenset()
    whole: bool = True


def read(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a case file; raises Refused when the bytes hold no mapping at all."""
    decoded = decode(opener.whole(data, limits.file_bytes, name), name, limits)
    if decoded.text is None:
        raise Refused(decoded.problems)
    text = decoded.text
    problems = [*decoded.problems, *hashes(text, name)]
    tabbed = tabs(text, name) if "\t" in text else []
    problems += tabbed
    walk = Walk(name, limits, clean=decoded.clean)
    whole = _parse(text, walk, problems, name, limits, silent=bool(tabbed))
    problems += walk.problems
    if not isinstance(walk.root, dict):
        if whole:
            problems.append(
                Problem(codes.EMPTY_FILE if walk.root is None else codes.NOT_A_MAPPING, name, line=1, column=1)
            )
        raise Refused(problems)
    positions = Positions(walk.keys, walk.values)
    return Reading(walk.root, positions, problems, frozenset(walk.broken), frozenset(walk.bare), whole)


def _parse(text: str, walk: Walk, problems: list[Problem], name: str, limits: Limits, *, silent: bool) -> bool:
    """Feeds the parser's events to the walk; False when the file could not be read to its end."""
    yaml = libyaml()
    if yaml is None:
        raise Refused([Problem(codes.NO_LIBYAML, name)])
    try:
        parser = yaml.CParser(text)
        takers = walk.takers(yaml)
        for event in iter(parser.get_event, None):
            take = takers.get(type(event))
            if take is not None and not take(event):
                return False
    except yaml.YAMLError as wrong:
        if not silent:
            problems += explain(wrong, text, name, limits.depth)
        return False
    return True
