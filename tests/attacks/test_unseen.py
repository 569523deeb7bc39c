"""«не» hidden, struck, unreadable or put where no comparison of words looks: never "equal", and what is up is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from review_world import COMPLAINT, LETTER, rendered
from test_merge_office import saved
from word_files import STYLES, R, W, docx, p, page_field, parts, row, run, table, zipped

from panahat.cli import main
from panahat.seal.zipping import read_zip

NS = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:zz="http://example.org/zz"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
HIDDEN, COLOUR, STRUCK = "hidden text: «не»", "text in the colour of its ground: «не»", "struck out: «не»"
TINY, OFF = "text too small to read: «не»", "text off the page: «не»"


def words(look: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph that turns on its «не», which has this look."""
    first = f"<w:pPr>{f'<w:pStyle w:val={style!r}/>' if style else ''}{properties}</w:pPr>"
    return f"<w:p>{first}{run('Суд ')}{run('не', look)}{run(' отказал')}</w:p>"


def doc(*body: str, styles: str = "", **more: Any) -> bytes:
    """A document with this body and these further styles."""
    made = parts(*body, attributes=NS, **more)
    made["word/styles.xml"] = STYLES.replace("</w:styles>", f"{styles}</w:styles>").encode()
    return zipped(made)


def alone(paragraph: str) -> str:
    """A paragraph that says «не» and nothing else, between two others."""
    return p("Суд") + paragraph + p("отказал")


def styled(look: str, kind: str = "paragraph", more: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="S"><w:name w:val="S"/><w:rPr>{look}</w:rPr></w:style>'
        f'<w:style w:type="{kind}" w:basedOn="S" w:styleId="T"><w:name w:val="T"/><w:basedOn w:val="S"/>{more}</w:style>'
    )


def part(name: str, kind: str, content: bytes, type_: str, id: str = "rId9") -> dict[str, Any]:
    """A further part of the document, as `doc` takes it."""
    return {
        "extra": {f"word/{name}": content},
        "relationships": [f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{name}"/>'],
        "types": [f'<Override PartName="/word/{name}" ContentType="{type_}"/>'],
    }


def looks(look: str) -> tuple[bytes, bytes]:
    return doc(words()), doc(words(look))


def by_style(look: str, kind: str = "paragraph") -> tuple[bytes, bytes]:
    """«не» in a style, and the same with that style saying more."""
    used = '<w:rStyle w:val="T"/>'
    body = alone(f'<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>{run("не")}</w:p>') if kind == "paragraph" else words(used)
    return doc(body, styles=styled("", kind)), doc(body, styles=styled(look, kind))


def in_cell(cell: str, look: str = "") -> tuple[bytes, bytes]:
    def made(properties: str, shown: str) -> bytes:
        inside = f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(run('не', shown))}</w:tc>"
        return doc(p("Суд") + f"<w:tbl><w:tblPr/><w:tr>{inside}</w:tr></w:tbl>" + p("отказал"))

    return made("", ""), made(cell, look)


def paragraphs(properties: str) -> tuple[bytes, bytes]:
    return doc(alone(p("не"))), doc(alone(f"<w:p><w:pPr>{properties}</w:pPr>{run('не')}</w:p>"))


def defaults(look: str) -> tuple[bytes, bytes]:
    body = words('<w:color w:val="000000"/><w:vanish w:val="0"/>')
    plain = f"<w:p>{run('не')}</w:p>" + body
    return doc(plain), doc(
        plain, styles=f"<w:docDefaults><w:rPrDefault><w:rPr>{look}</w:rPr></w:rPrDefault></w:docDefaults>"
    )


def theme(colour: str) -> dict[str, Any]:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    content = f'<a:theme xmlns:a="{a}"><a:clrScheme><a:accent1><a:srgbClr val="{colour}"/></a:accent1></a:clrScheme></a:theme>'
    return part("theme1.xml", "theme", content.encode(), "application/vnd.openxmlformats-officedocument.theme+xml")


