"""What one kind of filing asks of a case: facts it needs, and facts it would like to have.

`filing.yaml` names them by paths: «extradition.decision.number»; «asylum[].filed» for every item of a list;
«annexes[]» for at least one; «a | b» where one of several will do; «extradition.arrest?.until» where only the last step
is asked for and the group before «?» may be absent.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from panahat.case import codes
from panahat.case.engine import shapes
from panahat.case.facts import get, path_of
from panahat.problems import ERROR, WARNING, Path, Problem

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile
    from panahat.case.models import Case


TEXTS = frozenset({"Words", "Text"})
"""Groups that are one text in several languages."""


class Need(Struct, frozen=True):
    """One fact asked for: its alternatives as written, and whether a final filing cannot do without it.

    `when` is the condition on which it is asked for (None: always); `Needs.asked` weighs it.
    """

    any_of: tuple[str, ...]
    final: bool = False
    when: Any = None

    @classmethod
    def of(cls, text: str, final: bool = False, when: Any = None) -> "Need":
        """A need as `filing.yaml` writes it: «a | b» where one of several will do."""
        return cls(tuple(part.strip() for part in text.split("|")), final, when)


class Needs(Struct, frozen=True, eq=False):
    """What the filing `kind` needs (absent: an error) and wants (absent: a warning).

    `languages` are those it can be made in; `norm` is the key of the norm it rests on («»: it is no act of procedure, and
    the language of the proceedings does not bind it); `prints` are the groups whose texts it prints (none: all of them).
    """

    kind: str
    needs: tuple[Need, ...] = ()
    wants: tuple[Need, ...] = ()
    languages: tuple[str, ...] = ("ru", "kk")
    norm: str = ""
    prints: tuple[str, ...] = ()

    def asked(self, asks: Callable[[Any], bool | None]) -> "Needs":
        """What is asked for where `asks` weighs conditions: needs whose condition holds, wants whose condition may hold."""
        needs = tuple(n for n in self.needs if n.when is None or asks(n.when))
        wants = tuple(w for w in self.wants if w.when is None or asks(w.when) is not False)
        return replace(self, needs=needs, wants=wants)

    def about(self, *path: str) -> bool:
        """Whether the filing asks for the fact at `path` or something below it."""
        return any(plain(p)[: len(path)] == path for need in (*self.needs, *self.wants) for p in need.any_of)

    def rests_on(self, path: Path) -> bool:
        """Whether the filing needs a fact that the proof of the group at `path` is to prove."""
        steps = tuple(step for step in path if isinstance(step, str))
        return any(_proved_by(plain(p)) == steps for need in self.needs for p in need.any_of)

    def shows(self, path: Path) -> bool:
        """Whether the filing prints the text at `path`, so that it must be in the filing's language."""
        steps = tuple(step for step in path if isinstance(step, str))
        return not self.prints or any(steps[: len(p)] == p for p in map(plain, self.prints))

    def missing(self, file: "CaseFile", *, final: bool) -> Iterator[Problem]:
        """A problem for every fact that is needed or wanted and not known."""
        for need in self.needs:
            yield from self._ask(need, file, ERROR)
        for want in self.wants:
            yield from self._ask(want, file, ERROR if final and want.final else WARNING)

    def _ask(self, need: Need, file: "CaseFile", severity: str) -> Iterator[Problem]:
        gaps = [_gaps(file.case, path) for path in need.any_of]
        if not all(gaps):
            return
        for gap in gaps[0]:
            if is_open(gap, file.clarify):
                continue
            described = shapes().field(gap)
            facts = {"key": dotted(gap), "field": f"@{described.description}" if described else "", "filing": self.kind}
            facts["lines"] = self._lines(gap, file)
            code = codes.NEEDED if severity == ERROR else codes.WANTED
            line, column = file.positions.of(gap)
            yield Problem(code, file.name, gap, line, column, facts)

    def _lines(self, gap: Path, file: "CaseFile") -> str:
        """The command that prints the lines of the group that the file lacks for the fact; "" where it lacks none."""
        above = (gap[:length] for length in range(1, len(gap) + 1))
        groups = ((path, shapes().group_at(path)) for path in above if path not in file.positions)
        lacking = next((path for path, group in groups if group is not None and group.name not in TEXTS), ())
        name = ".".join(step for step in lacking if isinstance(step, str))
        return f" (panahat new {self.kind} --only {name})" if name else ""


def is_open(path: Path, marks: Iterable[Path]) -> bool:
    """Whether the fact, a group it stands in or something in it is marked to be clarified."""
    return any(all(a == b for a, b in zip(path, mark, strict=False)) for mark in marks)


def _proved_by(path: Path) -> Path:
    """The nearest group round the fact at `path` that can name its proof."""
    above = (path[:length] for length in range(len(path), 0, -1))
    return next((at for at in above if (group := shapes().group_at(at)) and "proof" in group.fields), ())


def dotted(path: Path) -> str:
    """A path as people write it: «asylum[0].status»."""
    return Problem(codes.NEEDED, path=path).where


def plain(pattern: str) -> Path:
    """The steps of a pattern without its signs: «asylum[].filed», «extradition.arrest?.until» as paths."""
    return tuple(step for step in path_of(pattern.replace("[]", "").replace("?", "")) if isinstance(step, str))


def is_known(pattern: str) -> bool:
    """Whether a case file can hold what the pattern asks for."""
    steps = pattern.split(".")
    for n in range(1, len(steps) + 1):
        field = shapes().field(plain(".".join(steps[:n])))
        last = steps[n - 1]
        if field is None or (last.endswith("[]") and not field.many):
            return False
    return True


def _gaps(case: "Case", pattern: str) -> list[Path]:
    """The places at which what `pattern` asks for is absent."""
    return list(_absent(case, (), pattern.split(".")))


def _absent(case: "Case", path: Path, steps: list[str]) -> Iterator[Path]:
    step, rest = steps[0], steps[1:]
    may_be_absent = step.endswith("?")
    many = step.removesuffix("?").endswith("[]")
    here = (*path, step.removesuffix("?").removesuffix("[]"))
    value = _known(case, here)
    if many:
        if (value is None and not may_be_absent) or not (value or rest):
            yield here
        for n in range(len(value or ()) if rest else 0):
            yield from _absent(case, (*here, n), rest)
    elif value is None:
        if not may_be_absent:
            yield (*here, *(s.removesuffix("?").removesuffix("[]") for s in rest))
    elif rest:
        yield from _absent(case, here, rest)


def _known(case: "Case", path: Path) -> Any:
    """The fact at `path`; None also for a list that is empty where an empty list is the same as none given."""
    value = get(case, path)
    field = shapes().field(path)
    return None if value == () and field is not None and not field.nullable else value
