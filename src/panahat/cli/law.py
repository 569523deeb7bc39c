"""`panahat law`: what a norm says, since when, seen where; which entries are stale; which cases a change of law touches."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from panahat.cli import codes
from panahat.cli.output import Command, Day, Translated, as_json, language, option, say, stop, tr
from panahat.cli.terminal import echo, style
from panahat.messages import N_
from panahat.problems import Problem, Refused, errors

if TYPE_CHECKING:
    from panahat.law.registry import Law
    from panahat.workspace import Workspace

STATES = {
    "in-force": N_("in force"),
    "repealed": N_("no longer in force"),
    "not-yet": N_("not yet in force"),
    "unknown": N_("unknown"),
}
KINDS = {
    "norm": N_("Norms and articles"),
    "act": N_("Acts"),
    "body": N_("Bodies"),
    "deadline": N_("Periods"),
    "destination": N_("Destinations"),
    "decision": N_("Decisions"),
    "soft-law": N_("Documents without binding force"),
    "counting": N_("Rules of counting"),
    "warning": N_("Warnings"),
    "practice": N_("Practice"),
    "contradiction": N_("Texts that disagree"),
}
_SHOWN, _LONG = 25, 110
_UNSHOWN = frozenset(
    {"sources", "forms", "title_forms", "short_forms", "kazakh", "in_its_day", "units", "citation", "warnings"}
)
DOUBTS = {
    "recalled": N_("known from memory only"),
    "verify": N_("must be verified before use"),
    "unseen-edition": N_("the edition of that day was not seen"),
}


class LawGroup(Translated, click.Group):
    """`law check` and `law impact` by name; anything else is a key."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            return "show", self.commands["show"], args
        return super().resolve_command(ctx, args)


@click.command("show", cls=Command, help=N_("One entry in full by its KEY, or every entry that has the words of TEXT."))
@click.argument("text", nargs=-1, required=True)
@option(
    "--on",
    type=Day(),
    help=N_("As of this day (year-month-day); today by default."),
)
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def show_key(office: Path | None, text: tuple[str, ...], on: date | None, in_json: bool) -> None:
    from panahat.law.describing import describe
    from panahat.workspace import Workspace

    law = Workspace.at(office).law
    found = describe(law, text[0], on or date.today()) if len(text) == 1 else None
    if found is None:
        _search(law, " ".join(text), in_json=in_json)
    elif in_json:
        as_json(found)
    elif found["entry"] == "norm":
        _norm(found)
        _about(law, found)
    elif found["entry"] == "destination":
        _destination(found)
    else:
        _fields(found)
        _about(law, found if found["entry"] == "act" else {})


def _search(law: Law, text: str, *, in_json: bool) -> None:
    """Every entry that has the words of `text`, by kind; ends with 1 where there is none."""
    from panahat.law.searching import near, search

    hits = search(law, text)
    if not hits:
        stop(
            [Problem(codes.UNKNOWN_LAW_KEY, facts={"key": text, "near": ", ".join(near(law, text)) or "—"})],
            in_json=in_json,
        )
    if in_json:
        as_json({"found": [hit._asdict() for hit in hits]})
        return
    for kind, title in KINDS.items():
        rows = [hit for hit in hits if hit.section == kind]
        if rows:
            echo(style(tr(title), bold=True))
        for hit in rows[:_SHOWN]:
            said = _words(hit.title)
            echo(f"  {hit.key}  {said if len(said) <= _LONG else said[:_LONG].rsplit(' ', 1)[0] + ' …'}")
        if len(rows) > _SHOWN:
            echo("  " + tr(N_("and {count} more"), count=len(rows) - _SHOWN))
    say(N_("In full: panahat law KEY"))


