"""`panahat diff` in the terminal: two drafts of a complaint, and two documents of 400 pages, whole commands.

python tests/bench/diff.py [--rounds N]
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from command_line import PANAHAT, run, second_run
from timing import quartiles

from panahat.seal.zipping import pack, read_zip

CASES = Path(__file__).resolve().parents[2] / "cases"
CASE = "transit-activist.yaml"
KIND = "supreme-court-complaint"
FACT = ("registered: 2025-09-12", "registered: 2025-09-15")
STATUS = (
    "status: pending\n    decisions: []",
    "status: refused\n    decisions: [{on: 2026-01-20, outcome: refused, served: {client: 2026-01-21}}]",
)
TIMES = 34


def main() -> int:
    """Prints the table; 1 where a goal is missed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=11)
    rounds = asked.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        environment = second_run(place)
        _drafts(place, environment)
        pairs = {
            "two drafts, texts alone": ("bare/old", "bare/new", 9.0),
            "two drafts, a fact changed, with its cause": ("out/old", "out/new", 22.0),
            "two drafts, arguments changed, with causes": ("out/old", "out/refused", None),
            "two documents of 400 pages": ("bare/long-old", "bare/long-new", None),
        }
        commands = {"python -c pass": [sys.executable, "-c", "pass"]}
        for name, (old, new, _) in pairs.items():
            commands[name] = [*PANAHAT, "diff", str(place / f"{old}.docx"), str(place / f"{new}.docx")]
        taken = quartiles({n: partial(run, c, environment) for n, c in commands.items()}, rounds)
    unit = taken["python -c pass"]
    print(f"{'panahat diff, second run':44}{'ms':>9}{'x pass':>9}{'goal':>9}")
    missed = taken["two documents of 400 pages"] > 3.0
    for name in commands:
        goal = pairs[name][2] if name in pairs else None
        missed |= goal is not None and taken[name] / unit > goal
        shown = f"≤ {goal:g}" if goal else "≤ 3 s" if "400" in name else ""
        print(f"{name:44}{taken[name] * 1000:9.1f}{taken[name] / unit:9.2f}{shown:>9}")
    return int(missed)


def _drafts(place: Path, environment: dict[str, str]) -> None:
    """Drafts of three states of a case with their manifests; the same without; and long documents."""
    shutil.copytree(CASES / "annexes", place / "cases" / "annexes")
    (place / "bare").mkdir()
    (place / "out").mkdir()
    text = (CASES / CASE).read_text("utf-8")
    for name, (before, after) in {"old": ("", ""), "new": FACT, "refused": STATUS}.items():
        case = place / "cases" / f"{name}.yaml"
        case.write_text(text.replace(before, after, 1) if before else text, "utf-8")
        draft = place / "out" / f"{name}.docx"
        run([*PANAHAT, "render", str(case), "--for", KIND, "-o", str(draft)], environment)
        shutil.copy(draft, place / "bare" / draft.name)
        (place / "bare" / f"long-{draft.name}").write_bytes(_long(draft.read_bytes(), name == "new"))


def _long(content: bytes, edited: bool) -> bytes:
    """The document's body many times over, every copy with words of its own; `edited` here and there."""
    members = read_zip(content)
    xml = next(m for m in members if m.name == "word/document.xml").content().decode()
    head, body, tail = re.fullmatch(r"(.*?<w:body>)(.*)(<w:sectPr.*)", xml, re.DOTALL).groups()  # type: ignore[union-attr]
    copies = [re.sub(r"(<w:t[^>]*>[^<]{25,})(</w:t>)", rf"\1 ({n})\2", body) for n in range(TIMES)]
    if edited:
        copies = [c.replace(" и ", " или ", 3).replace("Обвинение", "Это обвинение", 1) for c in copies]
    return pack(members, {"word/document.xml": (head + "".join(copies) + tail).encode()})


if __name__ == "__main__":
    raise SystemExit(main())
