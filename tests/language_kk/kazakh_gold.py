"""Reads the hand-written table of Kazakh forms beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "forms.yaml").read_text(encoding="utf-8"))


def rows(part: str) -> list[tuple[str, ...]]:
    """The seven forms of every word of a part of the table."""
    return [(word, *(word + suffix for suffix in suffixes.split())) for word, suffixes in TABLE[part].items()]


def count() -> int:
    """How many oblique forms the table holds."""
    return sum(len(row) - 1 for part in ("surnames", "full_names", "phrases") for row in rows(part)) + len(
        TABLE["seen"]
    )
