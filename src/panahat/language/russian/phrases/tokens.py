"""A phrase cut into words and what stands between them."""

from __future__ import annotations

import re

from panahat.language.wordlists import words

_TOKEN = re.compile(r"[«„“\"][^»”\"]*[»”\"]|[^\W\d_]\.(?:\s?[^\W\d_]\.)+|\w+(?:[-’'/]\w+)*\.?|\s+|[^\w\s]")
_INITIALS = re.compile(r"(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]\.){1,3}")
_NUMBER_WORD = re.compile(r"\d+-(?:й|я|е|ый|ая|ое)")


def tokens(text: str) -> list[str]:
    """Words, abbreviations with their full stop, quoted names whole, spaces and signs; joined they are `text` again."""
    parts: list[str] = []
    for part in _TOKEN.findall(text):
        if part.endswith(".") and len(part) > 1 and not abbreviated(part):
            parts += [part[:-1], "."]
        else:
            parts.append(part)
    return parts


def abbreviated(token: str) -> bool:
    """True for «г.», «им.», «и.о.», «ст.»: a short word with a full stop, or letters with full stops."""
    return token.endswith(".") and (token.count(".") > 1 or len(token) <= 5)


def is_word(token: str) -> bool:
    """True for a word of letters (hyphens allowed), or an ordinal like «2-й»."""
    if token[:1].isalpha():
        return not token.endswith(".")
    return bool(_NUMBER_WORD.fullmatch(token))


def is_space(token: str) -> bool:
    return token.isspace()


def preposition(token: str) -> bool:
    return token.lower() in words("ru/phrases", "prepositions")


def abbreviation(token: str) -> bool:
    """True for «СМАС», «КНБ», «СИЗО-1», «ЛА-155/1»: capitals only (at least two), or capitals with digits."""
    letters = [c for c in token if c.isalpha()]
    return len(letters) >= 2 and all(c.isupper() for c in letters)


def never_changes(token: str) -> bool:
    """True for a first word after which the whole phrase stays: quoted, or abbreviated («г.», «и.о.»)."""
    return token[0] in '«„“"' or (abbreviated(token) and not _INITIALS.fullmatch(token))
