"""One word of a given name or of a patronymic."""

from __future__ import annotations

from panahat.language import doubt_ids
from panahat.language.forms import Six
from panahat.language.russian.letters import HUSHING
from panahat.language.russian.names.library import by_library
from panahat.language.russian.paradigms import feminine, masculine
from panahat.language.wordlists import words

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
