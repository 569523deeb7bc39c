"""The language room: how a filing writes names, bodies, dates, numbers and words that agree with a person.

Russian stands in `panahat.language.russian` and is offered here; Kazakh stands beside it in `panahat.language.kazakh`
under the same names, English in `panahat.language.english`. Every form is plain data: a template
asks for no grammar, it is given words. What the rules do not know is in the word lists of `templates/language/`; a form
that a person confirmed in the case file wins over both. Where a form is uncertain, `NameForms.doubts` names the reason
by the id of a code in `panahat.language.codes`. pytrovich, pymorphy3 and num2words are loaded only when a word needs
them.

    >>> decline_name("Зорина", "Анна", "Львовна", "female", {}).gen
    'Зориной Анны Львовны'
    >>> decline_phrase("Департамент полиции города Алматы").dat
    'Департаменту полиции города Алматы'
    >>> spelled_term(10, "day", "gen")
    'десяти суток'
"""

from __future__ import annotations

from panahat.language.forms import CASES, NameForms
from panahat.language.latin import latin_name
from panahat.language.russian.lexicon import agree, choice, citizen_of, country, country_codes
from panahat.language.russian.names import decline_name, initials, initials_first, short_name, split_name
from panahat.language.russian.numbers import (
    counted,
    date_forms,
    date_quoted,
    date_short,
    date_text,
    noun_after,
    plural,
    spelled_term,
    words,
)
from panahat.language.russian.phrases import decline_phrase
from panahat.language.typography import NBSP, nbsp, paragraphs
