"""Documents as plain data, for the tests of merging: built at random, edited as people edit, written as programs write.

Nothing here knows how a merge is made. `written` makes a .docx of a document, on request with all the noise that Word
or LibreOffice leaves on saving; `seen` reads one back in the simplest way.
"""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from panahat.seal.zipping import member, pack

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NS = f'xmlns:w="{W}" xmlns:r="{R}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORDS = """заявитель прокурор постановление выдача суд право защита закон статья часть пункт основание решение
срок жалоба ходатайство убежище запрос материалы проверка обстоятельство доказательство угроза пытки семья город
қаулы шағым қорғау сот құқық заң бап негіз мерзім шешім""".split()
STYLES = ("Tekst", "Razdel", "Perechen")
_NAMES = {"Tekst": "Текст", "Razdel": "Раздел", "Perechen": "Перечень", "Bold": "Выделение", "Grid": "Таблица дела"}

Word = tuple[str, bool]


@dataclass
class Para:
    """A paragraph: its id, words with whether each is bold, style, footnote, whether it is in a list."""

    id: str
    words: list[Word]
    style: str = "Tekst"
    note: str = ""
    listed: bool = False

    @property
    def text(self) -> str:
        return " ".join(w for w, _ in self.words)

    @property
    def look(self) -> tuple[object, ...]:
        """All that is seen of it but the note."""
        return (tuple(self.words), self.style, self.listed)


@dataclass
class Row:
    id: str
    cells: list[list[Block]]


@dataclass
class Table:
    id: str
    rows: list[Row]


Block = Para | Table


@dataclass
class Doc:
    """A document: its body, header and footer."""

    body: list[Block]
    header: list[Para] = field(default_factory=list)
    footer: list[Para] = field(default_factory=list)

    def copy(self) -> Doc:
        return deepcopy(self)


def paragraphs(blocks: list[Block], inside: tuple[str, ...] = ()) -> Iterator[tuple[Para, tuple[str, ...]]]:
    """(paragraph, ids of the rows and tables it stands in) of all blocks."""
    for block in blocks:
        if isinstance(block, Para):
            yield block, inside
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell, (*inside, block.id, row.id))


class World:
    """Makes documents and edits from one source of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._count = 0

    def id(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count}"

    def words(self, count: int, mark: str = "") -> list[Word]:
        out = [(self.chance.choice(_WORDS), False) for _ in range(count)]
        if mark:
            out.insert(self.chance.randrange(len(out) + 1), (mark, False))
        if self.chance.random() < 0.3:
            at = self.chance.randrange(len(out))
            out[at] = (out[at][0], True)
        return out

    def para(self, prefix: str = "b", short: bool = False) -> Para:
        id = self.id(prefix)
        count = self.chance.randint(1, 3) if short else self.chance.choice([2, 6, 12, 25])
        para = Para(id, self.words(count, f"№{id}"), self.chance.choice(STYLES))
        if self.chance.random() < 0.12 and not short:
            para.note = " ".join(w for w, _ in self.words(4, f"прим.{id}"))
        para.listed = self.chance.random() < 0.1
        return para

    def table(self, depth: int = 0) -> Table:
        columns = self.chance.choice([2, 2, 3])
        return Table(self.id("t"), [self.row(columns, depth) for _ in range(self.chance.randint(1, 4))])

    def row(self, columns: int, depth: int = 1, prefix: str = "b") -> Row:
        cells: list[list[Block]] = []
        for _ in range(columns):
            cell: list[Block] = [self.para(prefix, short=True) for _ in range(self.chance.choice([1, 1, 2]))]
            if depth == 0 and self.chance.random() < 0.1:
                cell.insert(0, self.table(1))
            cells.append(cell)
        return Row(self.id("r"), cells)

    def document(self) -> Doc:
        body: list[Block] = []
        for n in range(self.chance.randint(3, 14)):
            body.append(self.table() if self.chance.random() < 0.15 and n else self.para())
            if self.chance.random() < 0.1:
                body.append(Para(self.id("x"), [("Ходатайство.", False)]))
        body.append(self.para())
        header = [self.para(short=True)] if self.chance.random() < 0.7 else []
        return Doc(body, header, [self.para(short=True)] if self.chance.random() < 0.4 else [])

    def edited(self, doc: Doc, prefix: str, count: int) -> Doc:
        """A copy with so many edits; what is new in it has ids with the prefix."""
        made = doc.copy()
        for _ in range(count):
            self.chance.choice([
                self._word, self._word, self._word, self._bold, self._style, self._delete, self._insert, self._insert,
                self._move, self._split, self._join, self._rewrite, self._row_out, self._row_in, self._head, self._note,
                self._number,
            ])(made, prefix)  # fmt: skip
        return made

    def _any(self, doc: Doc) -> Para:
        return self.chance.choice([p for p, _ in paragraphs(doc.body)])

    def _word(self, doc: Doc, prefix: str) -> None:
        para = self._any(doc)
        at = self.chance.randrange(len(para.words) + 1)
        new = (self.id(f"слово{prefix}"), False)
        if at < len(para.words) and self.chance.random() < 0.5:
            para.words[at] = new
        else:
            para.words.insert(at, new)

    def _bold(self, doc: Doc, prefix: str) -> None:
        para = self._any(doc)
        at = self.chance.randrange(len(para.words))
        para.words[at] = (para.words[at][0], not para.words[at][1])

    def _style(self, doc: Doc, prefix: str) -> None:
        self._any(doc).style = self.chance.choice(STYLES)

    def _number(self, doc: Doc, prefix: str) -> None:
        for n, para in enumerate((p for p in doc.body if isinstance(p, Para) and p.style == "Perechen"), 1):
            if para.words[0][0].endswith("."):
                para.words[0] = (f"{n}{prefix}.", False)
            else:
                para.words.insert(0, (f"{n}{prefix}.", False))

    def _delete(self, doc: Doc, prefix: str) -> None:
        if len([b for b in doc.body if isinstance(b, Para)]) > 2:
            doc.body.remove(self.chance.choice(doc.body[:-1] or doc.body))
            if not isinstance(doc.body[-1], Para):
                doc.body.append(self.para(prefix))

    def _insert(self, doc: Doc, prefix: str) -> None:
        for _ in range(self.chance.choice([1, 1, 2])):
            new = self.table() if self.chance.random() < 0.05 else self.para(prefix)
            doc.body.insert(self.chance.randrange(len(doc.body)), new)

    def _move(self, doc: Doc, prefix: str) -> None:
        at = self.chance.randrange(len(doc.body))
        block = doc.body[at]
        if isinstance(block, Para) and at < len(doc.body) - 1:
            del doc.body[at]
            doc.body.insert(self.chance.randrange(len(doc.body)), block)

    def _split(self, doc: Doc, prefix: str) -> None:
        at = self.chance.randrange(len(doc.body))
        para = doc.body[at]
        if isinstance(para, Para) and len(para.words) > 2:
            cut = self.chance.randint(1, len(para.words) - 1)
            doc.body.insert(at + 1, Para(self.id(prefix), para.words[cut:], para.style))
            para.words = para.words[:cut]

    def _join(self, doc: Doc, prefix: str) -> None:
        at = self.chance.randrange(len(doc.body) - 1)
        one, two = doc.body[at], doc.body[at + 1]
        if isinstance(one, Para) and isinstance(two, Para):
            one.words = one.words + two.words
            one.note = one.note or two.note
            doc.body.remove(two)

    def _rewrite(self, doc: Doc, prefix: str) -> None:
        para = self._any(doc)
        para.words = self.words(self.chance.choice([3, 10]), self.id(f"слово{prefix}"))

    def _row_out(self, doc: Doc, prefix: str) -> None:
        tables = [b for b in doc.body if isinstance(b, Table) and len(b.rows) > 1]
        if tables:
            table = self.chance.choice(tables)
            table.rows.remove(self.chance.choice(table.rows))

    def _row_in(self, doc: Doc, prefix: str) -> None:
        tables = [b for b in doc.body if isinstance(b, Table)]
        if tables:
            table = self.chance.choice(tables)
            row = self.row(len(table.rows[0].cells), prefix=prefix)
            table.rows.insert(self.chance.randrange(len(table.rows) + 1), row)

    def _head(self, doc: Doc, prefix: str) -> None:
        for paras in (doc.header, doc.footer):
            if paras and self.chance.random() < 0.6:
                paras[0].words.append((self.id(f"слово{prefix}"), False))
            elif not paras and self.chance.random() < 0.3:
                paras.append(self.para(prefix, short=True))

    def _note(self, doc: Doc, prefix: str) -> None:
        noted = [p for p, _ in paragraphs(doc.body) if p.note]
        if noted and self.chance.random() < 0.7:
            para = self.chance.choice(noted)
            para.note = self.chance.choice([f"{para.note} {self.id(f'слово{prefix}')}", ""])
        else:
            para = self._any(doc)
            if not para.note:
                para.note = self.id(f"новое примечание {prefix}")


