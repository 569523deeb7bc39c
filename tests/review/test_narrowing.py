"""Between the engine and the reader: changes are narrowed to what differs, moves are plain, sections are tracked too."""

from __future__ import annotations

import random
import re
from copy import deepcopy

import pytest
from lxml import etree
from word_files import R, W

from panahat.review.redlining.restyling import track_sections
from panahat.review.redlining.trimming import trim
from panahat.seal.marks import ACCEPT, REJECT, settle, unmove

_W = f"{{{W}}}"
_BOLD = "<w:rPr><w:b/></w:rPr>"


def tree(inside: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W}" xmlns:r="{R}">{inside}</w:body>')


def run(text: str, look: str = "", said: str = "t") -> str:
    """A run; a tab in the text is an element of its own."""
    inside = "".join("<w:tab/>" if t == "\t" else f"<w:{said}>{t}</w:{said}>" for t in re.split("(\t)", text) if t)
    return f"<w:r>{look}{inside}</w:r>"


def put(text: str, look: str = "") -> str:
    return f"<w:ins>{run(text, look)}</w:ins>"


def gone(text: str, look: str = "") -> str:
    return f"<w:del>{run(text, look, 'delText')}</w:del>"


def seen(root: etree._Element) -> str:
    """The text with [-what went-] and {+what came+}; bold *so*."""
    out = ""
    for child in root.iter(f"{_W}r", f"{_W}ins", f"{_W}del"):
        if child.tag == f"{_W}r":
            text = "".join("\t" if e.tag == f"{_W}tab" else e.text or "" for e in child if e.tag != f"{_W}rPr")
            text = f"*{text}*" if child.find(f"{_W}rPr") is not None else text
            kind = etree.QName(child.getparent()).localname
            out += {"ins": f"{{+{text}+}}", "del": f"[-{text}-]"}.get(kind, text)
    return out.replace("+}{+", "").replace("-][-", "")


def trimmed(*inside: str) -> str:
    root = tree(f"<w:p>{''.join(inside)}</w:p>")
    trim(root)
    return seen(root)


