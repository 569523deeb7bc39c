"""`panahat ask CASE --for KIND`: the interview, one question at a time; each answer stands in the file before the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from panahat.cli import answers
from panahat.cli.output import Command, language, option, say, show, tr
from panahat.cli.terminal import echo, one_line, style
from panahat.messages import LANGUAGES, N_, translator
from panahat.problems import Path as FactPath
from panahat.problems import Problem, Refused, errors

if TYPE_CHECKING:
    from panahat.case.story import Question, Story
    from panahat.workspace import Workspace

_HOW = N_(
    "Answer and press Enter; Enter alone: later. «{back}» or <: the question before. «{unknown}» or !: to be clarified. "
    "«{none}» or -: there is none. «{help}» or ?: explain. «{stop}» or q: end. Every answer is in the file at once."
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
        write_file(case, _as_named(starter(needs, language()).encode(), case), force=False)
        say(N_("Begun: {file}"), file=case)
    interview = _Interview(workspace, case, kind, story(workspace.library), every)
    say(_HOW, **{name: tr(word) for name, (word, _) in answers.SAID.items()})
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


class _Answer(NamedTuple):
    """A value for the file, or one of the words that are none."""

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
            if answer.said == answers.STOP:
                return False
            if answer.said == answers.BACK:
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
        echo(" · ".join(one_line(part) for part in answers.label(question)))
        for line in answers.choices(question):
            echo(f"  {line}")

    def _answer(self, question: Question) -> _Answer:
        while True:
            said = input("> ").strip()
            word = answers.command(said)
            if word == answers.HELP:
                echo(answers.explained(question))
                continue
            if word in (answers.BACK, answers.STOP, answers.LATER, answers.UNKNOWN) or (
                word == answers.NONE and answers.may_be_none(question)
            ):
                return _Answer(said=word)
            try:
                return _Answer(answers.value(question, said, self._workspace.law, self._annexes()))
            except answers.Unfit as unfit:
                echo(style(str(unfit), fg="red"))

    def _annexes(self) -> list[str]:
        """The ids of the annexes in the file, in its order."""
        annexes = self._tree().get("annexes") or []
        return [str(a["id"]) for a in annexes if isinstance(a, dict) and a.get("id")]

    def _take(self, question: Question, answer: _Answer) -> bool:
        """Writes the answer; False where the file would be wrong with it: then it stays as it was, and why is said."""
        from panahat.case import editing

        name, text, path = str(self._case), self._text(), question.path
        there = question.kind == "there" and answer.value is not None and not answer.said
        try:
            if answer.said == answers.LATER or (question.kind == "more" and not answer.value):
                return True
            if answer.said == answers.UNKNOWN:
                marked = path[:-1] if path[-1] in LANGUAGES else path
                self._write(editing.clarify(text, marked, tr(_WHY), name))
            elif question.kind == "more" or (there and answer.value):
                entries = editing.fact(text, path, name) if question.kind == "more" else []
                self._opened += [path, (*path, len(entries or ()))] if question.field.many else [path]
            elif answer.said == answers.NONE or there:
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

        write_file(self._case, _as_named(text.encode(), self._case), force=True)


def _as_named(content: bytes, case: Path) -> bytes:
    """The bytes to write: locked where the file's name says so."""
    from panahat import locked

    return locked.again(content, str(case)) if locked.plain(case) != case else content


def _refused(text: str, name: str) -> Sequence[Problem]:
    """What reading and the schema have against a text."""
    from panahat.case.loading import load_bytes

    try:
        load_bytes(text.encode(), name)
    except Refused as refused:
        return errors(refused.problems)
    return ()