class Noise:
    """What Word and LibreOffice leave on saving; `None` in its place writes cleanly."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.office = self.chance.random() < 0.3
        self._mark = 0

    def style(self, id: str) -> str:
        """LibreOffice gives styles other ids; names stay."""
        return f"Style{10 + sorted(_NAMES).index(id)}" if self.office and id in _NAMES else id

    def rsid(self, name: str = "rsidR") -> str:
        return f' w:{name}="00{self.chance.randrange(16**6):06X}"' if self.chance.random() < 0.5 else ""

    def look(self, bold: bool) -> str:
        out = self.chance.choice(["", '<w:lang w:val="kk-KZ"/>', '<w:szCs w:val="28"/>', "<w:noProof/>"])
        if bold:
            style = f'<w:rStyle w:val="{self.style("Bold")}"/>'
            return self.chance.choice([f"<w:b/><w:bCs/>{out}", f'<w:b w:val="1"/>{out}', f"{style}{out}"])
        return (
            self.chance.choice(
                [
                    "",
                    '<w:rFonts w:asciiTheme="minorHAnsi" w:cs="Arial"/>',
                    '<w:b w:val="0"/>',
                    '<w:strike w:val="false"/>',
                ]
            )
            + out
        )

    def between(self) -> str:
        self._mark += 1
        n = self._mark
        return self.chance.choice([
            "", "", "", "", '<w:proofErr w:type="spellStart"/>', "<w:r><w:lastRenderedPageBreak/></w:r>", "<w:r/>",
            f'<w:bookmarkStart w:id="{n}" w:name="_GoBack{n}"/><w:bookmarkEnd w:id="{n}"/>',
        ])  # fmt: skip

    def pieces(self, text: str) -> list[str]:
        """Word splits runs anywhere."""
        if len(text) < 3 or self.chance.random() < 0.5:
            return [text]
        cut = self.chance.randint(1, len(text) - 1)
        return [text[:cut], *self.pieces(text[cut:])]


class _Writer:
    def __init__(self, noise: Noise | None) -> None:
        self.noise = noise
        self.notes: list[str] = []

    def style(self, id: str) -> str:
        return self.noise.style(id) if self.noise else id

    def run(self, text: str, bold: bool) -> str:
        pieces = self.noise.pieces(text) if self.noise else [text]
        out = ""
        for piece in pieces:
            look = self.noise.look(bold) if self.noise else ("<w:b/>" if bold else "")
            look = f"<w:rPr>{look}</w:rPr>" if look else ""
            rsid = self.noise.rsid() if self.noise else ""
            out += f'<w:r{rsid}>{look}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
            out += self.noise.between() if self.noise else ""
        return out

    def para(self, para: Para) -> str:
        runs: list[tuple[str, bool]] = []
        for n, (word, bold) in enumerate(para.words):
            text = word if n == len(para.words) - 1 else f"{word} "
            if runs and runs[-1][1] == bold:
                runs[-1] = (runs[-1][0] + text, bold)
            else:
                runs.append((text, bold))
        body = "".join(self.run(text, bold) for text, bold in runs)
        if para.note:
            self.notes.append(para.note)
            body += f'<w:r><w:footnoteReference w:id="{len(self.notes) + (5 if self.noise else 0)}"/></w:r>'
        listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if para.listed else ""
        look = "<w:rPr><w:lang w:val='ru-RU'/></w:rPr>" if self.noise and self.noise.chance.random() < 0.3 else ""
        rsid = self.noise.rsid() + self.noise.rsid("rsidRDefault") if self.noise else ""
        return f'<w:p{rsid}><w:pPr><w:pStyle w:val="{self.style(para.style)}"/>{listed}{look}</w:pPr>{body}</w:p>'

    def blocks(self, blocks: list[Block]) -> str:
        return "".join(self.para(b) if isinstance(b, Para) else self.table(b) for b in blocks)

    def table(self, table: Table) -> str:
        columns = max(len(r.cells) for r in table.rows)
        rows = "".join(
            f"<w:tr{self.noise.rsid('rsidTr') if self.noise else ''}>"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{self.blocks(c)}</w:tc>' for c in r.cells
            )
            + "</w:tr>"
            for r in table.rows
        )
        grid = '<w:gridCol w:w="2000"/>' * columns
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style("Grid")}"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def styles(self) -> str:
        s = self.style
        extra = '<w:style w:type="paragraph" w:styleId="Extra"><w:name w:val="Extra"/></w:style>' if self.noise else ""
        return (
            f"<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='28'/></w:rPr></w:rPrDefault></w:docDefaults>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            f'<w:style w:type="paragraph" w:styleId="{s("Tekst")}"><w:name w:val="Текст"/><w:basedOn w:val="Normal"/>'
            '<w:pPr><w:ind w:firstLine="709"/><w:jc w:val="both"/></w:pPr></w:style>'
            f'<w:style w:type="paragraph" w:styleId="{s("Razdel")}"><w:name w:val="Раздел"/><w:basedOn w:val="Normal"/>'
            "<w:rPr><w:i/></w:rPr></w:style>"
            f'<w:style w:type="paragraph" w:styleId="{s("Perechen")}"><w:name w:val="Перечень"/>'
            f'<w:basedOn w:val="{s("Tekst")}"/></w:style>'
            f'<w:style w:type="character" w:styleId="{s("Bold")}"><w:name w:val="Выделение"/><w:rPr><w:b/></w:rPr></w:style>'
            f'<w:style w:type="table" w:styleId="{s("Grid")}"><w:name w:val="Таблица дела"/></w:style>{extra}</w:styles>'
        )


_NUMBERING = (
    f'<w:numbering {_NS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def written(doc: Doc, noise: Noise | None = None) -> bytes:
    """The document as a .docx."""
    writer = _Writer(noise)
    kinds = {"document": writer.blocks(doc.body), "styles": writer.styles(), "numbering": _NUMBERING}
    references = ""
    for kind, root, paras in (("header", "hdr", doc.header), ("footer", "ftr", doc.footer)):
        if paras:
            kinds[kind] = f"<w:{root} {_NS}>{writer.blocks(list(paras))}</w:{root}>"
            references += f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>'
    first = 6 if noise else 1
    if writer.notes:
        notes = "".join(
            f'<w:footnote w:id="{n}"><w:p><w:pPr><w:pStyle w:val="{writer.style("Tekst")}"/></w:pPr><w:r><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve">{" " if noise else ""}{escape(note)}</w:t></w:r></w:p></w:footnote>'
            for n, note in enumerate(writer.notes, first)
        )
        kinds["footnotes"] = f"<w:footnotes {_NS}>{notes}</w:footnotes>"
    kinds["document"] = (
        f"<w:document {_NS}><w:body>{kinds['document']}<w:sectPr{noise.rsid() if noise else ''}>{references}"
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
    )
    if noise:
        kinds["settings"] = f'<w:settings {_NS}><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids></w:settings>'
    return zipped({f"word/{kind}.xml": content for kind, content in kinds.items()}, bool(noise))


def zipped(parts: dict[str, str], saved_by_a_person: bool = False) -> bytes:
    """The parts as a .docx, with content types and relationships; the kind of a part is its name."""
    ns = "http://schemas.openxmlformats.org/package/2006"
    types = relations = ""
    for name in parts:
        kind = re.sub(r"\d*\.xml$", "", name.rpartition("/")[2])
        main = ".main" if kind == "document" else ""
        types += f'<Override PartName="/{name}" ContentType="{_WORD}.{kind}{main}+xml"/>'
        if kind != "document":
            relations += f'<Relationship Id="rId{kind}" Type="{R}/{kind}" Target="{name.removeprefix("word/")}"/>'
    extra = ""
    whole = dict(parts)
    if saved_by_a_person:
        core = f"{ns}/metadata/core-properties"
        whole["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Юрист'
            "</dc:creator></cp:coreProperties>"
        )
        extra = (
            f'<Relationship Id="rId2" Type="{ns}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        )
        types += (
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        )
    whole["[Content_Types].xml"] = (
        f'<Types xmlns="{ns}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default '
        f'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
    )
    whole["_rels/.rels"] = (
        f'<Relationships xmlns="{ns}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" '
        f'Target="word/document.xml"/>{extra}</Relationships>'
    )
    whole["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{ns}/relationships">{relations}</Relationships>'
    return pack([member(name, _headed(content).encode()) for name, content in whole.items()], {})


def _headed(content: str) -> str:
    return content if content.startswith("<?xml") else _HEAD + content


def parts_of(docx: bytes) -> dict[str, str]:
    """Every part of a .docx as text."""
    with zipfile.ZipFile(BytesIO(docx)) as packed:
        return {n: packed.read(n).decode() for n in packed.namelist()}


def changed(docx: bytes, part: str = "word/document.xml", **replaced: str) -> bytes:
    """The .docx with pieces of a part's XML replaced: `old_1="…", new_1="…"`; each must be there."""
    content = parts_of(docx)[part]
    for key in sorted(k for k in replaced if k.startswith("old")):
        assert replaced[key] in content, replaced[key]
        content = content.replace(replaced[key], replaced[key.replace("old", "new")], 1)
    return with_part(docx, part, content)


