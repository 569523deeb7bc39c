"""The marks of tracked changes in one part of a document, settled one way or the other; moves as two changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from panahat.seal.xml import Element, W, remove

ACCEPT, REJECT = "accept", "reject"
_SPACES = (f"{{{W}}}", "{http://purl.oclc.org/ooxml/wordprocessingml/main}")
_STAYS = {ACCEPT: ("ins", "moveTo"), REJECT: ("del", "moveFrom")}
_GOES = {ACCEPT: ("del", "moveFrom"), REJECT: ("ins", "moveTo")}
_CELL_GOES = {ACCEPT: "cellDel", REJECT: "cellIns"}
_CONTROL_GOES = {ACCEPT: "customXmlDelRangeStart", REJECT: "customXmlInsRangeStart"}
_HOLDERS = frozenset(("rPr", "trPr", "numPr", "ctrlPr"))
_CHANGES = frozenset(
    """rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange
    numberingChange""".split()
)
_RANGES = frozenset(
    f"{kind}Range{end}"
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_KEPT = {"pPr": ("rPr", "sectPr"), "sectPr": ("headerReference", "footerReference")}
_ASIDE = frozenset("bookmarkStart bookmarkEnd proofErr permStart permEnd commentRangeStart commentRangeEnd".split())

_WRAPPERS = ("hyperlink", "smartTag", "fldSimple")


def local(element: Element) -> str:
    """The element's name without its namespace; «» where it is not WordprocessingML's."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return next((tag[len(space) :] for space in _SPACES if tag.startswith(space)), "")


def named(names: Iterable[str]) -> tuple[str, ...]:
    """The tags of the elements with these names."""
    return tuple(f"{space}{name}" for name in names for space in _SPACES)


def settle(root: Element, way: str) -> None:
    """Settles every tracked change below `root`: `way` is ACCEPT or REJECT."""
    _rows(root, way)
    _cells(root, way)
    _ranges(root, way)
    _runs(root, way)
    marks = [p for p in _all(root, "p") if _mark_goes(p, way)]
    _properties(root, way)
    for paragraph in reversed(marks):
        _join(paragraph)
    _whole(root)


def _all(root: Element, *names: str) -> Iterator[Element]:
    yield from root.iter(*named(names))


def _child(element: Element, *path: str) -> Element | None:
    found: Element | None = element
    for name in path:
        found = next((e for e in found if local(e) == name), None) if found is not None else None
    return found


def _rows(root: Element, way: str) -> None:
    for row in list(_all(root, "tr")):
        properties = _child(row, "trPr")
        if properties is not None and any(local(e) in _GOES[way] for e in properties):
            remove(row)


def _cells(root: Element, way: str) -> None:
    for cell in list(_all(root, "tc")):
        properties = _child(cell, "tcPr")
        if properties is None:
            continue
        if _child(properties, _CELL_GOES[way]) is not None:
            remove(cell)
            continue
        merge = _child(properties, "cellMerge")
        if merge is not None:
            _merge(properties, merge, "vMerge" if way == ACCEPT else "vMergeOrig")
        for mark in [e for e in properties if local(e) in ("cellIns", "cellDel", "cellMerge")]:
            properties.remove(mark)


def _merge(properties: Element, merge: Element, which: str) -> None:
    """Puts the cell's vertical merging as `which` attribute of the tracked merge says."""
    for old in [e for e in properties if local(e) == "vMerge"]:
        properties.remove(old)
    value = next((str(v) for k, v in merge.attrib.items() if str(k).endswith(f"}}{which}")), "")
    if value:
        made = properties.makeelement(f"{{{W}}}vMerge", {f"{{{W}}}val": "restart" if value == "rest" else "continue"})
        merge.addprevious(made)


def _ranges(root: Element, way: str) -> None:
    for mark in list(_all(root, *_RANGES)):
        control = mark.getnext()
        if local(mark) == _CONTROL_GOES[way] and control is not None and local(control) == "sdt":
            unwrap(control)
        remove(mark)


def unwrap(control: Element) -> None:
    """Takes a content control off what it holds."""
    held = _child(control, "sdtContent")
    for child in list(held if held is not None else ()):
        control.addprevious(child)
    remove(control)


def _runs(root: Element, way: str) -> None:
    """What was put in or taken out inside paragraphs; the marks inside properties are left for later."""
    for change in list(_all(root, *_STAYS[way], *_GOES[way])):
        parent = change.getparent()
        if parent is None or local(parent) in _HOLDERS:
            continue
        if local(change) in _GOES[way]:
            parent.remove(change)
        else:
            for child in list(change):
                change.addprevious(child)
            parent.remove(change)
    for wrapper in list(_all(root, *_WRAPPERS)):
        if len(wrapper) == 0:
            remove(wrapper)
    for old, new in (("delText", "t"), ("delInstrText", "instrText")):
        for element in list(_all(root, old)):
            element.tag = str(element.tag).removesuffix(old) + new


