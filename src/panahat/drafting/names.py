"""Every name in a text held against the vocabulary, in every branch, without any case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from panahat import opener
from panahat.argue.model import Argument
from panahat.case.engine import shapes
from panahat.drafting.codes import BAD_TEXT, NOT_PRINTABLE, UNKNOWN_NAME
from panahat.drafting.context import Printer, blank
from panahat.drafting.context.chronology import pairs_form
from panahat.drafting.context.groups import ANY, TEXT, Form
from panahat.drafting.context.printing import PRINTED
from panahat.drafting.filings import FilingKind
from panahat.drafting.forms import SHEET_LANGUAGE
from panahat.drafting.outline import Line
from panahat.drafting.periods import term_form
from panahat.law.registry import Law
from panahat.library import Library
from panahat.messages import N_, Translator
from panahat.pages import read_page
from panahat.problems import Problem
from panahat.sandbox import BadText, compile_text
from panahat.sandbox.runtime import LOOP

_HEADS = (N_("Place"), N_("Names"), N_("What it is"))
_RUNS = Form(each=Form(dict.fromkeys(("text", "bold", "italic"), TEXT)))
_CELLS = Form(each=Form(each=Form({"runs": _RUNS})))
_BLOCK = {
    **dict.fromkeys(("kind", "next", "n", "columns"), TEXT),
    "runs": _RUNS,
    "head": Form(each=Form({"runs": _RUNS})),
    "rows": _CELLS,
}
_ARGUMENT = Form({"n": TEXT, "id": TEXT, "title": TEXT, "blocks": Form(each=Form(_BLOCK))})
_SECTION = Form({"n": TEXT, "id": TEXT, "title": TEXT, "arguments": Form(each=_ARGUMENT)})
_MADE = Form({"n": TEXT})
SHEETS = {"sheet": "sheets/sheet.yaml", "pack": "sheets/pack.yaml"}
"""The files that describe what sheets print, by the name under which it stands."""
_LIST = ("список", "таблица")
_FIELD = re.compile(r"[a-z_]+")
Scope = Mapping[str, Form]


def table(law: Law, language: str, tr: Translator) -> str:
    """Every name of the schema as a table in Markdown, a row a group: its place, its names, what it is.

    `x.*` has forms, `x[]` is a list; a group has a row of its own. Names that follow from the kind of a field are left out.
    """
    printer = blank(law, language)
    rows = [f"| {tr(_HEADS[0])} | {tr(_HEADS[1])} | {tr(_HEADS[2])} |", "|---|---|---|"]
    waiting = [("", "Case", "")]
    while waiting:
        place, group, said = waiting.pop(0)
        fields = shapes()[group].fields.values()
        below = [f for f in fields if f.group and f.group not in PRINTED]
        names = [f.key for f in fields if f not in below and f.kind != "table"]
        names += [n for n in (printer.more[group]() if group in printer.more else ()) if n not in names]
        forms = printer.names(group)
        shown = " ".join(_shown(n, forms[n].form) for n in names if n in forms)
        if place:
            rows.append(f"| `{place}` | {f'`{shown}`' if shown else ''} | {said} |")
        waiting[:0] = [(f"{place}.{f.key}".lstrip(".") + "[]" * f.many, f.group, tr(f.description)) for f in below]
    return "\n".join(rows) + "\n"


def _shown(name: str, form: Form) -> str:
    return name + ("[]" if form.each else ".*" if form.names or form.group else "")


class Flaw(NamedTuple):
    """A name that a text may not use: its line, the name, the nearest one that exists; «»: a value that cannot be printed."""

    line: int
    name: str
    nearest: str


def unknown_names(
    library: Library,
    law: Law,
    filings: Mapping[str, FilingKind],
    arguments: Sequence[Argument],
    parts: Callable[[str], Mapping[str, Sequence[Line]]],
) -> Iterator[Problem]:
    """Every name in a template, a review sheet or an argument that the vocabulary does not have.

    `parts` gives the paragraphs of a Word template: the body under «», headers, footers and notes by their names.
    """
    for name, _ in library.walk("sheets", ".docx"):
        yield from _in_word(name, parts(name), _of_sheet(library), blank(law, SHEET_LANGUAGE))
    for language in dict.fromkeys(x for filing in filings.values() for x in filing.languages):
        printer = blank(law, language)
        cases = printer.case_form()
        common = {**printer.asked(Form(group="Case")), "included": _named(a.id for a in arguments)}
        for kind, filing in filings.items():
            if language in filing.languages:
                name = f"filings/{kind}/{language}.docx"
                yield from _in_word(name, parts(name), {**common, **_of_filing(printer, filing)}, printer)
        for argument in arguments:
            name = f"arguments/{argument.id}/{language}.md"
            file = library.find(name)
            if file is None:
                continue
            own = {"cite": Form(dict.fromkeys(argument.cites, cases)), "section": TEXT}
            source = file.read_text("utf-8")
            told: set[tuple[str, int | None, str]] = set()
            for filing in _pleads(argument, filings):
                for problem in _problems(name, source, {**common, **_of_filing(printer, filing), **own}, printer):
                    if (known := (problem.code.id, problem.line, problem.facts["name"])) not in told:
                        told.add(known)
                        yield problem


def _in_word(name: str, parts: Mapping[str, Sequence[Line]], scope: Scope, printer: Printer) -> Iterator[Problem]:
    """The flaws of a Word template, each part by itself, because what is set in one is not known in another."""
    for part, lines in parts.items():
        called = f"{name} ({part})" if part else name
        yield from _problems(called, "\n".join(line.text for line in lines), scope, printer)


def _of_sheet(library: Library) -> Scope:
    """The names of a sheet, as the files of SHEETS describe them: a list names its fields in Latin letters."""
    scope: dict[str, Form] = {}
    for root, described in SHEETS.items():
        file = library.find(described)
        told = read_page(described, opener.read(file, name=described)).data["vocabulary"] if file is not None else {}
        fields = {
            name.removeprefix(f"{root}."): Form(each=Form(dict.fromkeys(_FIELD.findall(text), ANY)))
            if text.startswith(_LIST)
            else TEXT
            for name, text in told.items()
        }
        scope[root] = Form(fields)
    return scope


def _pleads(argument: Argument, filings: Mapping[str, FilingKind]) -> list[FilingKind]:
    """The filings that may plead an argument, one for each act complained of."""
    found = [f for f in filings.values() if f.place_of(argument)]
    return list({f.act: f for f in found}.values())


def _of_filing(printer: Printer, filing: FilingKind) -> Scope:
    """The names that composing a filing adds to those of the case."""
    numbered = {"additions": _additions(printer), "additions_n": TEXT, "motions_n": TEXT}
    term = term_form(printer)
    return {
        **dict.fromkeys(("draft", "bilingual", "forum", "law_changed"), TEXT),
        "act": Form(group=_group_at(filing.act)) if filing.act else ANY,
        "office": Form(dict.fromkeys(("name", "details", "address", "phone", "email"), TEXT)),
        "term": term,
        "terms": Form(dict.fromkeys((_key(p.key) for p in filing.every_period), term)),
        "pairs": pairs_form(printer, filing.named.values()),
        "sections": Form(each=_SECTION),
        "summary": Form(each=Form(dict.fromkeys(("n", "text"), TEXT))),
        "ask": Form(dict.fromkeys((_key(w.id) for w in filing.asks), _MADE)),
        "motion": Form(dict.fromkeys((_key(w.id) for w in filing.motions), _MADE)),
        "cite": Form(dict.fromkeys(filing.cites, printer.case_form())),
        **numbered,
    }


def _additions(printer: Printer) -> Form:
    passages = Form(each=Form({"n": TEXT}, group="Addition"))
    return Form(dict.fromkeys(("facts", "arguments", "requests"), passages))


def _group_at(path: str) -> str:
    """The group of the schema that a path leads to."""
    steps = tuple(path.replace("[]", "").split("."))
    group = shapes().group_at(steps)
    return group.name if group is not None else ""


def _named(keys: Iterator[str]) -> Form:
    return Form(dict.fromkeys(map(_key, keys), TEXT))


def _key(key: str) -> str:
    return key.replace("-", "_")


def _problems(name: str, text: str, scope: Scope, printer: Printer) -> Iterator[Problem]:
    try:
        tree = compile_text(text)
    except BadText as error:
        yield Problem(BAD_TEXT, name, line=error.line, facts={"reason": error.reason})
        return
    for flaw in dict.fromkeys(_Reader(printer).block(tree, scope)):
        code = UNKNOWN_NAME if flaw.nearest else NOT_PRINTABLE
        yield Problem(code, name, line=flaw.line, facts={"name": flaw.name, "nearest": flaw.nearest})


class _Reader:
    """Reads a compiled text as the sandbox would walk it, in every branch, with forms in place of values."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self._line = 0
        self._flaws: list[Flaw] = []

    def block(self, steps: Sequence[Any], scope: Scope) -> list[Flaw]:
        """Every flaw of a block; what is set in it is known to the steps that follow."""
        own = dict(scope)
        for step in steps:
            if isinstance(step, str):
                continue
            self._line = step[1]
            match step[0], step[2:]:
                case "print", [node]:
                    self._printed(node, own)
                case "if", [test, body, otherwise]:
                    self._form(test, own)
                    self.block(body, own)
                    self.block(otherwise, own)
                case "for", [target, values, test, body, otherwise]:
                    inside = {
                        **own,
                        **self._each(target, self._form(values, own)),
                        "loop": Form(dict.fromkeys(LOOP, TEXT)),
                    }
                    if test is not None:
                        self._form(test, inside)
                    self.block(body, inside)
                    self.block(otherwise, own)
                case "set", [target, node]:
                    form = self._form(node, own)
                    own.update({target: form} if isinstance(target, str) else dict.fromkeys(target, ANY))
        return self._flaws

    def _each(self, target: Any, form: Form) -> dict[str, Form]:
        one = form.each or ANY
        return {target: one} if isinstance(target, str) else dict.fromkeys(target, ANY)

    def _printed(self, node: Sequence[Any], scope: Scope) -> None:
        form = self._form(node, scope)
        if form is not ANY and (form.each or form.group or form.names):
            self._flaws.append(Flaw(self._line, _written(node), ""))

    def _form(self, node: Any, scope: Scope) -> Form:
        match node:
            case ["name", str(name)]:
                return self._below(scope, "", name)
            case ["field", of, str(name)] | ["item", of, ["const", str(name)]]:
                form = self._form(of, scope)
                return ANY if form is ANY else self._below(self._printer.asked(form), _written(of), name)
            case ["item", of, _] | ["filter", "first" | "last", of]:
                return self._form(of, scope).each or ANY
            case ["cond", test, one, other]:
                self._form(test, scope)
                found = self._form(one, scope)
                return found if other is None else self._form(other, scope)
            case ["and" | "or", *parts]:
                return [self._form(part, scope) for part in parts][-1]
            case ["const", *_]:
                return TEXT
            case ["compare", first, *others]:
                for part in (first, *(other for _, other in others)):
                    self._form(part, scope)
            case ["filter" | "test" | "binary", _, *parts] | [_, *parts]:
                for part in parts:
                    self._form(part, scope)
        return TEXT

    def _below(self, names: Scope, before: str, name: str) -> Form:
        found = names.get(name)
        if found is None:
            near = get_close_matches(name, names, 1, 0.0)
            dot = f"{before}." if before else ""
            self._flaws.append(Flaw(self._line, f"{dot}{name}", f"{dot}{near[0]}" if near else "–"))
            return ANY
        return found


def _written(node: Any) -> str:
    """A value as the text names it."""
    match node:
        case ["name", str(name)]:
            return name
        case ["field", of, str(name)]:
            return f"{_written(of)}.{name}"
        case ["item", of, ["const", key]]:
            return f"{_written(of)}[{key}]"
        case ["filter", str(name), of, *_]:
            return f"{_written(of)}|{name}"
    return "…"


__all__ = ["Flaw", "table", "unknown_names"]
