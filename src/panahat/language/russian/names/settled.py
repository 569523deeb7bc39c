"""Words whose endings no rule book disputes; for them pytrovich need not be loaded (it costs some 20 ms)."""

from __future__ import annotations

from typing import cast

from panahat.language.forms import Six
from panahat.language.russian.letters import HUSHING, syllables
from panahat.language.russian.paradigms import feminine, masculine

_HARD = "бвгдзклмнпрстфх"


def settled(word: str, part: str, female: bool) -> Six | None:
    """The forms of a folded «surname», «given» or «patronymic» of the plain types; None for any other.

    Plain are surnames in -ов, -ев, -ин, -ын and -ова, -ева, -ина, -ына of two syllables and more; given names on a hard
    consonant or -й (men) and on -а, -я; patronymics in -ович, -евич, -овна, -евна, -ична.
    """
    if part == "surname":
        return _surname(word, female)
    if part == "patronymic":
        if female:
            return feminine(word) if word.endswith(("овна", "евна", "ёвна", "ична")) else None
        return masculine(word, animate=True) if word.endswith(("ович", "евич", "ёвич")) else None
    if word[-1] in "ая" and not word.endswith("ия") and word[-2] not in HUSHING + "ц":
        return feminine(word)
    if not female and word not in _OTHER and (word[-1] in _HARD or word[-1] == "й"):
        return masculine(word, animate=True)
    return None


def _surname(word: str, female: bool) -> Six | None:
    if female and word.endswith(("ова", "ева", "ёва", "ина", "ына")) and syllables(word) > 2:
        s = word[:-1]
        return (word, s + "ой", s + "ой", s + "у", s + "ой", s + "ой")
    if not female and word.endswith(("ов", "ев", "ёв", "ин", "ын")) and syllables(word) > 1:
        return cast(Six, (word, *(word + end for end in ("а", "у", "а", "ым", "е"))))
    return None


_OTHER = frozenset({"лев", "павел", "пётр", "петр"})
