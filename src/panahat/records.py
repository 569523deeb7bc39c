"""What a data file says at one place, as an object: a class is declared once, and its annotations are all there is to say.

They are the attributes, the shape that `record_checking` holds a file to, and how what was found good is read. A field
without a default must be in the file; one of type `… | None` without a default too, but may say `null`. Classes stand in
modules without `from __future__ import annotations`: ready annotations cost less than texts that are compiled when asked.

    class Body(Record):
        key: Key
        name: Words
        checked_on: date
        address: str | None = None

    Body({"key": "sc", "name": {"ru": "Верховный Суд"}, "checked_on": "2026-11-20"}).checked_on
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, NoReturn, TypeVar, Union, get_args, get_origin

from msgspec import Struct

Raw = Mapping[str, Any]
T = TypeVar("T")


class Kind(Struct, frozen=True):
    """A mark on `str`: the kind of text, by its name in `record_checking`."""

    name: str


class OneOf(Struct, frozen=True):
    """A mark on `str`: the words of which it is one, where no type can list them."""

    words: tuple[str, ...]


class Refers(Struct, frozen=True):
    """A mark: what it names must exist in one of the sections of the registry; a key, unless a kind is given before it."""

    sections: tuple[str, ...]


class Least(Struct, frozen=True):
    """A mark on a list: the least number of its items."""

    items: int


class Names(Struct, frozen=True):
    """A mark on a mapping: the names that its fields have, and those that must be there (None: all of them)."""

    names: tuple[str, ...]
    needed: tuple[str, ...] | None = None


class Written(Struct, frozen=True):
    """A mark on a field: how the file calls it, where its attribute has another name."""

    name: str


class Single(Struct, frozen=True):
    """A mark on a list: one item may stand there without a list around it."""


class Added(Struct, frozen=True):
    """A mark on a field that no file writes: it is added when the file is read."""


Key = Annotated[str, Kind("key")]
"""Small Latin letters, digits and hyphens."""
Condition = Annotated[Any, Kind("condition")]
"""A condition as plain data; what it names is checked where conditions are."""
Some = Annotated[Sequence[T], Least(1)]
"""A list that is not empty."""

NEEDED: Any = object()
"""The default of a field that the file must have."""


class Field(Struct, frozen=True):
    """One field of a record: its name in the file, its type, and what it is where the file does not say it."""

    written: str
    type: Any
    default: Any = NEEDED

    @property
    def needed(self) -> bool:
        """Whether the file must have it."""
        return self.default is NEEDED

    def of(self, raw: Raw) -> Any:
        """Its value in the plain data of a record."""
        value = raw.get(self.written)
        if value is not None:
            make = maker(self.type)
            return make(value) if make else value
        if self.needed and not self.nullable:
            raise KeyError(self.written)
        return None if self.needed else self.default

    @property
    def nullable(self) -> bool:
        """Whether it may be `null`."""
        inner = get_args(self.type)
        return type(None) in (get_args(inner[0]) if get_origin(self.type) is Annotated else inner)


class Record:
    """Base of all such classes. Each value is made from the plain data `raw` when it is first asked for, and kept.

    `alone` is the field that may stand for the whole: a text or list in the place of a group is its value.
    """

    fields: ClassVar[dict[str, Field]] = {}
    alone: ClassVar[str] = ""
    raw: Raw

    def __init__(self, raw: Raw) -> None:
        self.__dict__["raw"] = raw

    def __init_subclass__(cls, alone: str = "") -> None:
        cls.alone = alone or cls.alone
        cls.fields = dict(cls.fields)
        for name, annotation in vars(cls).get("__annotations__", {}).items():
            default = vars(cls).get(name, NEEDED)
            if default is not NEEDED:
                delattr(cls, name)
            marks = annotation.__metadata__ if get_origin(annotation) is Annotated else ()
            written = next((mark.name for mark in marks if isinstance(mark, Written)), name)
            cls.fields[name] = Field(written, annotation, default)

    if not TYPE_CHECKING:  # else no misspelt attribute would be found

        def __getattr__(self, name: str) -> Any:
            field = type(self).fields.get(name)
            if field is None:
                raise AttributeError(name)
            value = self.__dict__[name] = field.of(self.raw)
            return value

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.raw == other.raw

    def __hash__(self) -> int:
        return hash(str(self.raw))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.raw!r})"

    def as_dict(self) -> dict[str, Any]:
        """Every field by name."""
        return {name: getattr(self, name) for name in type(self).fields}


class Words(NamedTuple):
    """One text in the languages in which it is known. In a file it has Russian, unless its mark says otherwise."""

    ru: str | None = None
    kk: str | None = None
    en: str | None = None

    @classmethod
    def of(cls, raw: Raw) -> "Words":
        return cls(raw.get("ru"), raw.get("kk"), raw.get("en"))


LANGUAGES = ("ru", "kk", "en")
AnyWords = Annotated[Words, Names(LANGUAGES, ())]
"""A text in one language or more."""
AllWords = Annotated[Words, Names(LANGUAGES)]
"""A text in all languages."""

Make = Callable[[Any], Any]
_makers: dict[Any, Make | None] = {}


def maker(annotation: Any) -> Make | None:
    """What makes a value of that type from plain data; None where the plain data is the value."""
    try:
        return _makers[annotation]
    except KeyError:
        made = _makers[annotation] = _maker(annotation)
        return made


def bare(annotation: Any) -> Any:
    """The type without its marks and without `None`."""
    while (origin := get_origin(annotation)) in (Annotated, Union, UnionType):
        inner = [one for one in get_args(annotation) if one is not type(None)]
        if origin is not Annotated and len(inner) > 1:
            break
        annotation = inner[0]
    return annotation


def _maker(annotation: Any) -> Make | None:
    plain = bare(annotation)
    origin, inner = get_origin(plain), get_args(plain)
    if plain is date:
        return date.fromisoformat
    if origin is Sequence:
        item = maker(inner[0])
        return (lambda values: tuple(map(item, values))) if item else None
    if origin is Mapping:
        value = maker(inner[1])
        return (lambda values: {name: value(one) for name, one in values.items()}) if value else None
    if isinstance(plain, type) and issubclass(plain, Record):
        return plain
    made: Make | None = getattr(plain, "of", None)
    return made
