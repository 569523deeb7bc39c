"""The forms of a word with Kazakh suffixes: vowel harmony, the last sound, possessive endings, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, cast

from panahat.language import doubt_ids
from panahat.language.forms import Forms
from panahat.language.wordlists import wordlist

CASES = ("nom", "gen", "dat", "acc", "loc", "abl", "ins")
Seven = tuple[str, str, str, str, str, str, str]


class KazakhForms(Forms, frozen=True):
    """Атау, ілік, барыс, табыс, жатыс, шығыс, көмектес."""

    nom: str
    gen: str
    dat: str
    acc: str
    loc: str
    abl: str
    ins: str
    doubts: tuple[str, ...] = ()

    @property
    def seven(self) -> Seven:
        """The forms in the order of `CASES`."""
        return cast(Seven, self.all)

    def before(self, head: str) -> KazakhForms:
        """The same forms with `head` before each of them."""
        return self.of((head + form for form in self.all), self.doubts)

    def doubted(self, *doubts: str) -> KazakhForms:
        """The same forms with more doubts about them."""
        return self.of(self.all, (*self.doubts, *doubts))


BACK, FRONT = "аоұыуюяё", "әеөүіиэ"
VOWELS = BACK + FRONT
_VOICELESS = "кқпстшщфхһцчвбгғд"
# suffixes after the stem, by the class of its last sound; ы and а become і and е in a front word
_AFTER = {
    "vowel": "ның ға ны да дан мен",
    "nasal": "ның ға ды да нан мен",
    "sonorant": "дың ға ды да дан мен",
    "buzzing": "дың ға ды да дан бен",
    "voiceless": "тың қа ты та тан пен",
    "possessive": "ның на н нда нан мен",
}
_NEIGHBOUR = str.maketrans("ҳҷӣӯўїєґҝҹҗ", "хжиууиегкчж")
_TO_FRONT = str.maketrans("аығқ", "еігк")


class Sound(NamedTuple):
    """How a word ends: whether it is back, and the class of its last sound (a key of the table above)."""

    back: bool
    ending: str


def sound(word: str) -> Sound:
    """The sound of the end of `word`, in any Cyrillic letters; ValueError for a word without a vowel."""
    low = word.lower().translate(_NEIGHBOUR)
    back = harmony(low)
    if low[-1] in "ьъ":
        low = low.rstrip("ьъ")
    return Sound(back, _class(low[-1]))


def harmony(low: str) -> bool:
    """True if a word in small letters is back. A final у, ю («алу», «беру», «жою») follows the vowel before it."""
    if low.endswith("ь"):
        return False
    for at in range(len(low) - 1, -1, -1):
        letter = low[at]
        if letter in VOWELS:
            if letter in "ую" and at == len(low) - 1 and any(c in VOWELS for c in low[:at]):
                continue
            return letter in BACK
    raise ValueError("a word without a vowel has no harmony")


def _class(letter: str) -> str:
    if letter in "мнң":
        return "nasal"
    if letter in "рлйуию":
        return "sonorant"
    if letter in "зж":
        return "buzzing"
    return "voiceless" if letter in _VOICELESS else "vowel"


@cache
def suffixes(of: Sound) -> Seven:
    """The seven suffixes, the nominative's empty."""
    found = _AFTER[of.ending]
    return cast(Seven, ("", *(found if of.back else found.translate(_TO_FRONT)).split()))


def attached(written: str, of: Sound, hyphen: str = "") -> Seven:
    """`written` with its suffixes, in capitals after a word in capitals."""
    shouted = not hyphen and len(written) > 1 and written.upper() == written
    return cast(Seven, tuple(written + _joined(s, hyphen, shouted) for s in suffixes(of)))


def _joined(suffix: str, hyphen: str, shouted: bool) -> str:
    return hyphen * bool(suffix) + (suffix.upper() if shouted else suffix)


_NUMERALS = "kk/numerals"
_GREAT = (1_000_000_000, 1_000_000, 1000, 100)


def words(n: int) -> str:
    """`n` in words: «он екі», «бес жүз тоқсан екі», «мың», «екі мың»; ValueError below 0 and from 10¹² up."""
    return " ".join(_word(value, 0) for value in _values(n))


def ordinal(n: int) -> str:
    """`n` as an ordinal word: «бірінші», «он екінші», «жүз тоқсан тоғызыншы»; ValueError below 1 and from 10¹² up."""
    if n < 1:
        raise ValueError("an ordinal number begins at 1")
    *head, last = _values(n)
    return " ".join([*(_word(value, 0) for value in head), _word(last, 1)])


def _values(n: int) -> Iterator[int]:
    """The values of the words of `n`, in order: 592 gives 5, 100, 90, 2."""
    if not 0 <= n < 10**12:
        raise ValueError("a number from 0 up to 999 999 999 999")
    for great in _GREAT:
        many, n = divmod(n, great) if n >= great else (0, n)
        if many > 1 or (many == 1 and great > 1000):
            yield from _values(many)
        if many:
            yield great
        if many and not n:
            return
    if n >= 10 and n % 10:
        yield n - n % 10
    yield n % 10 or n


def _word(value: int, column: int) -> str:
    read: Mapping[Any, list[str]] = wordlist(_NUMERALS)
    return read[value][column]


_CYRILLIC = re.compile("[\u0400-\u04ff]+(?:['’][\u0400-\u04ff]+)*")
_CAPITALS = re.compile("[А-ЯЁӘҒҚҢӨҰҮҺІ]")


def with_suffixes(word: str, of: Sound | None = None, *doubts: str) -> KazakhForms:
    """The forms of one word; `of` says how it ends where its own last vowel does not. Undeclined if it has no sound."""
    if not _CYRILLIC.fullmatch(word):
        return KazakhForms.frozen(word, *doubts, doubt_ids.KK_FOREIGN_LETTERS)
    if len(word) < 2 or not has_vowel(word):
        return KazakhForms.frozen(word, *doubts, doubt_ids.KK_NO_SOUND)
    return KazakhForms.of(attached(word, of or sound(word)), doubts)


def possessive(word: str, *doubts: str) -> KazakhForms:
    """The forms of a word with the possessive of the third person: «Соты, Сотының, Сотына, Сотын»."""
    return with_suffixes(word, Sound(harmony(word.lower()), "possessive"), *doubts)


def number(digits: str) -> KazakhForms:
    """The forms of a number in digits, its suffix by how it is read: «592-нің», «10-ға»."""
    last = words(int(digits)).split()[-1]
    return KazakhForms.of(attached(digits, sound(last), "-"))


def is_abbreviation(word: str) -> bool:
    """True for «ҚПК», «ӘҚБтК», «БҰҰ»: at least two capitals, the last letter one of them, seven letters at most."""
    if not (2 <= len(word) <= 7 and _CYRILLIC.fullmatch(word) and _CAPITALS.match(word[-1])):
        return False
    return len(_CAPITALS.findall(word)) >= max(2, len(word) - 2)


@cache
def abbreviation(word: str) -> KazakhForms:
    """The forms of an abbreviation with a hyphen: the stored reading, else its last letter's name, with a doubt."""
    listed = wordlist("kk/abbreviations")
    stored = listed[word] if word in listed else {"read": listed["letters"][word[-1]], "status": "recalled"}
    doubts = () if stored["status"] == "seen" else (doubt_ids.KK_ABBREVIATION,)
    return KazakhForms.of(attached(word, sound(stored["read"]), "-"), doubts)


def has_vowel(word: str) -> bool:
    """Whether a word has a vowel to take its harmony from."""
    return any(c in VOWELS or c in "ӣӯўїє" for c in word.lower())