def with_part(docx: bytes, part: str, content: str) -> bytes:
    """The .docx with a part's content put in."""
    whole = {n: c.encode() for n, c in parts_of(docx).items()} | {part: content.encode()}
    return pack([member(n, c) for n, c in whole.items()], {})


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


@dataclass(frozen=True)
class Seen:
    """A paragraph as read back: its text, which words are bold, its style's name, whether it is listed."""

    text: str
    bold: tuple[str, ...]
    style: str
    listed: bool


def seen(docx: bytes, accepted: bool = True, story: str = "document") -> list[Seen]:
    """The paragraphs with text of one part, its tracked changes accepted or rejected."""
    parts = parts_of(docx)
    names = _style_names(parts["word/styles.xml"])
    name = next((n for n in parts if re.fullmatch(rf"word/{story}\d*\.xml", n)), None)
    out: list[Seen] = []
    if name is not None:
        _walk(ElementTree.fromstring(parts[name]), accepted, names, out)
    return [s for s in out if s.text]


def _style_names(xml: str) -> dict[str, tuple[str, bool]]:
    out = {}
    for style in ElementTree.fromstring(xml).iter(_w("style")):
        name = style.find(_w("name"))
        bold = style.find(f"{_w('rPr')}/{_w('b')}") is not None
        out[style.get(_w("styleId"), "")] = (name.get(_w("val"), "") if name is not None else "", bold)
    return out


