"""What changed between two versions of a case file: fact by fact, with both places; and a version with one change undone."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from panahat.aligning import align
from panahat.case.clarify import settled
from panahat.case.engine import engine
from panahat.case.prune import prune
from panahat.case.reading import Tree
from panahat.case.shape import CLARIFY
from panahat.problems import Path

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that differs: its path and line in each version (None where it is not there), and both values as written.

    A value is text, or the tree of a whole group or item that came or went.
    """

    old_path: Path | None
    new_path: Path | None
    old_line: int | None
    new_line: int | None
    before: Tree = field(repr=False)
    after: Tree = field(repr=False)

    @property
    def path(self) -> Path:
        """Where it stands in the new version, else where it stood in the old one."""
        path = self.new_path if self.new_path is not None else self.old_path
        return path if path is not None else ()


_Found = tuple[Path | None, Path | None, Tree, Tree]


def without(file: CaseFile, changes: Sequence[FactChange]) -> CaseFile | None:
    """The new version of the case with `changes` undone; None where the facts would then not fit the schema."""
    from panahat.case.core import ValidationError

    tree = copy.deepcopy(file.tree)
    marks = dict(file.clarify)
    for change in (c for c in changes if c.path[-1:] == (CLARIFY,)):
        marks.pop(change.path[:-1], None)
        if isinstance(change.before, str):
            marks[change.path[:-1]] = change.before
    facts = [c for c in changes if c.path[-1:] != (CLARIFY,)]
    if not all(_undo(tree, change) for change in sorted(facts, key=_last_first)):
        return None
    tree = prune(tree, engine().shapes)
    try:
        case = settled(tree, marks, engine())
    except ValidationError:
        return None
    return replace(file, case=case, tree=tree, clarify=marks)


def _last_first(change: FactChange) -> tuple[int, list[tuple[int, str]]]:
    """The order of undoing, in which no undone change moves the place of another: values, then items from the last on."""
    place = [(-step, "") if isinstance(step, int) else (0, step) for step in change.path]
    if change.old_path is None:
        return (1, place)
    if change.new_path is None:
        return (2, [(-n, word) for n, word in place])
    return (0, place)


def compare_cases(old: CaseFile, new: CaseFile) -> tuple[FactChange, ...]:
    """Every fact that differs, in the order of the new file; items of a list are matched by what they say, not by number."""
    found = [*_compared(old.tree, new.tree, (), ()), *_marks(old.clarify, new.clarify)]
    changes = [
        FactChange(
            a,
            b,
            old.positions.of(a)[0] if a is not None else None,
            new.positions.of(b)[0] if b is not None else None,
            before,
            after,
        )
        for a, b, before, after in found
    ]
    return tuple(sorted(changes, key=lambda c: (c.new_line or c.old_line or 0, str(c.path))))


def _marks(old: Mapping[Path, str], new: Mapping[Path, str]) -> Iterator[_Found]:
    """Marks «to be clarified» that came, went or say something else."""
    for path in dict.fromkeys([*new, *old]):
        before, after, here = old.get(path), new.get(path), (*path, CLARIFY)
        if before != after:
            yield (here if before else None), (here if after else None), before, after


def _compared(old: Tree, new: Tree, at: Path, to: Path) -> Iterator[_Found]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*new, *old]):
            yield from _compared_at(old.get(key), new.get(key), (*at, key), (*to, key))
    elif isinstance(old, list) and isinstance(new, list):
        for i, j in _matched(old, new):
            if i is None and j is not None:
                yield None, (*to, j), None, new[j]
            elif j is None and i is not None:
                yield (*at, i), None, old[i], None
            elif i is not None and j is not None:
                yield from _compared(old[i], new[j], (*at, i), (*to, j))
    else:
        yield at, to, old, new


def _compared_at(old: Tree, new: Tree, at: Path, to: Path) -> Iterator[_Found]:
    if old is None and new is not None:
        yield None, to, None, new
    elif new is None and old is not None:
        yield at, None, old, None
    else:
        yield from _compared(old, new, at, to)


def _matched(old: Sequence[Tree], new: Sequence[Tree]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of items: those of one id, else the equal and the most alike; None where there is no partner."""
    names, others = [[_id(item) for item in side] for side in (old, new)]
    if all(names) and all(others):
        at = {name: j for j, name in enumerate(others)}
        yield from ((i, at.pop(name, None)) for i, name in enumerate(names))
        yield from ((None, j) for j in at.values())
        return
    texts = [[json.dumps(item, sort_keys=True, ensure_ascii=False) for item in side] for side in (old, new)]
    yield from ((pair.old, pair.new) for pair in align(*texts))


def _id(item: Tree) -> str:
    return str(item.get("id") or "") if isinstance(item, dict) else ""


def _undo(tree: Tree, change: FactChange) -> bool:
    """Puts the old value in place of the new one; False where its place is gone."""
    path = change.new_path if change.new_path is not None else change.old_path
    if not path:
        return False
    holder: Any = tree
    for step in path[:-1]:
        inside = isinstance(holder, dict) and step in holder
        if not inside and not (isinstance(holder, list) and isinstance(step, int) and step < len(holder)):
            return False
        holder = holder[step]
    last = path[-1]
    if change.new_path is None:
        if isinstance(holder, list):
            holder.insert(int(last), copy.deepcopy(change.before))
        elif isinstance(holder, dict):
            holder[last] = copy.deepcopy(change.before)
    elif change.old_path is None:
        del holder[last]
    else:
        holder[last] = copy.deepcopy(change.before)
    return True
