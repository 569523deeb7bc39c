"""Pairs of documents such as other programs and other people write: lists, sections, controls, boxes, tables, notes, fields.

    old, new = PAIRS["an item put into a list of a style"]()

Every pair is what one hand does to one document, in the XML that Word, LibreOffice or a generator leaves behind.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from word_files import STYLES, R, W, page_field, parts, row, run, table, zipped

Pair = tuple[bytes, bytes]
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NS = (
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def _style(id: str, name: str, own: str, kind: str = "paragraph", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{based}{own}</w:style>'


def _in_list(level: int = 0, list_: int = 0) -> str:
    of = f'<w:numId w:val="{list_}"/>' if list_ else ""
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/>{of}</w:numPr></w:pPr>'


_LISTED = (
    _style("Item", "Item", _in_list(list_=1))
    + _style("Sub", "Sub", _in_list(1), base="Item")
    + _style("H1", "heading 1", _in_list(list_=2))
    + _style("H2", "heading 2", _in_list(1, 2))
    + _style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", "character")
)
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
WIDE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'


def p(*inside: str, style: str = "", own: str = "") -> str:
    """A paragraph: runs or plain texts, a style, further properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{own}</w:pPr>" if named or own else ""
    return f"<w:p>{properties}{''.join(r if r.startswith('<') else run(r) for r in inside)}</w:p>"


def item(text: str, level: int = 0, list_: int = 1, style: str = "") -> str:
    """An item of a list, numbered by its own properties."""
    return p(text, style=style, own=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>')


def _numbering() -> bytes:
    def abstract(id: int, forms: tuple[tuple[str, str, str], ...], more: str = "") -> str:
        levels = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}<w:lvlText w:val="{text}"/></w:lvl>'
            for n, (form, text, style) in enumerate(forms)
        )
        return f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>{more}{levels}</w:abstractNum>'

    kinds = (
        abstract(0, (("decimal", "%1.", '<w:pStyle w:val="Item"/>'), ("decimal", "%1.%2.", '<w:pStyle w:val="Sub"/>'))),
        abstract(1, (("upperRoman", "%1.", '<w:pStyle w:val="H1"/>'), ("decimal", "%2)", '<w:pStyle w:val="H2"/>'))),
        abstract(2, (("bullet", "\uf0b7", ""), ("bullet", "o", ""))),
        abstract(3, (("lowerLetter", "%1)", ""),)),
    )
    lists = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(4))
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    again = f'<w:num w:numId="5"><w:abstractNumId w:val="0"/>{restart}</w:num>'
    return f'<w:numbering xmlns:w="{W}">{"".join(kinds)}{lists}{again}</w:numbering>'.encode()


