"""The characters of a case file: which may stand there, how bytes become them, and letters that only look alike."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from msgspec import Struct

from panahat.case import codes
from panahat.case.limits import Limits
from panahat.messages import N_
from panahat.problems import Code, Problem

CONTROL = "control"
INVISIBLE = "invisible"
LOST = "lost"
SPACE = "space"

_LAST_OF_PLANES = "".join(f"{chr(p * 0x10000 + 0xFFFE)}{chr(p * 0x10000 + 0xFFFF)}" for p in range(1, 17))
_UNPAIRED = "\ud800-\udfff"
_SIGNS_OF_OTHERS = "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
_NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"

# (family, name of the kind, characters as a regular-expression class: up to U+FFFF, and beyond)
_KINDS = (
    (CONTROL, N_("control character"), "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f", ""),
    (CONTROL, N_("line separator"), "\u2028\u2029", ""),
    (INVISIBLE, N_("zero-width character"), "\u200b-\u200d\u2060-\u2065\ufeff\u034f\u180b-\u180f", ""),
    (INVISIBLE, N_("mark that turns the direction of writing"), "\u200e\u200f\u061c\u202a-\u202e\u2066-\u206f", ""),
    (INVISIBLE, N_("soft hyphen"), "\u00ad", ""),
    (INVISIBLE, N_("blank letter"), "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0", ""),
    (INVISIBLE, N_("variation or tag character"), "\ufe00-\ufe0f", _SIGNS_OF_OTHERS),
    (INVISIBLE, N_("private use character"), "\ue000-\uf8ff", "\U000f0000-\U000ffffd\U00100000-\U0010fffd"),
    (INVISIBLE, N_("code that is no character"), f"{_UNPAIRED}\ufff0-\ufffb{_NONCHARACTERS}", _LAST_OF_PLANES),
    (LOST, N_("sign that stands where a letter was lost"), "\ufffc\ufffd", ""),
    (SPACE, N_("unusual space"), "\u1680\u2000-\u200a\u205f\u3000", ""),
)


@cache
def forbidden() -> re.Pattern[str]:
    """What finds any character refused in a case file."""
    return re.compile("[" + "".join(low + high for _, _, low, high in _KINDS) + "]")


_PRINTED = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffc\ufffd"
    "\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d\ufe0e\ufe0f"
)
"""Those that Python counts as printable."""


def suspect(text: str) -> bool:
    """Whether `text` may hold a forbidden character; it can hold none where not. Nothing need be compiled to know."""
    bare = text.replace("\n", "").replace("\t", "").replace("\u00a0", "")
    beyond = len(bare.encode("utf-16-le", "surrogatepass")) > 2 * len(bare)
    return beyond or not bare.isprintable() or any(c in bare for c in _PRINTED)


BREAKING = f"[{_KINDS[0][2]}{_KINDS[1][2]}{_UNPAIRED}{_NONCHARACTERS}{_LAST_OF_PLANES}]"
"""Those that would stop the parser or move its line count, as a pattern."""


def kind(character: str) -> tuple[str, str]:
    """(family, English name of the kind) of a forbidden character."""
    for family, name, low, high in _KINDS:
        if re.match(f"[{low}{high}]", character):
            return family, name
    raise ValueError(f"U+{ord(character):04X} is not forbidden")


def code_point(character: str) -> str:
    """The Unicode place of a character: «U+202E»."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """`text` with every forbidden character, tab and line break written as its code: a file name in a message."""
    if suspect(text):
        text = forbidden().sub(lambda m: f"[{code_point(m[0])}]", text)
    return re.sub(r"[\t\r\n]", lambda m: f"[{code_point(m[0])}]", text)


# Cyrillic letter, and the Latin letter it is mistaken for. Upper-case В, К, М, Н, Т have look-alikes; their small forms
# are near enough to be typed for each other in a key.
_PAIRS = "АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY аa сc еe һh іi јj оo рp ѕs хx уy әə"
_NEAR = "вb кk мm тt нh дd гg лl пn иi уu зz бb фf"
_GREEK = "αa οo νv ιi ρp κk τt υu εe χx ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX"

CYRILLIC_TO_LATIN = {ord(p[0]): p[1] for p in _PAIRS.split()}
LATIN_TO_CYRILLIC = {ord(p[1]): p[0] for p in _PAIRS.split() if p[0] not in "ЅЈѕј"}
_TO_KEY = {ord(p[0]): p[1] for p in f"{_NEAR} {_GREEK} {_PAIRS}".split()}

_WORD = re.compile(r"[^\W\d_]+")
_TOUCHING = re.compile("[A-Za-z\u00c0-\u02af][\u0400-\u052f]|[\u0400-\u052f][A-Za-z\u00c0-\u02af]")
_LONE = re.compile("(?<![^\\s«(„])[acokyABCEHKMOTXY](?=\\s+[\u0400-\u052f])")


class Letter(Struct, frozen=True):
    """A foreign letter: the word it stands in and its place there, both counted from 1, and the letter itself."""

    word: int
    place: int
    letter: str


def is_latin(letter: str) -> bool:
    """Whether a letter is of the Latin alphabet, with its extensions."""
    return letter < "\u02b0" and letter.isalpha()


def is_not_latin(letter: str) -> bool:
    return not is_latin(letter)


def is_cyrillic(letter: str) -> bool:
    """Whether a letter is of the Cyrillic alphabet, with its extensions."""
    return "\u0400" <= letter <= "\u052f"


def alphabet(letter: str) -> str:
    """The English name of the alphabet of a letter, as messages say it (the letter itself is never shown)."""
    if is_latin(letter):
        return N_("a Latin letter")
    if is_cyrillic(letter):
        return N_("a Cyrillic letter")
    return N_("a Greek letter") if "\u0370" <= letter <= "\u03ff" else N_("a letter of another alphabet")


def meant_key(key: str, known: Iterable[str]) -> tuple[str, Letter] | None:
    """The known key that `key` was meant to be, and its first foreign letter; None if no look-alike explains it."""
    foreign = next((i for i, c in enumerate(key) if ord(c) > 127), None)
    if foreign is None or len(key) > 60:
        return None
    meant = key.translate(_TO_KEY).lower()
    return (meant, Letter(1, foreign + 1, key[foreign])) if meant in set(known) else None


def mixed_letters(text: str) -> Iterator[Letter]:
    """The look-alike letters of words written in two scripts.

    A word counts only when all its letters of one script could be letters of the other: «Теlegram» with a Cyrillic «Т»,
    «спрaвка» with a Latin «a»; not «IT-отдел» or «SMMщик».
    """
    if not _TOUCHING.search(text):
        return
    for number, match in enumerate(_WORD.finditer(text), 1):
        word = match[0]
        if not _TOUCHING.search(word):
            continue
        latin = [i for i, c in enumerate(word) if is_latin(c)]
        cyrillic = [i for i, c in enumerate(word) if is_cyrillic(c)]
        latin_hides = all(ord(word[i]) in LATIN_TO_CYRILLIC for i in latin)
        cyrillic_hides = all(ord(word[i]) in CYRILLIC_TO_LATIN for i in cyrillic)
        if latin_hides and (not cyrillic_hides or len(latin) <= len(cyrillic)):
            yield from (Letter(number, i + 1, word[i]) for i in latin)
        elif cyrillic_hides:
            yield from (Letter(number, i + 1, word[i]) for i in cyrillic)


def lone_letters(text: str) -> Iterator[Letter]:
    """Latin letters alone before a Cyrillic word, where a preposition or conjunction would stand («c», «o»)."""
    for match in _LONE.finditer(text):
        yield Letter(len(_WORD.findall(text[: match.end()])), 1, match[0])


def letters_of(text: str, foreign: Callable[[str], bool]) -> Iterator[Letter]:
    """Every letter of `text` that is `foreign`."""
    for number, match in enumerate(_WORD.finditer(text), 1):
        yield from (Letter(number, i + 1, c) for i, c in enumerate(match[0]) if foreign(c))


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


class Decoded(Struct, frozen=True, eq=False):
    """The text with line breaks as LF and letters composed (None: no text); `clean` if nothing was refused."""

    __repr__ = object.__repr__  # never what it holds

    text: str | None
    clean: bool = True
    problems: list[Problem] = []


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
        text = re.sub(BREAKING, " ", text)
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
    for match in forbidden().finditer(text) if suspect(text) else ():
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
