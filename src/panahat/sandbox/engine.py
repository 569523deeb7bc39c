"""Compiles a checked template with Jinja: its lexer, parser, code generator and sandbox; `runtime` runs the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import generate
from jinja2.sandbox import ImmutableSandboxedEnvironment

from panahat.messages import N_
from panahat.sandbox import runtime

_IMPORT = re.compile(r"from jinja2\.runtime import [^\n]*\n")
_ESCAPES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.List,
    nodes.Tuple,
    nodes.CondExpr,
    nodes.Filter,
    nodes.Test,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Concat,
    nodes.Compare,
    nodes.Operand,
    nodes.Add,
    nodes.Sub,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.If,
    nodes.For,
    nodes.Assign,
)
_CALLED = {
    nodes.Call: N_("a call"),
    nodes.Mul: N_("a multiplication"),
    nodes.Pow: N_("a power"),
    nodes.Mod: N_("a remainder"),
    nodes.Slice: N_("a slice"),
    nodes.Macro: N_("a macro"),
}


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with nothing to reach: no globals, no loader, few filters, nothing callable, undefined names an error."""

    intercepted_binops = frozenset("+-")

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, finalize=runtime.printed, keep_trailing_newline=True, cache_size=0)
        self.globals.clear()
        self.filters = {**runtime.FILTERS, runtime.EACH: lambda values: values}
        self.tests = dict(runtime.TESTS)

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called."""
        return False

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing has attributes."""
        return False


@cache
def sandbox() -> Sandbox:
    return Sandbox()


def forbidden(source: str) -> Iterator[str]:
    """What in the Jinja text `source` no template may use, in words. Raises jinja2.TemplateSyntaxError."""
    tree = sandbox().parse(source)
    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.Filter) and node.name not in runtime.FILTERS:
            yield f"|{node.name}"
        elif isinstance(node, nodes.Test) and node.name not in runtime.TESTS:
            yield f"is {node.name}"
        elif isinstance(node, (nodes.Filter, nodes.Test)) and (node.kwargs or node.dyn_args or node.dyn_kwargs):
            yield f"|{node.name}(…=…)"
        elif isinstance(node, nodes.Const) and node.value is None:
            yield "none"
        elif isinstance(node, nodes.For) and node.recursive:
            yield "recursive"
        elif isinstance(node, (nodes.Getattr, nodes.Name)) and _private(node):
            yield "_"
        elif not isinstance(node, (*_ALLOWED, nodes.Keyword)):
            yield "@" + _CALLED[type(node)] if type(node) in _CALLED else type(node).__name__


def _private(node: nodes.Node) -> bool:
    name = node.attr if isinstance(node, nodes.Getattr) else getattr(node, "name", "")
    return name.startswith("_") or name in ("self", "super", "caller", "varargs", "kwargs")


def compile_source(source: str, filename: str) -> CodeType:
    """The code that prints `source`: every loop counted, every value escaped, `{_{` turned into `{{` in fixed text."""
    environment = sandbox()
    tree = environment.parse(source)
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, runtime.EACH, [], [], None, None, lineno=loop.lineno)
    for data in tree.find_all(nodes.TemplateData):
        for escaped, brace in _ESCAPES.items():
            data.data = data.data.replace(escaped, brace)
    tree.set_environment(environment)
    python = generate(tree, environment, None, None) or ""
    first = _IMPORT.match(python)
    if first is None:
        raise RuntimeError("this version of Jinja generates code in another form; runtime.py must be taught it")
    return compile(python[first.end() :], filename, "exec", dont_inherit=True)
