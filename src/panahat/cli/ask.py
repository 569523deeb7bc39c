"""`panahat ask CASE --for KIND`: the interview, one question at a time; each answer stands in the file before the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from panahat.cli.output import Command, language, option, say, show, tr
from panahat.cli.terminal import echo, one_line, style
from panahat.messages import LANGUAGES, N_, translator
from panahat.problems import Path as FactPath
from panahat.problems import Problem, Refused, errors

if TYPE_CHECKING:
    from panahat.case.story import Question, Story
    from panahat.workspace import Workspace

_BACK, _LATER, _UNKNOWN, _NONE, _STOP, _HELP = "back", "later", "unknown", "none", "stop", "help"
_SAID = {
    _BACK: (N_("back"), "<"),
    _LATER: (N_("later"), ""),
    _UNKNOWN: (N_("not known"), "!"),
    _NONE: (N_("none"), "-"),
    _STOP: (N_("stop"), "q"),
    _HELP: (N_("help"), "?"),
}
"""What may be said instead of an answer: as a word, or as a sign."""
_YES, _NO = N_("yes"), N_("no")
_HOW = N_(
    "Answer and press Enter; Enter alone: later. «{back}» or <: the question before. «{unknown}» or !: to be clarified. "
    "«{none}» or -: there is none. «{help}» or ?: explain. «{stop}» or q: end. Every answer is in the file at once."
)
_LANGUAGES = {"ru": N_("in Russian"), "kk": N_("in Kazakh"), "en": N_("in English")}
_FORMATS = {
    "day": N_("a date, for example 09.02.2026"),
    "partial": N_("a date, or as much of it as is known: 09.02.2026, 02.2026, 2026"),
    "partial_or_unknown": N_("a date, or as much of it as is known: 09.02.2026, 02.2026, 2026"),
    "moment": N_("a date, with the hour where it is known: 28.01.2026 12:00"),
    "flag": N_("yes or no"),
    "country": N_("a state: its name or its two letters; several with commas"),
    "id": N_("small Latin letters, digits, hyphens"),
}
_DATE = re.compile(r"(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4})(?:\s+(\d{1,2}:\d{2}))?")
_ANNEX = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s+(\d+(?:-\d+)?))?")
_WHICH_ANNEX = N_(
    "An annex is named by its id or its number in the list, a sheet behind it: «ruling 3». Known: {known}"
)
_WHY = N_("to be asked of the client")


@click.command(
    cls=Command,
    help=N_(
        "Asks for what a filing still lacks, one question at a time, and writes each answer into the case file at once.\n\n"
        "Comments and order of the file stay. A file that is not there is begun. Ends at any time; call it again to go on."
    ),
)
@click.argument("case", type=click.Path(path_type=Path))
@option("--for", "kind", required=True, help=N_("Kind of filing."))
@option("--all", "every", is_flag=True, help=N_("Also ask for what the filing can do without."))
@click.pass_obj
def command(office: Path | None, case: Path, kind: str, every: bool) -> None:
    from panahat.case.starter_file import starter
    from panahat.case.story import story
    from panahat.seal.write import write_file
    from panahat.workspace import Workspace

    workspace = Workspace.beside(case, office)
    needs = workspace.filing(kind).needs
    if not case.exists():
        write_file(case, starter(needs, language()).encode(), force=False)
        say(N_("Begun: {file}"), file=case)
    interview = _Interview(workspace, case, kind, story(workspace.library), every)
    say(_HOW, **{name: tr(word) for name, (word, _) in _SAID.items()})
    finished = interview.run()
    say(N_("All questions were asked.") if finished else N_("Ended; what was answered is in the file."))
    _tell(workspace, case, kind)


def _tell(workspace: Workspace, case: Path, kind: str) -> None:
    """What is still wrong with the file, and the next command."""
    try:
        wrong = errors(workspace.check(workspace.load(case), kind, base=case.parent))
    except Refused as refused:
        wrong = errors(refused.problems)
    if wrong:
        say(
            N_("Still to mend: {count}. See them: panahat check {file} --for {kind}"),
            count=len(wrong),
            file=case,
            kind=kind,
        )
    else:
        say(
            N_("Nothing stands against a draft. Make it: panahat render {file} --for {kind} -o out/"),
            file=case,
            kind=kind,
        )


class _Unfit(Exception):
    """An answer that is none; its text says why, in the user's language."""


class _Answer(NamedTuple):
    value: Any = None
    said: str = ""


