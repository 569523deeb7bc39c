"""Whole commands, second run, in units of `python -c pass` on the same machine, interleaved in one run.

python tests/bench/commands.py [--rounds N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from command_line import PANAHAT, run, second_run
from timing import quartiles

CASE = Path(__file__).resolve().parents[2] / "cases" / "transit-activist.yaml"
KIND = "supreme-court-complaint"
_BILINGUAL = "panahat render --in kk-ru"


def main() -> int:
    """Prints the table; 1 where a goal is missed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=15)
    rounds = asked.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        out = ["-o", f"{folder}/", "--force"]
        commands = {
            "python -c pass": ([sys.executable, "-c", "pass"], None),
            "import panahat": ([sys.executable, "-c", "import panahat"], 2.0),
            "panahat check": ([*PANAHAT, "check", str(CASE), "--for", KIND], 13.0),
            "panahat remedies": ([*PANAHAT, "remedies", str(CASE), "--on", "2026-02-09"], 14.0),
            "panahat render": ([*PANAHAT, "render", str(CASE), "--for", KIND, "--in", "ru", *out], 18.0),
            _BILINGUAL: ([*PANAHAT, "render", str(CASE), "--for", KIND, "--in", "kk-ru", *out], None),
        }
        environment = second_run(Path(folder))
        taken = quartiles({n: partial(run, command, environment) for n, (command, _) in commands.items()}, rounds)
    unit = taken["python -c pass"]
    print(f"{'whole command, second run':28}{'ms':>12}{'x pass':>12}{'goal':>8}")
    missed = False
    for name, (_, goal) in commands.items():
        missed |= goal is not None and taken[name] / unit > goal
        print(f"{name:28}{taken[name] * 1000:12.1f}{taken[name] / unit:12.2f}{f'≤ {goal:g}' if goal else '':>8}")
    against = taken[_BILINGUAL] / taken["panahat render"]
    print(f"\n{_BILINGUAL}: {against:.2f} x panahat render (goal ≤ 1.5)")
    return int(missed or against > 1.5)


if __name__ == "__main__":
    raise SystemExit(main())
