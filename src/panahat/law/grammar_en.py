"""How English names a place in an act: «Article 590, part 1, points 7 and 11»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from panahat.law.places import Tree

cases: Sequence[str] = ("nom",)
act_case = "nom"
_NBSP = "\u00a0"


def cited(place: str, act: str) -> str:
    """A place with its act: «Article 592 of the Code of Criminal Procedure»."""
    return f"{place}{',' if ', ' in place else ''} of the {act}"


def introduced(full: str, short: str) -> str:
    """«… (hereinafter – CPC)»."""
    return f"{full} (hereinafter – {short})"


def tied(text: str) -> str:
    """`text` as it stands."""
    return text


def listed(items: Sequence[str]) -> str:
    """`items` as one list: «6», «6 and 9», «6, 7 and 9»."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def placed(tree: Tree, units: Mapping[str, str], case: str) -> str:
    """All places of one act, without the act, the widest unit first."""
    return listed([_place(branch.level, [branch.number], branch.parts) for branch in tree])


def _place(level: str, numbers: Sequence[str], parts: Tree) -> str:
    word = f"{level.capitalize() if level == 'article' else level}{'s' if len(numbers) > 1 else ''}"
    inside = [_place(p.level, [p.number], p.parts) for p in parts if p.parts]
    for same in dict.fromkeys(p.level for p in parts if not p.parts):
        inside.append(_place(same, [p.number for p in parts if p.level == same and not p.parts], ()))
    return ", ".join([f"{word}{_NBSP}{listed(numbers)}", *inside])
