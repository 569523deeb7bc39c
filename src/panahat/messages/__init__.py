"""The user's language: gettext catalogues (ru, kk, en) for every message, help text and field description.

Source texts are English and stand beside the code that says them; `N_` marks them for extraction. A `Translator` turns
one into the user's language. `make messages` extracts, updates and compiles the catalogues.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("ru", "kk", "en")
Translator = Callable[[str], str]

_HERE = Path(__file__).parent


def N_(text: str) -> str:
    """`text` itself, marked for translation."""
    return text


@cache
def translator(language: str) -> Translator:
    """The function that turns an English source text into `language` (ru, kk or en; English where a text is untranslated)."""
    if language == "en":
        return lambda text: text
    from panahat.messages.catalogue import Catalogue

    catalogue = Catalogue(_HERE / "catalogues" / language / "LC_MESSAGES" / "panahat.mo")
    return lambda text: catalogue.text(text) if text else ""


def user_language(asked: str | None = None, environ: Mapping[str, str] | None = None) -> str:
    """`asked`, else the language of the locale (LC_ALL, LC_MESSAGES, LANG), else Russian."""
    if asked:
        return asked
    environ = os.environ if environ is None else environ
    for name in ("PANAHAT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")[:2].lower()
        if value in LANGUAGES:
            return value
    return "ru"
