"""pydantic's compiled core alone.

Its package also describes schemas in Python, which nobody needs who only reads a case; importing that takes a twentieth of a
command's time. So the compiled module is imported with an empty package in place of the real one, which anybody may still
import afterwards and which then holds these very classes.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError, SchemaValidator, ValidationError, __version__
else:

    def _part(package: str, module: str) -> Any:
        """The module `package.module`, without the package's own `__init__`."""
        spec = find_spec(package) if package not in sys.modules else None
        if spec is None or spec.submodule_search_locations is None:
            return import_module(f"{package}.{module}")
        sys.modules[package] = front = ModuleType(package)
        front.__path__ = spec.submodule_search_locations
        try:
            return import_module(f"{package}.{module}")
        finally:
            del sys.modules[package]

    _core = _part("pydantic_core", "_pydantic_core")
    PydanticCustomError = _core.PydanticCustomError
    SchemaValidator = _core.SchemaValidator
    ValidationError = _core.ValidationError
    __version__ = _core.__version__

__all__ = ["PydanticCustomError", "SchemaValidator", "ValidationError", "__version__"]
