"""`panahat merge [BASE] THEIRS OURS -o FILE`: a lawyer's edits and a new draft brought together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from panahat.cli.marking import marked
from panahat.cli.output import Command, as_json, language, option, say, show, tr
from panahat.cli.terminal import echo, style
from panahat.messages import N_, translator
from panahat.problems import Refused

if TYPE_CHECKING:
    from panahat.review.merging import Conflict, Merged, Place, Step

_DID = {
    "changed": N_("changed"),
    "added": N_("added"),
    "removed": N_("removed"),
    "moved": N_("moved"),
    "formatting": N_("formatting"),
}
_LENGTH = 160


@click.command(
    cls=Command,
    help=N_(
        "Brings a lawyer's edits in Word together with a new draft, paragraph by paragraph; nothing is lost.\n\n"
        "BASE is the draft as it was generated, THEIRS the edited copy, OURS the new draft, or the case file to make it from. "
        "BASE may be left out where the manifest beside THEIRS lets it be made anew. Where both changed the same paragraph, "
        "both texts stand in the result as a tracked change: accept it for the new draft, reject it for the lawyer's text. "
        "Exit code 1 if there are such conflicts."
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="[BASE] THEIRS OURS")
@option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help=N_("The merged document, or a folder for it; a folder that is not there is made."),
)
@option("--case", help=N_("The case file that THEIRS was made from, where it is not found beside it or in git."))
@option("--json", "in_json", is_flag=True, help=N_("Print the report as JSON for programs."))
@option("--force", is_flag=True, help=N_("Overwrite existing files."))
@click.pass_obj
def command(
    office: Path | None, files: tuple[str, ...], output: Path, case: str | None, in_json: bool, force: bool
) -> None:
    from panahat.language.wordlists import words
    from panahat.review.merging import merge
    from panahat.seal.write import in_folder, write_all
    from panahat.versions.opening import base_of, open_pair

    if len(files) not in (2, 3):
        raise click.UsageError(tr(N_("Name two or three documents: [BASE] THEIRS OURS.")))
    theirs, ours = open_pair(files[-2], files[-1], office=office, case=case or "")
    base = _base(files[0], office) if len(files) == 3 else base_of(theirs)
    to = translator(language())
    names = {"base": files[0], "theirs": files[-2], "ours": files[-1]}
    try:
        merged = merge(base, theirs.content, ours.content, to, words("ru/typography", "places"))
    except Refused as refused:
        raise Refused(replace(p, file=names.get(p.file, p.file)) for p in refused.problems) from None
    output = in_folder(output, f"{Path(files[-2]).stem}.merged.docx")
    beside = output.with_suffix(".manifest.json")
    write_all([(output, merged.document), *([(beside, ours.record)] if ours.record else [])], force)
    if in_json:
        as_json(_data(merged))
    else:
        show([n for n in theirs.notes if n.level != "note"], to_stderr=True)
        _print(merged)
        say(N_("Merged: {file}"), file=output)
        if ours.record:
            say(N_("Manifest: {file}"), file=beside)
    if merged.conflicts:
        raise SystemExit(1)


def _base(words: str, office: Path | None) -> bytes:
    from panahat.versions.opening import Options, open_version
    from panahat.versions.workspaces import Desks

    return open_version(words, Options(Desks(office))).content


def _print(merged: Merged) -> None:
    for title, steps, colour in (
        (N_("Kept from the lawyer's copy"), merged.kept_theirs, "green"),
        (N_("Taken from the new draft"), merged.taken_ours, "cyan"),
        (N_("Done alike by both"), merged.same, "white"),
    ):
        if steps:
            echo(style(f"{tr(title)}: {len(steps)}", fg=colour, bold=True))
            for step in steps:
                echo(f"  {_where(step.place)}: {tr(_DID[step.kind])}: {_said(step)}")
    if merged.joined:
        title = tr(N_("Changed by both at different words; read them"))
        echo(style(f"{title}: {len(merged.joined)}", fg="yellow", bold=True))
        for step in merged.joined:
            echo(f"  {_where(step.place)}:")
            _each(step)
    for note in merged.notes:
        place = f"{_where(note.place)}: " if note.place else ""
        echo(style(f"{place}{tr(note.text)}", fg="yellow") + (f" {_cut(note.about)}" if note.about else ""))
    if merged.conflicts:
        echo(style(tr(N_("Conflicts: {count}"), count=len(merged.conflicts)), fg="red", bold=True))
        for conflict in merged.conflicts:
            _conflict(conflict)
        say(
            N_(
                "In the document each is a tracked change: accept it for the new draft, reject it for the lawyer's text."
            )
        )


def _conflict(c: Conflict) -> None:
    echo(f"  {_where(c.place)}: {tr(_DID[c.kind])}")
    _each(c)
    if not c.shown:
        echo("    " + tr(N_("The document cannot show this; the lawyer's text stands in it.")))


def _each(c: Step) -> None:
    """What each side did to the text, word by word."""
    from panahat.review.comparing import pieces

    nothing = tr(N_("(removed)"))
    if c.base is None:
        echo(f"    {tr(N_('as it was'))}: {tr(N_('none'))}")
    for label, text in ((N_("the lawyer"), c.theirs), (N_("the new draft"), c.ours)):
        said = nothing if text is None else _cut(text) if c.base is None else marked(pieces(c.base, text))
        echo(f"    {tr(label)}: {' '.join(said.split())}")


def _where(place: Place) -> str:
    from panahat.review.document import Unit
    from panahat.review.wording import place as words

    return words(Unit(place.story, place.number, "", tuple(place.row)), translator(language()))


def _said(step: Step) -> str:
    text = step.ours if step.ours not in (None, step.base) else step.theirs
    return _cut(text if text is not None else step.base or "")


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LENGTH else line[: _LENGTH - 1] + "…"


def _data(merged: Merged) -> dict[str, Any]:
    def rows(steps: Any) -> list[dict[str, Any]]:
        return [
            {
                "kind": s.kind,
                "story": s.place.story,
                "paragraph": s.place.number,
                "row": list(s.place.row),
                "base": s.base,
                "theirs": s.theirs,
                "ours": s.ours,
                "words": {side: _words(s.base, text) for side, text in (("theirs", s.theirs), ("ours", s.ours))},
                **({"result": s.result} if s.result else {}),
            }
            for s in steps
        ]

    return {
        "kept_theirs": rows(merged.kept_theirs),
        "taken_ours": rows(merged.taken_ours),
        "same": rows(merged.same),
        "joined": rows(merged.joined),
        "conflicts": rows(merged.conflicts),
        "notes": [{"text": tr(n.text), "about": n.about} for n in merged.notes],
    }


def _words(base: str | None, text: str | None) -> list[dict[str, str]]:
    """The words that one side changed."""
    from panahat.review.comparing import pieces

    return [{"old": p.old, "new": p.new} for p in pieces(base or "", text or "") if p.changed]