def box(text: str, before: str = "", shape: str = "") -> str:
    """A text box with `text`; `before` and `shape` say where it stands and how it is filled."""
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        f"<w:r><w:drawing><wp:anchor>{before}<a:graphic><wps:wsp><wps:spPr>{shape}</wps:spPr><wps:txbx>{inside}</wps:txbx>"
        "</wps:wsp></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def boxed(before: str) -> tuple[bytes, bytes]:
    return doc(p("Суд", box("не")) + p("отказал")), doc(p("Суд", box("не", before)) + p("отказал"))


def either(first: str, second: str) -> bytes:
    """A passage for new programs, and another for old ones."""
    choice = f'<mc:Choice Requires="wps">{run(first)}</mc:Choice><mc:Fallback>{run(second)}</mc:Fallback>'
    return doc(p("Суд ", f"<mc:AlternateContent>{choice}</mc:AlternateContent>", " отказал"))


def field(code: str, result: str = "x") -> bytes:
    return doc(p("Суд ", page_field(code).replace("<w:t>1</w:t>", f"<w:t>{result}</w:t>"), " отказал"))


def linked(kind: str, body: str, content: bytes, name: str, type_: str = "application/octet-stream") -> bytes:
    return doc(p("Суд ", body), p("отказал"), **part(name, kind, content, type_))


def picture(content: bytes) -> bytes:
    return linked(
        "image", '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>', content, "media.png", "image/png"
    )


def chart(word: str) -> bytes:
    drawn = '<w:r><w:drawing><c:chart r:id="rId9"/></w:drawing></w:r>'
    content = f'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:v>{word}</c:v></c:chartSpace>'
    return linked("chart", drawn, content.encode(), "chart.xml", "application/xml")


def diagram(word: str) -> bytes:
    drawn = '<w:r><w:drawing><dgm:relIds r:dm="rId9"/></w:drawing></w:r>'
    content = f'<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>{word}</a:t></d>'
    return linked("diagramData", drawn, content.encode(), "data.xml", "application/xml")


def chunk(word: str) -> bytes:
    made = part("chunk.html", "aFChunk", f"<html>{word}</html>".encode(), "text/html")
    return doc(p("Суд"), '<w:altChunk r:id="rId9"/>', p("отказал"), **made)


def bound(word: str) -> bytes:
    binding = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x:case[1]/x:word[1]"/></w:sdtPr>'
    made = part("item.xml", "customXml", f"<case><word>{word}</word></case>".encode(), "application/xml")
    return doc(p("Суд ", f"{binding}<w:sdtContent>{run('не')}</w:sdtContent></w:sdt>", " отказал"), **made)


def commented(word: str) -> bytes:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    content = f'<w:comments {w}><w:comment w:id="1">{p(word)}</w:comment></w:comments>'.encode()
    return doc(words(), **part("comments.xml", "comments", content, "application/xml"))


def address(target: str) -> bytes:
    link = [f'<Relationship Id="rId9" Type="{R}/hyperlink" Target="{target}" TargetMode="External"/>']
    return doc(p("Суд ", f'<w:hyperlink r:id="rId9">{run("здесь")}</w:hyperlink>'), relationships=link)


def numbered(properties: str, form: str = "decimal") -> bytes:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>'
    abstract = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    content = f'<w:numbering {w}>{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    return doc(
        words(properties=properties),
        words(properties=properties),
        **part("n.xml", "numbering", content.encode(), "x/y+xml"),
    )


