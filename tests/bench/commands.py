"""Whole commands, second run, in units of `python -c pass` on the same machine, interleaved in one run.

python tests/bench/commands.py [--rounds N]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from timing import quartiles

CASE = Path(__file__).resolve().parents[2] / "cases" / "transit-activist.yaml"
KIND = "supreme-court-complaint"
_BILINGUAL = "panahat render --in kk-ru"
_PANAHAT = [sys.executable, "-c", "from panahat.cli import main; main()"]


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
            "panahat check": ([*_PANAHAT, "check", str(CASE), "--for", KIND], 18.0),
            "panahat render": ([*_PANAHAT, "render", str(CASE), "--for", KIND, "--in", "ru", *out], 32.0),
            _BILINGUAL: ([*_PANAHAT, "render", str(CASE), "--for", KIND, "--in", "kk-ru", *out], None),
        }
        environment = _environment(folder)
        taken = quartiles({n: lambda c=command: _run(c, environment) for n, (command, _) in commands.items()}, rounds)
    unit = taken["python -c pass"]
    print(f"{'whole command, second run':28}{'ms':>12}{'x pass':>12}{'goal':>8}")
    missed = False
    for name, (_, goal) in commands.items():
        missed |= goal is not None and taken[name] / unit > goal
        print(f"{name:28}{taken[name] * 1000:12.1f}{taken[name] / unit:12.2f}{f'≤ {goal:g}' if goal else '':>8}")
    against = taken[_BILINGUAL] / taken["panahat render"]
    print(f"\n{_BILINGUAL}: {against:.2f} x panahat render (goal ≤ 1.5)")
    return int(missed or against > 1.5)


def _environment(folder: str) -> dict[str, str]:
    """The environment of a second run: Python's own byte code and Panahat's cache are kept, in the folder."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PANAHAT_CACHE")}
    return kept | {"PYTHONPYCACHEPREFIX": f"{folder}/bytecode", "XDG_CACHE_HOME": f"{folder}/cache"}


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    if done.returncode:
        raise SystemExit(f"{command[1:]}: exit {done.returncode}\n{done.stderr.decode()}")


if __name__ == "__main__":
    raise SystemExit(main())