def _norm(found: dict[str, Any]) -> None:
    version = found["version"]
    echo(style(f"{found['key']}  {_words(found['title'])}", bold=True))
    doubts = ", ".join(tr(DOUBTS[d]) for d in found["doubts"])
    echo(f"  {found['on']}: {tr(STATES[found['state']])}" + (f"; {doubts}" if doubts else ""))
    if not found["title"].get("kk"):
        echo("  " + tr(N_("Kazakh title of the article: not seen, so that a Kazakh text does not print it")))
    elif version and version.get("kk_status") == "recalled":
        echo("  " + tr(N_("Kazakh title of the article: known from memory only")))
    for shown in [version, *found["other_versions"]] if version else found["other_versions"]:
        span = shown.get("in_force") or {}
        echo(f"  {_words(shown['act_title'])}  [{span.get('start') or '…'} — {span.get('end') or '…'}]")
        for place in shown["places"]:
            echo("    " + ", ".join(f"{k} {v}" for k, v in place.items() if v))
        echo(f"    {_words(shown['gist'])}")
        said = tr(N_("edition: {edition}"), edition=shown.get("edition") or "—")
        echo(f"    {said}")
        known = tr(
            N_("confidence: {confidence}; checked on {day}"), confidence=shown["confidence"], day=shown["checked_on"]
        )
        echo(f"    {known}")
        if shown.get("limits"):
            echo("    " + tr(N_("limits: {limits}"), limits=shown["limits"]))
        if shown.get("note"):
            echo("    " + tr(N_("note: {note}"), note=shown["note"]))
        for source in shown["sources"]:
            echo(f"      {source['address'] or ''} {source['text'] or ''}".rstrip())


def _about(law: Law, found: Mapping[str, Any]) -> None:
    """What the registry says about an entry besides itself: its periods, warnings, texts that disagree."""
    for kind, name in (("deadline", "deadlines"), ("warning", "warnings"), ("contradiction", "contradictions")):
        for key in found.get(name, ()):
            entry = getattr(law, name)[key]
            said = {"deadlines": "event", "warnings": "text", "contradictions": "use"}[name]
            echo(f"  {tr(KINDS[kind])}: {key} — {_words(getattr(entry, said)._asdict())}")


def _destination(found: dict[str, Any]) -> None:
    """A state that may be asked for a visa: rules, programmes, whom it takes, posts, each with when it was last seen."""
    echo(style(f"{found['key']}  {_words(found['official'])}", bold=True))
    for rule in found["legal_basis"]:
        echo(f"  {rule['act']}{', ' + rule['provision'] if rule.get('provision') else ''}")
        echo(f"    {_words(rule['gist'])} [{rule['confidence']}, {rule.get('as_of', '—')}]")
    for programme in found["programmes"]:
        echo(
            f"  {programme['key']}: {programme['status']} [{programme.get('as_of', '—')}] — {_words(programme['name'])}"
        )
        echo(f"    {_words(programme['about'])}")
    for name, profile in found["profiles"].items():
        echo(f"  {name}: {profile['value']} — {_words(profile['about'])} [{profile.get('as_of', '—')}]")
    for text in (*found["letter_points"], *found["warnings"]):
        echo(f"  — {_words(text)}")
    for post in found["posts"]:
        echo(f"  {post['key']}: {_words(post['to'])}")
    for source in found["sources"]:
        echo(f"      {source['address'] or ''} {source['text'] or ''}".rstrip())


def _fields(found: dict[str, Any]) -> None:
    for name, value in found.items():
        if value and name not in _UNSHOWN:
            echo(f"{name}: {_shown(value)}")
    for source in found["sources"]:
        echo(f"  {source['address'] or ''} {source['text'] or ''}".rstrip())


def _shown(value: Any) -> str:
    """A value of an entry on one line: words in the user's language, places as «article 592, part 1»."""
    if isinstance(value, dict):
        return _words(value) if "ru" in value else ", ".join(f"{k} {_shown(v)}" for k, v in value.items())
    return "; ".join(map(_shown, value)) if isinstance(value, list) else str(value)


def _words(words: Mapping[str, str | None]) -> str:
    return words.get(language()) or words.get("ru") or ""


