"""Processor seconds to make every filing of every worked case, in every form, in one process that was run once before.

python tests/bench/worked_cases_made.py

What a case cannot ask for is passed over, and its time is not counted.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from command_line import second_run

CASES = Path(__file__).resolve().parents[2] / "cases"
GOAL = 6.0


def main() -> int:
    """Prints the seconds of each kind; 1 where the goal is missed by all together."""
    with tempfile.TemporaryDirectory() as folder:
        command, environment = [sys.executable, __file__, "--inside"], second_run(Path(folder))
        for _ in range(2):
            done = subprocess.run(command, capture_output=True, check=True, text=True, env=environment)
    made: dict[str, tuple[int, float]] = json.loads(done.stdout)
    for kind, (count, seconds) in made.items():
        print(f"{kind:32}{count:4} filings{seconds:8.2f} s")
    count, total = (sum(column) for column in zip(*made.values(), strict=True))
    print(f"all worked cases in all forms: {count} filings, {total:.2f} s (goal ≤ {GOAL:g})")
    return int(total > GOAL)


def _inside() -> None:
    import gc
    import time

    gc.set_threshold(1_000_000, 50, 50)  # as the program has it
    begun = time.process_time()
    from panahat.building import make
    from panahat.drafting.forms import FORMS
    from panahat.problems import Refused
    from panahat.workspace import Workspace

    workspace = Workspace.beside(CASES / "any.yaml", None)
    made = {"to begin": (0, time.process_time() - begun)}
    for path in sorted(CASES.glob("*.yaml")):
        file = workspace.load(path)
        for kind, filing in workspace.filings.items():
            for form in FORMS:
                if not set(form.split("-")) <= set(filing.languages):
                    continue
                start = time.process_time()
                try:
                    make(workspace, file, kind, form, base=CASES)
                except Refused:
                    continue
                count, seconds = made.get(kind, (0, 0.0))
                made[kind] = count + 1, seconds + time.process_time() - start
    print(json.dumps(made))


if __name__ == "__main__":
    if "--inside" in sys.argv:
        _inside()
    else:
        raise SystemExit(main())
