"""Groups of facts as texts see them: names, each with its form, printed when a text first asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from panahat.drafting.context.scribe import Fact


class Form(Struct, frozen=True):
    """What a printed value may be asked for: `names` after a dot, those of the `group` of the schema too, `each` in a loop.

    A text or a flag has none of these.
    """

    names: Mapping[str, Form] = {}
    each: Form | None = None
    group: str = ""

    @classmethod
    def of(cls, data: Any) -> Form:
        """The form of plain data."""
        return cls({name: cls.of(value) for name, value in data.items()}) if isinstance(data, Mapping) else TEXT


TEXT = Form()
ANY = Form()
"""A value whose names depend on the case."""
TEXTS = Form(each=TEXT)


class Name(Struct, frozen=True):
    """One name of a group: its form, what makes its value of the group's fact, and the facts of the group it rests on."""

    form: Form
    value: Callable[[Fact], Any]
    of: tuple[str, ...] = ()


class Group(dict[str, Any]):
    """A group of facts in words; each name is printed when it is first asked for. Where it is absent, so are its names.

    A `marked` one is absent and still to be clarified: its names print the mark.
    """

    def __init__(self, names: Mapping[str, Name], fact: Fact, *, marked: bool = False) -> None:
        super().__init__()
        self._names = names
        self._fact = fact
        self._marked = marked

    def get(self, name: str, default: Any = None) -> Any:
        found = super().get(name)
        if found is None and (made := self._names.get(name)) is not None:
            absent: Any = [] if made.form.each else False
            found = made.value(self._fact) if self._fact or made.form.group or self._marked else absent
            self[name] = found
        return default if found is None else found

    def __contains__(self, name: object) -> bool:
        return name in self._names or super().__contains__(name)

    def __missing__(self, name: str) -> Any:
        if name not in self._names:
            raise KeyError(name)
        return self.get(name)

    def __bool__(self) -> bool:
        return self._marked or bool(self._fact)


__all__ = ["ANY", "TEXT", "TEXTS", "Form", "Group", "Name"]