@click.command("check", cls=Command, help=N_("Is the law data sound, and which entries were checked too long ago."))
@option("--days", type=int, default=90, show_default=True, help=N_("How many days a check stays fresh."))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def check_law(office: Path | None, days: int, in_json: bool) -> None:
    from panahat.law.describing import stale
    from panahat.workspace import Workspace

    workspace = Workspace.at(office)
    old = stale(workspace.law, workspace.today, days)
    if in_json:
        as_json({"sound": True, "stale": [entry._asdict() for entry in old]})
    else:
        say(
            N_("The law data is sound: {norms} norms of {acts} acts."),
            norms=len(workspace.law.norms),
            acts=len(workspace.law.acts),
        )
        for entry in old:
            echo(f"  {entry.checked_on}  {entry.section}/{entry.key}")
        say(N_("{count} entries were checked more than {days} days ago."), count=len(old), days=days)
    if old:
        raise SystemExit(1)


@click.command(
    "impact",
    cls=Command,
    help=N_("Which cases in DIR a change of the norm or act KEY would touch, and through which argument."),
)
@click.argument("key")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@option("--json", "in_json", is_flag=True, help=N_("Print JSON for programs."))
@click.pass_obj
def impact(office: Path | None, key: str, folder: Path, in_json: bool) -> None:
    from panahat.workspace import Workspace

    workspace = Workspace.at(office)
    if key not in workspace.law.norms and key not in workspace.law.acts:
        stop([Problem(codes.UNKNOWN_LAW_KEY, facts={"key": key, "near": "—"})], in_json=in_json)
    rows = [row for case in sorted(folder.glob("*.yaml")) for row in _touched(workspace, case, key)]
    if in_json:
        as_json({"touched": rows})
        return
    for row in rows:
        reason = row["arguments"] or tr(N_("the filing's own text"))
        echo(f"{row['case']}: {row['kind']} — {reason}")
    say(N_("{count} filings touched."), count=len(rows))


def _touched(workspace: Workspace, case: Path, key: str) -> list[dict[str, str]]:
    """The filings of one case that cite the norm or act; a case that cannot be read is said and passed over."""
    try:
        file = workspace.load(case)
    except Refused as refused:
        echo(
            tr(N_("{file}: not read, {count} problems"), file=case.name, count=len(errors(refused.problems))), err=True
        )
        return []
    rows = []
    for kind, filing in workspace.filings.items():
        if errors(workspace.check(file, kind)):
            continue  # this filing cannot be made of this case
        decisions = [d for d in workspace.decide(file, filing) if d.included]
        by_argument = [
            d.argument.id
            for d in decisions
            if any(_is(workspace, n, key) for c in d.argument.cites.values() for n in c.norms)
        ]
        own = any(_is(workspace, n, key) for group in filing.cites.values() for n in group.norms)
        if own or by_argument:
            rows.append({"case": file.case.id, "kind": kind, "arguments": ", ".join(by_argument)})
    return rows


def _is(workspace: Workspace, norm: str, key: str) -> bool:
    return norm == key or any(v.act == key for v in workspace.law.norms[norm].versions)


@click.group(
    cls=LawGroup,
    invoke_without_command=True,
    help=N_(
        "The registry of law.\n\nWithout more: every norm by act. With a KEY: what it says, since when, seen where. With a "
        "number or words (an article, an act, a body, a state): the norms, bodies, periods, destinations and warnings that "
        "have them, with the keys a case file takes. "
        "`law check`: what is stale. `law impact KEY DIR`: which cases a change touches."
    ),
)
@click.pass_context
def command(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is not None:
        return
    from panahat.workspace import Workspace

    law = Workspace.at(ctx.obj).law
    for act in law.acts.values():
        echo(style(f"{act.key}  {_words({'ru': act.title.ru, 'kk': act.title.kk})}", bold=True))
        for norm in law.norms.values():
            if norm.versions[-1].act == act.key:
                echo(f"  {norm.key}  {norm.title.ru or norm.versions[-1].gist.ru or ''}")


command.add_command(show_key)
command.add_command(check_law)
command.add_command(impact)
