"""Bodies, offices, places and other short names in six cases, by the rule of the main word.

The words before the main word that agree with it decline, everything after it stays («Комитета национальной
безопасности»). Besides the main word decline: a second one joined by «и» or a comma in the nominative («суд и
прокурор»), an adjective right behind it («область Московская»), a participle after a comma («органа, рассматривающего
жалобу»), the name of a town after «город», a person after an office («следователя Зорина И.И.»). Abbreviations,
numbers and names in quotation marks never change.

Common words are declined by our own endings from `templates/language/ru/phrases.yaml`; pymorphy3 is loaded only for
others.
"""

from __future__ import annotations

from functools import lru_cache

from panahat.language.forms import NameForms


@lru_cache(maxsize=512)
def decline_phrase(text: str) -> NameForms:
    """`text`, a short name in the nominative, in six cases, with its own capitals, spaces and ё.

    Where no main word is found the text stays as written, and `doubts` says so; so does a word guessed by pymorphy3.
    """
    from panahat.language.russian.phrases.rule import decline

    return decline(text)


__all__ = ["decline_phrase"]
