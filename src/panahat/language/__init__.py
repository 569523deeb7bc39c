"""The language room: how a filing writes names, bodies, dates, numbers and words that agree with a person.

Russian stands in `panahat.language.russian` and is offered here; Kazakh stands beside it in `panahat.language.kazakh`
under the same names, English in `panahat.language.english`. Every form is plain data: a template
asks for no grammar, it is given words. What the rules do not know is in the word lists of `templates/language/`; a form
that a person confirmed in the case file wins over both. Where a form is uncertain, `NameForms.doubts` names the reason
by the id of a code in `panahat.language.codes`. A module is loaded when its first name is asked for; pytrovich,
pymorphy3 and num2words only when a word needs them.

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
from panahat.rooms import opened

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


__getattr__ = opened(
    __name__,
    **{
        "forms": "CASES NameForms",
        "latin": "latin_name",
        "russian.lexicon": "agree choice citizen_of country country_codes",
        "russian.names": "decline_name initials initials_first short_name split_name",
        "russian.numbers": "counted date_forms date_quoted date_short date_text noun_after plural spelled_term words",
        "russian.phrases": "decline_phrase",
        "tongues": "Citing Tongue",
        "typography": "NBSP nbsp paragraphs",
    },
)
