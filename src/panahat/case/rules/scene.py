"""What a rule may look at, and how it says what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct

from panahat.case.engine import shapes
from panahat.case.facts import expand, get
from panahat.case.needs import Needs, dotted
from panahat.problems import Code, Path, Problem

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile
    from panahat.case.models import Case
    from panahat.law.registry import Law


class Scene(Struct, frozen=True, eq=False):
    """A case, the law, and the circumstances of the check.

    `needs` are those of the filing asked for (None if none), `base` the folder of the case file (None: none, as standard
    input), `arguments` the ids of all arguments (None: not known here), `today` the day of the check (None: not asked).
    """

    __repr__ = object.__repr__  # never what it holds

    file: CaseFile
    law: Law
    needs: Needs | None
    final: bool
    base: FilePath | None
    languages: tuple[str, ...]
    arguments: frozenset[str] | None
    today: date | None

    @property
    def case(self) -> Case:
        return self.file.case

    def get(self, path: str | Path) -> Any:
        """The fact at `path`, None where it is not known."""
        return get(self.file.case, path)

    def expand(self, pattern: str) -> Iterator[tuple[Path, Any]]:
        """(path, value) of every place the pattern names where the value is known."""
        return ((path, value) for path, value in expand(self.file.case, pattern) if value is not None)

    def problem(self, code: Code, path: Path, **facts: str) -> Problem:
        """A problem at `path`, with «key» and «field» filled in from the schema."""
        field = shapes().field(path)
        named = {"key": dotted(path), "field": f"@{field.description}" if field is not None else ""}
        line, column = self.file.positions.of(path)
        return Problem(code, self.file.name, path, line, column, {**named, **facts})


def described(path: Path) -> str:
    """The help text of the key at `path`, as a fact that is translated when it is shown."""
    field = shapes().field(path)
    return f"@{field.description}" if field is not None else ""


Rule: TypeAlias = Callable[[Scene], Iterator[Problem]]
