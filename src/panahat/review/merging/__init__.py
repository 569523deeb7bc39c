"""Merges a newly generated draft into the lawyer's copy of the one before: nothing of either is lost or doubled.

The lawyer's document stays as it is; what the new draft changed is put into it paragraph by paragraph. Where both
changed the same thing, the document shows it as a tracked change with a comment: accept takes the new draft, reject
keeps the lawyer's text. Every result is proven anew by `proof`, which knows nothing of how it was made.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from panahat.messages import Translator
from panahat.problems import Problem, Refused
from panahat.review.document import Document
from panahat.review.merging.engine import Merger
from panahat.review.merging.opened import Draft
from panahat.review.merging.reporting import Conflict, Merged, Note, Place, Report, Step

__all__ = ["Conflict", "Merged", "Note", "Place", "Step", "merge"]

_RELATED = 0.1  # share of the first draft's text that must be found again in each of the two others


def merge(
    base: bytes, theirs: bytes, ours: bytes, tr: Translator = str, places: Container[str] = frozenset()
) -> Merged:
    """`theirs` with all that `ours` changed in `base`; comments on conflicts are said through `tr`.

    `places` are the words that stand before a number («раздел 5»), by which references to renumbered headings are known.

    Raises Refused where a document cannot be read or merged, or the result cannot be proven (`review/merge-…`).
    """
    from panahat.review import codes
    from panahat.review.document import read_document
    from panahat.review.merging import notes
    from panahat.review.merging.engine import Merger
    from panahat.review.merging.finishing import finish, merge_styles
    from panahat.review.merging.proof import prove
    from panahat.review.merging.sections import Sections

    drafts = [_opened(content, which) for content, which in ((base, "base"), (theirs, "theirs"), (ours, "ours"))]
    merger = Merger(drafts[0], drafts[1], drafts[2], tr)
    _check(merger)
    report = merger.report
    if drafts[1].tracked:
        report.note(notes.TRACKED)
    if drafts[0].tracked or drafts[2].tracked:
        report.note(notes.TRACKED_DRAFT)
    report.roots[""] = merger.theirs.body
    sections = Sections(merger)
    for kind in ("footnotes", "endnotes"):
        found = merger.theirs.of_kind(kind)
        if found is not None:
            report.roots[kind] = found
    merger.container(merger.base.body, merger.theirs.body, merger.ours.body)
    sections.merge()
    merge_styles(merger)
    document = finish(merger.theirs)
    read = [read_document(content) for content in (*(d.content for d in drafts), document)]
    made = Merged(
        document,
        report.steps("taken"),
        report.steps("kept"),
        report.steps("same"),
        report.steps("joined"),
        report.conflicts(),
        (*report.notes(), *_numbers(read, places), *_beside(read, report, tr)),
    )
    wrong = prove(drafts[0].content, drafts[1].content, drafts[2].content, made)
    if wrong:
        raise Refused([Problem(codes.MERGE_UNPROVEN, facts={"where": "; ".join(wrong[:5])})])
    return made


def _numbers(read: Sequence[Document], places: Container[str]) -> Iterator[Note]:
    """The numbers in the lawyer's text that the new draft has changed."""
    from panahat.review.merging import notes
    from panahat.review.merging.references import renumbered

    base, _, ours, merged = read
    for unit, said, now in renumbered(base, ours, merged, places):
        yield Note(notes.RENUMBERED, Place(unit.story, unit.number, unit.row), f"«{said}» → {now}")


def _beside(read: Sequence[Document], report: Report, tr: Translator) -> Iterator[Note]:
    """What stands beside the text (comments, pictures, links) or in headers, footers and notes and came from one side."""
    from panahat.review.comparing import changes, compare_documents, compare_things
    from panahat.review.merging import notes
    from panahat.review.wording import change_words, thing_words

    base, theirs, ours, merged = read
    there = {s.thing.form for s in merged.things}
    for side, taken in ((theirs, notes.BESIDE_KEPT), (ours, notes.BESIDE_TAKEN)):
        for change in compare_things(base, side):
            lost = change.new is not None and change.new.thing.form not in there
            yield Note(notes.BESIDE_LOST if lost else taken, None, thing_words(change, tr))
        for other in changes(compare_documents(base, side)):
            if other.unit.story and not report.names(other.unit.text):
                yield Note(taken, None, change_words(other, tr))


def _opened(content: bytes, which: str) -> Draft:
    """The draft; problems say which of the three it is."""
    from panahat.review.merging import notes
    from panahat.review.merging.opened import Draft

    try:
        return Draft(content, which)
    except Refused as refused:
        facts = {"which": f"@{notes.WHICH[which]}"}
        raise Refused(
            Problem(p.code, p.file or which, p.path, p.line, p.column, {**facts, **p.facts}) for p in refused.problems
        ) from None


def _check(merger: Merger) -> None:
    """Raises Refused where the drafts are not versions of one text."""
    from panahat.aligning import LIKE, similarity
    from panahat.review import codes
    from panahat.review.merging import notes
    from panahat.review.merging.aligning import align
    from panahat.review.merging.engine import items

    blocks = [r.blocks(d.body)[0] for r, d in zip(merger.reads, (merger.base, merger.theirs, merger.ours), strict=True)]
    whole = sum(len(b.text) for b in blocks[0])
    problems = []
    for which, found in (("theirs", blocks[1]), ("ours", blocks[2])):
        pairs = [(blocks[0][m.old].text, found[m.new].text) for m in align(items(blocks[0]), items(found))]
        alike = sum(len(a) for a, b in pairs if a == b or similarity(a, b) >= LIKE)
        if alike < whole * _RELATED:
            problems.append(Problem(codes.MERGE_UNRELATED, which, facts={"which": f"@{notes.WHICH[which]}"}))
    old, new = len(merger.base.sections()), len(merger.ours.sections())
    if old != new:
        problems.append(Problem(codes.MERGE_SECTIONS, "ours", facts={"old": str(old), "new": str(new)}))
    if problems:
        raise Refused(problems)
