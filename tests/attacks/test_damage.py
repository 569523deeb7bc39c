"""Documents damaged at random, always the same way: every reader either reads or refuses, and never stumbles."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from word_files import docx, p, page_field, parts, row, table, zipped

from panahat.problems import Refused
from panahat.render.reading_back import paragraphs
from panahat.render.template import compile_bytes
from panahat.seal.inspection import inspect

BODY = (
    p("Жалоба {{ x.y }}", style="Title1"),
    p("{%p for f in l %}"),
    p("{{ f }}"),
    p("{%p endfor %}"),
    table(2, row("а", "{{ b }}")),
    p("к"),
)
MORE: dict[str, Any] = {"header": p("верх {{ x.y }}"), "footer": p(page_field("PAGE"))}
READERS: dict[str, Callable[[bytes], object]] = {
    "compile": lambda content: compile_bytes(content, "t.docx"),
    "paragraphs": paragraphs,
    "inspect": inspect,
}


def damaged_bytes(luck: random.Random) -> bytes:
    """The ZIP with bytes changed, taken out and put in."""
    content = bytearray(docx(*BODY, **MORE))
    for _ in range(luck.choice((1, 1, 2, 5))):
        kind, at = luck.randrange(4), luck.randrange(len(content))
        if kind == 0:
            content[at] = luck.randrange(256)
        elif kind == 1:
            content[at] ^= 1 << luck.randrange(8)
        elif kind == 2:
            del content[at : at + luck.randrange(1, 20)]
        else:
            content[at:at] = luck.randbytes(luck.randrange(1, 9))
    return bytes(content)


def damaged_text(luck: random.Random) -> bytes:
    """A sound ZIP in which the text of one part is damaged."""
    content = parts(*BODY, **MORE)
    name = luck.choice(sorted(content))
    text = content[name].decode()
    for _ in range(luck.choice((1, 2, 3))):
        kind, at = luck.randrange(3), luck.randrange(len(text))
        if kind == 0:
            text = text[:at] + luck.choice('<>/"{}%# wpr:0\u200b\u00a0а') + text[at + 1 :]
        elif kind == 1:
            text = text[:at] + text[at + luck.randrange(1, 30) :]
        else:
            source = luck.randrange(len(text))
            text = text[:at] + text[source : source + luck.randrange(60)] + text[at:]
    content[name] = text.encode()
    return zipped(content)


class DescribeDamagedDocuments:
    @pytest.mark.parametrize("damage", [damaged_bytes, damaged_text])
    @pytest.mark.parametrize("reader", READERS)
    def it_reads_or_refuses(self, damage: Callable[[random.Random], bytes], reader: str) -> None:
        luck = random.Random(20261125)
        refused = 0
        for _ in range(250):
            try:
                READERS[reader](damage(luck))
            except Refused as why:
                refused += bool(why.problems)
        assert refused > 125