def ticked(state: str) -> bytes:
    return doc(
        p("Суд ", f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr></w:sdt>')
    )


def form_ticked(state: str) -> bytes:
    data = f'<w:ffData><w:checkBox><w:default w:val="0"/><w:checked w:val="{state}"/></w:checkBox></w:ffData>'
    return doc(p("Суд ", f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'))


def shape(fill: str) -> bytes:
    """A filled shape without words, as it may lie on any."""
    drawn = f'<w:drawing><wps:spPr><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></wps:spPr></w:drawing>'
    return doc(words().replace("</w:p>", f"<w:r>{drawn}</w:r></w:p>"))


def first_page(switch: str, type_: str = "first") -> str:
    """The end of a section that asks for a header of its first (or even) pages."""
    return f'<w:p><w:pPr><w:sectPr><w:headerReference w:type="{type_}" r:id="rId9"/>{switch}</w:sectPr></w:pPr></w:p>'


def bullets(sign: str) -> bytes:
    made = numbered(LIST)
    return zipped(
        {m.name: m.content().replace(b"decimal", b"bullet").replace(b"%1.", sign.encode()) for m in read_zip(made)}
    )


def merged(how: str) -> str:
    cell = f'<w:tc><w:tcPr><w:vMerge w:val="{how}"/></w:tcPr>{p("не")}</w:tc>'
    return table(1, row("отказал"), f"<w:tr>{cell}</w:tr>")


def symbols(sign: str) -> bytes:
    return doc(p("Суд ", f'<w:r><w:sym w:font="Symbol" w:char="{sign}"/></w:r>', " отказал"))


def equation(sign: str) -> bytes:
    return doc(p("Суд ", f"<m:oMath><m:r><m:t>a{sign}b</m:t></m:r></m:oMath>", " отказал"))


LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
FIRST = part("header9.xml", "header", f'<w:hdr xmlns:w="{W}">{p("не")}</w:hdr>'.encode(), HEADER)
GREY = '<w:color w:val="808080"/>'
WHITE = '<w:color w:val="FFFFFF"/>'
Pair = tuple[bytes, bytes]

WAYS: dict[str, tuple[Callable[[], Pair], str]] = {
    "vanish": (lambda: looks("<w:vanish/>"), HIDDEN),
    "webHidden": (lambda: looks("<w:webHidden/>"), HIDDEN),
    "vanish by a paragraph style": (lambda: by_style("<w:vanish/>"), HIDDEN),
    "vanish by a character style": (lambda: by_style("<w:vanish/>", "character"), HIDDEN),
    "vanish by the defaults": (lambda: defaults("<w:vanish/>"), HIDDEN),
    "white by the defaults": (lambda: defaults(WHITE), COLOUR),
    "white": (lambda: looks(WHITE), COLOUR),
    "nearly white": (lambda: looks('<w:color w:val="FDFDFB"/>'), COLOUR),
    "white by style": (lambda: by_style(WHITE), COLOUR),
    "black on black": (lambda: looks('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'), COLOUR),
    "black on a solid pattern": (
        lambda: looks('<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'),
        COLOUR,
    ),
    "yellow under a yellow pen": (lambda: looks('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'), COLOUR),
    "the paper's colour by theme": (
        lambda: looks('<w:color w:val="000000" w:themeColor="background1"/>'),
        COLOUR,
    ),
    "white by the document's own theme": (
        lambda: (
            doc(words('<w:color w:themeColor="accent1" w:val="000000"/>'), **theme("000000")),
            doc(words('<w:color w:themeColor="accent1" w:val="000000"/>'), **theme("FFFFFF")),
        ),
        COLOUR,
    ),
    "a theme colour with a tint": (
        lambda: looks('<w:color w:val="000000" w:themeColor="text1" w:themeTint="05"/>'),
        COLOUR,
    ),
    "letters without filling": (lambda: looks("<w14:textFill><w14:noFill/></w14:textFill>"), COLOUR),
    "the colour of the cell": (
        lambda: in_cell('<w:shd w:val="clear" w:fill="112233"/>', '<w:color w:val="112233"/>'),
        COLOUR,
    ),
    "the colour of the paragraph": (
        lambda: (
            doc(words(GREY)),
            doc(words(GREY, properties='<w:shd w:val="clear" w:fill="808080"/>')),
        ),
        COLOUR,
    ),
    "struck": (lambda: looks("<w:strike/>"), STRUCK),
    "struck twice": (lambda: looks("<w:dstrike/>"), STRUCK),
    "struck by style": (lambda: by_style("<w:strike/>"), STRUCK),
    "tiny": (lambda: looks('<w:sz w:val="2"/>'), TINY),
    "tiny by style": (lambda: by_style('<w:sz w:val="4"/>'), TINY),
    "squeezed": (lambda: looks('<w:w w:val="1"/>'), TINY),
    "pressed together": (lambda: looks('<w:spacing w:val="-240"/>'), TINY),
    "fitted into nothing": (lambda: looks('<w:fitText w:val="1"/>'), TINY),
    "flat lines": (lambda: paragraphs('<w:spacing w:line="20" w:lineRule="exact"/>'), TINY),
    "raised off the page": (lambda: looks('<w:position w:val="3000"/>'), OFF),
    "a frame beside the page": (lambda: paragraphs('<w:framePr w:w="100" w:x="-20000" w:y="1"/>'), OFF),
    "an indent beside the page": (lambda: paragraphs('<w:ind w:left="-20000"/>'), OFF),
    "an indent beyond the page": (lambda: paragraphs('<w:ind w:start="30000"/>'), OFF),
    "a hidden row": (
        lambda: (
            doc(p("Суд") + table(1, row("не")) + p("x")),
            doc(p("Суд") + table(1, row("не").replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>")) + p("x")),
        ),
        HIDDEN,
    ),
    "a flat row": (
        lambda: (
            doc(p("Суд") + table(1, row("не")) + p("x")),
            doc(
                p("Суд")
                + table(
                    1,
                    row("не").replace("<w:tr>", '<w:tr><w:trPr><w:trHeight w:val="2" w:hRule="exact"/></w:trPr>'),
                )
                + p("x")
            ),
        ),
        TINY,
    ),
    "a table beside the page": (
        lambda: (
            doc(p("Суд") + table(1, row("не")) + p("x")),
            doc(p("Суд") + table(1, row("не")).replace("<w:tblPr>", '<w:tblPr><w:tblInd w:w="-30000"/>') + p("x")),
        ),
        OFF,
    ),
    "a text box off the page": (
        lambda: boxed("<wp:positionH><wp:posOffset>-99000000</wp:posOffset></wp:positionH>"),
        OFF,
    ),
    "a hidden text box": (lambda: boxed('<wp:docPr id="1" name="x" hidden="1"/>'), HIDDEN),
    "a text box of no size": (lambda: boxed('<wp:extent cx="1" cy="1"/>'), TINY),
    "foreign element that programs skip": (
        lambda: (doc(words()), doc(p("Суд ", f"<zz:x>{run('не')}</zz:x>", " отказал"))),
        HIDDEN,
    ),
    "the code of a field": (
        lambda: (
            doc(words()),
            doc(
                p(
                    "Суд ",
                    f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("не")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                    " отказал",
                )
            ),
        ),
        HIDDEN,
    ),
    "the result of a page's number": (lambda: (field("PAGE", "1"), field("PAGE", "не")), "{+не+}"),
    "another instruction of a field": (
        lambda: (field("IF 1 = 1 да", "да"), field("IF 1 = 1 не", "да")),
        "code of a field",
    ),
    "a simple field": (
        lambda: (
            doc(p("Суд", f'<w:fldSimple w:instr="QUOTE да">{run("да")}</w:fldSimple>')),
            doc(p("Суд", f'<w:fldSimple w:instr="QUOTE не">{run("да")}</w:fldSimple>')),
        ),
        "code of a field",
    ),
    "another sign of a symbol font": (lambda: (symbols("F0FE"), symbols("F0A8")), "F0A8"),
    "another text for old programs": (lambda: (either("не", "не"), either("не", "да")), "words that other programs show"),
    "an equation": (lambda: (equation("="), equation("≠")), "equation, paragraph 1: «a=b» → «a≠b»"),
    "the data behind a control": (lambda: (bound("не"), bound("да")), "value of a bound field"),
    "an embedded document": (lambda: (chunk("не"), chunk("да")), "embedded document"),
    "a chart": (lambda: (chart("не"), chart("да")), "chart, paragraph 1: «не» → «да»"),
    "a diagram": (lambda: (diagram("не"), diagram("да")), "diagram, paragraph 1: «не» → «да»"),
    "another picture": (lambda: (picture(b"1"), picture(b"2")), "picture, paragraph 1"),
    "a picture added": (lambda: (doc(p("Суд "), p("отказал")), picture(b"2")), "picture, paragraph 1: added"),
    "an embedded object": (
        lambda: (
            linked("oleObject", '<w:object><o:OLEObject r:id="rId9"/></w:object>', b"1", "o.bin"),
            linked("oleObject", '<w:object><o:OLEObject r:id="rId9"/></w:object>', b"2", "o.bin"),
        ),
        "embedded object",
    ),
    "words in a drawing": (
        lambda: (
            doc(p("Суд", '<w:r><w:pict><v:shape><v:textpath string="да"/></v:shape></w:pict></w:r>')),
            doc(p("Суд", '<w:r><w:pict><v:shape><v:textpath string="не"/></v:shape></w:pict></w:r>')),
        ),
        "words in a drawing, paragraph 1: «да» → «не»",
    ),
    "a comment": (lambda: (commented("да"), commented("не")), "comment: «да» → «не»"),
    "the target of a link": (
        lambda: (address("https://sud.kz/"), address("https://sud.example/")),
        "target of a link, paragraph 1: «https://sud.kz/» → «https://sud.example/»",
    ),
    "a ticked box": (lambda: (ticked("0"), ticked("1")), "check box, paragraph 1: «not ticked» → «ticked»"),
    "a ticked box of a form": (lambda: (form_ticked("0"), form_ticked("1")), "check box, paragraph 1: «not ticked» → «ticked»"),
    "a list item made plain": (lambda: (numbered(LIST), numbered("")), "automatic number: 1. → none"),
    "other automatic numbers": (
        lambda: (numbered(LIST), numbered(LIST, "lowerLetter")),
        "Only numbers changed: 2",
    ),
    "a header": (lambda: (doc(words(), header=p("да")), doc(words(), header=p("не"))), "header, paragraph 1"),
    "a footer": (lambda: (doc(words(), footer=p("да")), doc(words(), footer=p("не"))), "footer, paragraph 1"),
    "white in a header": (
        lambda: (doc(words(), header=p(run("не"))), doc(words(), header=p(run("не", WHITE)))),
        COLOUR,
    ),
    "a first page that loses its own header": (
        lambda: (doc(words() + first_page("<w:titlePg/>"), **FIRST), doc(words() + first_page(""), **FIRST)),
        "header, paragraph 1: removed",
    ),
    "a header of even pages that is no longer shown": (
        lambda: (
            doc(words() + first_page("", "even"), settings="<w:evenAndOddHeaders/>", **FIRST),
            doc(words() + first_page("", "even"), settings="<w:zoom/>", **FIRST),
        ),
        "header, paragraph 1: removed",
    ),
    "a shape laid over words": (lambda: (doc(words()), shape("FFFFFF")), "drawn shape, paragraph 1: added"),
    "letters of a font of signs": (
        lambda: looks('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
        "‹symbol Wingdings 043D›",
    ),
    "a ticked sign before a list item": (lambda: (bullets("\uf0a8"), bullets("\uf0fe")), "• → ‹symbol F0FE›"),
    "a cell that goes on from the one above": (
        lambda: (doc(merged("restart")), doc(merged("continue"))),
        "hidden text: «не»",
    ),
    "a footnote": (
        lambda: (
            doc(words(), footnotes=f'<w:footnote w:id="1">{p("да")}</w:footnote>'),
            doc(words(), footnotes=f'<w:footnote w:id="1">{p("не")}</w:footnote>'),
        ),
        "footnotes, paragraph 1",
    ),
}  # fmt: skip


def compared(folder: Path, pair: Pair, *more: str) -> Result:
    names = []
    for name, content in zip(("old", "new"), pair, strict=True):
        names.append(folder / f"{name}.docx")
        names[-1].write_bytes(content)
    return CliRunner().invoke(main, ["diff", *map(str, names), *more])


@pytest.mark.parametrize("way", WAYS)
def test_what_a_reader_sees_otherwise_is_never_called_equal(way: str, tmp_path: Path) -> None:
    make, named = WAYS[way]
    shown = compared(tmp_path, make())
    assert "The texts are equal" not in shown.output
    assert named in shown.output


@pytest.mark.parametrize("way", WAYS)
def test_a_document_is_equal_to_itself_whatever_it_hides(way: str, tmp_path: Path) -> None:
    for content in WAYS[way][0]():
        shown = compared(tmp_path, (content, content))
        assert (shown.exit_code, "The texts are equal" in shown.output) == (0, True)


def test_a_struck_word_that_stands_again_is_named(tmp_path: Path) -> None:
    old, new = looks("<w:strike/>")
    assert "no longer struck out: «не»" in compared(tmp_path, (new, old)).output


def test_a_struck_word_among_changed_words_is_named_too(tmp_path: Path) -> None:
    new = doc(words("<w:strike/>").replace(" отказал", " отказал вчера"))
    shown = compared(tmp_path, (doc(words()), new))
    assert "{+ вчера+}" in shown.output
    assert STRUCK in shown.output


def test_the_exit_code_says_that_words_alone_do_not_tell(tmp_path: Path) -> None:
    plain, other = doc(words()), doc(words().replace("отказал", "отложил"))
    assert compared(tmp_path, (plain, plain)).exit_code == 0
    assert compared(tmp_path, (plain, other)).exit_code == 0
    assert compared(tmp_path, looks("<w:vanish/>")).exit_code == 1
    assert compared(tmp_path, (picture(b"1"), picture(b"2"))).exit_code == 1


def test_a_chart_that_says_the_same_and_is_stored_otherwise_is_said_not_to_be_compared(tmp_path: Path) -> None:
    content = chart("не")
    spaced = chart("не<!-- x -->")
    shown = compared(tmp_path, (content, spaced))
    assert shown.exit_code == 3
    assert "The texts are equal." not in shown.output
    assert "The texts are equal; not compared: chart: 1" in shown.output
    told = json.loads(compared(tmp_path, (content, spaced), "--json").stdout)
    assert (told["texts_equal"], told["equal"], told["not_compared"]) == (True, False, {"chart": 1})


def test_texts_that_are_equal_in_files_that_are_not_are_told_with_what_was_not_compared(tmp_path: Path) -> None:
    plain, bold = doc(words()), doc(words("<w:b/>"))
    assert "(bold, sizes, margins) was not compared" in compared(tmp_path, (plain, bold)).output
    assert json.loads(compared(tmp_path, (plain, bold), "--json").stdout)["look_compared"] is False
    assert "was not compared" not in compared(tmp_path, (plain, plain)).output


def test_a_shape_that_is_drawn_otherwise_is_said_not_to_be_compared(tmp_path: Path) -> None:
    shown = compared(tmp_path, (shape("FF0000"), shape("FFFFFF")))
    assert (shown.exit_code, "not compared: drawn shape: 1" in shown.output) == (3, True)


def test_programs_and_the_page_are_told_the_same(tmp_path: Path) -> None:
    old, new = doc(p("Суд "), words(), p("отказал")), doc(p("Суд "), words("<w:vanish/>"), p("отказал"))
    page = tmp_path / "page.html"
    told = json.loads(compared(tmp_path, (old, new), "--json", "--html", str(page)).stdout)
    assert told["equal"] is False
    assert told["changes"][0]["unseen"] == [{"how": "hidden", "text": "не", "now": True}]
    assert HIDDEN in page.read_text("utf-8")
    told = json.loads(
        compared(tmp_path, (picture(b"1"), picture(b"2")), "--json", "--html", str(page), "--force").stdout
    )
    assert [thing["kind"] for thing in told["things"]] == ["picture"]
    assert "picture, paragraph 1" in page.read_text("utf-8")


def test_a_document_that_hides_text_is_said_to(tmp_path: Path) -> None:
    hidden = looks("<w:vanish/>")[1]
    assert "does not show as it is said (1 places)" in compared(tmp_path, (hidden, hidden)).output


TRACKED = {
    "a break after the name": '<w:del\nw:id="1" w:author="x">{}</w:del>',
    "a tab after the name": '<w:del\tw:id="1" w:author="x">{}</w:del>',
    "another prefix": '<q:del xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="1">{}</q:del>',
}


@pytest.mark.parametrize("way", TRACKED)
def test_a_tracked_change_is_noticed_however_it_is_written(way: str, tmp_path: Path) -> None:
    deleted = TRACKED[way].format("<w:r><w:delText>не</w:delText></w:r>")
    tracked = doc(p("Суд ", deleted, "отказал"))
    assert "holds tracked changes (1" in compared(tmp_path, (tracked, tracked)).output


def recoded(encoding: str, declared: str = "") -> bytes:
    """A document whose text is written in another encoding."""
    made = parts(p("Суд ", '<w:ins w:id="1" w:author="x">' + run("не") + "</w:ins>", " отказал"), attributes=NS)
    text = made["word/document.xml"].decode().replace('encoding="UTF-8"', f'encoding="{declared or encoding}"')
    return zipped(made | {"word/document.xml": text.encode(encoding)})


def test_a_part_in_utf_16_is_read_with_its_tracked_changes(tmp_path: Path) -> None:
    shown = compared(tmp_path, (recoded("UTF-16"), doc(words())))
    assert "The texts are equal." in shown.output
    assert "holds tracked changes (1" in shown.output


@pytest.mark.parametrize(
    "encoding", ["utf-7", "shift_jis", "gb18030", "hex", "idna", "cp037", "utf-32", "nobody-knows"]
)
def test_an_odd_encoding_ends_in_a_plain_problem(encoding: str, tmp_path: Path) -> None:
    made = parts(p("x"))
    text = made["word/document.xml"].decode().replace('encoding="UTF-8"', f'encoding="{encoding}"')
    content = zipped(made | {"word/document.xml": text.encode()})
    shown = compared(tmp_path, (content, docx(p("x"))))
    assert shown.exit_code in (0, 1)
    assert "made a mistake" not in shown.output
    assert shown.exit_code == 0 or "seal/xml-broken" in shown.output


HARMLESS = {
    "marks of edits": lambda: doc(words().replace("<w:r>", '<w:r w:rsidR="00AA11BB">')),
    "marks of the speller": lambda: doc(words().replace("<w:r>", '<w:proofErr w:type="spellStart"/><w:r>')),
    "bookmarks": lambda: doc(words().replace("<w:r>", '<w:bookmarkStart w:id="1" w:name="x"/><w:r>', 1)),
    "split runs": lambda: doc(p("Су", "д ", "н", run("е", '<w:lang w:val="ru-RU"/>'), " отказал")),
    "bold and grey": lambda: doc(words('<w:b/><w:color w:val="808080"/>')),
    "a switch that is off": lambda: doc(words('<w:vanish w:val="0"/><w:strike w:val="false"/>')),
    "a hidden mark of the paragraph": lambda: doc(words(properties="<w:rPr><w:vanish/></w:rPr>")),
    "white letters on a dark ground": lambda: doc(words(WHITE + '<w:shd w:val="clear" w:fill="203050"/>')),
    "a style that turns hiding off again": lambda: doc(
        words('<w:rStyle w:val="T"/><w:vanish w:val="0"/>'), styles=styled("<w:vanish/>", "character")
    ),
    "styles nobody uses": lambda: doc(words(), styles=styled("<w:vanish/>")),
}  # fmt: skip


@pytest.mark.parametrize("way", HARMLESS)
def test_what_no_reader_sees_stays_equal(way: str, tmp_path: Path) -> None:
    shown = compared(tmp_path, (doc(words()), HARMLESS[way]()))
    assert "The texts are equal." in shown.output
    assert shown.exit_code == 0


TEMPLATES = sorted((Path(__file__).resolve().parents[2] / "templates").rglob("*.docx"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_template_is_equal_to_itself_and_hides_nothing(path: Path, tmp_path: Path) -> None:
    shown = compared(tmp_path, (path.read_bytes(), path.read_bytes()))
    assert "The texts are equal." in shown.output
    assert "review/unseen" not in shown.output


@pytest.mark.parametrize(("case", "kind"), [("transit-activist", COMPLAINT), ("journalist", LETTER)])
@pytest.mark.parametrize("form", ["ru", "kk"])
def test_a_filing_is_equal_to_itself_and_hides_nothing(case: str, kind: str, form: str, tmp_path: Path) -> None:
    filing = rendered(case, kind, form).filing
    shown = compared(tmp_path, (filing, filing))
    assert (shown.exit_code, "The texts are equal." in shown.output) == (0, True)
    assert "review/unseen" not in shown.output


KEPT_BY_OFFICE = (
    "vanish",
    "vanish by a paragraph style",
    "white by style",
    "the colour of the cell",
    "struck",
    "tiny",
    "another sign of a symbol font",
    "the target of a link",
    "a list item made plain",
    "a ticked box",
)


@pytest.mark.office
@pytest.mark.parametrize("way", KEPT_BY_OFFICE)
def test_a_document_that_libreoffice_saved_is_equal_to_itself(way: str, tmp_path: Path) -> None:
    for content in WAYS[way][0]():
        shown = compared(tmp_path, (content, saved(content, tmp_path)))
        assert "The texts are equal." in shown.output