def _walk(element: ElementTree.Element, accepted: bool, names: dict[str, tuple[str, bool]], out: list[Seen]) -> None:
    for child in element:
        if child.tag == _w("tr"):
            mark = child.find(f"{_w('trPr')}/{_w('del' if accepted else 'ins')}")
            if mark is not None:
                continue
        if child.tag == _w("p"):
            out.append(_para(child, accepted, names))
        else:
            _walk(child, accepted, names, out)


def _para(p: ElementTree.Element, accepted: bool, names: dict[str, tuple[str, bool]]) -> Seen:
    properties = p.find(_w("pPr"))
    before = None if properties is None else properties.find(f"{_w('pPrChange')}/{_w('pPr')}")
    if not accepted and before is not None:
        properties = before
    style = None if properties is None else properties.find(_w("pStyle"))
    listed = properties is not None and properties.find(_w("numPr")) is not None
    pieces: list[tuple[str, bool]] = []
    _pieces(p, accepted, names, pieces)
    text = "".join(t for t, _ in pieces).strip()
    marked = "".join(f"\1{t}\2" if b else t for t, b in pieces)
    bold = tuple(re.sub("[\1\2]", "", w).strip() for w in re.findall("\1[^\2]*\2(?:\1[^\2]*\2)*", marked))
    return Seen(
        text,
        tuple(b for b in bold if b),
        names.get(style.get(_w("val"), ""), ("?", False))[0] if style is not None else "",
        listed,
    )


