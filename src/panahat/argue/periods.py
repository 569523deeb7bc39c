"""The figures that tests of charges use: categories, limitation, the threshold of extradition, military articles.

The figures stand in `templates/arguments/limitation/periods.yaml`, each beside the norm whose gist gives it.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated

from msgspec import Struct
from msgspec.structs import asdict

from panahat.records import Names, Refers

CATEGORIES = ("minor", "medium", "grave")
HEAVIEST = "especially-grave"
NormKey = Annotated[str, Refers(("norms",))]


class Never(Struct, frozen=True):
    """Articles whose crimes have no limitation period (some only in the parts named), by a norm."""

    norm: NormKey
    articles: tuple[str, ...]
    parts: tuple[str, ...] = ()


class At(Struct, frozen=True):
    """A part and point of a norm; of another norm where it is named."""

    key: NormKey = ""
    part: str = ""
    point: str = ""


class Scale(Struct, frozen=True):
    """Years by category of Criminal Code art. 11, by a norm; where in it each category stands."""

    norm: NormKey
    places: Mapping[str, At]
    years: Annotated[Mapping[str, int], Names(("misdemeanour", *CATEGORIES, HEAVIEST), CATEGORIES)]

    def place(self, category: str) -> Mapping[str, str]:
        """Where the norm names the category: {key, part, point}."""
        return {"key": self.norm, **{name: value for name, value in asdict(self.places[category]).items() if value}}


class WholeScale(Scale, frozen=True):
    """Years for every category of crime."""

    years: Annotated[Mapping[str, int], Names(("misdemeanour", *CATEGORIES, HEAVIEST), (*CATEGORIES, HEAVIEST))]


class Threshold(Struct, frozen=True):
    """The least longest term for which extradition is allowed, in years, by a norm."""

    norm: NormKey
    years: int


class Articles(Struct, frozen=True):
    """The first and the last article of a chapter, by a norm."""

    norm: NormKey
    first: int
    last: int


class Periods(Struct, frozen=True):
    """The figures that `periods.yaml` gives."""

    categories: Scale
    prosecution: WholeScale
    absolute: WholeScale
    threshold: Threshold
    military: Articles
    never: tuple[Never, ...]

    def category(self, max_years: int) -> str:
        """The category of an intentional crime by the longest term of its part (Criminal Code art. 11)."""
        return next((c for c in CATEGORIES if max_years <= self.categories.years[c]), HEAVIEST)

    def never_barred(self, article: str, part: str | None) -> str | None:
        """The norm by which the crime has no limitation period (Criminal Code art. 71 part 6), or None.

        An article covered only in some parts counts as covered while its part is not known.
        """
        for rule in self.never:
            if article in rule.articles and (not rule.parts or part is None or part in rule.parts):
                return rule.norm
        return None

    def is_military(self, article: str) -> bool:
        """Whether a Kazakh article stands in the chapter on military offences (CPC art. 590 part 1 point 9)."""
        number = re.match(r"kz-uk-(\d+)", article)
        return number is not None and self.military.first <= int(number[1]) <= self.military.last


def years_after(start: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 1 March where there is none."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)
