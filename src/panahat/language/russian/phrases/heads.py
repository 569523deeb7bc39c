"""Finds the main word: the first noun in the nominative that agrees with every adjective before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from panahat.language import doubt_ids
from panahat.language.forms import Six
from panahat.language.russian.letters import restore_all
from panahat.language.russian.phrases.tokens import is_space, is_word, preposition
from panahat.language.wordlists import words

LIST = "ru/phrases"
_JOINS = frozenset({"и", "или", "либо", "(", ")", ",", "не"})


class Reading(NamedTuple):
    """One way to read a word: a «noun», an «adjective», a «participle», or an adjective that can name a «person».

    `gender` is m, f, n or p (plural); `forms(animate)` gives the six folded forms, of an adjective beside such a noun.
    """

    kind: str
    gender: str
    animate: bool
    forms: Callable[[bool], Six]
    guessed: bool = False


class Group(NamedTuple):
    """The words that decline, by number of token, and what is known of the main word."""

    forms: dict[int, Six]
    head: int
    gender: str
    animate: bool
    doubts: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """The number of the token after the group."""
        return max(self.forms) + 1


Reader = Callable[[str], Iterable[Reading]]


def find(parts: list[str], start: int, read: Reader, no_heads: frozenset[int] = frozenset()) -> Group | None:
    """The main word at or after token `start`, read by `read`; None where there is none or a word is not understood.

    Tokens in `no_heads` are adjectives even if they could be a noun («дежурный прокурор», «рабочий день»).
    """
    before: dict[int, list[Reading]] = {}
    agreed = {"m", "f", "n", "p"}
    for n in range(start, len(parts)):
        token = parts[n]
        if is_space(token) or (before and token.lower() in _JOINS) or token.lower() in words(LIST, "adverbs"):
            continue
        readings = [r for r in read(token) if r.gender in agreed] if is_word(token) else []
        if n in no_heads:
            readings = [r for r in readings if r.kind != "noun"]
        head = next((r for r in readings if r.kind == "noun"), None)
        if (head is None or head.guessed) and n not in no_heads:
            head = next((r for r in readings if r.kind == "person"), head)
        if head is not None:
            adjective = any(r.kind != "noun" for r in readings) and not _stands_alone(parts, n)
            beside = _beside(parts, start, n, read, no_heads) if adjective else None
            return beside or _group(parts, before, n, head)
        if not readings:
            return _past_complement(parts, before, n, read, agreed)
        before[n] = readings
        agreed &= {r.gender for r in readings}
    return None


def _stands_alone(parts: list[str], n: int) -> bool:
    """True where nothing, a sign, a preposition or «обязанности» and the like follow: the word is the main one."""
    following = next((p for p in parts[n + 1 :] if not is_space(p)), "")
    return (
        not is_word(following) or preposition(following) or following.lower() in words(LIST, "complements_of_persons")
    )


def _beside(parts: list[str], start: int, n: int, read: Reader, no_heads: frozenset[int]) -> Group | None:
    """«дежурный прокурор»: the noun that follows with nothing but its own adjectives between; else None."""
    group = find(parts, start, read, no_heads | {n})
    if group is None or n not in group.forms:
        return None
    between = (i for i in range(n, group.head) if not is_space(parts[i]) and parts[i].lower() not in _JOINS)
    return group if all(i in group.forms for i in between) else None


def _past_complement(
    parts: list[str], before: dict[int, list[Reading]], n: int, read: Reader, agreed: set[str]
) -> Group | None:
    """The main word beyond what belongs to a participle («приравненный к нему суд»); None with no participle."""
    if not before or all(r.kind != "participle" for r in before[max(before)]):
        return None
    for i in range(n + 1, len(parts)):
        readings = read(parts[i]) if is_word(parts[i]) else []
        noun = next((r for r in readings if r.kind == "noun" and r.gender in agreed and not r.guessed), None)
        word_before = next((p for p in reversed(parts[:i]) if not is_space(p)), "")
        if noun is not None and not preposition(word_before):
            return _group(parts, before, i, noun)
    return None


def _group(parts: list[str], before: dict[int, list[Reading]], n: int, head: Reading) -> Group:
    forms = {n: restore_all(parts[n], head.forms(head.animate))}
    for i, readings in before.items():
        chosen = next(r for r in readings if r.gender == head.gender)
        forms[i] = restore_all(parts[i], chosen.forms(head.animate))
    return Group(forms, n, head.gender, head.animate, (doubt_ids.PHRASE_GUESSED_HEAD,) if head.guessed else ())