def _pieces(
    element: ElementTree.Element, accepted: bool, names: dict[str, tuple[str, bool]], out: list[tuple[str, bool]]
) -> None:
    for child in element:
        if child.tag == _w("del" if accepted else "ins") or child.tag == _w("pPr"):
            continue
        if child.tag == _w("r"):
            look = child.find(_w("rPr"))
            switch = None if look is None else look.find(_w("b"))
            style = None if look is None else look.find(_w("rStyle"))
            bold = switch is not None and switch.get(_w("val"), "1") not in ("0", "false")
            bold = bold or (
                switch is None and style is not None and names.get(style.get(_w("val"), ""), ("", False))[1]
            )
            for t in child:
                if t.tag in (_w("t"), _w("delText")):
                    out.append((t.text or "", bold))
                elif t.tag == _w("noBreakHyphen"):
                    out.append(("\u2011", bold))
        else:
            _pieces(child, accepted, names, out)


def as_seen(para: Para) -> Seen:
    """How a paragraph of the data is to be read back."""
    runs: list[list[str]] = []
    before = False
    for word, bold in para.words:
        if bold and before:
            runs[-1].append(word)
        elif bold:
            runs.append([word])
        before = bold
    return Seen(para.text, tuple(" ".join(r) for r in runs), _NAMES[para.style], para.listed)
