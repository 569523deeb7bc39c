"""Random documents and the edits people make in them, for the tests of redlines: seeded, the same on every run.

    old, new, kinds = pair(17)

Nothing here knows how a redline is made. Every kind of edit comes up in turn, alone or with others.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from word_files import R, W

from panahat.seal.zipping import member, pack

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NS = f'xmlns:w="{W}" xmlns:r="{R}"'
_WORDS = """заявитель прокурор постановление выдача суд право защита закон статья часть пункт основание решение срок
жалоба ходатайство убежище запрос материалы проверка обстоятельство доказательство угроза пытки семья город суд қаулы
шағым қорғау сот құқық заң бап негіз мерзім шешім от 27 января 2026 года № 2/1234 (далее «Конвенция»)""".split()
NBSP = "\u00a0"


@dataclass
class Para:
    """A paragraph: runs of (text, bold), style, list level (None outside of lists), footnote, text box."""

    runs: list[tuple[str, bool]]
    style: str = ""
    level: int | None = None
    note: str = ""
    box: str = ""

    @property
    def text(self) -> str:
        return "".join(t for t, _ in self.runs)

    def say(self, text: str) -> None:
        """The new text, in one run."""
        self.runs = [(text, False)]


@dataclass
class Table:
    """Rows of cells of blocks."""

    rows: list[list[list[Block]]]


Block = Para | Table


@dataclass
class Doc:
    """A document; `first` is another header on its first page, `lists` the id its program gives to the list.

    Where `sections`, its last block is a section of its own, with the headers and footers of the one before.
    """

    body: list[Block]
    header: list[Para] = field(default_factory=list)
    footer: list[Para] = field(default_factory=list)
    first: list[Para] = field(default_factory=list)
    lists: int = 1
    sections: bool = False


def paragraphs(blocks: list[Block]) -> Iterator[tuple[list[Block], int]]:
    """(the list a paragraph stands in, its index there) of every paragraph."""
    for n, block in enumerate(blocks):
        if isinstance(block, Para):
            yield blocks, n
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell)


class World:
    """Makes documents and edits from one source of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def words(self, least: int, most: int) -> str:
        text = " ".join(self.chance.choices(_WORDS, k=self.chance.randint(least, most)))
        return text[0].upper() + text[1:] + self.chance.choice([".", ";", "", ":"])

    def para(self, least: int = 3, most: int = 25) -> Para:
        text = self.words(least, most)
        if self.chance.random() < 0.25:
            text = f"{self.chance.randint(1, 9)}.{self.chance.randint(1, 9)}. {text}"
        at = self.chance.randrange(len(text) + 1)
        runs = [(text[:at], self.chance.random() < 0.2), (text[at:], False)]
        made = Para([r for r in runs if r[0]], self.chance.choice(["", "", "Title1"]))
        if self.chance.random() < 0.2:
            made.level = self.chance.randint(0, 1)
        if self.chance.random() < 0.15:
            made.note = self.words(2, 8)
        return made

    def row(self, columns: int, nested: bool = False) -> list[list[Block]]:
        cells: list[list[Block]] = [[self.cell()] for _ in range(columns)]
        if nested:
            cells[0] = [Table([[[self.cell()], [self.cell()]], [[self.cell()], [self.cell()]]]), self.cell()]
        return cells

    def cell(self) -> Para:
        return Para([(self.words(1, 8), False)])

    def table(self, nested: bool = False) -> Table:
        return Table([self.row(2, nested and n == 1) for n in range(self.chance.randint(2, 4))])

    def doc(self) -> Doc:
        body: list[Block] = [self.para() for _ in range(self.chance.randint(4, 12))]
        body.insert(self.chance.randrange(1, len(body)), self.table(nested=self.chance.random() < 0.5))
        header = [Para([(self.words(2, 6), False)])] if self.chance.random() < 0.7 else []
        footer = [Para([(self.words(2, 6), False)])] if self.chance.random() < 0.7 else []
        first = [Para([(self.words(2, 5), False)])] if self.chance.random() < 0.3 else []
        if self.chance.random() < 0.2:
            body.append(Para([(self.words(3, 9), False)], box=self.words(3, 9)))
        return Doc(body, header, footer, first, sections=self.chance.random() < 0.15)

    # edits

    def some(self, doc: Doc, want: Callable[[Para], bool] = lambda _: True) -> Para:
        """One paragraph of the text; one that fits where there is any."""
        found = [blocks[n] for blocks, n in paragraphs(doc.body)]
        fit = [p for p in found if isinstance(p, Para) and want(p)]
        return self.chance.choice(fit) if fit else next(p for p in found if isinstance(p, Para))

    def plain(self, doc: Doc) -> int:
        """The index of one paragraph directly in the text."""
        return self.chance.choice([n for n, b in enumerate(doc.body) if isinstance(b, Para)])

    def tables(self, doc: Doc) -> Table:
        found = [b for b in doc.body if isinstance(b, Table)]
        if not found:
            doc.body.insert(1, self.table())
            return self.tables(doc)
        return self.chance.choice(found)

    def replaced(self, para: Para, old: str, new: str) -> None:
        """One place where `old` stands, replaced; the runs stay."""
        places = [(n, m.start()) for n, (t, _) in enumerate(para.runs) for m in re.finditer(re.escape(old), t)]
        if not places:
            return para.say(para.text + new)
        n, at = self.chance.choice(places)
        text, bold = para.runs[n]
        para.runs[n] = (text[:at] + new + text[at + len(old) :], bold)
        return None

    def edit(self, doc: Doc, kind: str) -> None:
        getattr(self, f"_{kind}")(doc)

    def _word(self, doc: Doc) -> None:
        para = self.some(doc, lambda p: len(p.text) > 20)
        self.replaced(para, self.chance.choice(para.text.split(" ")), self.chance.choice(_WORDS))

    def _word_out(self, doc: Doc) -> None:
        para = self.some(doc, lambda p: len(p.text) > 20)
        self.replaced(para, " " + self.chance.choice(para.text.split(" ")), "")

    def _word_in(self, doc: Doc) -> None:
        self.replaced(self.some(doc), " ", f" {self.chance.choice(_WORDS)} ")

    def _sentence(self, doc: Doc) -> None:
        para = self.some(doc)
        para.runs.append((" " + self.words(4, 12), False))

    def _nbsp(self, doc: Doc) -> None:
        self.replaced(self.some(doc, lambda p: " " in p.text), " ", NBSP)

    def _many_nbsp(self, doc: Doc) -> None:
        para = self.some(doc, lambda p: "№ " in p.text or " года" in p.text)
        para.runs = [(t.replace("№ ", f"№{NBSP}").replace(" года", f"{NBSP}года"), b) for t, b in para.runs]

    def _case(self, doc: Doc) -> None:
        para = self.some(doc, lambda p: len(p.text) > 20)
        word = self.chance.choice(para.text.split(" "))
        self.replaced(para, word, word.swapcase())

    def _quotes(self, doc: Doc) -> None:
        para = self.some(doc, lambda p: "«" in p.text)
        para.runs = [(t.replace("«", "“").replace("»", "”"), b) for t, b in para.runs]

    def _number(self, doc: Doc) -> None:
        para = self.some(doc, lambda p: "2/1234" in p.text)
        self.replaced(para, "2/1234", "2/1235-а")

    def _typed_number(self, doc: Doc) -> None:
        para = self.some(doc, lambda p: p.text[:1].isdigit())
        text, bold = para.runs[0]
        para.runs[0] = (re.sub(r"^\d*", str(self.chance.randint(10, 19)), text, count=1), bold)

    def _typed_numbers(self, doc: Doc) -> None:
        """A point is put first, and every point after it counts one more."""
        for blocks, n in paragraphs(doc.body):
            para = blocks[n]
            if isinstance(para, Para) and para.text[:1].isdigit():
                text, bold = para.runs[0]
                para.runs[0] = (re.sub(r"^\d+", lambda m: str(int(m[0]) + 1), text), bold)
        doc.body.insert(1, Para([(f"1. {self.words(4, 9)}", False)]))

    def _tab(self, doc: Doc) -> None:
        self.replaced(self.some(doc, lambda p: " " in p.text), " ", self.chance.choice("\t\n\u2011"))

    def _para_in(self, doc: Doc) -> None:
        doc.body.insert(self.chance.randrange(len(doc.body) + 1), self.para())

    def _para_out(self, doc: Doc) -> None:
        if sum(isinstance(b, Para) for b in doc.body) > 2:
            del doc.body[self.plain(doc)]

    def _move(self, doc: Doc) -> None:
        para = doc.body.pop(self.plain(doc))
        doc.body.insert(self.chance.randrange(len(doc.body) + 1), para)

    def _split(self, doc: Doc) -> None:
        n = self.plain(doc)
        para = doc.body[n]
        assert isinstance(para, Para)
        words = para.text.split(" ")
        at = self.chance.randrange(len(words))
        second = deepcopy(para)
        second.note = ""
        para.say(" ".join(words[:at]))
        second.say(" ".join(words[at:]))
        doc.body.insert(n + 1, second)

    def _merge(self, doc: Doc) -> None:
        pairs = [
            n for n, (a, b) in enumerate(zip(doc.body, doc.body[1:], strict=False))
            if isinstance(a, Para) and isinstance(b, Para)
        ]  # fmt: skip
        if pairs:
            n = self.chance.choice(pairs)
            first, second = doc.body[n], doc.body.pop(n + 1)
            assert isinstance(first, Para)
            assert isinstance(second, Para)
            first.runs += [(" ", False), *second.runs]

    def _row_in(self, doc: Doc) -> None:
        table = self.tables(doc)
        table.rows.insert(self.chance.randrange(len(table.rows) + 1), self.row(2))

    def _row_out(self, doc: Doc) -> None:
        table = self.tables(doc)
        if len(table.rows) > 1:
            del table.rows[self.chance.randrange(len(table.rows))]

    def _column_in(self, doc: Doc) -> None:
        for row in self.tables(doc).rows:
            row.append([self.cell()])

    def _cell(self, doc: Doc) -> None:
        cell = self.chance.choice(self.chance.choice(self.tables(doc).rows))
        cell[-1] = self.cell()

    def _nested(self, doc: Doc) -> None:
        inner = [b for t in doc.body if isinstance(t, Table) for r in t.rows for c in r for b in c]
        table = next((b for b in inner if isinstance(b, Table)), None) or self.tables(doc)
        self.chance.choice(table.rows)[-1][-1] = self.cell()

    def _table_in(self, doc: Doc) -> None:
        doc.body.insert(self.chance.randrange(1, len(doc.body)), self.table())

    def _table_out(self, doc: Doc) -> None:
        doc.body.remove(self.tables(doc))

    def _header(self, doc: Doc) -> None:
        doc.header = [Para([(self.words(2, 6), False)])]

    def _header_word(self, doc: Doc) -> None:
        doc.header = doc.header or [Para([(self.words(2, 6), False)])]
        self.replaced(doc.header[0], doc.header[0].text.split(" ")[-1], self.chance.choice(_WORDS))

    def _header_out(self, doc: Doc) -> None:
        doc.header = []

    def _first_header(self, doc: Doc) -> None:
        doc.first = [] if doc.first else [self.cell(), self.cell()]

    def _first_header_word(self, doc: Doc) -> None:
        for para in doc.first or doc.header:
            self.replaced(para, " ", f" {self.chance.choice(_WORDS)} ")

    def _footer(self, doc: Doc) -> None:
        doc.footer = [*doc.footer, Para([(self.words(1, 4), False)])]

    def _note(self, doc: Doc) -> None:
        self.some(doc, lambda p: bool(p.note)).note = self.words(3, 9)

    def _note_in(self, doc: Doc) -> None:
        self.some(doc, lambda p: not p.note).note = self.words(3, 9)

    def _note_out(self, doc: Doc) -> None:
        self.some(doc, lambda p: bool(p.note)).note = ""

    def _box(self, doc: Doc) -> None:
        para = self.some(doc, lambda p: bool(p.box))
        para.box = f"{para.box} {self.words(1, 3)}".strip()

    def _box_out(self, doc: Doc) -> None:
        self.some(doc, lambda p: bool(p.box)).box = ""

    def _section(self, doc: Doc) -> None:
        doc.sections = not doc.sections

    def _listed(self, doc: Doc) -> None:
        self.some(doc, lambda p: p.level is None).level = 0

    def _unlisted(self, doc: Doc) -> None:
        self.some(doc, lambda p: p.level is not None).level = None

    def _level(self, doc: Doc) -> None:
        para = self.some(doc, lambda p: p.level is not None)
        para.level = 1 - (para.level or 0)

    def _list_id(self, doc: Doc) -> None:
        doc.lists = 3

    def _style(self, doc: Doc) -> None:
        para = self.some(doc)
        para.style = "" if para.style else "Title1"

    def _bold(self, doc: Doc) -> None:
        para = self.some(doc)
        para.runs[-1] = (para.runs[-1][0], not para.runs[-1][1]) if para.runs else ("", True)

    def _runs(self, doc: Doc) -> None:
        for blocks, n in paragraphs(doc.body):
            para = blocks[n]
            if isinstance(para, Para):
                para.runs = [(w, b) for t, b in para.runs for w in re.findall(r"\S+\s*|\s+", t)]

    def _rewritten(self, doc: Doc) -> None:
        self.some(doc).say(self.words(5, 20))