class _Interview:
    def __init__(self, workspace: Workspace, case: Path, kind: str, told: Story, every: bool) -> None:
        self._workspace, self._case, self._kind, self._told, self._every = workspace, case, kind, told, every
        self._opened: list[FactPath] = []
        self._passed: set[tuple[FactPath, str]] = set()
        self._before: list[Question] = []
        self._title = ""

    def run(self) -> bool:
        """Whether every question was asked."""
        again: Question | None = None
        while True:
            question = again or self._next()
            if question is None:
                return True
            again = None
            self._head(question)
            try:
                answer = self._answer(question)
            except (EOFError, KeyboardInterrupt, click.Abort):
                echo()
                return False
            if answer.said == _STOP:
                return False
            if answer.said == _BACK:
                again = self._before.pop() if self._before else question
                continue
            if self._take(question, answer):
                self._before.append(question)
                if question.kind != "more" or not answer.value:
                    self._passed.add((question.path, question.kind))
            else:
                again = question

    def _next(self) -> Question | None:
        from panahat.case.story import questions

        tree = self._tree()
        found = questions(tree, self._needs(), self._told, self._opened, every=self._every)
        return next((q for q in found if (q.path, q.kind) not in self._passed), None)

    def _needs(self) -> Any:
        """What the filing needs of the case as it is; what it needs on a condition only once the case can be read."""
        try:
            return self._workspace.needs(self._workspace.load(self._case), self._kind)
        except Refused:
            return self._workspace.filing(self._kind).needs.asked(lambda _: None)

    def _text(self) -> str:
        from panahat import opener
        from panahat.case.limits import LIMITS

        return opener.read(self._case, LIMITS.file_bytes, str(self._case)).decode("utf-8-sig")

    def _tree(self) -> Mapping[str, Any]:
        from panahat.case.editing import fact

        found = fact(self._text(), (), str(self._case))
        return found if isinstance(found, dict) else {}

    def _head(self, question: Question) -> None:
        title = str(getattr(question.section.title, language()))
        if title != self._title:
            self._title = title
            echo()
            echo(style(title, bold=True))
        echo()
        echo(" · ".join(one_line(part) for part in _label(question)))
        for line in _choices(question):
            echo(f"  {line}")

    def _answer(self, question: Question) -> _Answer:
        while True:
            said = input("> ").strip()
            word = _command(said)
            if word == _HELP:
                echo(_explained(question))
                continue
            if word in (_BACK, _STOP, _LATER, _UNKNOWN) or (word == _NONE and _may_be_none(question)):
                return _Answer(said=word)
            try:
                return _Answer(self._value(question, said))
            except _Unfit as unfit:
                echo(style(str(unfit), fg="red"))

    def _value(self, question: Question, said: str) -> Any:
        if question.kind != "fact":
            return _flag(said)
        field = question.field
        if field.key == "proof":
            return self._annexes(said)
        make = _MAKERS.get(field.kind)
        one: Callable[[str], Any] = (lambda s: _chosen(s, field.choices)) if field.choices else make or str
        if field.prints in ("norm", "body"):
            one = self._key
        return [one(part.strip()) for part in said.split(",") if part.strip()] if field.many else one(said)

    def _key(self, said: str) -> str:
        """The key of the law data that is meant: as it stands there, or found by its number or words."""
        from panahat.law.searching import search

        found = search(self._workspace.law, said)
        exact = [hit for hit in found if hit.key == said]
        if len(exact or found) == 1:
            return (exact or found)[0].key
        if not found:
            raise _Unfit(
                tr(N_("The law data know nothing of this kind. Try the number of the article, or fewer words."))
            )
        shown = "; ".join(
            f"{hit.key} ({hit.title.get(language()) or next(iter(hit.title.values()), '')})" for hit in found[:8]
        )
        raise _Unfit(tr(N_("Several fit. Write the one you mean: {found}"), found=shown))

    def _annexes(self, said: str) -> list[Any]:
        """The annexes, named by id or by their number in the list, with a sheet behind it where one is meant."""
        annexes = self._tree().get("annexes") or []
        known = [str(a["id"]) for a in annexes if isinstance(a, dict) and a.get("id")]
        found: list[Any] = []
        for part in filter(None, map(str.strip, said.split(","))):
            one = _ANNEX.fullmatch(part)
            if one is None:
                raise _Unfit(tr(_WHICH_ANNEX, known=", ".join(known) or "–"))
            id = known[int(one[1]) - 1] if one[1].isdecimal() and 0 < int(one[1]) <= len(known) else one[1]
            found.append({"annex": id, "pages" if "-" in one[2] else "page": one[2]} if one[2] else id)
        return found

    def _take(self, question: Question, answer: _Answer) -> bool:
        """Writes the answer; False where the file would be wrong with it: then it stays as it was, and why is said."""
        from panahat.case import editing

        name, text, path = str(self._case), self._text(), question.path
        there = question.kind == "there" and answer.value is not None and not answer.said
        try:
            if answer.said == _LATER or (question.kind == "more" and not answer.value):
                return True
            if answer.said == _UNKNOWN:
                marked = path[:-1] if path[-1] in LANGUAGES else path
                self._write(editing.clarify(text, marked, tr(_WHY), name))
            elif question.kind == "more" or (there and answer.value):
                entries = editing.fact(text, path, name) if question.kind == "more" else []
                self._opened += [path, (*path, len(entries or ()))] if question.field.many else [path]
            elif answer.said == _NONE or there:
                return not question.field.many or self._put(text, path, [])
            else:
                return self._put(text, path, answer.value)
        except Refused as refused:
            show(refused.problems)
            return False
        return True

    def _put(self, text: str, path: FactPath, value: Any) -> bool:
        """Whether the fact could be written; what the schema says against it is said."""
        from panahat.case import editing
        from panahat.case.story import says

        name = str(self._case)
        if not says(editing.fact(text, path[:-1], name)):
            self._opened.append(path[:-1])
        after = editing.put(text, path, value, name)
        wrong = [p for p in _refused(after, name) if p.path[: len(path)] == path]
        if wrong:
            for problem in wrong:
                say_in = translator(language())
                echo(style(problem.say(say_in, problem.code.what), fg="red"))
                echo(f"  {problem.say(say_in, problem.code.remedy)}")
            return False
        self._write(after)
        return True

    def _write(self, text: str) -> None:
        from panahat.seal.write import write_file

        write_file(self._case, text.encode(), force=True)


