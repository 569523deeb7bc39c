"""Compiles a checked template with Jinja's lexer and parser into a tree of plain data, which `runtime` walks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from panahat.messages import N_
from panahat.sandbox import runtime

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


@cache
def sandbox() -> Environment:
    """Jinja as a reader: nothing that it could reach or run is ever used."""
    return Environment(keep_trailing_newline=True, cache_size=0)  # noqa: S701 - it prints nothing; `runtime` escapes


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


def compile_source(source: str) -> list[Any]:
    """The tree of `source` that `runtime` walks; `{_{` in fixed text means `{{`. Raises jinja2.TemplateSyntaxError."""
    return _block(sandbox().parse(source).body)


def _block(body: Iterable[nodes.Node]) -> list[Any]:
    return [step for node in body for step in _steps(node)]


def _steps(node: nodes.Node) -> Iterator[Any]:
    """What a statement does: fixed text, or an operation with its line.

    A suffix after a printed value keeps to it at the end of a line, and «№» to its number: «{{ n }}-тармақ», «№ {{ n }}».
    """
    if isinstance(node, nodes.Output):
        printed = False
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                text = _unescaped(part.data).replace("№ ", "№\u00a0")
                yield f"\u2011{text[1:]}" if printed and text[:1] == "-" and text[1:2].isalpha() else text
            else:
                yield ["print", part.lineno, _value(part)]
            printed = not isinstance(part, nodes.TemplateData)
    elif isinstance(node, nodes.If):
        otherwise = node.else_
        for other in reversed(node.elif_):
            otherwise = [nodes.If(other.test, other.body, [], otherwise, lineno=other.lineno)]
        yield ["if", node.lineno, _value(node.test), _block(node.body), _block(otherwise)]
    elif isinstance(node, nodes.For) and not node.recursive:
        test = _value(node.test) if node.test else None
        yield ["for", node.lineno, _target(node.target), _value(node.iter), test, _block(node.body), _block(node.else_)]
    elif isinstance(node, nodes.Assign):
        yield ["set", node.lineno, _target(node.target), _value(node.node)]
    else:
        raise _unknown(node)


def _target(node: nodes.Node) -> Any:
    """A name, or a list of names that an item of a list is taken apart into."""
    if isinstance(node, nodes.Name) and node.name != "loop":
        return node.name
    if isinstance(node, nodes.Tuple):
        return [_target(item) for item in node.items]
    raise _unknown(node)


def _value(node: nodes.Node) -> list[Any]:
    """The operation that gives the value of an expression."""
    match node:
        case nodes.Name():
            return ["name", node.name]
        case nodes.Const(value=str() | int() | float() as value):
            return ["const", value]
        case nodes.TemplateData():
            return ["const", _unescaped(node.data)]
        case nodes.List() | nodes.Tuple() | nodes.Concat():
            items = node.nodes if isinstance(node, nodes.Concat) else node.items
            return [type(node).__name__.lower(), *map(_value, items)]
        case nodes.CondExpr():
            return ["cond", _value(node.test), _value(node.expr1), _value(node.expr2) if node.expr2 else None]
        case nodes.Filter(node=nodes.Node() as inner) | nodes.Test(node=inner):
            known = runtime.FILTERS if isinstance(node, nodes.Filter) else runtime.TESTS
            if node.name in known and not (node.kwargs or node.dyn_args or node.dyn_kwargs):
                return [type(node).__name__.lower(), node.name, _value(inner), *map(_value, node.args)]
        case nodes.Getattr():
            return ["field", _value(node.node), node.attr]
        case nodes.Getitem():
            return ["item", _value(node.node), _value(node.arg)]
        case nodes.Compare():
            return ["compare", _value(node.expr), *([operand.op, _value(operand.expr)] for operand in node.ops)]
        case nodes.Add() | nodes.Sub():
            return ["binary", node.operator, _value(node.left), _value(node.right)]
        case nodes.And() | nodes.Or():
            return [node.operator, _value(node.left), _value(node.right)]
        case nodes.Not():
            return ["not", _value(node.node)]
    raise _unknown(node)


def _unescaped(text: str) -> str:
    for escaped, brace in _ESCAPES.items():
        text = text.replace(escaped, brace)
    return text


def _unknown(node: nodes.Node) -> TemplateSyntaxError:
    return TemplateSyntaxError(type(node).__name__, node.lineno)
