"""The grammar of citations in a language: one module a language, all with the same names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from panahat.law import grammar_ru
from panahat.law.places import Tree


class Grammar(Protocol):
    """What a language must know to cite an act."""

    @property
    def cases(self) -> Sequence[str]:
        """The grammatical cases in which a citation is given."""

    @property
    def act_case(self) -> str:
        """The case of the act's name after a place in it."""

    def placed(self, tree: Tree, units: Mapping[str, str], case: str) -> str:
        """All places of one act, without the act."""

    def cited(self, place: str, act: str) -> str:
        """A place together with the act it is in."""

    def listed(self, items: Sequence[str]) -> str:
        """Several citations as one list."""

    def introduced(self, full: str, short: str) -> str:
        """The full name of an act with the short name that stands for it from there on."""

    def tied(self, text: str) -> str:
        """The text with no-break spaces where a line must not break."""


def grammar(lang: str) -> Grammar:
    """The grammar of `lang`, «ru», «kk» or «en»; KeyError for a language in which citations cannot be written."""
    if lang == "kk":
        from panahat.law import grammar_kk

        return grammar_kk
    if lang == "en":
        from panahat.law import grammar_en

        return grammar_en
    return {"ru": grammar_ru}[lang]
