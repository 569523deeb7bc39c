"""`panahat diff OLD NEW`: what changed between two versions, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from panahat.cli.marking import marked, shortened
from panahat.cli.output import Command, Day, as_json, language, option, say, show, tr
from panahat.cli.terminal import echo, style
from panahat.drafting.forms import FORMS
from panahat.messages import N_, translator
from panahat.problems import Problem, Refused

if TYPE_CHECKING:
    from panahat.review.comparing import Change
    from panahat.review.reasons import Cause
    from panahat.versions.comparing import Comparison
    from panahat.versions.opening import Version

_SIGNS = {"changed": "~", "added": "+", "removed": "-", "moved": "↕", "look": "!", "split": "¶", "joined": "¶"}
_UNSURE = 3
"""The exit code where the texts are equal and something beside them was not compared."""
_COLOURS = {
    **dict.fromkeys(("changed", "split", "joined"), "yellow"),
    "added": "green",
    "removed": "red",
    "moved": "cyan",
    "look": "magenta",
}


@click.command(
    cls=Command,
    help=N_(
        "What changed between two versions of a filing, and the cause of each change: which fact, argument, norm or wording, "
        "or whose hand.\n\n"
        "OLD and NEW are Word documents, case files, or either at a git revision: cases/x.yaml@HEAD~3. The causes are found "
        "through the manifest beside a document; without it, name the case with --case.\n\n"
        "Exit code 1 where something differs beside the words (text that is hidden or struck out, pictures, links, numbers) "
        "or the redline could not be made; 3 where the texts are equal and something else could not be compared."
    ),
)
@click.argument("old")
@click.argument("new")
@option("--case", help=N_("The case file the documents were made from; its earlier states are looked for in git."))
@option("--old-case", help=N_("The case file of OLD, where it is another one."))
@option("--for", "kind", help=N_("Kind of filing, where case files are compared."))
@option(
    "--in",
    "form",
    type=click.Choice(FORMS),
    help=N_("Language of the filing, where case files are compared."),
)
@option(
    "--html",
    type=click.Path(path_type=Path),
    help=N_("Write the comparison as one page for a browser: a file, or a folder for it."),
)
@option(
    "--docx",
    type=click.Path(path_type=Path),
    help=N_("Write a Word redline with tracked changes: a file, or a folder for it."),
)
@option("--author", help=N_("Author of the tracked changes; neutral unless given."))
@option("--date", "when", type=Day(), help=N_("Date of the tracked changes; none unless given."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@option("--force", is_flag=True, help=N_("Overwrite existing files."))
@click.pass_obj
def command(
    office: Path | None,
    old: str,
    new: str,
    case: str | None,
    old_case: str | None,
    kind: str | None,
    form: str | None,
    html: Path | None,
    docx: Path | None,
    author: str | None,
    when: Any,
    in_json: bool,
    force: bool,
) -> None:
    from panahat.versions.comparing import compare_versions
    from panahat.versions.opening import open_pair

    pair = open_pair(
        old, new, office=office, kind=kind or "", form=form or "", case=case or "", old_case=old_case or ""
    )
    found = compare_versions(*pair)
    files: list[tuple[Path, bytes]] = []
    failed: Sequence[Problem] = ()
    if docx is not None or html is not None:
        from panahat.seal.write import in_folder

        stem = Path(new.partition("@")[0]).stem
        docx = docx and in_folder(docx, f"{stem}.diff.docx")
        html = html and in_folder(html, f"{stem}.diff.html", (".htm",))
    if docx is not None:
        try:
            files.append((docx, _redline(*pair, author, when)))
        except Refused as refused:  # what was asked for beside it is given all the same
            docx, failed = None, refused.problems
    if html is not None:
        from panahat.versions.page import page

        files.append((html, page(found, translator(language()), language()).encode()))
    if files:
        from panahat.seal.write import write_all

        write_all(files, force)
    if in_json:
        from panahat.versions.data import comparison_data

        to = translator(language())
        as_json(comparison_data(found, to) | {"problems": [p.as_dict(to) for p in failed]})
    else:
        _tell(found, html, docx)
        show(failed, to_stderr=True)
    if failed or found.beyond_words:
        raise SystemExit(1)
    if found.unlooked:
        raise SystemExit(_UNSURE)


def _tell(found: Comparison, html: Path | None, docx: Path | None) -> None:
    """The comparison in the terminal, and where the files are."""
    show(found.notes, to_stderr=True)
    _print(found)
    for label, path in ((N_("Page: {file}"), html), (N_("Redline: {file}"), docx)):
        if path is not None:
            say(label, file=path)


def _redline(old: Version, new: Version, author: str | None, when: Any) -> bytes:
    from panahat.review.redlining.engine import NEUTRAL_AUTHOR, redline

    moment = when.strftime("%Y-%m-%dT00:00:00Z") if when else None
    return redline(old.content, new.content, author=author or NEUTRAL_AUTHOR, when=moment)


def _print(found: Comparison) -> None:
    echo(tr(N_("Before: {old}"), old=found.old.name))
    echo(tr(N_("After: {new}"), new=found.new.name))
    if found.equal:
        say(N_("The texts are equal."))
        if found.formatted:
            say(N_("How letters and pages look (bold, sizes, margins) was not compared."))
        return
    if found.changes:
        echo(_summary(found))
    elif found.things:
        say(N_("The words are the same."))
    _print_beside(found)
    if not found.changes:
        return
    for lines in _together(found):
        echo("\n" + "\n".join(lines))
    if not found.explained:
        echo("")
        say(N_("The causes are not known: name the case file with --case."))


def _print_beside(found: Comparison) -> None:
    """What differs beside the text, and what could not be compared."""
    if not found.things and not found.unlooked:
        return
    from panahat.review.wording import counted_things, thing_words

    to = translator(language())
    if found.things:
        echo("\n" + style(tr(N_("Different beside the words:")), fg="magenta", bold=True))
        for change in found.things:
            echo(f"  {thing_words(change, to)}")
    if found.unlooked:
        text = (
            N_("Not compared: {counts}")
            if found.changes or found.things
            else N_("The texts are equal; not compared: {counts}")
        )
        say(text, counts=counted_things(found.unlooked, to))


def _summary(found: Comparison) -> str:
    from panahat.review.wording import KIND_WORDS

    counts = {k: sum(c.kind == k for c in found.changes) for k in KIND_WORDS}
    parts = [f"{tr(KIND_WORDS[k])}: {n}" for k, n in counts.items() if n]
    same = sum(row.change is None for row in found.rows)
    return ", ".join([*parts, f"{tr(N_('unchanged'))}: {same}"])


def _together(found: Comparison) -> Iterator[list[str]]:
    """The lines of each change; a whole table row that came or went is one change.

    A cause that several changes have is said in full once, with a number, and named by it further on.
    """
    from panahat.review.wording import unseen_words

    to = translator(language())
    blocks: list[tuple[list[str], list[Cause]]] = []
    moved: dict[tuple[Cause, ...], list[Change]] = {}
    for _, group in groupby(enumerate(found.changes), key=_row):
        changes = [change for _, change in group]
        causes = found.causes_together(changes)
        if changes[0].numbers or (len(changes) == 1 and _only_numbers(changes[0], causes)):
            moved.setdefault(tuple(causes), []).extend(changes)
            continue
        unseen = [f"  ! {words}" for change in changes for words in unseen_words(change, to)]
        blocks.append(([_head(changes[0]), "  " + " | ".join(_marked(change) for change in changes), *unseen], causes))
    for causes_of, numbered in moved.items():
        head = tr(N_("Only numbers changed: {count}"), count=len(numbered))
        shown = "; ".join(_numbers(change) for change in numbered)
        blocks.append(([style(f"№ {head}", fg="yellow", bold=True), f"  {shown}"], list(causes_of)))
    yield from _told(found, blocks)


def _told(found: Comparison, blocks: Sequence[tuple[list[str], list[Cause]]]) -> Iterator[list[str]]:
    from panahat.review.wording import cause_words

    to = translator(language())
    often = Counter(cause for _, causes in blocks for cause in causes)
    numbers: dict[Cause, int] = {}
    for lines, causes in blocks:
        again = [f"[{numbers[c]}]" for c in causes if c in numbers]
        for cause in [c for c in causes if c not in numbers]:
            mark = ""
            if often[cause] > 1:
                numbers[cause] = len(numbers) + 1
                mark = f"[{numbers[cause]}] "
            lines.append(f"  ← {mark}{cause_words(cause, found.old.name, found.new.name, to)}")
        yield [*lines, *([f"  ← {', '.join(again)}"] if again else [])]


def _only_numbers(change: Change, causes: Sequence[Cause]) -> bool:
    """Whether nothing but numbers of annexes moved."""
    moved = [p for p in change.pieces if p.changed] if change.kind == "changed" else []
    digits = all(p.old.strip().isdecimal() and p.new.strip().isdecimal() for p in moved)
    return bool(moved and causes) and digits and all(c.name.startswith("annexes") for c in causes)


def _numbers(change: Change) -> str:
    """«17: 1 → 2, 11 → 12» of a paragraph, «5.1 → 5.2» of a head."""
    if change.numbers:
        return " → ".join(change.numbers)
    shown = ", ".join(f"{p.old.strip()} → {p.new.strip()}" for p in change.pieces if p.changed)
    return f"{change.unit.number}: {shown}"


def _row(item: tuple[int, Change]) -> tuple[Any, ...]:
    n, change = item
    unit = change.unit
    whole = change.kind in ("added", "removed") and bool(unit.place)
    return (unit.story, change.kind, unit.row) if whole else (n,)


def _head(change: Change) -> str:
    from panahat.review.wording import KIND_WORDS, place

    to = translator(language())
    head = f"{_SIGNS[change.kind]} {place(change.unit, to)}: {to(KIND_WORDS[change.kind])}"
    if change.kind == "moved" and change.old is not None:
        head += " " + tr(N_("from {place}"), place=place(change.old, to))
    return style(head, fg=_COLOURS[change.kind], bold=True)


def _marked(change: Change) -> str:
    """The paragraph with what was taken out and put in; equal stretches shortened."""
    if change.old and change.new and change.old.text == change.new.text:
        return shortened(change.new.text, first=True, last=True)
    return marked(change.pieces)