class DescribeNarrowing:
    @pytest.mark.parametrize(
        ("inside", "wanted"),
        [
            (gone("2/1234") + put("2/1235-а"), "2/[-1234-]{+1235-а+}"),
            (gone("«Конвенция»") + put("“Конвенция”"), "[-«-]{+“+}Конвенция[-»-]{+”+}"),
            (gone("2026 года") + put("2026\u00a0года"), "2026[- -]{+\u00a0+}года"),
            (gone("статья 178") + put("статья"), "статья[- 178-]"),
            (gone("суд") + put("верховный суд"), "{+верховный +}суд"),
        ],
    )
    def it_leaves_standing_what_both_begin_or_end_with(self, inside: str, wanted: str) -> None:
        assert trimmed(inside) == wanted

    def it_leaves_words_in_the_middle_standing_where_the_texts_are_alike(self) -> None:
        before, after = "а) срок пять дней со дня вручения;", "б) срок семь дней со дня получения;"
        wanted = "[-а-]{+б+}) срок [-пять-]{+семь+} дней со дня [-вручения-]{+получения+};"
        assert trimmed(gone(before), put(after)) == wanted

    def it_marks_a_rewritten_sentence_whole(self) -> None:
        inside = (gone("Решение вынесено без оценки и отменено"), put("Жалоба подана в срок и подлежит рассмотрению"))
        assert trimmed(*inside) == seen(tree("".join(inside)))

    def it_leaves_no_lone_space_between_two_changes(self) -> None:
        before, after = "раз два длинное общее место раз", "три четыре длинное общее место пять"
        wanted = "[-раз два-]{+три четыре+} длинное общее место [-раз-]{+пять+}"
        assert trimmed(gone(before), put(after)) == wanted

    def it_puts_what_went_before_what_came(self) -> None:
        assert trimmed(run("Срок "), put("семь"), gone("пять"), run(" дней")) == "Срок [-пять-]{+семь+} дней"

    def it_never_splits_a_word(self) -> None:
        assert trimmed(gone("суда"), put("судом")) == "[-суда-]{+судом+}"

    def it_counts_formatting(self) -> None:
        assert trimmed(gone("срок дней"), put("срок ", _BOLD) + put("дней")) == "[-срок -]{+*срок *+}дней"
        assert trimmed(gone("срок пять", _BOLD), put("срок семь", _BOLD)) == "*срок *[-*пять*-]{+*семь*+}"

    def it_counts_tabs(self) -> None:
        assert trimmed(gone("а\tб"), put("а\tв")) == "а\t[-б-]{+в+}"
        assert trimmed(gone("а\tб"), put("а б")) == "а[-\t-]{+ +}б"

    def it_joins_words_that_runs_split(self) -> None:
        assert trimmed(f"<w:del>{run('су', '', 'delText')}{run('д идёт', '', 'delText')}</w:del>", put("суд")) == (
            "суд[- идёт-]"
        )

    @pytest.mark.parametrize(
        "other", ['<w:footnoteReference w:id="1"/>', "<w:pict/>", '<w:fldChar w:fldCharType="end"/>']
    )
    def it_leaves_changes_alone_that_hold_more_than_text(self, other: str) -> None:
        inside = f"<w:p>{gone('а б')}<w:ins>{run('а в')}<w:r>{other}</w:r></w:ins></w:p>"
        root = tree(inside)
        trim(root)
        assert etree.tostring(root) == etree.tostring(tree(inside))

    def it_loses_no_bookmark(self) -> None:
        bookmark = '<w:bookmarkStart w:id="1" w:name="x"/>'
        root = tree(f"<w:p>{gone('а б')}<w:ins>{bookmark}{run('а в')}</w:ins></w:p>")
        trim(root)
        assert root.find(f".//{_W}bookmarkStart") is not None

    def it_leaves_alone_what_stands_apart(self) -> None:
        assert trimmed(gone("а б"), run("в"), put("а г")) == "[-а б-]в{+а г+}"

    def it_reaches_inside_links(self) -> None:
        assert trimmed(f"<w:hyperlink>{gone('а б')}{put('а в')}</w:hyperlink>") == "а [-б-]{+в+}"

    def it_keeps_deleted_text_said_as_deleted(self) -> None:
        root = tree(f"<w:p>{gone('а б')}{put('а в')}</w:p>")
        trim(root)
        assert [e.text for e in root.iterfind(f".//{_W}del/{_W}r/{_W}delText")] == ["б"]
        assert [e.text for e in root.iterfind(f".//{_W}t")] == ["а ", "в"]

    def it_keeps_spaces_as_they_are(self) -> None:
        root = tree(f"<w:p>{gone('а  б')}{put('а  в')}</w:p>")
        trim(root)
        spaces = {e.get("{http://www.w3.org/XML/1998/namespace}space") for e in root.iter(f"{_W}t", f"{_W}delText")}
        assert spaces == {"preserve"}

    def it_gives_back_the_same_texts_whatever_it_is_given(self) -> None:
        chance = random.Random(5)
        pieces = ["суд", " ", "\u00a0", "-", "дело", "\t", "«", "2/1234", ", ", "Суд"]
        narrowed = 0
        for _ in range(400):
            inside = "".join(
                chance.choice([put, gone, run])("".join(chance.choices(pieces, k=chance.randint(1, 6))), look)
                for look in chance.choices(["", "", _BOLD], k=chance.randint(2, 6))
            )
            root = tree(f"<w:p>{inside}</w:p>")
            before = {way: settled(root, way) for way in (ACCEPT, REJECT)}
            length = len(seen(root))
            trim(root)
            assert {way: settled(root, way) for way in (ACCEPT, REJECT)} == before
            narrowed += len(seen(root)) < length
        assert narrowed > 50


def settled(root: etree._Element, way: str) -> list[tuple[str, bool]]:
    """Every letter with whether it is bold, after all is accepted or rejected."""
    copy = deepcopy(root)
    settle(copy, way)
    return [
        (letter, r.find(f"{_W}rPr") is not None)
        for r in copy.iter(f"{_W}r")
        for letter in "".join("\t" if e.tag == f"{_W}tab" else e.text or "" for e in r)
    ]