def _refused(text: str, name: str) -> Sequence[Problem]:
    """What reading and the schema have against a text."""
    from panahat.case.loading import load_bytes

    try:
        load_bytes(text.encode(), name)
    except Refused as refused:
        return errors(refused.problems)
    return ()


def _label(question: Question) -> Iterator[str]:
    """What is asked, in words: the group it stands in, then the fact; the number of an entry; the language of a text."""
    from panahat.case.engine import shapes

    to = translator(language())
    path = question.path
    for length in range(1, len(path) + 1):
        step, field = path[length - 1], shapes().field(path[:length])
        if isinstance(step, int):
            yield f"№ {step + 1}"
        elif step in LANGUAGES and length == len(path):
            yield tr(_LANGUAGES[str(step)])
        elif field is not None and length > len(path) - 3:
            yield to(field.description)
    if question.kind == "there":
        yield tr(N_("is there any? yes or no"))
    elif question.kind == "more":
        yield tr(N_("one more? yes or no"))
    elif question.field.key == "proof":
        yield tr(N_("ids or numbers of the annexes, with commas; a sheet behind: «ruling 3»"))
    elif hint := _FORMATS.get(question.field.kind):
        yield tr(hint)
    if question.needed:
        yield tr(N_("needed"))


def _choices(question: Question) -> Iterator[str]:
    """The words of which the answer is one, numbered, with their meanings."""
    from panahat.case.words import meanings

    if question.kind == "fact" and len(question.field.choices) > 1:
        for n, word in enumerate(question.field.choices, 1):
            yield f"{n}. {tr(meanings()[word]) if word in meanings() else word}"


def _explained(question: Question) -> str:
    from panahat.case.guide import example

    shown = example(question.field) if question.kind == "fact" else ""
    place = ".".join(str(step) for step in question.path)
    said = tr(N_("In the file this is «{place}»."), place=place)
    return f"{said} {tr(N_('For example: {example}'), example=shown)}" if shown else said


def _command(said: str) -> str:
    """Which of the words or signs that are no answer was said; «» where it is an answer."""
    asked = said.strip(" .").casefold()
    for name, (word, sign) in _SAID.items():
        if said == sign or asked in {translator(x)(word).casefold() for x in LANGUAGES}:
            return name
    return ""


def _may_be_none(question: Question) -> bool:
    return question.kind != "fact" or question.field.many


def _flag(said: str) -> bool:
    for word, value in ((_YES, True), (_NO, False)):
        words = {translator(x)(word).casefold() for x in LANGUAGES}
        if said.casefold() in words | {w[0] for w in words}:
            return value
    raise _Unfit(tr(N_("Answer yes or no.")))


def _date(said: str) -> str:
    """A date as the file writes it: «09.02.2026» becomes «2026-02-09»; anything else stays as it is."""
    found = _DATE.fullmatch(said)
    if found is None:
        return said
    day, month, year, clock = found.groups()
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "") + (f" {clock:0>5}" if clock else "")


def _chosen(said: str, choices: Sequence[str]) -> str:
    """The word meant by its number, itself, or its meaning in any language."""
    from panahat.case.words import meant_word

    if said.isdecimal() and said not in choices and 0 < int(said) <= len(choices):
        return choices[int(said) - 1]
    word = said if said in choices else meant_word(said, tuple(choices))
    if word is None:
        raise _Unfit(tr(N_("Write the number of one of these.")))
    return word


def _country(said: str) -> str:
    """The two letters of a state, by itself or by its name in any language."""
    from babel import Locale

    if re.fullmatch(r"[A-Za-z]{2}", said):
        return said.upper()
    for code in LANGUAGES:
        for letters, name in Locale(code).territories.items():
            if name.casefold() == said.casefold() and len(letters) == 2:
                return str(letters)
    raise _Unfit(tr(N_("No state is called so. Write its two letters: RU, KZ.")))


_MAKERS: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys(("day", "partial", "partial_or_unknown", "moment"), _date),
    "flag": lambda said: "true" if _flag(said) else "false",
    "country": _country,
}
