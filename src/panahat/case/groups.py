"""What a loaded case is made of: frozen groups of facts, one class a model, without the weight of the models.

Where the models are loaded anyway, a case is made of them; both have the same attributes.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import Any, NoReturn, Self

_MODELS = "panahat.case.models"


class Group:
    """A frozen group of facts with the attributes of the model of the same name; never shows a value in its `repr`."""

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen; change the case file instead")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen; change the case file instead")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __copy__(self) -> Self:
        made = object.__new__(type(self))
        for slot in filter(partial(hasattr, self), Group.__slots__[1:]):
            object.__setattr__(made, slot, getattr(self, slot))
        vars(made).update(vars(self))
        return made


def models_loaded() -> bool:
    """Whether the pydantic models are loaded in this process."""
    return hasattr(sys.modules.get(_MODELS), "Case")


def group_class(name: str) -> type[Any]:
    """The class for groups of the model `name`: the model itself where the models are loaded, else a light one."""
    if models_loaded():
        return _below(sys.modules[f"{_MODELS}.base"].Facts)[name]
    return type(name, (Group,), {"__slots__": (), "__module__": __name__})


def _below(base: type[Any]) -> dict[str, type[Any]]:
    """Every class derived from `base` by name."""
    return {base.__name__: base} | {name: c for sub in base.__subclasses__() for name, c in _below(sub).items()}
