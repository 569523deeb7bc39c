"""Redlines of random documents give back both; a redline that would hide or invent a change is thrown away."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from edits import KINDS, NBSP, Block, Doc, Para, Table, pair, written
from foreign import BREAK, TWO, A, B, document, item, p
from foreign import PAIRS as FOREIGN
from lxml import etree
from word_files import W, run

from panahat.messages import translator
from panahat.problems import Refused
from panahat.review.redlining import engine
from panahat.review.redlining.contents_reading import contents
from panahat.review.redlining.engine import NEUTRAL_AUTHOR, prove, redline
from panahat.seal.revisions import accept_all, reject_all, tracked
from panahat.seal.zipping import pack, read_zip

pytestmark = pytest.mark.usefixtures("program_at_hand")
PAIRS = 60  # as many as it takes for every kind of edit to come up; `make bench` makes 120
_BATCH = 5
_W = f"{{{W}}}"
_SIGNS = {"tab": "\t", "br": "\n", "noBreakHyphen": "\u2011"}


def said(content: bytes) -> tuple[list[str], set[str], Counter[str]]:
    """Every paragraph with text, read in the simplest way: of the body in order, of headers and footers, of notes."""
    found: dict[str, list[str]] = {"document": [], "header": [], "footer": [], "footnotes": []}
    for member in read_zip(content):
        kind = re.fullmatch(r"word/([a-z]+)\d*\.xml", member.name)
        if kind and kind[1] in found:
            for paragraph in etree.fromstring(member.content()).iter(f"{_W}p"):
                inside = [e for e in paragraph.iter() if next(e.iterancestors(f"{_W}p"), None) is paragraph]
                text = "".join(e.text or "" if e.tag == f"{_W}t" else _sign(e) for e in inside)
                found[kind[1]] += [text] if text else []
    return found["document"], {*found["header"], *found["footer"]}, Counter(found["footnotes"])


def _sign(element: etree._Element) -> str:
    return _SIGNS.get(str(element.tag).removeprefix(_W), "") if element.getparent().tag == f"{_W}r" else ""


class DescribeRandomPairs:
    @pytest.mark.parametrize("first", range(0, PAIRS, _BATCH))
    def it_gives_back_both_documents(self, first: int) -> None:
        for seed in range(first, first + _BATCH):
            old, new, kinds = pair(seed)
            made = redline(old, new)
            assert said(reject_all(made)) == said(old), (seed, kinds)
            assert said(accept_all(made)) == said(new), (seed, kinds)
            assert contents(reject_all(made)) == contents(old), (seed, kinds)
            assert contents(accept_all(made)) == contents(new), (seed, kinds)
            found = tracked(made)
            assert bool(found) or contents(old) == contents(new), (seed, kinds)
            assert found.authors in ((), (NEUTRAL_AUTHOR,))
            assert not any(b"w:date=" in m.content() for m in read_zip(made))

    def it_tries_every_kind_of_edit(self) -> None:
        assert len(KINDS) > 40
        assert {kind for seed in range(PAIRS) for kind in pair(seed)[2]} == set(KINDS)

    def it_makes_pairs_that_are_the_same_on_every_run(self) -> None:
        assert pair(17) == pair(17)


HARD = """an item put into a list of a style; an item of a style made plain; a list begun anew; a box ticked; a control put in;
an item of a style with its number turned off; the definition of a list is not there; words in a control of a line;
a control taken out; a control round a row; a style that nobody defined; words in a style that nobody defined;
a paragraph of a style that nobody defined put in; an empty paragraph put in; an empty section put in; an item chosen;
a break and a word; a table joined to the one above; a wide section"""


class DescribeDocumentsOfOtherPrograms:
    @pytest.mark.parametrize("name", [" ".join(name.split()) for name in HARD.split(";")])
    def it_gives_back_both(self, name: str) -> None:
        old, new = FOREIGN[name]()
        made = redline(old, new)
        assert contents(reject_all(made)) == contents(old)
        assert contents(accept_all(made)) == contents(new)
        assert not any(b"w:date=" in m.content() for m in read_zip(made))

    def it_has_at_least_sixty_of_them(self) -> None:
        assert len(FOREIGN) >= 60

    @pytest.mark.parametrize(
        ("before", "after", "named"),
        [
            ('<w:pStyle w:val="Item"/>', "", "the style of a paragraph"),
            ('<w:numId w:val="1"/>', '<w:numId w:val="4"/>', "automatic numbers of a list"),
            ("<w:br/>", "", "breaks, tabs or fields between words"),
            ("</w:tr>", "</w:tr><w:tr><w:tc><w:p/></w:tc></w:tr>", "rows and cells of a table"),
            ("<w:p/>", "", "empty paragraphs"),
        ],
    )
    def it_names_what_stands_in_the_way(
        self, before: str, after: str, named: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        body = [item(A), p(B, style="Item"), p(run("раз"), BREAK, run("два")), TWO, "<w:p/>", p(A)]
        old, new = document(*body, p("Конец.")), document(*body, p("Всё."))
        made = redline(old, new)
        xml = next(m.content() for m in read_zip(made) if m.name == "word/document.xml").decode()
        assert before in xml
        broken = pack(read_zip(made), {"word/document.xml": xml.replace(before, after, 1).encode()})
        with pytest.raises(Refused) as refused:
            prove(broken, contents(old), contents(new))
        problem = refused.value.problems[0]
        assert named in problem.say(translator("en"), problem.code.what)


# One redline with everything in it, made once: what is done to it below must be noticed.


def _documents() -> tuple[bytes, bytes]:
    def para(text: str, **more: Any) -> Para:
        return Para([(text, False)], **more)

    def rows_of(letters: str) -> list[list[Block]]:
        return [[para(letter)] for letter in letters]

    def made(word: str, more: list[Block], rows: list[list[list[Block]]], header: str) -> bytes:
        first, last = rows_of("аб"), rows_of("де")
        body: list[Block] = [
            para("Жалоба", style="Title1"),
            para(f"Срок {word} дней по ст.{NBSP}531 УПК.", note="Сноска первая."),
            *more,
            para("Первое требование.", level=0),
            Table([first, *rows, last]),
            para("Рядом с рамкой. ", box="В рамке."),
            para("Подпись"),
        ]
        return written(Doc(body, [para(header)], [para("Страница")]))

    row: list[list[Block]] = [[para("в")], [para("г")]]
    old = made("пять", [para("Лишний абзац.")], [row], "Шапка старая")
    return old, made("семь", [], [], "Шапка новая")


@pytest.fixture(scope="module")
def made() -> tuple[bytes, bytes, bytes]:
    old, new = _documents()
    return old, new, redline(old, new)


def changed(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The document with one part changed; the change must be one."""
    members = read_zip(content)
    name = next(m.name for m in members if re.fullmatch(rf"word/{part}\d*\.xml", m.name))
    before = next(m for m in members if m.name == name).content().decode()
    after = change(before)
    assert after != before
    return pack(members, {name: after.encode()})


