"""What every fact is made of: frozen models, and text typed by the schema alone.

The reader hands over text, lists and mappings. Each type here says how a text becomes a value, and refuses with a short
reason that never repeats the text itself. `None` always means «not known»; an empty list means «none».
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

LINE_LIMIT = 300
PROSE_LIMIT = 6000
LIST_LIMIT = 200


class Facts(BaseModel):
    """A group of facts: frozen, and no key beyond those described."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("day_format", "a date is written year-month-day, for example 2026-02-09")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("day_impossible", "there is no such day in the calendar") from None


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value == "true":
        return True
    if value == "false":
        return False
    raise PydanticCustomError("flag", "write true or false")


def _count(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{1,9}", value):
        raise PydanticCustomError("count", "write a whole number in digits")
    return int(value)


def _iin(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(r"\d{12}", value):
        raise PydanticCustomError("iin_format", "an IIN has twelve digits")
    digits = [int(c) for c in value]
    check = sum(w * d for w, d in zip(range(1, 12), digits, strict=False)) % 11
    if check == 10:
        check = sum(w * d for w, d in zip((3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2), digits, strict=False)) % 11
    if check == 10 or check != digits[11]:
        raise PydanticCustomError("iin_checksum", "the check digit of this IIN does not fit; compare it with the document")
    return value


Day = Annotated[date, BeforeValidator(_day)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Count = Annotated[int, BeforeValidator(_count), Field(ge=0, le=100_000_000)]
Iin = Annotated[str, BeforeValidator(_iin)]
Line = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=LINE_LIMIT, pattern=r"^\S(?:[^\n]*\S)?$")]
Prose = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=PROSE_LIMIT)]
Id = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)]
Key = Id
"""A key of the law registry, for example «ru-uk-158» or «almaty-executive-body»; whether it exists is checked apart."""
Country = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{2}$")]
Proof = Annotated[tuple[Id, ...], Field(max_length=20)]


class Words(Facts):
    """One short text in the languages of the filing."""

    ru: Line = Field(description="in Russian")
    kk: Line | None = Field(None, description="in Kazakh")
    en: Line | None = Field(None, description="in English")


class Text(Facts):
    """A longer text in the languages of the filing; a blank line starts a new paragraph."""

    ru: Prose = Field(description="in Russian")
    kk: Prose | None = Field(None, description="in Kazakh")
    en: Prose | None = Field(None, description="in English")


def proof() -> Any:
    """The field by which a fact names the annexes that prove it."""
    return Field((), description="ids of the annexes that prove this fact")
