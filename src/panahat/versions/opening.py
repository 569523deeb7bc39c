"""A version opened: its text, its manifest, and the source it was made from; the draft that a lawyer's copy began from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from panahat import locked
from panahat.case.loading import CaseFile
from panahat.messages import N_
from panahat.problems import Problem, Refused, errors
from panahat.review.anchoring import anchor
from panahat.review.document import Document, read_document
from panahat.seal.proof import Manifest
from panahat.version import VERSION
from panahat.versions import codes
from panahat.versions.archive import Archive, Kept, near
from panahat.versions.naming import Named, name_of
from panahat.versions.workspaces import Desks, Source, drafts
from panahat.workspace import Workspace

_LIKELY = 0.5
_TRIED = 20
_KAZAKH = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")


@dataclass(frozen=True)
class Options:
    """What the user said besides the names: kind and form of filing, the case to look in; the workspaces to work on and the
    archive of cases, shared by all that is opened together."""

    workspaces: Desks = field(default_factory=Desks)
    archive: Archive = field(default_factory=Archive)
    kind: str = ""
    form: str = ""
    case: str = ""
    layout: str = "pages"


@dataclass(frozen=True)
class Version:
    """One version of a filing: its name, its bytes and text, its manifest and source where known, what to say about it.

    `untouched`: the document is, byte for byte, what its manifest says was made; None without a manifest. `record` is the
    manifest as it is written.
    """

    name: str
    content: bytes
    document: Document
    manifest: Manifest | None = None
    source: Source | None = None
    untouched: bool | None = None
    notes: tuple[Problem, ...] = ()
    record: bytes = b""


def open_version(words: str, options: Options, *, needed: bool = False) -> Version:
    """The version that `words` name. Raises Refused where it cannot be read; with `needed`, also without a source."""
    named = name_of(words)
    content = named.read()
    version = _made(named, content, options) if named.is_case else _found(named, content, options)
    if needed and version.source is None:
        raise Refused([Problem(codes.NO_SOURCE, words)])
    return version


def _made(named: Named, content: bytes, options: Options) -> Version:
    """The filing that a case file makes now, or made with the templates and law of its revision."""
    from panahat.building import make

    workspace = options.workspaces.of(Kept(content, named.words, named.path, named.commit))
    file = _case(content, named.words)
    form = options.form or "ru"
    kind = options.kind or _kind_of(workspace, file, form)
    made = make(workspace, file, kind, form, layout=options.layout)
    source = Source(
        file, workspace, kind, form, options.layout, False, True, workspaces=options.workspaces, made=made.drafts
    )
    document = read_document(made.filing, named.words)
    return Version(named.words, made.filing, document, None, source, True, record=made.manifest)


def _case(content: bytes, name: str) -> CaseFile:
    from panahat.case.loading import load_bytes

    return load_bytes(content, name)


def _kind_of(workspace: Workspace, file: CaseFile, form: str) -> str:
    """The one kind of filing that the case can become."""
    languages = form.split("-")
    able = [
        kind
        for kind, filing in workspace.filings.items()
        if set(languages) <= set(filing.languages) and not errors(workspace.check(file, kind, languages=languages))
    ]
    if len(able) != 1:
        raise Refused([Problem(codes.NO_KIND, file.name, facts={"kinds": ", ".join(able or workspace.filings)})])
    return able[0]


def _found(named: Named, content: bytes, options: Options) -> Version:
    """A Word document, with the source that its manifest names or that it is most like."""
    document = read_document(content, named.words)
    record, manifest = _manifest(named)
    version = Version(named.words, content, document, manifest, record=record)
    if manifest is None:
        return _by_likeness(version, options)
    from panahat.seal.proof import output_of

    filing = manifest.outputs.get("filing")
    untouched = filing is not None and output_of(content) == filing
    kept = _case_of(named, manifest, options)
    if kept is None:
        like = _by_likeness(version, options) if options.case else version
        note = Problem(codes.CASE_NOT_FOUND, named.words)
        return replace(version, source=like.source, untouched=untouched, notes=(*like.notes, note))
    source = _source(kept, manifest, options)
    return replace(version, source=source, untouched=untouched, notes=tuple(_doubts(named, manifest, source)))


def _manifest(named: Named) -> tuple[bytes, Manifest | None]:
    """The manifest beside the document, as bytes and read; empty and None where there is none that can be read."""
    from panahat.seal.proof import read_manifest

    content = named.beside(locked.plain(named.path).with_suffix(".manifest.json")) or b""
    try:
        return content, read_manifest(content)
    except Refused:
        return b"", None


def _case_of(named: Named, manifest: Manifest, options: Options) -> Kept | None:
    if options.case:
        asked = name_of(options.case)
        if not asked.is_case:
            raise Refused([Problem(codes.NOT_A_CASE, options.case)])
        found = next((kept for kept in options.archive.states(asked) if kept.digest == manifest.case), None)
        if found is not None:
            return found
    return options.archive.of_digest(manifest.case, near(named.path), named.path.name.split(".", 1)[0])


def _source(kept: Kept, manifest: Manifest, options: Options) -> Source | None:
    """The source that the manifest names, with the templates and law that are nearest to it."""
    file = _case(kept.content, kept.name)
    workspace = options.workspaces.like(kept, manifest)
    changed = options.workspaces.not_as_then(workspace, manifest)
    final, layout = bool(manifest.options.get("final")), str(manifest.options.get("layout", "pages"))
    source = Source(
        file,
        workspace,
        manifest.kind,
        manifest.language,
        layout,
        final,
        not changed,
        changed,
        workspaces=options.workspaces,
    )
    if source.proven:
        return source
    try:
        return replace(source, made=drafts(workspace, file, manifest.kind, manifest.language, final=final))
    except Refused:
        return None


def _doubts(named: Named, manifest: Manifest, source: Source | None) -> Iterator[Problem]:
    if source is None:
        yield Problem(codes.CASE_NOT_FOUND, named.words)
        return
    if source.changed:
        yield Problem(codes.INPUTS_CHANGED, named.words, facts={"names": ", ".join(source.changed)})
    if manifest.panahat != VERSION:
        yield Problem(codes.OTHER_PROGRAM, named.words, facts={"version": manifest.panahat})


def _by_likeness(version: Version, options: Options) -> Version:
    """The version with the source, among the states of the named case, whose draft is most like its text."""
    if not options.case:
        return version
    asked = name_of(options.case)
    if not asked.is_case:
        raise Refused([Problem(codes.NOT_A_CASE, options.case)])
    best: Source | None = None
    share = 0.0
    for kept in _few(options.archive.states(asked)):
        for source in _sources(kept, version.document, options, best):
            alike = _likeness(version.document, source)
            if alike > share:
                best, share = source, alike
        if share >= 1:
            break
    if best is None or share < _LIKELY:
        return version
    note = Problem(codes.NO_MANIFEST, version.name, facts={"share": str(int(share * 100))})
    notes = (note,) if version.manifest is None else ()
    return replace(version, source=replace(best, share=share), notes=notes)


def _few(kept: Iterator[Kept]) -> Iterator[Kept]:
    """The first states, each content once."""
    seen: set[str] = set()
    for state in kept:
        if state.digest not in seen and len(seen) < _TRIED:
            seen.add(state.digest)
            yield state


def _sources(kept: Kept, document: Document, options: Options, best: Source | None) -> Iterator[Source]:
    """What the state of a case can become: the kind and form already found likely, or every one."""
    workspace = options.workspaces.of(kept)
    try:
        file = _case(kept.content, kept.name)
    except Refused:
        return
    asked = [options.kind] if options.kind else list(workspace.filings)
    pairs: Sequence[tuple[str, str]] = (
        [(best.kind, best.form)] if best else [(kind, form) for kind in asked for form in _forms(document, options)]
    )
    for kind, form in pairs:
        try:
            made = drafts(workspace, file, kind, form, final=False)
        except Refused:
            continue
        layout = "columns" if "-" in form and document.body[0].place else "pages"
        yield Source(file, workspace, kind, form, layout, False, False, workspaces=options.workspaces, made=made)


def _forms(document: Document, options: Options) -> tuple[str, ...]:
    """The forms that the letters of a text allow."""
    if options.form:
        return (options.form,)
    kazakh = sum(bool(_KAZAKH & set(u.text)) for u in document.body) / max(1, len(document.body))
    cyrillic = any("а" <= c <= "я" for u in document.body for c in u.text)
    if not cyrillic:
        return ("en",)
    return ("ru",) if kazakh < 0.05 else ("kk-ru", "kk")


def _likeness(document: Document, source: Source) -> float:
    """The share of characters that stand in equal paragraphs of the document and the draft, of those in both."""
    found = anchor(document, source.drafts, source.layout)
    total = sum(len(u.text) for u in document.body) + sum(len(p.text) for d in source.drafts for p in d.paragraphs)
    same = sum(len(t.unit.text) for t in found if t.unit and t.paragraph and t.unit.text == t.paragraph.text)
    return 2 * same / max(1, total)


def open_pair(
    old: str, new: str, *, office: Path | None, kind: str = "", form: str = "", case: str = "", old_case: str = ""
) -> tuple[Version, Version]:
    """Two versions to compare; what a case file is to become is learnt from the document on the other side.

    Raises Refused with everything that stands against reading either of them.
    """
    problems: list[Problem] = []
    opened: dict[str, Version] = {}
    shared = Options(Desks(office), kind=kind, form=form)
    options = {old: replace(shared, case=old_case or case), new: replace(shared, case=case)}
    names: dict[str, Named] = {}
    for word in dict.fromkeys((new, old)):
        try:
            names[word] = name_of(word)
        except Refused as refused:
            problems += refused.problems
    for word in sorted(names, key=lambda w: names[w].is_case):
        asked = options[word]
        other = next((v for w, v in opened.items() if w != word), None)
        if other is not None:
            asked = _like(other, asked)
        try:
            opened[word] = open_version(word, asked)
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    return _without_the_weaker(opened[old], opened[new])


def _without_the_weaker(old: Version, new: Version) -> tuple[Version, Version]:
    """Both versions; where one state of a case was found for both by likeness alone, it counts for the more alike.

    What is not as drafted in the other may come from another state of the case as well as from somebody's hand.
    """
    a, b = old.source, new.source
    if a is None or b is None or a.file.digest != b.file.digest:
        return old, new
    weak = [v for v, s in ((old, a), (new, b)) if not s.proven and s.share < max(a.share, b.share)]
    notes = {id(v): (Problem(codes.CASE_NOT_FOUND, v.name),) for v in weak}
    first, second = (replace(v, source=None, notes=notes[id(v)]) if v in weak else v for v in (old, new))
    return first, second


def _like(other: Version, asked: Options) -> Options:
    """The options with kind, form and layout taken from the other side, where the user named none."""
    made = other.manifest
    if other.source is not None:
        kind, form, layout = other.source.kind, other.source.form, other.source.layout
    elif made is not None:
        kind, form, layout = made.kind, made.language, str(made.options.get("layout", "pages"))
    else:
        return asked
    return replace(asked, kind=asked.kind or kind, form=asked.form or form, layout=layout)


_NO_MANIFEST = "@" + N_("there is no manifest beside the document")
_NO_CASE = "@" + N_("the state of the case that it was made from was not found")
_OTHERWISE = "@" + N_("the templates, the law or the program have changed since")


def base_of(theirs: Version) -> bytes:
    """The unedited draft of an edited document. Raises Refused `version/no-base` where it cannot be made or proven."""
    if theirs.manifest is None:
        raise _refused(theirs, _NO_MANIFEST)
    source = theirs.source
    if source is None or source.file.digest != theirs.manifest.case:
        raise _refused(theirs, _NO_CASE)
    from panahat.building import document
    from panahat.seal.proof import output_of

    made = document(source.workspace, source.drafts, source.layout)
    if output_of(made).contents != theirs.manifest.outputs["filing"].contents:
        raise _refused(theirs, _OTHERWISE)
    return made


def _refused(version: Version, reason: str) -> Refused:
    return Refused([Problem(codes.NO_BASE, version.name, facts={"reason": reason})])
