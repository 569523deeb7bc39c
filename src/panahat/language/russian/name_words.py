"""One word of a surname, given name or patronymic; words that no rule book disputes need no pytrovich."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, cast

from panahat.language import doubt_ids
from panahat.language.forms import Six
from panahat.language.russian.paradigms import HUSHING, adjective, feminine, masculine, syllables
from panahat.language.wordlists import pairs, words

_HARD = "бвгдзклмнпрстфх"


def settled(word: str, part: str, female: bool) -> Six | None:
    """The forms of a folded «surname», «given» or «patronymic» of the plain types; None for any other.

    Plain are surnames of two syllables and more in -ов, -ев, -ин, -ын, -ский, -цкий, on another hard consonant or -ай, and
    in -ова, -ева, -ина, -ына, -ая; given names on a hard consonant or -й (men) and on -а, -я; patronymics in -ович, -евич,
    -овна, -евна, -ична.
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
        return _ended(word, word[:-1], "ой ой у ой ой")
    if female and word.endswith("ая") and word[-3:-2] in _HARD and syllables(word) > 2:
        return _ended(word, word[:-2], "ой ой ую ой ой")
    if female or syllables(word) < 2:
        return None
    if word.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return _ended(word, word, "а у а ым е")
    if word.endswith(("ский", "цкий")):
        return _ended(word, word[:-2], "ого ому ого им ом")
    hard = word[-1] in "бгдзклмпрстфх" and not word.endswith(("ок", "ёк", "ек", "их", "ых"))
    return masculine(word, animate=True) if hard or word.endswith("ай") else None


def _ended(word: str, stem: str, endings: str) -> Six:
    return cast(Six, (word, *(stem + end for end in endings.split())))


_OTHER = frozenset({"лев", "павел", "пётр", "петр"})


NamePart = Literal["surname", "given", "patronymic"]


@cache
def _library() -> tuple[Any, dict[str, Any], tuple[Any, ...], tuple[Any, Any]]:
    from pytrovich.enums import Case, Gender, NamePart
    from pytrovich.maker import PetrovichDeclinationMaker

    parts = {"surname": NamePart.LASTNAME, "given": NamePart.FIRSTNAME, "patronymic": NamePart.MIDDLENAME}
    cases = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
    return PetrovichDeclinationMaker(), parts, cases, (Gender.MALE, Gender.FEMALE)


def by_library(word: str, part: NamePart, female: bool) -> Six:
    """The forms of one folded word without spaces or hyphens; the library is loaded for words that are not settled."""
    plain = settled(word, part, female)
    if plain is not None:
        return plain
    maker, parts, cases, genders = _library()
    forms = (maker.make(parts[part], genders[female], case, word) for case in cases)
    return cast(Six, (word, *forms))


LIST = "ru/names"
_VOWEL_FROZEN = "оеиуюыэё"


def given_word(word: str, female: bool) -> tuple[Six, tuple[str, ...]]:
    """The forms of a folded word of a given name, and the ids of what is doubtful about them."""
    frozen: Six = (word,) * 6
    if word[-1] in _VOWEL_FROZEN or word[-2:] in ("уа", "оа", "еа", "иа"):
        return frozen, ()
    if female and word.endswith("ь"):
        if word in words(LIST, "women_given_declined_soft"):
            return (by_library(word, "given", True) if word == "любовь" else feminine(word)), ()
        return frozen, (doubt_ids.NAME_SOFT_FEMALE,)
    if female and word[-1] not in "ая":
        return frozen, ()
    if word.endswith("ия"):
        return _on_iya(word)
    if word[-1] in "ая" and word[-2] in HUSHING:
        return feminine(word, stressed=word in words(LIST, "surnames_stress_on_ending")), ()
    if not female and word.endswith(("ц", "ек", "ок", "эй")):
        return masculine(word, animate=True), ()
    return by_library(word, "given", female), ()


def _on_iya(word: str) -> tuple[Six, tuple[str, ...]]:
    """Мария → Марии; with the stress on the ending Алия → Алие."""
    six = feminine(word)
    if word in words(LIST, "given_in_iya_stressed"):
        nom, gen, _, acc, ins, _ = six
        return (nom, gen, word[:-1] + "е", acc, ins, word[:-1] + "е"), (doubt_ids.NAME_STRESSED_IYA,)
    return six, (doubt_ids.NAME_STRESSED_IYA,) if word in words(LIST, "given_in_iya_stress_varies") else ()


def patronymic_word(word: str, female: bool) -> tuple[Six, tuple[str, ...]]:
    """The forms of a folded patronymic; one that is not of the Russian form declines as a given name."""
    if word[-1] in _VOWEL_FROZEN:
        return (word,) * 6, ()
    if female and word.endswith(("вна", "чна", "шна")):
        return by_library(word, "patronymic", True), ()
    if not female and word.endswith("ыч"):
        return masculine(word, animate=True), ()
    if not female and word.endswith("ич"):
        return by_library(word, "patronymic", False), ()
    six, doubts = given_word(word, female)
    return six, (doubt_ids.NAME_UNUSUAL_PATRONYMIC, *doubts)


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
