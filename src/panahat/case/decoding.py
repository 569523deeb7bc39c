"""Bytes of a case file become clean text, or it is said which byte or character stands in the way."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from panahat.case import codes
from panahat.case.characters import BREAKING, CONTROL, FORBIDDEN, INVISIBLE, LOST, SUSPECT, code_point, kind
from panahat.case.limits import Limits
from panahat.messages import N_
from panahat.problems import Code, Problem

_UNKNOWN_ENCODING = N_("another encoding")
_FAMILY = {CONTROL: codes.CONTROL_CHARACTER, INVISIBLE: codes.INVISIBLE_CHARACTER, LOST: codes.LOST_CHARACTER}
_COMMON = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъ әіңғүұқөһ")
_CODEPAGES = (("cp1251", "Windows-1251"), ("cp866", "DOS-866"), ("koi8-r", "KOI8-R"))
_DOCUMENTS = (
    (b"PK\x03\x04", N_("a Word document or an archive")),
    (b"\xd0\xcf\x11\xe0", N_("an old or protected Word document")),
    (b"%PDF", N_("a PDF")),
    (b"{\\rtf", N_("an RTF document")),
)
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


@dataclass(frozen=True, eq=False, repr=False)
class Decoded:
    """The text with line breaks as LF and letters composed (None: no text); `clean` if nothing was refused."""

    text: str | None
    clean: bool = True
    problems: list[Problem] = field(default_factory=list)


def decode(data: bytes, name: str, limits: Limits) -> Decoded:
    """The text of a case file and every problem of its bytes and characters."""
    if kind_of := next((said for sign, said in _DOCUMENTS if data.startswith(sign)), ""):
        return Decoded(None, problems=[Problem(codes.NO_TEXT, name, facts={"kind": f"@{kind_of}"})])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return Decoded(None, problems=[_not_utf8(data, wrong.start, name)])
    text = text.removeprefix("\ufeff")
    if text.count("\x00") * 3 > len(text):
        return Decoded(None, problems=[_not_utf8(data, text.index("\x00"), name)])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = list(_forbidden(text, name, limits))
    clean = not problems
    if not clean:
        text = BREAKING.sub(" ", text)
    if not unicodedata.is_normalized("NFC", text):
        line = next(n for n, row in enumerate(text.split("\n"), 1) if not unicodedata.is_normalized("NFC", row))
        problems.append(Problem(codes.COMPOSED, name, line=line, column=1))
        text = unicodedata.normalize("NFC", text)
    return Decoded(text, clean, problems)


def forbidden_code(character: str) -> tuple[Code, dict[str, str]]:
    """The problem code of a forbidden character, with the facts its text needs."""
    family, name = kind(character)
    return _FAMILY.get(family, codes.UNUSUAL_SPACE), {"code": code_point(character), "kind": f"@{name}"}


def _forbidden(text: str, name: str, limits: Limits) -> list[Problem]:
    problems: list[Problem] = []
    line, begin = 1, 0
    for match in SUSPECT.finditer(text):
        if not FORBIDDEN.match(match[0]):
            continue
        line += text.count("\n", begin, match.start())
        begin = match.start()
        column = match.start() - text.rfind("\n", 0, match.start())
        code, facts = forbidden_code(match[0])
        problems.append(Problem(code, name, line=line, column=column, facts=facts))
        if len(problems) > limits.problems:
            break
    return problems


def _not_utf8(data: bytes, at: int, name: str) -> Problem:
    line = data.count(b"\n", 0, at) + 1
    column = at - data.rfind(b"\n", 0, at)
    return Problem(codes.NOT_UTF8, name, line=line, column=column, facts={"encoding": _likely(data)})


def _likely(data: bytes) -> str:
    """The encoding the bytes most likely have."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if data[:400].count(0) * 4 > len(data[:400]):
        return "UTF-16"
    sample = data[:4000]
    scores = [(sum(c in _COMMON for c in sample.decode(codec, "replace")), name) for codec, name in _CODEPAGES]
    return max(scores)[1] if max(scores)[0] else f"@{_UNKNOWN_ENCODING}"
