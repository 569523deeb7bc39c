"""The compiled cores of pydantic and of PyYAML alone.

Their packages also describe schemas, and read and write YAML, in Python, which nobody needs who only reads a case; importing
them takes a tenth of a command's time. So each compiled module is imported in front of its package, which becomes whole, with
these very classes, as soon as anybody asks it for something else.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any


def _part(package: str, module: str, first: str = "", errors: str = "") -> Any:
    """The module `package.module`; the package's own `__init__` waits until anything else of it is asked for.

    Before it come the modules `first`; of the modules `errors` it gets the exception that each is imported for, no more.
    """
    spec = find_spec(package) if package not in sys.modules else None
    if spec is None or spec.loader is None:
        return import_module(f"{package}.{module}")
    loader, front = spec.loader, module_from_spec(spec)

    def whole(name: str) -> Any:
        del vars(front)["__getattr__"]
        loader.exec_module(front)
        return getattr(front, name)

    vars(front)["__getattr__"] = whole
    sys.modules[package] = front
    for name in first.split():
        import_module(f"{package}.{name}")
    for name in errors.split():
        sys.modules[f"{package}.{name}"] = part = ModuleType(name)
        error = f"{name.capitalize()}Error"
        setattr(part, error, type(error, (front.error.YAMLError,), {}))
        setattr(front, name, part)
    try:
        return import_module(f"{package}.{module}")
    finally:
        for name in errors.split():
            del sys.modules[f"{package}.{name}"]
            delattr(front, name)


if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError, SchemaValidator, ValidationError, __version__
else:
    _core = _part("pydantic_core", "_pydantic_core")
    PydanticCustomError = _core.PydanticCustomError
    SchemaValidator = _core.SchemaValidator
    ValidationError = _core.ValidationError
    __version__ = _core.__version__


@cache
def libyaml() -> Any:
    """PyYAML's compiled parser with its events and errors; None where PyYAML was built without it."""
    with suppress(ImportError):
        first, errors = (
            "error tokens events nodes scanner parser composer",
            "reader constructor representer emitter serializer",
        )
        return _part("yaml", "_yaml", first, errors)
    return None


__all__ = ["PydanticCustomError", "SchemaValidator", "ValidationError", "__version__", "libyaml"]
