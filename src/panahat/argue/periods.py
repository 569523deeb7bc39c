"""The figures that tests of charges use: categories, limitation, the threshold of extradition, military articles.

The figures stand in `templates/arguments/limitation/periods.yaml`, each beside the norm whose gist gives it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

CATEGORIES = ("minor", "medium", "grave")
HEAVIEST = "especially-grave"


class Never(Struct, frozen=True):
    """Articles whose crimes have no limitation period (some only in the parts named)."""

    norm: str
    articles: tuple[str, ...]
    parts: tuple[str, ...] = ()


class Periods(Struct, frozen=True):
    """Figures in years; keys of the mappings are categories of Criminal Code art. 11."""

    categories: Mapping[str, int]
    prosecution: Mapping[str, int]
    absolute: Mapping[str, int]
    never: tuple[Never, ...]
    threshold: int
    military: tuple[int, int]
    norms: Mapping[str, str]
    places: Mapping[str, Mapping[str, Mapping[str, str]]]
    """Where each category stands in the norm of «categories», «prosecution» and «absolute»: {key, part, point}."""

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> Periods:
        """The figures of a parsed `periods.yaml`, already checked."""
        return cls(
            categories={k: int(v) for k, v in raw["categories"]["years"].items()},
            prosecution={k: int(v) for k, v in raw["prosecution"]["years"].items()},
            absolute={k: int(v) for k, v in raw["absolute"]["years"].items()},
            never=tuple(Never(n["norm"], tuple(n["articles"]), tuple(n.get("parts", ()))) for n in raw["never"]),
            threshold=int(raw["threshold"]["years"]),
            military=(int(raw["military"]["first"]), int(raw["military"]["last"])),
            norms={k: raw[k]["norm"] for k in ("categories", "prosecution", "absolute", "threshold", "military")},
            places={
                k: {category: {"key": raw[k]["norm"], **at} for category, at in raw[k]["places"].items()}
                for k in ("categories", "prosecution", "absolute")
            },
        )

    def category(self, max_years: int) -> str:
        """The category of an intentional crime by the longest term of its part (Criminal Code art. 11)."""
        return next((c for c in CATEGORIES if max_years <= self.categories[c]), HEAVIEST)

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
        return bool(number) and self.military[0] <= int(number[1]) <= self.military[1]  # type: ignore[index]


def years_after(start: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 1 March where there is none."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)
