"""Extracts the English source texts, updates the catalogues and compiles them: `make messages`.

Texts are the literals in `N_("…")` (in a page, `_("…")`), the `description=` of a case file's fields, the problems
(`codes.txt`) and the meanings of words (`words.txt`). A text no longer used leaves the catalogue; a text whose English
changed must be translated again (nothing is guessed).
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

_HERE = Path(__file__).parent
_SOURCE = _HERE.parent
CATALOGUES = _HERE / "catalogues"
_NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)


def texts(file: Path) -> Iterator[tuple[int, str]]:
    """(line, text) of every text in a source file that a user may read."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name == "N_" and node.args and isinstance(node.args[0], ast.Constant):
            yield node.lineno, str(node.args[0].value)
        for keyword in node.keywords:
            if keyword.arg == "description" and isinstance(keyword.value, ast.Constant):
                yield keyword.value.lineno, str(keyword.value.value)


def _all() -> Iterator[tuple[Path, str]]:
    for file in sorted(_SOURCE.rglob("*.py")):
        yield from ((file, text) for _, text in sorted(texts(file)))
    for file in sorted(_SOURCE.rglob("*.html")):
        yield from ((file, text) for text in re.findall(r'\b_\("([^"]+)"', file.read_text(encoding="utf-8")))
    for file in sorted((*_SOURCE.rglob("codes.txt"), *_SOURCE.rglob("words.txt"))):
        lines = (line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
        said = (line.strip() if line.startswith(" ") else line.partition(": ")[2] for line in lines)
        yield from ((file, text) for text in said if text)


def template() -> Catalog:
    """All texts of the program, each with the files that say it."""
    catalogue = Catalog(project="panahat", charset="utf-8")
    for file, text in _all():
        catalogue.add(text, locations=[(file.relative_to(_SOURCE).as_posix(), None)])  # type: ignore[list-item]
    return catalogue


def po_file(language: str) -> Path:
    return CATALOGUES / language / "LC_MESSAGES" / "panahat.po"


def load(language: str) -> Catalog:
    """The catalogue of a language; empty where there is none yet."""
    file = po_file(language)
    if not file.exists():
        return Catalog(locale=language, charset="utf-8")
    with file.open("rb") as stream:
        return read_po(stream, locale=language, charset="utf-8")


def compiled(language: str) -> bytes:
    """The compiled catalogue of a language: the same bytes on every day from the same texts."""
    catalogue = load(language)
    catalogue.creation_date = catalogue.revision_date = _NO_DAY
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def update(language: str) -> list[str]:
    """Brings the catalogue of a language up to date, compiles it, and returns the texts that lack a translation."""
    old, new = load(language), template()
    fresh = Catalog(locale=language, project="panahat", charset="utf-8", fuzzy=False)
    fresh.header_comment = "# Messages of Panahat."
    for message in new:
        if message.id:
            kept = old.get(message.id)
            fresh.add(message.id, kept.string if kept else "", locations=message.locations)
    file = po_file(language)
    file.parent.mkdir(parents=True, exist_ok=True)
    out = io.BytesIO()
    write_po(out, fresh, width=120, omit_header=False, sort_output=True, include_lineno=False)
    kept_lines = [
        line
        for line in out.getvalue().splitlines(True)
        if not line.startswith((b'"POT-', b'"PO-Rev', b'"Generated', b'"Last-T', b'"Report', b'"Language-T'))
    ]
    file.write_bytes(b"".join(kept_lines))
    file.with_suffix(".mo").write_bytes(compiled(language))
    return [str(m.id) for m in fresh if m.id and not m.string]


if __name__ == "__main__":
    missing = {language: update(language) for language in ("ru", "kk")}
    for language, untranslated in missing.items():
        for text in untranslated:
            print(f"{language}: {text}")
    sys.exit(1 if any(missing.values()) else 0)
