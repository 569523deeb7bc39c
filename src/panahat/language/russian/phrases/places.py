"""The proper name of a town after «город»: «города Астаны», but «города Алматы»."""

from __future__ import annotations

from typing import cast

from panahat.language.forms import Six
from panahat.language.russian.letters import fold, restore_all
from panahat.language.russian.paradigms import adjective, feminine, masculine
from panahat.language.russian.phrases.heads import Group
from panahat.language.russian.phrases.tokens import is_space, is_word
from panahat.language.wordlists import words

LIST = "ru/phrases"
PLACES = frozenset({"город", "село", "деревня", "станица"})


def place(parts: list[str], group: Group) -> dict[int, Six]:
    """The forms of the place name that follows the main word at once; none for names that stay as written.

    After «город» a name on a consonant or -а declines, after «село», «деревня», «станица» only one on -а, -я; names in
    -о, -е, -и, -у, -ы, plurals and those in the list `places_frozen` stay.
    """
    names = _capitalised(parts, group.head + 1)
    if not names:
        return {}
    town = fold(parts[group.head]) == "город"
    first = adjective(fold(parts[names[0]]), animate=False)
    if len(names) == 2 and first is not None:
        second = fold(parts[names[1]])
        if first[0] == "m" and second[-1] not in "аеёиоуыэюя" and adjective(second, animate=False) is None and town:
            noun = masculine(second, animate=False)
            return {n: restore_all(parts[n], six) for n, six in zip(names, (first[1], noun), strict=True)}
        if first[0] == "p":
            return {}
    six = _name(fold(parts[names[0]]), town)
    return {names[0]: restore_all(parts[names[0]], six)} if six else {}


def _capitalised(parts: list[str], start: int) -> list[int]:
    """The first one or two words at `start`, by number of token, as long as they have a capital."""
    names: list[int] = []
    for n in range(start, len(parts)):
        if is_space(parts[n]):
            continue
        if not is_word(parts[n]) or not parts[n][0].isupper() or len(names) == 2:
            break
        names.append(n)
    return names


def on_river(parts: list[str]) -> Group | None:
    """«Ростов-на-Дону» by itself."""
    six = _name(fold(parts[0]), town=True) if len(parts) == 1 and "-на-" in parts[0] else None
    return Group({0: restore_all(parts[0], six)}, 0, "m", False) if six else None


def _name(word: str, town: bool) -> Six | None:
    if word in words(LIST, "places_frozen"):
        return None
    if "-на-" in word:
        first, _, rest = word.partition("-")
        six = _name(first, town)
        return cast(Six, tuple(f"{form}-{rest}" for form in six)) if six else None
    if "-" in word:
        first, _, last = word.rpartition("-")
        six = _name(last, town)
        return cast(Six, tuple(f"{first}-{form}" for form in six)) if six else None
    found = adjective(word, animate=False)
    if found is not None and found[0] in ("m", "f") and not word.endswith("ай"):
        return found[1] if town or found[0] == "f" else None
    if word[-1] in "ая":
        return feminine(word)
    if not town or word[-1] in "еёиоуыэю":
        return None
    if word.endswith("ь") and word not in words(LIST, "places_masculine_soft") and not word.endswith("поль"):
        return feminine(word)
    return masculine(word, animate=False)
