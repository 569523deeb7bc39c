"""The language room: how a filing writes names, bodies, dates, numbers and words that agree with a person.

Russian stands in `panahat.language.russian`, Kazakh beside it in `panahat.language.kazakh` under the same names, English
in `panahat.language.english`. Every form is plain data: a template asks for no grammar, it is given words. What the rules
do not know is in the word lists of `templates/language/`; a form that a person confirmed in the case file wins over both.
Where a form is uncertain, `NameForms.doubts` names the reason by the id of a code in `panahat.language.codes`. pytrovich,
pymorphy3 and num2words are loaded only when a word needs them.

    >>> decline_name("Зорина", "Анна", "Львовна", "female", {}).gen
    'Зориной Анны Львовны'
    >>> decline_phrase("Департамент полиции города Алматы").dat
    'Департаменту полиции города Алматы'
    >>> spelled_term(10, "day", "gen")
    'десяти суток'
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from panahat.language.tongues import Citing, Tongue

FOLDERS: Mapping[str, str] = {"ru": "russian", "kk": "kazakh", "en": "english"}
"""The folder of each language in this room; its words stand in templates/language by its code."""


def citing(language: str) -> Citing:
    """What cites norms in `language`; KeyError for a language that has no folder."""
    made: Citing = import_module(f"panahat.language.{FOLDERS[language]}.citing").CITING
    return made


def tongue(language: str) -> Tongue:
    """The tongue of `language`: ru, kk or en; KeyError otherwise."""
    made: Tongue = import_module(f"panahat.language.{FOLDERS[language]}.tongue").TONGUE
    return made
