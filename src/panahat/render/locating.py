"""Finds the tag of a template at which it and the data do not fit, so that a problem can name its paragraph.

The template is compiled once more with every tag on a line of its own, and run until it stops again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from panahat.problems import Code, Problem
from panahat.render import codes
from panahat.render.compiling import Study, read_template
from panahat.render.tags import ANY_TAG, Tag, problem
from panahat.sandbox.engine import compile_source
from panahat.sandbox.limits import LIMITS
from panahat.sandbox.runtime import Fault, Surface, run
from panahat.seal.zipping import label

_CODES: dict[str, Code] = {
    "undefined": codes.UNDEFINED,
    "not-text": codes.NOT_TEXT,
    "not-a-list": codes.NOT_A_LIST,
    "character": codes.CHARACTER,
    "operation": codes.OPERATION,
}


def locate(content: bytes, name: str, part: str, context: Mapping[str, Any], fault: Exception) -> Problem:
    """The problem that `fault` is, at its place in the template `content`."""
    kind = fault.kind if isinstance(fault, Fault) else "operation"
    if kind in ("size", "rounds"):
        limit = LIMITS["characters" if kind == "size" else "rounds"]
        code = codes.TOO_LONG if kind == "size" else codes.TOO_MANY_ROUNDS
        return Problem(code, file=name, facts={"part": label(part), "limit": f"{limit:,}"})
    tag = _tag(read_template(content), part, context)
    named = fault.name if isinstance(fault, Fault) else ""
    if tag is None:
        facts = {"part": label(part), "paragraph": "–", "tag": "…", "name": named}
        return Problem(_CODES[kind], file=name, facts=facts)
    found = problem(_CODES[kind], tag.line, tag=tag.text, name=named)
    return Problem(found.code, file=name, path=found.path, facts=found.facts)


def _tag(study: Study, part: str, context: Mapping[str, Any]) -> Tag | None:
    """The tag at which the part stops; None where merged cells leave the order of tags unclear."""
    source = next(s.source for s in study.sources() if s.part == part)
    places = [m.start() for m in ANY_TAG.finditer(source) if not m[0].startswith("{#")]
    tags = study.tags[part]
    if len(places) != len(tags):
        return None
    spread, at = "", 0
    for place in places:
        spread += source[at:place].replace("\n", " ") + "\n"
        at = place
    surface = Surface()
    try:
        run(compile_source(spread + source[at:].replace("\n", " ")), context, surface)
    except (Fault, TypeError):
        return tags[surface.line - 2] if 2 <= surface.line < len(tags) + 2 else None
    return None
