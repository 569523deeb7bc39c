"""Headers, footers and page setup: merged section by section and type by type."""

from __future__ import annotations

from copy import deepcopy

from panahat.review.merging import notes
from panahat.review.merging.engine import Merger
from panahat.review.merging.names import P, local, number, on, r, value, w
from panahat.review.merging.opened import Draft
from panahat.review.merging.parts import add_header
from panahat.review.merging.reading import GAP
from panahat.review.merging.reporting import CHANGED, FORMATTING, KEPT, REMOVED
from panahat.seal.xml import Element

Key = tuple[str, str]  # («header», «first»)
_REFERENCES = (w("headerReference"), w("footerReference"))

_BEFORE_EVEN = frozenset(
    """writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
    displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
    embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
    formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
    revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
    styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
    doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle""".split()
)
"""The settings that stand before w:evenAndOddHeaders, by the standard."""


class Sections:
    """The sections of the three drafts before the text is merged; `merge` is called after it."""

    def __init__(self, merger: Merger) -> None:
        self.merger = merger
        self.base = shown(merger.base)
        self.ours = shown(merger.ours)
        self.theirs = dict(shown(merger.theirs))
        self.last = merger.theirs.sections()[-1] if self.theirs else None
        self._done: dict[str, tuple[object, object]] = {}

    def merge(self) -> None:
        """Merges what stands at the head and foot of pages, and the pages' setup."""
        for n, ((before, old), (now, new)) in enumerate(zip(self.base, self.ours, strict=True)):
            section = self.last if n == len(self.base) - 1 else self.merger.sections.get(n)
            for key in sorted({*old, *new}):
                self._one(section, key, old.get(key), new.get(key))
            if page_setup(before) != page_setup(now):
                self._page(section, before, now)
        _even(self.merger)

    def _one(self, section: Element | None, key: Key, old: str | None, new: str | None) -> None:
        merger = self.merger
        base = None if old is None else merger.base.part(old)
        ours = None if new is None else merger.ours.part(new)
        keys = merger.reads[0].container_key(base), merger.reads[2].container_key(ours)
        story = title(key)
        if section is None or section not in self.theirs:
            if keys[0] != keys[1]:
                merger.report.note(notes.SECTION_GONE, about=text_of(ours) or "")
                merger.report.unshown(CHANGED, story, text_of(base), None, text_of(ours))
            return
        name = self.theirs[section].get(key)
        if name is not None and name in self._done:
            if keys[0] != keys[1] and self._done[name] != keys:
                merger.report.unshown(CHANGED, story, text_of(base), text_of(merger.theirs.part(name)), text_of(ours))
            return
        if name is not None:
            self._done[name] = keys
            root = merger.theirs.part(name)
        elif keys[0] == keys[1]:
            if base is not None and text_of(base):
                merger.report.story = story
                for paragraph in base.iterchildren(P):
                    merger.report.say(KEPT, REMOVED, None, merger.reads[0].block(paragraph), None, None)
                merger.report.story = ""
            return
        else:
            root = add_header(merger.theirs, section, *key)
        while merger.report.roots.setdefault(story, root) is not root:
            story += "+"
        merger.container(base, root, ours, story)

    def _page(self, section: Element | None, before: Element, now: Element) -> None:
        report = self.merger.report
        if section is not None and page_setup(section) == page_setup(now):
            return
        if section is None or page_setup(section) != page_setup(before):
            report.note(notes.PAGE_KEPT)
            report.unshown(FORMATTING, "", None, None, None)
            return
        for child in list(section.iterchildren()):
            if child.tag not in _REFERENCES:
                section.remove(child)
        for child in now.iterchildren():
            if child.tag not in _REFERENCES:
                section.append(deepcopy(child))
        report.note(notes.PAGE_TAKEN)


def shown(draft: Draft) -> list[tuple[Element, dict[Key, str]]]:
    """Each section with the part that it shows as each kind of header and footer, its own or that of the one before."""
    out: list[tuple[Element, dict[Key, str]]] = []
    known: dict[Key, str] = {}
    for section in draft.sections():
        for reference in section.iterchildren(*_REFERENCES):
            target = draft.target(reference.get(r("id")))
            if target is not None:
                kind = local(reference).removesuffix("Reference")
                known = {**known, (kind, reference.get(w("type"), "default")): target}
        out.append((section, known))
    return out


def page_setup(section: Element) -> tuple[object, ...]:
    """What a page looks like: size, margins, columns, numbers, whether its first page differs."""
    size, margins, columns = (section.find(w(n)) for n in ("pgSz", "pgMar", "cols"))
    sizes = () if size is None else (number(size.get(w("w"))), number(size.get(w("h"))))
    edges = () if margins is None else tuple(number(margins.get(w(n))) for n in ("top", "right", "bottom", "left"))
    count = "1" if columns is None else columns.get(w("num"), "1")
    start = value(section, "pgNumType", "start")
    return sizes, edges, count, start, on(section.find(w("titlePg"))), value(section, "type") == "continuous"


def title(key: Key) -> str:
    """The story's name in reports: «header», «footer first»."""
    kind, type = key
    return kind if type == "default" else f"{kind} {type}"


def text_of(root: Element | None) -> str | None:
    """The texts of a part's paragraphs, None where it is not there."""
    return None if root is None else GAP.join("".join(t.text or "" for t in p.iter(w("t"))) for p in root.iter(P))


def _even(merger: Merger) -> None:
    """Even pages get their own headers where only the new draft asks for it."""
    parts = [draft.of_kind("settings") for draft in (merger.base, merger.theirs, merger.ours)]
    asks = [part is not None and on(part.find(w("evenAndOddHeaders"))) for part in parts]
    settings = parts[1]
    if asks == [False, False, True] and settings is not None:
        before = [c for c in settings.iterchildren() if local(c) in _BEFORE_EVEN]
        made = settings.makeelement(w("evenAndOddHeaders"), {}, None)
        if before:
            before[-1].addnext(made)
        else:
            settings.insert(0, made)