def without(pattern: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, "", text, count=1, flags=re.DOTALL)


def instead(before: str, after: str) -> Callable[[str], str]:
    return lambda text: text.replace(before, after, 1)


LOSSES: dict[str, tuple[str, Callable[[str], str]]] = {
    "an insertion lost": ("document", without(r"<w:ins [^>]*><w:r>.*?</w:ins>")),
    "a deletion lost": ("document", without(r"<w:del [^>]*><w:r>.*?</w:del>")),
    "an insertion untracked": (
        "document",
        lambda text: re.sub(r"<w:ins [^>]*>(<w:r>.*?)</w:ins>", r"\1", text, count=1, flags=re.DOTALL),
    ),
    "a paragraph mark untracked": ("document", without(r"<w:rPr><w:del [^>]*/></w:rPr>")),
    "a word changed untracked": ("document", instead("Подпись", "Надпись")),
    "a capital changed untracked": ("document", instead("Подпись", "подпись")),
    "a no-break space lost": ("document", instead("\u00a0", " ")),
    "a space doubled": ("document", instead("Первое требование", "Первое  требование")),
    "a row lost": ("document", without(r"<w:tr>(?:(?!<w:tr>).)*?>а<.*?</w:tr>")),
    "a row untracked": ("document", without(r"<w:trPr><w:del [^>]*/></w:trPr>")),
    "a cell lost": ("document", without(r"<w:tc>(?:(?!<w:tc>).)*?>е<.*?</w:tc>")),
    "a number lost": ("document", without(r"<w:numPr>.*?</w:numPr>")),
    "a level changed": ("document", instead('<w:ilvl w:val="0"/>', '<w:ilvl w:val="1"/>')),
    "a style changed": ("document", instead('<w:pStyle w:val="Title1"/>', "")),
    "a paragraph put in untracked": ("document", instead("<w:p><w:pPr><w:numPr>", "<w:p/><w:p><w:pPr><w:numPr>")),
    "a tab put in": ("document", lambda text: re.sub("(<w:t[^>]*>Подпись)", r"<w:tab/>\1", text)),
    "words in a box changed": ("document", instead("В рамке", "Вне рамки")),
    "a box lost": ("document", without(r"<w:pict>.*?</w:pict>")),
    "a note's reference lost": ("document", without(r"<w:r><w:footnoteReference [^>]*/></w:r>")),
    "a note's words changed": ("footnotes", instead("первая", "вторая")),
    "a header changed untracked": ("header", instead("Шапка", "Шляпа")),
    "a header's change lost": ("header", without(r"<w:del [^>]*>.*?</w:del>")),
    "a footer changed untracked": ("footer", instead("Страница", "Лист")),
    "a header no longer shown": ("document", without(r"<w:headerReference [^>]*/>")),
}