def document(*body: str, styles: str = _LISTED, **more: str) -> bytes:
    """A document with this body, four lists and a picture."""
    related = {
        "numbering": ("numbering.xml", "rId20"),
        "image": ("media/image1.png", "rId21"),
    }
    made = parts(
        *body,
        attributes=_NS,
        extra={"word/numbering.xml": _numbering(), "word/media/image1.png": b"\x89PNG one"},
        relationships=[
            *(f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{to}"/>' for kind, (to, id) in related.items()),
            f'<Relationship Id="rId22" Type="{R}/hyperlink" Target="https://example.org/" TargetMode="External"/>',
        ],
        types=[
            f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/>',
            '<Default Extension="png" ContentType="image/png"/>',
        ],
        **more,
    )
    made["word/styles.xml"] = STYLES.replace("</w:styles>", f"{styles}</w:styles>").encode()
    return zipped(made)


def control(inside: str, kind: str = "<w:text/>", block: bool = True) -> str:
    """A content control round blocks or runs."""
    return f'<w:sdt><w:sdtPr><w:id w:val="7"/>{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def tick(state: int) -> str:
    box = f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'
    return control(run("☒" if state else "☐"), box)


def choice(value: str) -> str:
    items = "".join(f'<w:listItem w:displayText="{v}" w:value="{v}"/>' for v in ("да", "нет"))
    return control(run(value), f"<w:dropDownList>{items}</w:dropDownList>")


def box(text: str) -> str:
    """A text box as Word writes it: for new programs, and for old ones."""
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>'
        '<wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        f"</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(id: str = "rId21") -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="x"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="{id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def equation(text: str) -> str:
    return f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>"


def cell(inside: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{inside}</w:tc>'


def rows(*of: str) -> str:
    return f"<w:tr>{''.join(of)}</w:tr>"


def notes(*texts: str) -> str:
    """The footnotes of a document, numbered from 1."""
    inside = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{run(" " + t)}</w:p></w:footnote>'
        for n, t in enumerate(texts, 1)
    )
    apart = "".join(
        f'<w:footnote w:type="{t}" w:id="{n}"><w:p><w:r><w:{t}/></w:r></w:p></w:footnote>'
        for n, t in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return apart + inside


def noted(id: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'


A, B, C = "Суд отказал в выдаче.", "Защитник подал жалобу в срок.", "Решение вступило в силу."
NEW = "Прокурор молчал три дня."
BREAK = "<w:r><w:br/></w:r>"
PAGE = '<w:r><w:br w:type="page"/></w:r>'
TWO = table(2, row(A, B), row(C, "один"))


def _pair(old: str, new: str, **more: str) -> Callable[[], Pair]:
    return lambda: (document(old, **more), document(new, **more))


def _from(*old: str) -> Callable[..., Callable[[], Pair]]:
    return lambda *new, **more: _pair("".join(old), "".join(new), **more)


_items = _from(item(A), item(B), item(C))
_styled = _from(p(A, style="Item"), p(B, style="Item"), p(C, style="Item"), p("Конец."))
_plain = _from(p(A), p(B), p(C))

PAIRS: dict[str, Callable[[], Pair]] = {
    # lists
    "an item put into a list": _items(item(A), item(NEW), item(B), item(C)),
    "an item put first into a list": _items(item(NEW), item(A), item(B), item(C)),
    "an item put last into a list": _items(item(A), item(B), item(C), item(NEW)),
    "an item taken out of a list": _items(item(A), item(C)),
    "an item moved down": _items(item(B), item(A), item(C)),
    "an item put a level deeper": _items(item(A), item(B, 1), item(C)),
    "an item made plain": _items(item(A), p(B), item(C)),
    "a paragraph made an item": _plain(p(A), item(B), p(C)),
    "a list made of bullets": _items(item(A, list_=3), item(B, list_=3), item(C, list_=3)),
    "a list begun anew": _items(item(A), item(B, list_=5), item(C, list_=5)),
    "an item of another list put in": _items(item(A), item(NEW, list_=4), item(B), item(C)),
    "an item put into a list of a style": _styled(
        p(A, style="Item"), p(NEW, style="Item"), p(B, style="Item"), p(C, style="Item"), p("Конец.")
    ),
    "an item put first into a list of a style": _styled(
        p(NEW, style="Item"), p(A, style="Item"), p(B, style="Item"), p(C, style="Item"), p("Конец.")
    ),
    "a subitem put into a list of a style": _styled(
        p(A, style="Item"), p(NEW, style="Sub"), p(B, style="Item"), p(C, style="Item"), p("Конец.")
    ),
    "an item of a style made plain": _styled(p(A, style="Item"), p(B), p(C, style="Item"), p("Конец.")),
    "an item of a style with its number turned off": _styled(
        p(A, style="Item"),
        p(B, style="Item", own='<w:numPr><w:numId w:val="0"/></w:numPr>'),
        p(C, style="Item"),
        p("Конец."),
    ),
    "a style's item numbered by itself": _styled(
        p(A, style="Item"), item(B, style="Item"), p(C, style="Item"), p("Конец.")
    ),
    "a heading put among headings": _from(p(A, style="H1"), p(B, style="H2"), p(C, style="H1"))(
        p(A, style="H1"), p(B, style="H2"), p(NEW, style="H2"), p(C, style="H1")
    ),
    "a list in a cell": _from(table(1, row(item(A) + item(B))))(table(1, row(item(A) + item(NEW) + item(B)))),
    "the definition of a list is not there": _from(item(A, list_=9), item(B, list_=9))(
        item(A, list_=9), item(NEW, list_=9), item(B, list_=9)
    ),
    "only the new one has the list's style": lambda: (
        document(p(A), p(B), styles=""),
        document(p(A), p(NEW, style="Item"), p(B, style="Item")),
    ),
    # empty paragraphs, breaks
    "an empty paragraph put in": _plain(p(A), p(), p(B), p(C)),
    "an empty paragraph put first": _plain(p(), p(A), p(B), p(C)),
    "an empty paragraph put last": _plain(p(A), p(B), p(C), p()),
    "an empty paragraph taken out": _from(p(A), p(), p(B))(p(A), p(B)),
    "two empty paragraphs taken out": _from(p(A), p(), p(), p(B))(p(A), p(B)),
    "an empty paragraph before a table": _from(p(A), TWO, p(C))(p(A), p(), TWO, p(C)),
    "an empty paragraph after a table": _from(p(A), TWO, p(C))(p(A), TWO, p(), p(C)),
    "an empty item put in": _items(item(A), item(""), item(B), item(C)),
    "an empty paragraph with a look": _plain(p(A), p(own='<w:jc w:val="center"/>'), p(B), p(C)),
    "a line break inside a text": _plain(p(A), p(run("Защитник подал"), BREAK, run("жалобу в срок.")), p(C)),
    "a line break taken out": _from(p(A), p(run("Один"), BREAK, run("два три")))(p(A), p("Один два три")),
    "a break and a word": _from(p(A), p(run("Один"), BREAK, run("два три")))(
        p(A), p(run("Один"), BREAK, run("два четыре"), BREAK, run("пять"))
    ),
    "a page break inside a text": _plain(p(A), p(run("Защитник подал "), PAGE, run("жалобу в срок.")), p(C)),
    "a page break in a paragraph of its own": _plain(p(A), p(PAGE), p(B), p(C)),
    "tabs between words": _plain(p(A), p(run("Защитник"), "<w:r><w:tab/></w:r>", run("подал жалобу в срок.")), p(C)),
    # sections
    "an empty section put in": _plain(p(A), p(own=SECTION), p(B), p(C)),
    "an empty section taken out": _from(p(A), p(own=SECTION), p(B))(p(A), p(B)),
    "a section that ends with text put in": _plain(p(A, own=SECTION), p(B), p(C)),
    "a wide section": _plain(p(A, own=SECTION), p(B, own=WIDE), p(C)),
    "words changed in two sections": _from(p(A, own=SECTION), p(B))(p(NEW, own=SECTION), p(B + " " + C)),
    "a section turned": _from(p(A, own=SECTION), p(B))(p(A, own=WIDE), p(B)),
    "an empty section between sections": _from(p(A, own=SECTION), p(B))(p(A, own=SECTION), p(own=WIDE), p(B)),
    # content controls
    "words in a control": _from(control(p(A)), p(B))(control(p(NEW)), p(B)),
    "words in a control of a line": _from(p(run("Итог: "), control(run(A))))(p(run("Итог: "), control(run(NEW)))),
    "a control put in": _plain(p(A), control(p(NEW)), p(B), p(C)),
    "a control taken out": _from(p(A), control(p(NEW)), p(B))(p(A), p(B)),
    "a box ticked": _from(p(tick(0), run(" согласен")), p(B))(p(tick(1), run(" согласен")), p(B)),
    "words beside a box to tick": _from(p(tick(0), run(" согласен")), p(B))(p(tick(0), run(" не согласен")), p(B)),
    "a box to tick put in": _from(p(A), p(B))(p(A), p(tick(0), run(" согласен")), p(B)),
    "an item chosen": _from(p(choice("да"), run(" согласен")), p(B))(p(choice("нет"), run(" согласен")), p(B)),
    "a list to choose from put in": _from(p(A), p(B))(p(A), p(choice("да")), p(B)),
    "a control round a row": _from(table(1, row(A), control(row(B))), p(C))(table(1, row(A), control(row(NEW))), p(C)),
    "a control round items": _from(control(item(A) + item(B)), p(C))(control(item(A) + item(NEW) + item(B)), p(C)),
    # styles
    "a style that nobody defined": _plain(p(A), p(B, style="Nobody"), p(C)),
    "a paragraph of a style that nobody defined put in": _plain(p(A), p(NEW, style="Nobody"), p(B), p(C)),
    "words in a style that nobody defined": _from(p(A, style="Nobody"), p(B))(p(NEW, style="Nobody"), p(B)),
    "letters of a style": _plain(
        p(A), p(run("Защитник ", '<w:rStyle w:val="Strong"/>'), run("подал жалобу в срок.")), p(C)
    ),
    # boxes, pictures, equations, links, fields
    "words in a text box": _from(p(run(A), box("В рамке")), p(B))(p(run(A), box("Вне рамки")), p(B)),
    "a text box put in": _plain(p(run(A), box(NEW)), p(B), p(C)),
    "a text box taken out": _from(p(run(A), box(NEW)), p(B))(p(A), p(B)),
    "a picture put in": _plain(p(A), p(picture()), p(B), p(C)),
    "words beside a picture": _from(p(picture(), run(A)), p(B))(p(picture(), run(NEW)), p(B)),
    "a picture taken out": _from(p(A), p(picture()), p(B))(p(A), p(B)),
    "an equation changed": _from(p(run("Итого "), equation("a=b")), p(B))(p(run("Итого "), equation("a=c")), p(B)),
    "an equation put in": _plain(p(A), p(equation("a=b")), p(B), p(C)),
    "words in a link": _from(p(f'<w:hyperlink r:id="rId22">{run("сайт суда")}</w:hyperlink>'), p(B))(
        p(f'<w:hyperlink r:id="rId22">{run("портал суда")}</w:hyperlink>'), p(B)
    ),
    "a link put in": _plain(p(A), p(f'<w:hyperlink r:id="rId22">{run("сайт")}</w:hyperlink>'), p(B), p(C)),
    "a field put in": _plain(p(A), p(run("См. "), page_field("REF x")), p(B), p(C)),
    "words beside a field": _from(p(run("См. "), page_field("REF x")))(p(run("Смотри "), page_field("REF x"))),
    "a bookmark round words": _plain(
        p(A), p('<w:bookmarkStart w:id="3" w:name="x"/>', run(B), '<w:bookmarkEnd w:id="3"/>'), p(C)
    ),
    # tables
    "a row put in": _from(TWO, p(C))(table(2, row(A, B), row(NEW, "два"), row(C, "один")), p(C)),
    "a row taken out": _from(TWO, p(C))(table(2, row(A, B)), p(C)),
    "a column put in": _from(TWO, p(C))(table(3, row(A, NEW, B), row(C, "два", "один")), p(C)),
    "a table put in": _plain(p(A), TWO, p(B), p(C)),
    "a table taken out": _from(p(A), TWO, p(B))(p(A), p(B)),
    "a table joined to the one above": _from(TWO, p(), TWO, p(C))(TWO, TWO, p(C)),
    "two tables that touch": _from(TWO, TWO, p(C))(TWO, table(2, row(A, NEW), row(C, "один")), p(C)),
    "cells joined": _from(TWO, p(C))(
        table(2, rows(cell(p(A) + p(B), '<w:gridSpan w:val="2"/>')), row(C, "один")), p(C)
    ),
    "a cell that goes on from above": _from(
        table(
            2, rows(cell(p(A), '<w:vMerge w:val="restart"/>'), cell(p(B))), rows(cell(p(), "<w:vMerge/>"), cell(p(C)))
        )
    )(
        table(
            2, rows(cell(p(NEW), '<w:vMerge w:val="restart"/>'), cell(p(B))), rows(cell(p(), "<w:vMerge/>"), cell(p(C)))
        )
    ),
    "a table in a cell": _from(table(1, row(TWO + p("под ней"))))(
        table(1, row(table(2, row(A, NEW), row(C, "один")) + p("под ней")))
    ),
    "a table last": _plain(p(A), p(B), TWO),
    # notes, headers
    "a footnote's words": lambda: (
        document(p(run(A), noted(1)), p(B), footnotes=notes("раз два")),
        document(p(run(A), noted(1)), p(B), footnotes=notes("раз три")),
    ),
    "a footnote put in": lambda: (
        document(p(run(A), noted(1)), p(B), footnotes=notes("раз")),
        document(p(run(A), noted(1)), p(run(B), noted(2)), footnotes=notes("раз", "два")),
    ),
    "a footnote taken out": lambda: (
        document(p(run(A), noted(1)), p(run(B), noted(2)), footnotes=notes("раз", "два")),
        document(p(A), p(run(B), noted(1)), footnotes=notes("два")),
    ),
    "a header's words": lambda: (document(p(A), header=p("Проект")), document(p(A), header=p("Итог"))),
    "a header put in": lambda: (document(p(A)), document(p(A), header=p("Итог"))),
    "a footer with a number put in": lambda: (
        document(p(A)),
        document(p(A), footer=p(run("Стр. "), page_field("PAGE"))),
    ),
    # whole texts
    "everything else": _plain(p(NEW), item("Иное."), TWO, p("Другое.")),
    "the order turned round": _plain(p(C), p(B), p(A)),
    "a paragraph split": _from(p(A + " " + B), p(C))(p(A), p(B), p(C)),
    "two paragraphs joined": _plain(p(A + " " + B), p(C)),
    "nothing": _plain(p(A), p(B), p(C)),
}


# random pairs of the same kinds of blocks


def _blocks(chance: random.Random) -> str:
    """One block as other programs write it, with words of its own."""
    said = " ".join(chance.choices((A + " " + B + " " + C + " " + NEW).split(), k=chance.randint(2, 9)))
    makers: tuple[Callable[[], str], ...] = (
        lambda: p(said),
        lambda: p(said),
        lambda: p(),
        lambda: p(said, style=chance.choice(("Item", "Sub", "H1", "H2", "Nobody", "Title1"))),
        lambda: item(said, chance.randint(0, 1), chance.choice((1, 1, 3, 4, 5, 9))),
        lambda: p(run(said), chance.choice((BREAK, PAGE)), run("дальше")),
        lambda: control(p(said) + p("ещё")),
        lambda: p(run("Итог: "), control(run(said))),
        lambda: p(tick(chance.randint(0, 1)), run(said)),
        lambda: p(choice(chance.choice(("да", "нет"))), run(said)),
        lambda: p(run(said), box("В рамке " + said)),
        lambda: p(picture(), run(said)),
        lambda: p(run(said), equation("a=b")),
        lambda: p(said, own=chance.choice((SECTION, WIDE))),
        lambda: p(own=SECTION),
        lambda: table(2, row(said, "один"), row("два", said)),
        lambda: table(1, control(row(said)), row("три")),
        lambda: table(1, row(item(said) + item("четыре"))),
        lambda: p(run("См. "), page_field("REF x"), run(said)),
        lambda: p(f'<w:hyperlink r:id="rId22">{run(said)}</w:hyperlink>'),
    )
    return chance.choice(makers)()


def random_pair(seed: int) -> Pair:
    """A document of such blocks, and the same after one to three edits; the same on every run."""
    chance = random.Random(seed)
    old = [_blocks(chance) for _ in range(chance.randint(4, 9))]
    new = list(old)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(new))
        what = chance.choice(("in", "out", "other", "words", "words", "move"))
        if what == "in":
            new.insert(at, _blocks(chance))
        elif what == "out" and len(new) > 1:
            del new[at]
        elif what == "other":
            new[at] = _blocks(chance)
        elif what == "words":
            new[at] = new[at].replace("Суд", "Прокурор").replace("срок", "день").replace("три", "пять")
        else:
            new.insert(chance.randrange(len(new)), new.pop(at))
    return document(*old, p("Начало."), p("Конец.")), document(*new, p("Начало."), p("Конец."))
