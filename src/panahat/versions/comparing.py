"""Two versions compared: every paragraph with its change, and the causes of each change as far as the sources tell them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from panahat.problems import Problem
from panahat.review.codes import TRACKED, UNSEEN
from panahat.review.comparing import (
    LOOK,
    Change,
    Row,
    ThingChange,
    changes,
    compare_documents,
    compare_things,
    not_compared,
)
from panahat.review.reasons import UNKNOWN, Known, Side
from panahat.versions.workspaces import Desks

if TYPE_CHECKING:
    from panahat.case.comparing import FactChange
    from panahat.drafting.model import Draft
    from panahat.review.causes import Causes
    from panahat.review.reasons import Cause
    from panahat.versions.opening import Version


@dataclass(frozen=True)
class Comparison:
    """What changed from `old` to `new`: `rows` are all paragraphs, `facts` the changed facts, `notes` what to know first.

    `things` are what differs beside the text; `unlooked` counts by kind what says the same but may look otherwise.
    """

    old: Version
    new: Version
    rows: tuple[Row, ...]
    facts: tuple[FactChange, ...]
    notes: tuple[Problem, ...]
    known: Known
    things: tuple[ThingChange, ...] = ()
    unlooked: Mapping[str, int] = field(default_factory=dict)

    @property
    def equal(self) -> bool:
        """Whether everything that a reader can see was compared and is the same."""
        return not (self.changes or self.things or self.unlooked)

    @property
    def beyond_words(self) -> bool:
        """Whether something differs that the changed words do not tell."""
        return bool(self.things or any(c.unseen or (c.labels and not c.numbers) for c in self.changes))

    @property
    def formatted(self) -> bool:
        """Whether the two files are not the same, so that they may look otherwise where they say the same."""
        return self.old.content != self.new.content

    @property
    def changes(self) -> tuple[Change, ...]:
        """The paragraphs that differ, in the order of the new text."""
        return changes(self.rows)

    @property
    def explained(self) -> bool:
        """Whether the source of at least one side is known, so that causes can be told."""
        return self.old.source is not None or self.new.source is not None

    def causes(self, change: Change) -> tuple[Cause, ...]:
        """Why `change` came about; empty where the source of neither side is known."""
        if not (self.explained or self.known.wording) or (change.kind == LOOK and not change.numbers):
            return ()
        return self._causes.of(change)

    def causes_together(self, together: Sequence[Change]) -> list[Cause]:
        """The causes of changes shown together, each once; that one is not found counts only where none is."""
        causes = list(dict.fromkeys(cause for change in together for cause in self.causes(change)))
        return [c for c in causes if c.kind != UNKNOWN] or causes

    @cached_property
    def _causes(self) -> Causes:
        from panahat.review.causes import Causes

        return Causes(_side(self.old), _side(self.new), self.known)


def compare_versions(old: Version, new: Version) -> Comparison:
    """The comparison of two versions of a filing."""
    rows = compare_documents(old.document, new.document)
    facts: tuple[FactChange, ...] = ()
    if old.source and new.source and old.source.file.digest != new.source.file.digest:
        from panahat.case.comparing import compare_cases

        facts = compare_cases(old.source.file, new.source.file)
    notes = [note for v in (old, new) for note in (*tracked_notes(v), *_unseen_notes(v), *v.notes)]
    return Comparison(
        old,
        new,
        rows,
        facts,
        tuple(notes),
        _known(old, new, facts),
        compare_things(old.document, new.document),
        not_compared(old.document, new.document),
    )


def tracked_notes(version: Version) -> list[Problem]:
    """A warning where the document holds tracked changes."""
    found = version.document.tracked
    if not found:
        return []
    return [Problem(TRACKED, version.name, facts={"count": str(found.count), "authors": str(len(found.authors))})]


def _unseen_notes(version: Version) -> list[Problem]:
    """A warning where the document says what a reader does not see."""
    count = sum(len(unit.marks) for unit in version.document.units)
    return [Problem(UNSEEN, version.name, facts={"count": str(count)})] if count else []


def _side(version: Version) -> Side | None:
    source = version.source
    if source is None:
        return None
    return Side(
        version.document,
        lambda: source.drafts,
        source.layout,
        source.file.name,
        version.untouched,
        lambda path: source.file.positions.of(path)[0],
    )


def _known(old: Version, new: Version, facts: Sequence[FactChange]) -> Known:
    """What is known of the inputs between the two versions."""
    a, b = old.source, new.source
    wording = _differing(_wording(old), _wording(new))

    def without(changes: Sequence[FactChange]) -> Sequence[Draft] | None:
        from panahat.case.comparing import without as undone

        file = undone(b.file, changes) if b else None
        return b.again(file) if b and file else None

    @cache
    def reworded() -> Sequence[Draft] | None:
        return b.again(workspace=a.workspace) if a and b else None

    @cache
    def left_out(language: str) -> Mapping[str, Sequence[str]]:
        source = b or a
        return source.left_out(language) if source else {}

    unknown = old if a is None else new if b is None else None
    text = "\n".join(u.text for u in unknown.document.units) if unknown else ""
    return Known(facts, frozenset(wording), frozenset(_norms(old, new)), without, reworded, left_out, text)


def _wording(version: Version) -> Mapping[str, str]:
    """The digest of every template and argument that the version was made from, by name."""
    if version.manifest is not None:
        return {**version.manifest.templates, **version.manifest.arguments}
    source = version.source
    if source is None:
        return {}
    from panahat.building import sources_of

    workspaces = Desks()
    return {name: workspaces.digest(source.workspace, name) for draft in source.drafts for name in sources_of(draft)}


def _differing(first: Mapping[str, str], second: Mapping[str, str]) -> set[str]:
    """The names that have another digest in each; where one side knows nothing, none. The review sheet is no wording."""
    if not first or not second:
        return set()
    both = {name for name in first.keys() & second.keys() if first[name] != second[name]}
    return {name for name in both if not name.startswith("sheets/")}


def _norms(old: Version, new: Version) -> set[str]:
    """The keys of norms whose entry in the law data differs, by the manifests, or by the law at hand where one has none."""
    told = [v.manifest.norms if v.manifest else {} for v in (old, new)]
    if all(told):
        return {key for key in told[0].keys() & told[1].keys() if told[0][key] != told[1][key]}
    a, b = old.source, new.source
    laws = [s.workspace.library.law_digest for s in (a, b) if s]
    if not (any(told) and laws) and len(set(laws)) < 2:
        return set()
    from panahat.law.registry import entry_digest

    def entry(version: Version, norms: Mapping[str, str], key: str) -> str:
        if key in norms or version.source is None:
            return norms.get(key, "")
        return entry_digest(version.source.workspace.law, key)

    cited = {key for source in (a, b) if source for draft in source.drafts for key, _ in draft.cited}
    entries = ([entry(v, norms, key) for v, norms in zip((old, new), told, strict=True)] for key in cited)
    return {key for key, (first, second) in zip(cited, entries, strict=True) if first and second and first != second}
