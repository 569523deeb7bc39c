"""Typography of free text: no-break spaces, paragraphs, quotation marks."""

from __future__ import annotations

import re
from functools import cache

NBSP = "\u00a0"

_UNITS = (
    "январ[ьяюе]м? феврал[ьяюе]м? март[аеу]? апрел[ьяюе]м? ма[йяюе]м? июн[ьяюе]м? июл[ьяюе]м? август[аеу]? сентябр[ьяюе]м? "
    "октябр[ьяюе]м? ноябр[ьяюе]м? декабр[ьяюе]м? год[ау]?(?:ом)? годов лет г\\. гг\\. сут(?:ки|ок|кам|ками|ках) дн(?:я|ей|ям) день "
    "час(?:а|ов|ам)? месяц(?:а|ев)? недел[яиью] минут[аы]? лист(?:а|ов)? л\\. экз\\. экземпляр(?:а|ов)? тенге рубл(?:ь|я|ей) "
    "руб\\. тыс\\. млн млрд км м кг %"
).split()
_LEADS = ("ст ст\\.\\s?ст ч чч п пп подп абз гл разд г гор обл ул д кв каб стр л с им т р пос пгт мкр пр").split()
_PLACES = (
    "стать[яиюеё]й? статей статьям(?:и)? статьях част(?:ь|и|ью|ей|ям|ями|ях) пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)? "
    "подпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)? абзац(?:а|у|ем|е|ы|ев|ам|ами|ах)? глав[аыуе] раздел[ау]? "
    "приложени(?:е|я|ю|ем|и|й|ям|ями|ях) лист дом квартир[аы]"
).split()
_INITIAL = "[А-ЯЁӘҒҚҢӨҰҮҺІ]"
_SURNAME = f"{_INITIAL}[а-яёәғқңөұүһі]"
_INITIALS = rf"{_INITIAL}\.(?:-?{_INITIAL}\.)*"


@cache
def _rules() -> tuple[re.Pattern[str], ...]:
    """Places where a plain space must hold together; each pattern matches that one space."""
    return tuple(
        re.compile(text)
        for text in (
            r"(?<=[№§]) (?=\S)",
            rf"(?<=\d) (?=(?:{'|'.join(_UNITS)})(?!\w))",
            rf"(?<=\d») (?=(?:{'|'.join(_UNITS[:12])})(?!\w))",
            r"(?<=\d) (?=\d{3}(?!\d))",
            r"(?<= [–—]) (?=\d)|(?<=\d) (?=[–—] \d)",
            rf"(?<=[А-ЯЁA-Z]) (?=(?:РК|РФ|КР|РБ)(?!\w))",
            rf"(?<={_INITIAL}\.) (?={_INITIALS}\s?{_SURNAME})|(?<={_INITIAL}\.) (?={_SURNAME})",
            rf"(?<=[а-яёәғқңөұүһі]) (?={_INITIALS}(?!\w)(?!\s?{_SURNAME}))",
            r"(?<=т\.) (?=[едкнп]\.)|(?<=и) (?=т\.\s?[дп]\.)",
            r"(?<=\S) (?=[—–](?:\s|$))",
        )
    )


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)((?:{'|'.join(_LEADS)})\.) (?=[\d«A-Za-zА-Яа-яЁёӘҒҚҢӨҰҮҺІ])")


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(_PLACES)}) (?=\d)", re.IGNORECASE)


def nbsp(text: str) -> str:
    """`text` with no-break spaces where a line must not end; nothing else changes, and twice is as good as once.

    Bound: «ст. 592», «статьи 592», «№ 15», «11 февраля», «2026 года», «10 суток», «10 000», «И.О. Фамилия», «Фамилия И.О.»,
    «г. Алматы», «УПК РК», «и т. д.», and a dash to the word before it. Short prepositions are left alone: bound ones make
    justified lines gape.
    """
    if " " not in text:
        return text
    text = _leads().sub(rf"\1{NBSP}", text)
    text = _places().sub(rf"\1{NBSP}", text)
    for rule in _rules():
        text = rule.sub(NBSP, text)
    return text


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`: apart by blank lines; inside one, line ends and doubled spaces are one space.

    Straight quotation marks become «…» only in a paragraph where every one of them is clearly opening (after a space, an
    opening bracket or at the start, before a letter, digit or «) or closing, each pair is whole and none stands inside
    another; else all of them stay as written. Hyphens, apostrophes and no-break spaces stay as written.
    """
    out = []
    for block in re.split(r"\n[ \t\u00a0]*\n", text.replace("\r\n", "\n")):
        line = re.sub(r"[ \t\n]+", " ", block).strip(" ")
        if line:
            out.append(_quoted(line))
    return out


def _quoted(line: str) -> str:
    if '"' not in line:
        return line
    pieces, opened = [], False
    for n, char in enumerate(line):
        if char in "«»“”„" and opened:
            return line
        if char != '"':
            pieces.append(char)
            continue
        before, after = line[n - 1 : n] if n else "", line[n + 1 : n + 2]
        opening = (not before or before in " \u00a0([—–-") and (after.isalnum())
        closing = (before.isalnum() or before in ".!?…%)") and (not after or not after.isalnum())
        if opening == closing or opening == opened:
            return line
        opened = opening
        pieces.append("«" if opening else "»")
    return line if opened else "".join(pieces)
