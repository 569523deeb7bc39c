"""Characters that must not stand in a case file, because a reader cannot see them or a printer would drop them."""

from __future__ import annotations

import re

from panahat.messages import N_

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

FORBIDDEN = re.compile("[" + "".join(low + high for _, _, low, high in _KINDS) + "]")
"""Any character refused in a case file."""

SUSPECT = re.compile("[" + "".join(low for _, _, low, _ in _KINDS) + "\U00010000-\U0010ffff]")
"""Any forbidden character up to U+FFFF and every one beyond: twelve times faster to search for, as it is one table."""

BREAKING = re.compile(f"[{_KINDS[0][2]}{_KINDS[1][2]}{_UNPAIRED}{_NONCHARACTERS}{_LAST_OF_PLANES}]")
"""Those that would stop the parser or move its line count."""


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
    return re.sub(
        r"[\t\r\n]", lambda m: f"[{code_point(m[0])}]", FORBIDDEN.sub(lambda m: f"[{code_point(m[0])}]", text)
    )
