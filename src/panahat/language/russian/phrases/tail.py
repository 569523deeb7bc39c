"""What else declines after the main word: a town, a participle, a second main word, a person."""

from __future__ import annotations

from panahat.language.forms import Six
from panahat.language.russian.letters import fold, restore_all
from panahat.language.russian.paradigms import adjective
from panahat.language.russian.phrases.dictionary import in_dictionary
from panahat.language.russian.phrases.heads import Group, find
from panahat.language.russian.phrases.known import known
from panahat.language.russian.phrases.persons import person
from panahat.language.russian.phrases.places import PLACES, place
from panahat.language.russian.phrases.tokens import is_space, preposition
from panahat.language.wordlists import words

_PARTICIPLE = tuple(
    f"{stem}{end}" for stem in ("щ", "вш") for end in ("ий", "ая", "ее", "ие", "ийся", "аяся", "ееся", "иеся")
)
_PASSIVE = tuple(f"{stem}{end}" for stem in ("нн", "м", "т") for end in ("ый", "ая", "ое", "ые"))
_NOMINATIVE = ("ый", "ский", "цкий", "щий", "ая", "яя", "ые", "ские", "цкие", "щие")
_TAKES_ACCUSATIVE = frozenset({"в", "на", "через", "за", "под", "про", "по"})


def decline_tail(parts: list[str], group: Group, columns: dict[int, Six]) -> list[str]:
    """Adds to `columns` what declines after `group`, and gives the ids of doubts about it."""
    doubts: list[str] = []
    columns.update(_adjective_behind(parts, group))
    if fold(parts[group.head]) in PLACES:
        columns.update(place(parts, group))
    if group.animate and group.gender != "p":
        found, doubts = person(parts, group.end)
        columns.update(found)
    for n in range(group.end, len(parts)):
        if parts[n] != "," and parts[n].lower() not in ("и", "или", "либо"):
            continue
        second = _second(parts, n + 1, group)
        if second is not None:
            columns.update(second.forms)
            return [*doubts, *second.doubts, *decline_tail(parts, second, columns)]
        if parts[n] == ",":
            columns.update(_participle(parts, n + 1, group))
    return doubts


def _adjective_behind(parts: list[str], group: Group) -> dict[int, Six]:
    """«область Московская»: an adjective right behind the main word, if its ending can only be the nominative."""
    n = next((i for i in range(group.head + 1, len(parts)) if not is_space(parts[i])), group.head)
    if n == group.head or n in group.forms or not fold(parts[n]).endswith(_NOMINATIVE):
        return {}
    found = adjective(fold(parts[n]), animate=group.animate)
    return {n: restore_all(parts[n], found[1])} if found is not None and found[0] == group.gender else {}


def _second(parts: list[str], start: int, group: Group) -> Group | None:
    """Another main word in the nominative, beginning at `start`; none after a preposition with the accusative."""
    last = next((p.lower() for p in reversed(parts[group.end : start]) if preposition(p)), "")
    first = next((i for i in range(start, len(parts)) if not is_space(parts[i])), start)
    if last in _TAKES_ACCUSATIVE or first >= len(parts):
        return None
    found = find(parts, start, known)
    if found is None and fold(parts[first]).endswith(_NOMINATIVE):
        found = find(parts, start, in_dictionary)
    if found is None or first not in found.forms:
        return None
    like_genitive = len(found.forms) == 1 and fold(parts[found.head]) in words("ru/phrases", "plurals_like_genitive")
    return None if like_genitive else found


def _participle(parts: list[str], start: int, group: Group) -> dict[int, Six]:
    """«…, рассматривающий жалобу»: the participle after a comma, if it agrees with the main word."""
    n = next((i for i in range(start, len(parts)) if not is_space(parts[i])), start)
    if n >= len(parts) or not fold(parts[n]).endswith(_PARTICIPLE + _PASSIVE):
        return {}
    found = adjective(fold(parts[n]), animate=group.animate)
    return {n: restore_all(parts[n], found[1])} if found is not None and found[0] == group.gender else {}
