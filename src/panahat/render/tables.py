"""Says whether docxtpl would have to count the columns of a template's tables anew after rendering."""

from __future__ import annotations

from panahat.render.tags import MERGING, Tag
from panahat.seal.xml import Element, W

_W = f"{{{W}}}"


def must_recount(body: Element, tags: list[Tag]) -> bool:
    """False where every row of every table is as wide as the table's grid, whatever the data."""
    if any(tag.form == "tc" or tag.word in MERGING for tag in tags):
        return True
    return any(_uncertain(table) for table in body.iter(f"{_W}tbl"))


def _uncertain(table: Element) -> bool:
    if any(t is not table for t in table.iter(f"{_W}tbl")):
        return True
    grid = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
    for row in table.iter(f"{_W}tr"):
        if "{%tr " in "".join(t.text or "" for t in row.iter(f"{_W}t")):
            continue
        cells = row.findall(f"{_W}tc")
        if len(cells) > grid or sum(map(_span, cells)) != grid:
            return True
    return False


def _span(cell: Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return 1 if span is None else int(span.get(f"{_W}val", "1"))