def _mark_goes(paragraph: Element, way: str) -> bool:
    mark = _child(paragraph, "pPr", "rPr")
    return mark is not None and any(local(e) in _GOES[way] for e in mark)


def _properties(root: Element, way: str) -> None:
    """Changed properties settled, and every mark inside properties taken out."""
    for change in list(_all(root, *_CHANGES)):
        holder = change.getparent()
        if holder is None:
            continue
        if way == REJECT and len(change):
            _restore(holder, change)
        remove(change)
    for name in ("ins", "del", "moveFrom", "moveTo"):
        for mark in list(_all(root, name)):
            holder = mark.getparent()
            if holder is None or local(holder) not in _HOLDERS:
                continue
            if local(holder) == "numPr" and name == "ins" and way == REJECT:
                remove(holder)
            else:
                holder.remove(mark)


def _restore(holder: Element, change: Element) -> None:
    """The former properties in place of the present ones; what a change does not record stays."""
    former = change[0]
    kept = _KEPT.get(local(holder), ())
    for child in list(holder):
        if child is not change and local(child) not in kept:
            holder.remove(child)
    first = [c for c in holder if local(c) in ("headerReference", "footerReference")]
    at = len(first)
    for child in list(former):
        holder.insert(at, child)
        at += 1


def _join(paragraph: Element) -> None:
    """Joins a paragraph whose mark is gone with the next one; without a next one it goes if nothing is left in it."""
    following = paragraph.getnext()
    while following is not None and local(following) in _ASIDE:
        following = following.getnext()
    content = [e for e in paragraph if local(e) != "pPr"]
    if following is not None and local(following) == "p":
        at = 1 if _child(following, "pPr") is not None else 0
        for n, element in enumerate(content):
            following.insert(at + n, element)
        remove(paragraph)
    elif not _says_something(paragraph) and _dispensable(paragraph, following):
        for element in content:
            if local(element) in _ASIDE:
                paragraph.addprevious(element)
        remove(paragraph)


def _says_something(paragraph: Element) -> bool:
    """Whether anything but marks and empty runs is left in a paragraph."""
    return any(
        local(e) not in ("p", "pPr", "r", "rPr", "", *_ASIDE) or (local(e) == "" and e is not paragraph)
        for e in paragraph.iter()
        if not any(local(a) == "pPr" for a in e.iterancestors())
        and not any(local(a) == "rPr" for a in e.iterancestors())
    )


def _dispensable(paragraph: Element, following: Element | None) -> bool:
    """Whether its container stays sound without it: a cell, a text and a note need a paragraph at their end."""
    parent = paragraph.getparent()
    if parent is None:
        return False
    if following is not None and local(following) not in ("sectPr", ""):
        return True
    before = paragraph.getprevious()
    while before is not None and local(before) in _ASIDE:
        before = before.getprevious()
    return before is not None and local(before) == "p"


def _whole(root: Element) -> None:
    """Tables without rows go, rows without cells too; a cell keeps a paragraph at its end."""
    for row in [r for r in _all(root, "tr") if _child(r, "tc") is None and not _wrapped(r)]:
        remove(row)
    for table in [t for t in reversed(list(_all(root, "tbl"))) if next(_all(t, "tr"), None) is None]:
        remove(table)
    for cell in list(_all(root, "tc")):
        last = next((e for e in reversed(cell) if local(e) not in _ASIDE), None)
        if last is None or local(last) not in ("p", "sdt"):
            cell.append(cell.makeelement(f"{str(cell.tag).removesuffix('tc')}p"))


def _wrapped(row: Element) -> bool:
    """Whether the row's cells stand inside a content control."""
    return any(local(e) in ("sdt", "customXml") for e in row)


_W = f"{{{W}}}"
_MOVES = tuple(f"{_W}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))


def unmove(root: Element) -> None:
    """Turns every move below `root` into a deletion and an insertion, and takes out the marks of its ends."""
    for mark in list(root.iter(*_MOVES)):
        remove(mark)
    for moved in list(root.iter(f"{_W}moveTo")):
        moved.tag = f"{_W}ins"
    for moved in list(root.iter(f"{_W}moveFrom")):
        moved.tag = f"{_W}del"
        for said, gone in (("t", "delText"), ("instrText", "delInstrText")):
            for element in list(moved.iter(f"{_W}{said}")):
                element.tag = f"{_W}{gone}"
