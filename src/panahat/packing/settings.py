"""What `templates/sheets/pack.yaml` says: routes with their limits, the words of stamps, the names of files."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from panahat.library import Library
from panahat.record_checking import read_record
from panahat.records import AllWords, Kind, Record

FILE = "sheets/pack.yaml"


class Route(Record):
    """A way to the body. What is not said has no limit; `basis` says whether a limit is a norm or a default of ours."""

    title: AllWords
    basis: Literal["default", "norm"]
    verify: bool = False
    file_mb: int | None = None
    name_letters: int
    checked_on: date


class Stamp(Record):
    """The words of a stamp in one language: over the first page, over the others, the number of the page."""

    first: str
    again: str
    page: str


class FileNames(Record):
    """The words of file names in one language, in Latin letters."""

    annex: Annotated[str, Kind("key")]
    list: Annotated[str, Kind("key")]
    note: Annotated[str, Kind("key")]
    whole: Annotated[str, Kind("key")]
    aside: Annotated[str, Kind("key")]
    review: Annotated[str, Kind("key")]


class Titles(Record):
    """How the parts of a pack are called in one language."""

    list: str
    note: str
    whole: str


class Settings(Record):
    """All of it; `vocabulary` describes the names that the two sheets print."""

    vocabulary: Annotated[Mapping[str, str], Kind("column")]
    routes: Mapping[str, Route]
    stamps: Mapping[str, Stamp]
    names: Mapping[str, FileNames]
    titles: Mapping[str, Titles]


def load(library: Library) -> Settings:
    """The settings on the library. Raises Refused with everything wrong with them."""
    return read_record(FILE, library.find(FILE), Settings)