class DescribeMoves:
    def it_says_a_move_as_a_deletion_and_an_insertion(self) -> None:
        moved = (
            '<w:p><w:pPr><w:rPr><w:moveFrom w:id="2"/></w:rPr></w:pPr><w:moveFromRangeStart w:id="1" w:author="x"/>'
            f'<w:moveFrom>{run("а")}</w:moveFrom><w:moveFromRangeEnd w:id="1"/></w:p>'
            '<w:p><w:pPr><w:rPr><w:moveTo w:id="3"/></w:rPr></w:pPr><w:moveToRangeStart w:id="4" w:author="x"/>'
            f'<w:moveTo>{run("а")}</w:moveTo><w:moveToRangeEnd w:id="4"/></w:p>'
        )
        root = tree(moved)
        unmove(root)
        assert seen(root) == "[-а-]{+а+}"
        assert "move" not in etree.tostring(root).decode()
        assert [etree.QName(e.getparent()).localname for e in root.iter(f"{_W}delText")] == ["r"]
        assert len(root.findall(f"{_W}p/{_W}pPr/{_W}rPr/{_W}del")) == 1
        assert len(root.findall(f"{_W}p/{_W}pPr/{_W}rPr/{_W}ins")) == 1


_HEADER = '<w:headerReference w:type="default" r:id="h"/>'
_FIRST = "<w:titlePg/>"


def section(inside: str, mark: str = "") -> str:
    """A paragraph at which a section ends; its own mark tracked where asked."""
    marks = f"<w:rPr><w:{mark}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{marks}<w:sectPr>{inside}</w:sectPr></w:pPr></w:p>"


def tracked(redline: str, old: str) -> tuple[list[str], list[str]]:
    """The sections of the redline when all is accepted, and when all is rejected."""
    root = tree(redline)
    track_sections(root, tree(old))
    found = []
    for way in (ACCEPT, REJECT):
        copy = deepcopy(root)
        settle(copy, way)
        inside = ["".join(etree.tostring(e).decode() for e in s) for s in copy.iter(f"{_W}sectPr")]
        found.append([re.sub(r' xmlns:\w="[^"]*"', "", text) for text in inside])
    return found[0], found[1]


class DescribeSections:
    def it_tracks_another_first_page(self) -> None:
        new = f"<w:p/><w:sectPr>{_HEADER}{_FIRST}</w:sectPr>"
        old = f"<w:p/><w:sectPr>{_HEADER}</w:sectPr>"
        assert tracked(new, old) == ([_HEADER + _FIRST], [_HEADER])
        assert tracked(old, new) == ([_HEADER], [_HEADER + _FIRST])

    def it_tracks_each_section_by_itself(self) -> None:
        new = section(_HEADER) + "<w:p/><w:sectPr/>"
        old = section(_HEADER + _FIRST) + "<w:p/><w:sectPr/>"
        assert tracked(new, old) == ([_HEADER, ""], [_HEADER + _FIRST, ""])

    def it_leaves_equal_sections_alone(self) -> None:
        same = section(_HEADER + _FIRST) + "<w:p/><w:sectPr/>"
        root = tree(same)
        track_sections(root, tree(same))
        assert etree.tostring(root) == etree.tostring(tree(same))

    def it_names_the_headers_that_a_section_took_from_one_that_goes(self) -> None:
        redline = section(_HEADER, "del") + "<w:p/><w:sectPr/>"
        accepted, rejected = tracked(redline, section(_HEADER) + "<w:p/><w:sectPr/>")
        assert accepted == [_HEADER]
        assert rejected == [_HEADER, _HEADER]

    def it_leaves_a_section_the_headers_it_has(self) -> None:
        own = _HEADER.replace('"h"', '"own"')
        redline = section(_HEADER, "del") + f"<w:p/><w:sectPr>{own}</w:sectPr>"
        assert tracked(redline, section(_HEADER) + f"<w:p/><w:sectPr>{own}</w:sectPr>")[0] == [own]

    def it_tracks_nothing_where_the_sections_are_not_the_same(self) -> None:
        redline = f"<w:p/><w:sectPr>{_FIRST}</w:sectPr>"
        assert tracked(redline, section("") + redline.replace(_FIRST, "")) == ([_FIRST], [_FIRST])
