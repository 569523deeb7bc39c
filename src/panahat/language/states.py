"""States by their names, as people write them in any language of the filings (CLDR, through Babel)."""

from __future__ import annotations

from panahat.messages import LANGUAGES


def state_called(name: str) -> str | None:
    """The two capitals of the state with that name, or with those letters; None where there is none."""
    from babel import Locale

    known = [(letters, called) for code in LANGUAGES for letters, called in Locale(code).territories.items()]
    asked = name.casefold()
    return next(
        (x for x, called in known if len(x) == 2 and x.isalpha() and asked in (x.casefold(), called.casefold())), None
    )
