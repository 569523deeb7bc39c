"""How much a Word redline marks beside the least that a comparison by words can mark, over the pairs of tests/review/edits.py;
and how the pairs of tests/review/foreign.py fare: proven, or refused and what stands in the way.

    python tests/bench/redline.py [--pairs N] [--foreign N] [--each]

Marked: characters inside insertions and deletions, each tracked paragraph mark as one. Least: characters of the words,
spaces and signs outside a longest common subsequence of both texts, each paragraph's end as one. Prints both, pooled over
the pairs whose text differs, and the seconds of one redline.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "review"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "render"))

from edits import pair
from foreign import PAIRS, random_pair
from lxml import etree
from rapidfuzz.distance import LCSseq

from panahat.messages import translator
from panahat.problems import Refused
from panahat.review.redlining.engine import redline

GOAL = 1.15
MOST_REFUSED = 0.02
"""The share of pairs as others write them that may be refused, what stands in the way named."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_TEXTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TOKEN = re.compile(r"\w+|\W")
_END = "\x00"


def main() -> int:
    """Prints the table; 1 where the goal is missed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--pairs", type=int, default=120)
    asked.add_argument("--each", action="store_true", help="print every pair")
    asked.add_argument("--foreign", type=int, default=60, help="how many random pairs of the kinds of others")
    options = asked.parse_args()
    pooled = [0, 0]
    taken: list[float] = []
    for seed in range(options.pairs):
        old, new, kinds = pair(seed)
        start = time.perf_counter()
        made = redline(old, new)
        taken.append(time.perf_counter() - start)
        counted, least = marked(made), least_marked(old, new)
        if least:
            pooled = [pooled[0] + counted, pooled[1] + least]
        if options.each:
            print(f"{seed:4}{counted:8}{least:8}{counted / least if least else 0:8.2f}  {', '.join(kinds)}")
    ratio = pooled[0] / pooled[1]
    print(f"Word redline of {len(taken)} pairs: marked {pooled[0]}, least {pooled[1]}: {ratio:.3f} (goal ≤ {GOAL:g})")
    print(f"one redline: {sorted(taken)[len(taken) // 2]:.2f} s (median), {max(taken):.2f} s at most")
    ways: dict[str, Callable[[], tuple[bytes, bytes]]] = {
        **PAIRS,
        **{f"random {n}": partial(random_pair, n) for n in range(options.foreign)},
    }
    refused = {name: reason for name, make in ways.items() if (reason := stands_in_the_way(*make()))}
    for name, reason in refused.items():
        print(f"refused: {name}: {reason}")
    proven = [name for name in ways if name not in refused]
    own, others = sum(name in PAIRS for name in proven), sum(name not in PAIRS for name in proven)
    print(f"pairs as other programs write them: proven {own} of {len(PAIRS)}, random {others} of {options.foreign}")
    return int(ratio > GOAL or len(refused) > MOST_REFUSED * len(ways))


def stands_in_the_way(old: bytes, new: bytes) -> str:
    """Why there is no redline, in a reader's words; «» where there is one."""
    try:
        redline(old, new)
    except Refused as refused:
        return "; ".join(p.say(translator("en"), p.code.what) for p in refused.problems)
    return ""


def marked(docx: bytes) -> int:
    """Characters inside tracked insertions and deletions; a note whose reference is tracked counts whole."""
    roots = list(_roots(docx))
    notes = {
        e.get(f"{_W}id")
        for root in roots
        for e in root.iter(f"{_W}footnoteReference")
        if next(e.iterancestors(f"{_W}ins", f"{_W}del"), None) is not None
    }
    return sum(_marked(root) for root in roots) + sum(
        sum(len(_said(e)) for e in note.iter()) + len(list(note.iter(f"{_W}p")))
        for root in roots
        for note in root.iter(f"{_W}footnote")
        if note.get(f"{_W}id") in notes and not _marked(note)
    )


def least_marked(old: bytes, new: bytes) -> int:
    """Characters that a comparison by words marks at least."""
    left, right = list(_tokens(old)), list(_tokens(new))
    ops = [op for op in LCSseq.opcodes(left, right) if op.tag != "equal"]
    return sum(len("".join([*left[o.src_start : o.src_end], *right[o.dest_start : o.dest_end]])) for o in ops)


def _roots(docx: bytes) -> Iterator[Any]:
    with ZipFile(BytesIO(docx)) as z:
        for name in sorted(filter(_TEXTS.fullmatch, z.namelist())):
            yield etree.fromstring(z.read(name))


def _tokens(docx: bytes) -> Iterator[str]:
    for root in _roots(docx):
        for paragraph in root.iter(f"{_W}p"):
            yield from _TOKEN.findall("".join(_said(e) for e in paragraph.iter() if _paragraph(e) is paragraph))
            yield _END


def _paragraph(element: Any) -> Any:
    return next(element.iterancestors(f"{_W}p"), None)


def _said(element: Any) -> str:
    name = str(element.tag).removeprefix(_W)
    if name in ("t", "delText"):
        return element.text or ""
    return _SIGNS[name] if name in _SIGNS and element.getparent().tag == f"{_W}r" else ""


def _marked(root: Any) -> int:
    count = 0
    for element in root.iter():
        above = {str(a.tag).removeprefix(_W): a for a in element.iterancestors()}
        if str(element.tag) in (f"{_W}ins", f"{_W}del"):
            count += {"rPr", "pPr"} <= above.keys()
        elif _said(element) and ({"ins", "del"} & above.keys() or _in_marked_row(above.get("tr"))):
            count += len(_said(element))
    return count


def _in_marked_row(row: Any) -> bool:
    return row is not None and any(row.find(f"{_W}trPr/{_W}{kind}") is not None for kind in ("ins", "del"))


if __name__ == "__main__":
    raise SystemExit(main())
