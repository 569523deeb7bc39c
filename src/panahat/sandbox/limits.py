"""How far a template may go. One table; tests lower a row instead of building huge templates."""

from __future__ import annotations

LIMITS: dict[str, int] = {
    "characters": 8_000_000,  # of one rendered part: some 700 pages
    "rounds": 200_000,  # of all loops of one part together
    "nested": 15,  # if and for inside one another
    "tag": 400,  # characters of one tag
}
