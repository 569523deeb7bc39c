"""How English names a place in an act: «Article 590, part 1, points 7 and 11»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from panahat.language.tongues import Citing, Tree

_NBSP = "\u00a0"


def _place(level: str, numbers: Sequence[str], parts: Tree) -> str:
    word = f"{level.capitalize() if level == 'article' else level}{'s' if len(numbers) > 1 else ''}"
    inside = [_place(p.level, [p.number], p.parts) for p in parts if p.parts]
    for same in dict.fromkeys(p.level for p in parts if not p.parts):
        inside.append(_place(same, [p.number for p in parts if p.level == same and not p.parts], ()))
    return ", ".join([f"{word}{_NBSP}{_listed(numbers)}", *inside])


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


class EnglishCiting:
    """«Article 592 of the Code of Criminal Procedure», the widest unit first."""

    cases: tuple[str, ...] = ("nom",)
    act_case = "nom"

    def placed(self, tree: Tree, units: Mapping[str, str], case: str) -> str:
        return _listed([_place(branch.level, [branch.number], branch.parts) for branch in tree])

    def cited(self, place: str, act: str) -> str:
        return f"{place}{',' if ', ' in place else ''} of the {act}"

    def listed(self, items: Sequence[str]) -> str:
        """«6», «6 and 9», «6, 7 and 9»."""
        return _listed(items)

    def introduced(self, full: str, short: str) -> str:
        """«… (hereinafter – CPC)»."""
        return f"{full} (hereinafter – {short})"

    def tied(self, text: str) -> str:
        return text


CITING: Citing = EnglishCiting()
