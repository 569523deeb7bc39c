"""The rule of the main word, applied to a whole phrase."""

from __future__ import annotations

from panahat.language import doubt_ids
from panahat.language.forms import CASES, NameForms, Six
from panahat.language.russian.phrases.dictionary import collective, in_dictionary
from panahat.language.russian.phrases.heads import Group, find
from panahat.language.russian.phrases.known import known
from panahat.language.russian.phrases.persons import person
from panahat.language.russian.phrases.places import on_river
from panahat.language.russian.phrases.tail import decline_tail
from panahat.language.russian.phrases.tokens import abbreviation, never_changes, tokens
from panahat.language.wordlists import wordlist


def decline(text: str) -> NameForms:
    """`text` in six cases; see `panahat.language.decline_phrase`."""
    stored = wordlist("ru/phrases")["whole"].get(text)
    if stored is not None:
        return NameForms.of(stored)
    parts = tokens(text)
    if not parts or never_changes(parts[0]) or _abbreviated_head(parts[0]):
        return NameForms.frozen(text)
    group = (
        find(parts, 0, known)
        or on_river(parts)
        or _person_alone(parts)
        or collective(parts)
        or find(parts, 0, in_dictionary)
    )
    if group is None:
        return NameForms.frozen(text, doubt_ids.PHRASE_UNKNOWN_HEAD)
    columns: dict[int, Six] = dict(group.forms)
    doubts = list(group.doubts) + decline_tail(parts, group, columns)
    rows = ("".join(columns[n][c] if n in columns else part for n, part in enumerate(parts)) for c in range(len(CASES)))
    return NameForms.of(rows, doubts)


def _abbreviated_head(token: str) -> bool:
    """True for «КНБ», «РГУ», «СИЗО-1», which never change; a known word in capitals is no abbreviation."""
    return abbreviation(token) and (len(token) <= 6 or not token.isalpha()) and not list(known(token))


def _person_alone(parts: list[str]) -> Group | None:
    """«Зорин И.И.»: a person with no office; only with initials or a patronymic."""
    forms, doubts = person(parts, 0)
    plain = len(forms) == 1 and not any(p.endswith(".") for p in parts)
    return None if not forms or plain else Group(forms, max(forms), "p", True, tuple(doubts))