KINDS = tuple(name.removeprefix("_") for name in vars(World) if re.fullmatch(r"_[a-z][a-z_]*", name))


def pair(seed: int) -> tuple[bytes, bytes, tuple[str, ...]]:
    """(a document, the same edited, the kinds of edits made); the kind that leads goes round with the seed."""
    world = World(seed)
    old = world.doc()
    new = deepcopy(old)
    more = world.chance.choices(KINDS, k=world.chance.choice([0, 0, 1, 2, 4]))
    kinds = (KINDS[seed % len(KINDS)], *more)
    for kind in kinds:
        world.edit(new, kind)
        if isinstance(new.body[-1], Table):
            new.body.append(world.para())
    return written(old), written(new), kinds


# the Word file


def written(doc: Doc) -> bytes:
    """The document as a Word file."""
    notes: list[str] = []
    body = [_block(b, doc, notes) for b in doc.body]
    references = ""
    parts = {"word/styles.xml": _STYLES, "word/numbering.xml": _numbering(doc.lists)}
    stories = (("header", "default", doc.header), ("header", "first", doc.first), ("footer", "default", doc.footer))
    for n, (kind, type, said) in enumerate(stories, 1):
        if said:
            references += f'<w:{kind}Reference w:type="{type}" r:id="{kind}{n}"/>'
            inside = "".join(_block(p, doc, notes) for p in said)
            tag = {"header": "hdr", "footer": "ftr"}[kind]
            parts[f"word/{kind}{n}.xml"] = f"<w:{tag} {_NS}>{inside}</w:{tag}>"
    if notes:
        parts["word/footnotes.xml"] = f"<w:footnotes {_NS}>{_SEPARATORS}{''.join(notes)}</w:footnotes>"
    page = '<w:pgSz w:w="11906" w:h="16838"/>'
    section = f"<w:sectPr>{references}{page}{'<w:titlePg/>' if doc.first else ''}</w:sectPr>"
    if doc.sections:
        body.insert(-1, f"<w:p><w:pPr>{section}</w:pPr></w:p>")
        section = f"<w:sectPr>{page}</w:sectPr>"
    parts["word/document.xml"] = f"<w:document {_NS}><w:body>{''.join(body)}{section}</w:body></w:document>"
    return packed({name: (_HEAD + text).encode() for name, text in parts.items()})


