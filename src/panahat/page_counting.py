"""How many pages a PDF has: counted with bounds on time and memory, and remembered by a digest that tells nothing of it."""

from __future__ import annotations

import hashlib
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from panahat import cache, codes
from panahat.problems import Problem, Refused

if TYPE_CHECKING:
    from pypdf import PdfReader

LIMITS = {"bytes": 100_000_000, "pages": 2_000, "seconds": 10}
"""How big a file may be, and how long its pages may take to count."""
_KIND = "pages"


def is_pdf(content: bytes) -> bool:
    """Whether these bytes begin as a PDF does."""
    return b"%PDF-" in content[:1024]


def count(content: bytes) -> int:
    """The pages of the PDF in `content`. Raises Refused where it is encrypted, damaged, empty or too long."""
    digest = hashlib.blake2b(content, person=b"panahat-pages", digest_size=32).hexdigest()
    kept = cache.load(_KIND, digest)
    if kept is None:
        kept = b"%d" % _counted(content)
        cache.store(_KIND, digest, kept)
    return int(kept)


def _counted(content: bytes) -> int:
    return opened(content)[1]


def opened(content: bytes) -> tuple[PdfReader, int]:
    """A reader of the PDF in `content`, and its number of pages. Raises Refused as `count` does."""
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise Refused([Problem(codes.PDF_ENCRYPTED)])
        found = _walked(reader.root_object["/Pages"])
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - a reader may fail on damaged bytes in any way
        raise Refused([Problem(codes.PDF_DAMAGED)]) from None
    if not found:
        raise Refused([Problem(codes.PDF_EMPTY)])
    return reader, found


def _walked(root: Any) -> int:
    """The leaves of a tree of pages, each once; raises Refused where there is no end of them."""
    waiting, seen, found = [root], set(), 0
    ends = time.monotonic() + LIMITS["seconds"]
    while waiting:
        node = waiting.pop().get_object()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if "/Kids" in node:
            waiting += node["/Kids"]
        else:
            found += 1
        if found > LIMITS["pages"] or time.monotonic() > ends:
            raise Refused([Problem(codes.PDF_TOO_LONG, facts={"limit": str(LIMITS["pages"])})])
    return found
