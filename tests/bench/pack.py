"""Seconds of `panahat pack` for twenty annexes of ten pages each: scans, with text pages between them; without LibreOffice.

The whole command is measured, second run, reading and writing included; LibreOffice is kept off its path, because its seconds
are LibreOffice's own (about five for the filing and the list together).

python tests/bench/pack.py [--rounds N]
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "shared"))

from annex_files import paper, written
from command_line import PANAHAT, run, second_run
from PIL import Image
from timing import quartiles

CASES = Path(__file__).resolve().parents[2] / "cases"
CASE, KIND = "border-guard", "expulsion-appeal"
ANNEXES, PAGES, GOAL = 20, 10, 3.0


def scan(seed: int) -> bytes:
    """A page as a scanner writes it: grey, 150 dots an inch."""
    noise = random.Random(seed)
    small = Image.frombytes("L", (124, 175), bytes(noise.choices(range(180, 256), k=124 * 175)))
    out = BytesIO()
    small.resize((1240, 1754)).save(out, "JPEG", quality=60)
    return out.getvalue()


def scanned(seed: int) -> bytes:
    """A PDF of scans."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    for n in range(PAGES):
        data, drawn = scan(seed * PAGES + n), b"q 595 0 0 842 0 0 cm /I Do Q"
        at = len(objects) + 1
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>"
            % (at + 1, at + 2),
            b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
            b"<</Type/XObject/Subtype/Image/Width 1240/Height 1754/ColorSpace/DeviceGray/BitsPerComponent 8"
            b"/Filter/DCTDecode/Length %d>>stream\n%s\nendstream" % (len(data), data),
        ]
    kids = b" ".join(b"%d 0 R" % (3 + 3 * n) for n in range(PAGES))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, PAGES)
    return written(objects)


def case_of(folder: Path) -> Path:
    """A worked case with so many annexes of so many pages."""
    text = (CASES / f"{CASE}.yaml").read_text("utf-8")
    head, listed = text.split("\nannexes:\n")
    listed, rest = re.split(r"(?m)^(?=\S)", listed, maxsplit=1) if re.search(r"(?m)^\S", listed) else (listed, "")
    listed = re.sub(r"pages: \d+", f"pages: {PAGES}", listed)
    names = re.findall(r"file: (\S+?)[,}]*$", listed, re.MULTILINE)
    for n in range(ANNEXES - len(names)):
        names.append(f"annexes/{CASE}/more-{n}.pdf")
        title = f"{{ru: Дополнительный документ {n}, kk: Қосымша құжат {n}}}"
        listed += f"  - {{id: more-{n}, title: {title}, pages: {PAGES}, file: {names[-1]}}}\n"
    (folder / "annexes" / CASE).mkdir(parents=True)
    for n, name in enumerate(names):
        (folder / name).write_bytes(scanned(n) if n % 4 else paper(f"annex {n}", PAGES))
    case = folder / f"{CASE}.yaml"
    case.write_text(f"{head}\nannexes:\n{listed}{rest}", "utf-8")
    return case


def main() -> int:
    """Prints the seconds; 1 where the goal is missed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=5)
    rounds = asked.parse_args().rounds
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        case = case_of(folder)
        command = [
            *PANAHAT,
            "pack",
            str(case),
            "--for",
            KIND,
            "--in",
            "ru",
            "-o",
            f"{folder}/out",
            "--force",
            "--scrub",
        ]
        environment = {**second_run(folder), "PATH": str(folder)}
        taken = quartiles({"pack": partial(run, command, environment)}, rounds)["pack"]
        size = sum(f.stat().st_size for f in (folder / "out").rglob("*") if f.is_file()) / 1e6
    print(f"panahat pack, {ANNEXES} annexes of {PAGES} pages, {size:.0f} MB written: {taken:.2f} s (goal ≤ {GOAL:g})")
    return int(taken > GOAL)


if __name__ == "__main__":
    raise SystemExit(main())