def packed(parts: dict[str, bytes]) -> bytes:
    """A Word file of these parts, each of the kind its name says."""
    kinds = {name: re.sub(r"\d*\.xml$", "", name.rsplit("/", 1)[-1]) for name in parts}
    types = "".join(
        f'<Override PartName="/{n}" ContentType="{_WORD}.{"document.main" if k == "document" else k}+xml"/>'
        for n, k in kinds.items()
    )
    related = "".join(
        f'<Relationship Id="{n[5:-4]}" Type="{_OFFICE}/{k}" Target="{n.removeprefix("word/")}"/>'
        for n, k in kinds.items()
        if k != "document"
    )
    others = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
    }
    files = {**{name: (_HEAD + text).encode() for name, text in others.items()}, **parts}
    return pack([member(name, content) for name, content in files.items()], {})


def _block(block: Block, doc: Doc, notes: list[str]) -> str:
    if isinstance(block, Table):
        rows = "".join(
            "<w:tr>"
            + "".join(f"<w:tc>{_CELL}{''.join(_block(b, doc, notes) for b in c)}</w:tc>" for c in r)
            + "</w:tr>"
            for r in block.rows
        )
        grid = '<w:gridCol w:w="2000"/>' * len(block.rows[0])
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    properties = f'<w:pStyle w:val="{block.style}"/>' if block.style else ""
    if block.level is not None:
        properties += f'<w:numPr><w:ilvl w:val="{block.level}"/><w:numId w:val="{doc.lists}"/></w:numPr>'
    runs = "".join(_run(text, bold) for text, bold in block.runs)
    if block.note:
        id = len(notes) + 1
        notes.append(
            f'<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/></w:r>{_run(" " + block.note)}</w:p></w:footnote>'
        )
        runs += f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'
    if block.box:
        runs += (
            '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:200pt;height:40pt"><v:textbox>'
            f"<w:txbxContent><w:p>{_run(block.box)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def _run(text: str, bold: bool = False) -> str:
    inside = ""
    for piece in re.split("([\t\n\u2011])", text):
        inside += _SIGNS.get(piece) or (f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "")
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{inside}</w:r>"


def _numbering(id: int) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, text in enumerate(("%1.", "%1.%2."))
    )
    return (
        f'<w:numbering {_NS}><w:abstractNum w:abstractNumId="{id + 6}">{levels}</w:abstractNum>'
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id + 6}"/></w:num></w:numbering>'
    )


_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>"}
_CELL = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
_SEPARATORS = "".join(
    f'<w:footnote w:type="{t}" w:id="{n}"><w:p><w:r><w:{t}/></w:r></w:p></w:footnote>'
    for n, t in ((-1, "separator"), (0, "continuationSeparator"))
)
_STYLES = (
    f'<w:styles {_NS}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title1"><w:name w:val="Filing Title"/><w:rPr><w:b/></w:rPr></w:style>'
    "</w:styles>"
)
