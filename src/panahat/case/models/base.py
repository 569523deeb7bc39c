"""What every fact is made of: frozen models, and text typed by the schema alone.

The reader hands over text, lists and mappings. Each type here says how a text becomes a value, and refuses with a short
reason that never repeats the text itself. `None` always means «not known»; an empty list means «none».
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, StringConstraints

from panahat.case import kinds
from panahat.case.limits import ID, LINE, PROSE

if TYPE_CHECKING:
    from panahat import moments


class Facts(BaseModel):
    """A group of facts: frozen, and no key beyond those described."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    def __repr_args__(self) -> Sequence[tuple[str | None, Any]]:
        """Nothing: no fact gets into a traceback or a log by way of `repr`."""
        return ()


ONE_LINE = r"^\S(?:[^\n]*\S)?$"
ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
COUNTRY = r"^[A-Z]{2}$"

Day = Annotated[date, BeforeValidator(kinds.day)]
if TYPE_CHECKING:
    Partial = moments.AnyDate
    PartialOrUnknown = moments.AnyDate | None
else:
    Partial = Annotated[Any, PlainValidator(kinds.partial)]
    PartialOrUnknown = Annotated[Any, PlainValidator(kinds.partial_or_unknown)]
"""A date known to the day, the month or the year; `PartialOrUnknown` may also say that it is not known at all."""
Flag = Annotated[bool, BeforeValidator(kinds.flag)]
Count = Annotated[int, BeforeValidator(kinds.count)]
Positive = Annotated[int, BeforeValidator(kinds.positive)]
Iin = Annotated[str, BeforeValidator(kinds.iin)]
Line = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=LINE, pattern=ONE_LINE)]
Prose = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=PROSE)]
Id = Annotated[str, StringConstraints(strict=True, pattern=ID_PATTERN, max_length=ID)]
Key = Id
"""A key of the law registry, for example «ru-uk-158» or «almaty-executive-body»; whether it exists is checked apart."""
Country = Annotated[str, StringConstraints(strict=True, pattern=COUNTRY)]


class Prints(str):
    """A mark on a type: how a text prints its values, where the type alone does not say it (see draft/context/printing)."""

    __slots__ = ()


Years = Annotated[Count, Prints("years")]
"""A term in years; a text may print it counted: «5 лет»."""
Days = Annotated[Count, Prints("days")]
NormKey = Annotated[Key, Prints("norm")]
"""A key of an article in the law data: printed as its citation, narrowed to the part and point beside it."""
Article = Annotated[Line, Prints("article")]
"""The number of an article of the code beside it: printed as its citation, narrowed to the part and point beside it."""
Number = Annotated[Line, Prints("number")]
"""A number of a paper: left out of the sentence where it is not known or the file says `none`."""
BodyKey = Annotated[Key, Prints("body")]
"""A key of a body or officer in the law data: printed by its name in every case."""


if TYPE_CHECKING:
    Moment = moments.Moment
else:
    Moment = Annotated[Any, PlainValidator(kinds.moment)]  # pydantic need not look into the tuple
"""A day, and its hour and minute where they are known."""


class Words(Facts):
    """One short text in the languages of the filing."""

    ru: Line = Field(description="in Russian")
    kk: Line | None = Field(None, description="in Kazakh")
    en: Line | None = Field(None, description="in English")


Sheets = Annotated[Any, PlainValidator(kinds.sheets)]
"""The sheets of a document that a fact rests on: the first and the last."""


class Reference(Facts):
    """An annex that proves a fact; its id alone will do where no sheet is named."""

    SHORT: ClassVar[str] = "annex"

    annex: Id = Field(description="id of the annex")
    page: Sheets | None = Field(None, description="sheet of the annex on which it stands")
    pages: Sheets | None = Field(None, description="sheets of the annex, where there are several: 4-6")
    confirmed_by: Words | None = Field(
        None, description="who or what else confirms it, in the nominative: «показания соседа»"
    )


Proof = Annotated[tuple[Reference, ...], Field(max_length=20)]


class Text(Facts):
    """A longer text in the languages of the filing; a blank line starts a new paragraph."""

    ru: Prose = Field(description="in Russian")
    kk: Prose | None = Field(None, description="in Kazakh")
    en: Prose | None = Field(None, description="in English")
    proof: Proof = Field(
        (), description="annexes that prove this text, if others than those of its group: ids, also with a sheet"
    )


Named = Annotated[Words, Prints("named")]
"""A body, place, person or thing in the nominative: printed in every case."""


def proof() -> Any:
    """The field by which a fact names the annexes that prove it."""
    return Field((), description="annexes that prove this fact: ids, also with a sheet")