class DescribeTheProof:
    def it_holds_for_what_the_engine_makes(self, made: tuple[bytes, bytes, bytes]) -> None:
        old, new, content = made
        prove(content, contents(old), contents(new))

    @pytest.mark.parametrize("loss", LOSSES)
    def it_notices(self, loss: str, made: tuple[bytes, bytes, bytes]) -> None:
        old, new, content = made
        broken = changed(content, *LOSSES[loss])
        with pytest.raises(Refused) as refused:
            prove(broken, contents(old), contents(new))
        assert {problem.code.id for problem in refused.value.problems} == {"review/redline-broken"}

    def it_notices_any_letter(self, made: tuple[bytes, bytes, bytes]) -> None:
        old, new, content = made
        before, after = contents(old), contents(new)
        chance = random.Random(7)
        texts = {m.name: m.content().decode() for m in read_zip(content)}
        places = [
            (name, at)
            for name, text in texts.items()
            for found in re.finditer(r"<w:(?:t|delText)(?: [^>]*)?>([^<]+)<", text)
            for at in range(*found.span(1))
        ]
        assert len(places) > 140
        for name, at in chance.sample(places, 100):
            text = texts[name]
            other = chance.choice([c for c in "аяіғ \u00a0\u2011" if c != text[at]])
            broken = pack(read_zip(content), {name: (text[:at] + other + text[at + 1 :]).encode()})
            with pytest.raises(Refused):
                prove(broken, before, after)

    def it_names_places_and_no_words(self, made: tuple[bytes, bytes, bytes]) -> None:
        old, new, content = made
        broken = changed(content, "document", instead("Подпись", "Надпись"))
        with pytest.raises(Refused) as refused:
            prove(broken, contents(old), contents(new))
        (problem,) = refused.value.problems
        told = problem.say(translator("en"), problem.code.what)
        assert re.search(r"words stand in the way \(paragraphs of the text: \d", told)
        assert not any(word in f"{told}{problem.facts}" for word in ("Подпись", "Надпись"))

    def it_stands_between_the_engine_and_the_reader(
        self, made: tuple[bytes, bytes, bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        old, new, content = made
        broken = changed(content, "header", without(r"<w:del [^>]*>.*?</w:del>"))
        monkeypatch.setattr(engine, "_made", lambda *_: broken)
        with pytest.raises(Refused, match="review/redline-broken"):
            redline(old, new)

    def it_refuses_the_new_document_handed_out_as_a_redline(
        self, made: tuple[bytes, bytes, bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        old, new, _ = made
        for content in (old, new):
            monkeypatch.setattr(engine, "_made", lambda *_, content=content: content)
            with pytest.raises(Refused, match="review/redline-broken"):
                redline(old, new)
