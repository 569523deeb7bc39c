"""Arguments turned into sections of blocks: each text filled with the case's words, numbered, and knowing its origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from panahat import opener
from panahat.argue.model import Argument
from panahat.drafting.codes import BAD_TEXT, NO_ARGUMENT_TEXT, UNDEFINED_NAME
from panahat.drafting.marks import Ledger
from panahat.drafting.passages import DIALECT, Block, Run, blocks, to_jinja
from panahat.drafting.traced import Source, Traced
from panahat.library import Library
from panahat.problems import Problem, Refused
from panahat.sandbox import BadText, Fault, compile_text, run_text


def written(argument: Argument, library: Library, language: str, data: Mapping[str, Any]) -> list[Block]:
    """The blocks of an argument's text; raises Refused where there is no text or it uses a name that has no value."""
    name = f"arguments/{argument.id}/{language}.md"
    file = library.find(name)
    if file is None:
        raise Refused([Problem(NO_ARGUMENT_TEXT, name, facts={"argument": argument.id, "language": language})])
    source = opener.read_text(file, name)
    ledger = Ledger()
    try:
        printed = run_text(compile_text(source, DIALECT, to_jinja), data, ledger.finalize)
    except BadText as error:
        raise Refused([Problem(BAD_TEXT, name, facts={"reason": error.reason})]) from None
    except Fault as fault:
        raise Refused([fault_problem(fault, name, source)]) from None
    return blocks(printed, ledger, language)


def fault_problem(fault: Fault, name: str, source: str = "") -> Problem:
    """What a text called `name` got wrong about the data: the name without a value, at its first line in `source`."""
    line = next((n for n, text in enumerate(source.splitlines(), 1) if "{" in text and fault.name in text), None)
    if fault.kind == "undefined":
        return Problem(UNDEFINED_NAME, name, line=line, facts={"name": fault.name})
    return Problem(BAD_TEXT, name, facts={"reason": str(fault)})


def section_argument(argument: Argument, number: str, body: Sequence[Block], language: str) -> dict[str, Any]:
    """An argument as the template sees it: number, heading, blocks, lines of the summary, objections with their answers."""
    heading = next((b for b in body if b.kind == "head"), None)
    title = Traced(heading.text if heading else argument.title[language], _origin(argument, 0, heading))
    short = [b for b in body if b.kind == "summary"]
    made = list(_blocks(argument, [b for b in body if b.kind not in ("head", "summary")]))
    for block, following in zip(made, [*made[1:], {"kind": ""}], strict=True):
        block["next"] = following["kind"]
    summary = [
        {"n": number, "text": Traced(b.text, _origin(argument, k, b))} for k, b in enumerate(short, len(body) + 1)
    ]
    answers = [
        {"objection": said.text, "answer": reply.text}
        for said, reply in pairwise(body)
        if (said.kind, reply.kind) == ("objection", "answer")
    ]
    return {"id": argument.id, "n": number, "title": title, "blocks": made, "summary": summary, "answers": answers}


def _blocks(argument: Argument, body: Sequence[Block]) -> Iterable[dict[str, Any]]:
    """Blocks as the template sees them: rows gathered to tables, an answer in the paragraph of its objection."""
    table: dict[str, Any] | None = None
    said: dict[str, Any] | None = None
    for k, block in enumerate(body, 1):
        origin = _origin(argument, k - (block.kind == "answer"), block)
        if block.kind in ("row-head", "row"):
            cells = [{"runs": _runs(cell, origin)} for cell in block.cells]
            if table is None:
                table = {"kind": "table", "columns": len(cells), "head": cells, "rows": []}
            else:
                table["rows"].append(cells)
            continue
        if table is not None:
            yield table
            table = None
        runs = _runs(block.runs, origin)
        if block.kind == "answer" and said is not None:
            said["runs"] += [{"text": Traced(" "), "bold": False, "italic": False}, *runs]
            continue
        kind = "para" if block.kind in ("objection", "answer") else block.kind
        made = {"kind": kind, "n": str(block.n) if block.n else "", "runs": runs}
        said = made if block.kind == "objection" else None
        yield made
    if table is not None:
        yield table


def _runs(runs: Iterable[Run], origin: frozenset[Source]) -> list[dict[str, Any]]:
    return [{"text": Traced(r.text, origin), "bold": r.bold, "italic": r.italic} for r in runs]


def _origin(argument: Argument, paragraph: int, block: Block | None) -> frozenset[Source]:
    own = frozenset([Source("argument", f"{argument.id}#{paragraph}")])
    return own | block.sources if block else own
