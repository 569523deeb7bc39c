"""How big an annex may be. One table; tests lower a row instead of building huge files."""

from __future__ import annotations

LIMITS: dict[str, int] = {
    "bytes": 100_000_000,  # of the file
    "pixels": 100_000_000,  # of a picture
}
