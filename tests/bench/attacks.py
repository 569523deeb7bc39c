"""Seconds until the case file that is hardest to refuse is refused, messages in every language included.

python tests/bench/attacks.py
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "attacks"))

from test_case_yaml import ALL, refusal, said

GOAL = 1.0


def _same(data: str | bytes) -> str | bytes:
    return data


def main() -> int:
    """Prints the slowest refusal; 1 where the goal is missed."""
    slowest, of = 0.0, ""
    for attack in ALL:
        build, _, limits = attack.values
        data = build()
        start = time.perf_counter()
        said(refusal(partial(_same, data), limits)[0])
        if (taken := time.perf_counter() - start) > slowest:
            slowest, of = taken, attack.id or ""
    print(f"{len(ALL)} hostile case files; the slowest to refuse: {of}, {slowest:.2f} s (goal < {GOAL:g})")
    return int(slowest >= GOAL)


if __name__ == "__main__":
    raise SystemExit(main())
