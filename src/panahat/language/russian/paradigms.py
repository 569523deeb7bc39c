"""Letters and endings: how a noun or an adjective of a known type changes, from its folded nominative."""

from __future__ import annotations

from typing import cast

from panahat.language.forms import Six

VOWELS = "аеёиоуыэюя"
HUSHING = "жшчщ"
_LOOK_ALIKE = str.maketrans("әғқңөұүһіҳҷӣӯўїєґҝҹҗ", "агкноуухихчиууиеггчж")
_CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")


def fold(word: str) -> str:
    """`word` in as many small Russian letters: a Kazakh, Tajik or Ukrainian letter as its Russian neighbour."""
    return word.lower().translate(_LOOK_ALIKE)


def foreign(word: str) -> bool:
    """True if `word` has a letter that is no letter of a Cyrillic alphabet known here."""
    return any(c.isalpha() and c not in _CYRILLIC for c in fold(word))


def restore(written: str, form: str, yo: bool = False) -> str:
    """The folded `form` in the letters of `written`: its capitals, its ё, its Kazakh letters, and no new ё.

    `yo=True` takes ё and е for one letter, for dictionaries that add the dots themselves.
    """
    if "-" in written and written.count("-") == form.count("-"):
        return "-".join(restore(w, f, yo) for w, f in zip(written.split("-"), form.split("-"), strict=True))
    folded = fold(written)
    same = 0
    for a, b in zip(_plain(folded) if yo else folded, _plain(form) if yo else form, strict=False):
        if a != b:
            break
        same += 1
    ending = _plain(form[same:])
    shouted = len(written) > 1 and written.upper() == written
    return written[:same] + (ending.upper() if shouted else ending)


def restore_all(written: str, six: Six) -> Six:
    """Six folded forms from a dictionary (ё and е taken for one letter) in the letters of `written`."""
    return cast(Six, tuple(restore(written, form, yo=True) for form in six))


def syllables(word: str) -> int:
    """The number of vowels in a folded word."""
    return sum(c in VOWELS for c in word)


def _plain(text: str) -> str:
    return text.replace("ё", "е")


_VELAR = "гкх"


def masculine(word: str, *, animate: bool, stem: str | None = None, stressed: bool = False) -> Six:
    """A masculine on a consonant, -ь or -й; `stem` where a vowel drops out; `stressed`: ins. -ом after ж ш ч щ ц."""
    if word[-1] in "йь":
        s = stem or word[:-1]
        gen, dat, ins, prep = s + "я", s + "ю", s + "ем", s + ("и" if s[-1] == "и" else "е")
    else:
        s = stem or word
        soft = s[-1] in HUSHING + "ц" and not stressed
        gen, dat, ins, prep = s + "а", s + "у", s + ("ем" if soft else "ом"), s + "е"
    return (word, gen, dat, gen if animate else word, ins, prep)


def feminine(word: str, *, stressed: bool = False) -> Six:
    """A noun on -а, -я (of either gender) or a feminine on -ь; `stressed`: ins. -ой after ж ш ч щ ц."""
    s = word[:-1]
    if word.endswith("ь"):
        return (word, s + "и", s + "и", word, s + "ью", s + "и")
    if word.endswith("ия"):
        return (word, s + "и", s + "и", s + "ю", s + "ей", s + "и")
    if word.endswith("я"):
        return (word, s + "и", s + "е", s + "ю", s + "ей", s + "е")
    gen = s + ("и" if s[-1] in _VELAR + HUSHING else "ы")
    return (word, gen, s + "е", s + "у", s + ("ей" if s[-1] in HUSHING + "ц" and not stressed else "ой"), s + "е")


def neuter(word: str) -> Six:
    """A neuter noun on -о or -е."""
    s = word[:-1]
    if word.endswith("ие"):
        return (word, s + "я", s + "ю", word, s + "ем", s + "и")
    if word.endswith("ье"):
        return (word, s + "я", s + "ю", word, s + "ем", s + "е")
    return (word, s + "а", s + "у", word, s + ("ом" if word.endswith("о") else "ем"), s + "е")


def adjective(word: str, *, animate: bool) -> tuple[str, Six] | None:
    """Gender («m», «f», «n») or «p» for the plural, and the forms, of what looks like an adjective or participle."""
    reflexive = "ся" if word.endswith(("йся", "яся", "еся")) else ""
    full = word[: len(word) - len(reflexive)]
    s, end = full[:-2], full[-2:]
    if len(s) < 2 or end not in _ADJECTIVE:
        return None
    gender = _ADJECTIVE[end]
    soft = end in ("яя", "ее") or (end == "ий" and s[-1] not in _VELAR)
    hush = s[-1] in HUSHING
    if gender == "p":
        y = end[0]
        forms = [y + "х", y + "м", y + "х" if animate else end, y + "ми", y + "х"]
    elif gender == "f":
        oy = "ей" if soft or (hush and full not in _STRESSED) else "ой"
        forms = [oy, oy, "юю" if end == "яя" else "ую", oy, oy]
    else:
        e = "е" if soft else "о"
        im = "им" if soft or hush or s[-1] in _VELAR else "ым"
        nom_acc = e + "го" if gender == "m" and animate else end
        forms = [e + "го", e + "му", nom_acc, im, e + "м"]
    gen, dat, acc, ins, prep = (s + f + reflexive for f in forms)
    return gender, (word, gen, dat, acc, ins, prep)


_ADJECTIVE = {"ый": "m", "ий": "m", "ой": "m", "ая": "f", "яя": "f", "ое": "n", "ее": "n", "ые": "p", "ие": "p"}
_STRESSED = frozenset({"большая", "чужая", "меньшая"})
