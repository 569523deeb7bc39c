"""How big a document may be. One table; tests lower a row instead of building huge files."""

from __future__ import annotations

LIMITS: dict[str, int] = {
    "file": 20_000_000,  # bytes of the .docx
    "members": 200,  # parts in it
    "part": 50_000_000,  # bytes of one part when unpacked
    "total": 120_000_000,  # bytes of all parts when unpacked
    "depth": 100,  # elements inside one another
    "name": 200,  # bytes of an output file's name
    "pdf_seconds": 120,
}
