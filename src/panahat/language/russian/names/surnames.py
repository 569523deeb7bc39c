"""One word of a surname."""

from __future__ import annotations

from panahat.language import doubt_ids
from panahat.language.forms import Six
from panahat.language.russian.letters import HUSHING, syllables
from panahat.language.russian.names.library import by_library
from panahat.language.russian.paradigms import adjective, feminine, masculine
from panahat.language.wordlists import pairs, words

LIST = "ru/names"
_RUSSIAN = ("ов", "ев", "ёв", "ин", "ын", "ый", "ий", "ой")
_WOMEN = ("ова", "ева", "ёва", "ина", "ына")


def surname_word(word: str, female: bool) -> tuple[Six, tuple[str, ...]]:
    """The forms of a folded surname word, and the ids of what is doubtful about them."""
    frozen: Six = (word,) * 6
    if word in words(LIST, "surnames_frozen"):
        return frozen, (doubt_ids.NAME_MAY_BE_FROZEN,)
    if word[-1] in "оеиуюыэё" or word[-2:] in ("уа", "оа", "еа", "иа"):
        return frozen, ()
    if word[-1] in "ая":
        return _on_vowel(word, female)
    if female:
        return frozen, ()
    if word.endswith(("их", "ых")):
        return (masculine(word, animate=True), ()) if word in words(LIST, "surnames_foreign_ikh") else (frozen, ())
    return _masculine(word)


def _masculine(word: str) -> tuple[Six, tuple[str, ...]]:
    """A man's surname on a consonant, -ь or -й."""
    stems = pairs(LIST, "surnames_stems")
    if word in stems:
        return masculine(word, animate=True, stem=stems[word], stressed=True), (doubt_ids.NAME_FLEETING_VOWEL,)
    if word.endswith(("енок", "ёнок")):
        return masculine(word, animate=True, stem=word[:-2] + "к"), (doubt_ids.NAME_FLEETING_VOWEL,)
    if word in words(LIST, "surnames_nouns_in_y"):
        return masculine(word, animate=True), (doubt_ids.NAME_NOUN_OR_ADJECTIVE,) if word.endswith("ий") else ()
    if word.endswith("цой") or (word.endswith("ой") and syllables(word) == 1):
        return masculine(word, animate=True), ()
    if word.endswith("ой"):
        return _adjective(word), ()
    if syllables(word) == 1 and ((word.endswith(("ов", "ев")) and len(word) <= 3) or word.endswith(("ин", "ын"))):
        doubts = (doubt_ids.NAME_FLEETING_VOWEL,) if word == "лев" else (doubt_ids.NAME_FOREIGN_IN,)
        return masculine(word, animate=True), doubts
    if word[-1] in HUSHING or word.endswith("ец"):
        return _on_hushing(word)
    six = by_library(word, "surname", False)
    wrong = six[1] == word or (six[4].endswith("ым") and not word.endswith(_RUSSIAN))
    return masculine(word, animate=True) if wrong else six, _masculine_doubts(word)


def _adjective(word: str) -> Six:
    found = adjective(word, animate=True)
    return found[1] if found is not None else (word,) * 6


def _on_hushing(word: str) -> tuple[Six, tuple[str, ...]]:
    """Surnames whose instrumental follows the stress: Ткачом, but Рабиновичем."""
    if word in words(LIST, "surnames_stress_on_ending"):
        return masculine(word, animate=True, stressed=True), ()
    if word.endswith("ец"):
        return by_library(word, "surname", False), (doubt_ids.NAME_FLEETING_VOWEL,)
    return masculine(word, animate=True), () if word.endswith("ич") else (doubt_ids.NAME_STRESS,)


def _on_vowel(word: str, female: bool) -> tuple[Six, tuple[str, ...]]:
    """Surnames on -а, -я of either gender."""
    if not female and word.endswith("ая"):
        return (word,) * 6, (doubt_ids.NAME_MAY_BE_FROZEN,)
    if female and word.endswith((*_WOMEN, "ая", "яя")):
        if word in words(LIST, "surnames_women_as_nouns") or len(word) <= 4:
            return feminine(word), (doubt_ids.NAME_NOUN_OR_ADJECTIVE,)
        doubtful = word in words(LIST, "surnames_women_as_adjectives")
        return by_library(word, "surname", True), (doubt_ids.NAME_NOUN_OR_ADJECTIVE,) if doubtful else ()
    if word[-1] == "а" and word[-2] in HUSHING:
        stressed = word in words(LIST, "surnames_stress_on_ending")
        return feminine(word, stressed=stressed), () if stressed else (doubt_ids.NAME_STRESS,)
    return feminine(word), ()


def _masculine_doubts(word: str) -> tuple[str, ...]:
    if word in words(LIST, "surnames_foreign_in"):
        return (doubt_ids.NAME_FOREIGN_IN,)
    if word in words(LIST, "surnames_common_nouns"):
        return (doubt_ids.NAME_FLEETING_VOWEL,)
    if word.endswith(("ок", "ёк", "ек")) and not word.endswith("бек") and syllables(word) > 1:
        return (doubt_ids.NAME_FLEETING_VOWEL,)
    if word.endswith("ий") and not word.endswith(("ский", "цкий", "зкий", "жий", "ний", "ший", "щий")):
        return (doubt_ids.NAME_NOUN_OR_ADJECTIVE,)
    return ()
