"""Warm render and pack beside stock docxtpl 0.20.2, interleaved in one run, equal XML asserted.

    python tests/bench/render.py [--rounds N]

Prints the ratio for the built 14-page filing, for one thirty times as long, and for the worked S1 complaint.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import sample
import stock
import worked
from timing import quartiles

from panahat.render.template import compile_bytes
from panahat.seal.cleaning import scrub

GOAL = 8.0


def main() -> int:
    """Prints the table; 1 where the goal is missed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=40)
    rounds = asked.parse_args().rounds
    subjects = [
        ("built, 14 pages", sample.template(), sample.data(), rounds),
        ("built, 420 pages", sample.template(30), sample.data(), max(3, rounds // 10)),
        ("S1 complaint", *worked.template_and_data(), rounds),
    ]
    print(f"{'warm render + pack':28}{'docxtpl ms':>12}{'panahat ms':>12}{'ratio':>8}")
    ratios = [measure(name, template, data, n) for name, template, data, n in subjects]
    return 0 if min(ratios) >= GOAL else 1


def measure(name: str, template: bytes, data: dict[str, Any], rounds: int) -> float:
    """How many times as fast as stock docxtpl, which is given the template as cleaned."""
    ours = compile_bytes(template, name)
    cleaned = scrub(template)
    made, wanted = ours.pack(ours.render(data)), stock.render(cleaned, data)
    if stock.canonical(made) != stock.canonical(wanted):
        raise SystemExit(f"{name}: the XML is not that of stock docxtpl")
    taken = quartiles(
        {"stock": lambda: stock.render(cleaned, data), "ours": lambda: ours.pack(ours.render(data))}, rounds
    )
    ratio = taken["stock"] / taken["ours"]
    print(f"{name:28}{taken['stock'] * 1000:12.1f}{taken['ours'] * 1000:12.2f}{ratio:8.1f}")
    return ratio


if __name__ == "__main__":
    raise SystemExit(main())
