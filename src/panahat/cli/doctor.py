"""`panahat doctor`: what is installed, what is missing or wrong, and how to mend it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click

from panahat.cli.output import Command, as_json, option, say, tr
from panahat.cli.terminal import echo, one_line, style
from panahat.messages import N_
from panahat.problems import Refused, errors

_AGAIN = N_("Other versions can change the words of a filing. Install Panahat anew: make demo.")
OK, OPTIONAL, WRONG = "ok", "optional", "wrong"
_STATES = {OK: (N_("in order"), "green"), OPTIONAL: (N_("not there"), "yellow"), WRONG: (N_("to mend"), "red")}
_FRESH = 90
_FONTS = ("timesnewroman*", "times new roman*", "times.ttf", "times.ttc", "liberationserif*", "tinos*", "ptastraserif*")
_FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)


class Finding(NamedTuple):
    """One thing that was looked at: what it is, its state, what was found, and what to do where it is not in order."""

    name: str
    state: str
    said: str
    remedy: str = ""


Look = Callable[[Path | None], Iterator[Finding]]


@click.command(
    cls=Command,
    help=N_(
        "What is installed here, what is missing or wrong, and how to mend it.\n\n"
        "Looks at Python, packages, templates, law data, the cache, the office's folder, git, LibreOffice and fonts. "
        "Nothing is changed. Exit code 1 if anything must be mended."
    ),
)
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def command(office: Path | None, in_json: bool) -> None:
    found = [finding for look in _LOOKS for finding in _survived(look, office)]
    if in_json:
        as_json({"findings": [finding._asdict() for finding in found]})
    for finding in () if in_json else found:
        word, colour = _STATES[finding.state]
        echo(f"{style(tr(word), fg=colour, bold=True)}: {finding.name} — {one_line(finding.said)}")
        if finding.remedy:
            echo(f"    {one_line(finding.remedy)}")
    wrong = sum(finding.state == WRONG for finding in found)
    if not in_json:
        say(N_("To mend: {wrong}. Nothing was changed.") if wrong else N_("Panahat is ready to work."), wrong=wrong)
    if wrong:
        raise SystemExit(1)


def _survived(look: Look, office: Path | None) -> Iterator[Finding]:
    """What `look` found; a package that is not there is one finding more, not the end."""
    try:
        yield from look(office)
    except ImportError as missing:
        yield Finding(missing.name or "?", WRONG, tr(N_("is not installed")), tr(_AGAIN))


def _python(_: Path | None) -> Iterator[Finding]:
    from panahat.version import VERSION

    yield Finding("Panahat", OK, f"{VERSION} ({Path(sys.argv[0]).resolve()})")
    version = ".".join(map(str, sys.version_info[:3]))
    right = sys.version_info >= (3, 11)
    remedy = "" if right else tr(N_("Install Python 3.11 or newer, then install Panahat anew."))
    yield Finding("Python", OK if right else WRONG, f"{version} ({sys.executable})", remedy)


def _packages(_: Path | None) -> Iterator[Finding]:
    """Every package that Panahat pins, at its version."""
    from importlib.metadata import PackageNotFoundError, requires, version

    name = tr(N_("packages"))
    try:
        lines = [line.split(";")[0].strip() for line in requires("panahat") or () if "extra" not in line]
    except PackageNotFoundError:
        yield Finding(name, WRONG, tr(N_("Panahat itself is not installed as a package")), tr(_AGAIN))
        return
    asked = dict(line.split("==") for line in lines)
    other = []
    for package, pinned in asked.items():
        try:
            has = version(package)
        except PackageNotFoundError:
            has = "—"
        if has != pinned:
            other.append(tr(N_("{package} {has} instead of {pinned}"), package=package, has=has, pinned=pinned))
    if other:
        yield Finding(name, WRONG, "; ".join(other), tr(_AGAIN))
    else:
        yield Finding(name, OK, tr(N_("{count}, all at the versions that were tested"), count=len(asked)))
    import yaml

    if not yaml.__with_libyaml__:
        yield Finding(
            "PyYAML", WRONG, tr(N_("built without libyaml")), tr(N_("Install the ready-made PyYAML package."))
        )


def _data(office: Path | None) -> Iterator[Finding]:
    """Templates and law data: there, sound, and how old."""
    from panahat.law.describing import stale
    from panahat.library import shipped
    from panahat.workspace import Workspace

    workspace = Workspace.at(office)
    templates, law = tr(N_("templates")), tr(N_("law data"))
    again = tr(N_("Install Panahat anew, or take your own files out of the folder and try again."))
    if not (shipped() / "filings").is_dir():
        yield Finding(templates, WRONG, tr(N_("not found: {folder}"), folder=shipped()), again)
        return
    try:
        kinds = len(workspace.filings)
        for kind, filing in workspace.filings.items():
            for language in filing.languages:
                workspace.template(f"filings/{kind}/{language}.docx")
        said = N_("{kinds} kinds of filings, {arguments} arguments ({folder})")
        shown = tr(said, kinds=kinds, arguments=len(workspace.arguments), folder=shipped())
        yield Finding(templates, OK, shown)
    except Refused as refused:
        count = len(errors(refused.problems))
        yield Finding(
            templates, WRONG, tr(N_("{count} flaws"), count=count), tr(N_("See them with: panahat templates check"))
        )
    try:
        old = stale(workspace.law, workspace.today, -1)
        last, late = max(entry.checked_on for entry in old), [entry for entry in old if entry.age > _FRESH]
        years = f"{min(workspace.law.years)}–{max(workspace.law.years)}"
        said = N_("{norms} norms; last seen on {day}; calendars of {years}")
        shown = tr(said, norms=len(workspace.law.norms), day=f"{last:%d.%m.%Y}", years=years)
    except Refused as refused:
        yield Finding(law, WRONG, tr(N_("{count} flaws"), count=len(errors(refused.problems))), again)
        return
    remedy = N_("{count} entries were checked more than {days} days ago: panahat law check names them.")
    yield Finding(law, OK, shown, tr(remedy, count=len(late), days=_FRESH) if late else "")
    if workspace.today.year not in workspace.law.years:
        said = tr(N_("there is none for {year}"), year=workspace.today.year)
        mend = tr(
            N_("Periods cannot be counted. Install a newer Panahat, or add templates/law/calendar/{year}.yaml."),
            year=workspace.today.year,
        )
        yield Finding(tr(N_("calendar of days off")), WRONG, said, mend)


def _cache(_: Path | None) -> Iterator[Finding]:
    from panahat import cache

    name, place = tr(N_("cache")), cache.place()
    if place is None:
        yield Finding(name, OPTIONAL, tr(N_("turned off; every command works, but slower")))
    elif cache.trusted():
        yield Finding(name, OK, str(place))
    else:
        remedy = N_(
            "It is not yours alone, so it is not used and every command is slower. Make it yours: chmod 700, or remove it."
        )
        yield Finding(name, WRONG, str(place), tr(remedy))


def _office(office: Path | None) -> Iterator[Finding]:
    from panahat.cli.office import is_office

    name, here = tr(N_("the office's folder")), Path("templates")
    if office is not None and not is_office(office):
        remedy = N_(
            "It should hold filings, arguments, law, language, sheets or confirmations.yaml, as the shipped templates do."
        )
        yield Finding(name, WRONG, tr(N_("nothing in it is used: {folder}"), folder=office.resolve()), tr(remedy))
    elif office is not None:
        yield Finding(name, OK, str(office.resolve()))
    elif is_office(here):
        said = N_("{folder}: counts for cases in {beside}")
        yield Finding(name, OK, tr(said, folder=here.resolve(), beside=Path().resolve()))
    else:
        said = N_("none here; the shipped templates count")
        yield Finding(
            name, OPTIONAL, tr(said), tr(N_("An office's own templates lie in a folder «templates» beside its cases."))
        )


def _programs(_: Path | None) -> Iterator[Finding]:
    """Programs that some commands use."""
    from importlib.util import find_spec

    rows: list[tuple[str, Any, str]] = [
        ("git", shutil.which("git"), N_("For earlier revisions of a case and for git diff. Install git.")),
        (
            "LibreOffice",
            shutil.which("soffice") or shutil.which("libreoffice"),
            N_("For render --pdf; everything else works without it. Install LibreOffice."),
        ),
        (
            "python-redlines",
            find_spec("python_redlines") and "",
            N_("For diff --docx; everything else works without it: pip install 'panahat[redline]'."),
        ),
    ]
    for name, found, remedy in rows:
        if found is None:
            yield Finding(name, OPTIONAL, tr(N_("is not installed")), tr(remedy))
        else:
            yield Finding(name, OK, found or tr(N_("is installed")))


def _fonts(__: Path | None) -> Iterator[Finding]:
    """The font of the filings, or one of the same widths."""
    name = tr(N_("font"))
    for folder in (Path(f).expanduser() for f in _FONT_FOLDERS):
        for _, _, files in os.walk(folder):
            for file in sorted(files):
                if any(Path(file.lower()).match(pattern) for pattern in _FONTS):
                    yield Finding(name, OK, file)
                    return
    said = N_("neither Times New Roman nor Liberation Serif was found")
    remedy = N_(
        "Filings open in another font here and break lines elsewhere. Install one of the two (fonts-liberation)."
    )
    yield Finding(name, OPTIONAL, tr(said), tr(remedy))


_LOOKS: tuple[Look, ...] = (_python, _packages, _data, _cache, _office, _programs, _fonts)
