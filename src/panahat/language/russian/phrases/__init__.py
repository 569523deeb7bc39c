"""Bodies, offices, places and other short names in six cases, by the rule of the main word.

The words before the main word that agree with it decline, everything after it stays («Комитета национальной
безопасности»). Besides the main word decline: a second one joined by «и» or a comma in the nominative («суд и прокурор»),
a participle after a comma («органа, рассматривающего жалобу»), the name of a town after «город», a person after an office
(«следователя Петрова И.И.»). Abbreviations, numbers and names in quotation marks never change.

Common words are declined by our own endings from `templates/language/ru/phrases.yaml`; pymorphy3 is loaded only for others.
"""

from __future__ import annotations

from functools import lru_cache

from panahat.language import codes
from panahat.language.forms import CASES, NameForms, Six
from panahat.language.russian.phrases.dictionary import collective, in_dictionary
from panahat.language.russian.phrases.heads import Group, find
from panahat.language.russian.phrases.known import known
from panahat.language.russian.phrases.persons import person
from panahat.language.russian.phrases.places import on_river
from panahat.language.russian.phrases.tail import decline_tail
from panahat.language.russian.phrases.tokens import abbreviation, never_changes, tokens
from panahat.language.wordlists import wordlist


@lru_cache(maxsize=512)
def decline_phrase(text: str) -> NameForms:
    """`text`, a short name in the nominative, in six cases, with its own capitals, spaces and ё.

    Where no main word is found the text stays as written, and `doubts` says so; so does a word guessed by pymorphy3.
    """
    stored = wordlist("ru/phrases")["whole"].get(text)
    if stored is not None:
        return NameForms.of(stored)
    parts = tokens(text)
    if not parts or never_changes(parts[0]) or _abbreviated_head(parts[0]):
        return NameForms.frozen(text)
    group = find(parts, 0, known) or on_river(parts) or _person_alone(parts) or collective(parts) or find(parts, 0, in_dictionary)
    if group is None:
        return NameForms.frozen(text, codes.PHRASE_UNKNOWN_HEAD.id)
    columns: dict[int, Six] = dict(group.forms)
    doubts = list(group.doubts) + decline_tail(parts, group, columns)
    rows = ("".join(columns[n][c] if n in columns else part for n, part in enumerate(parts)) for c in range(len(CASES)))
    return NameForms.of(rows, doubts)


def _abbreviated_head(token: str) -> bool:
    """True for «КНБ», «РГУ», «СИЗО-1»: abbreviations of this kind never change; a whole phrase in capitals is no abbreviation."""
    return abbreviation(token) and (len(token) <= 6 or not token.isalpha()) and not any(True for _ in known(token))


def _person_alone(parts: list[str]) -> Group | None:
    """«Зорин И.И.»: a person with no office; only with initials or a patronymic."""
    forms, doubts = person(parts, 0)
    plain = len(forms) == 1 and not any(p.endswith(".") for p in parts)
    return None if not forms or plain else Group(forms, max(forms), "p", True, tuple(doubts))


__all__ = ["decline_phrase"]
