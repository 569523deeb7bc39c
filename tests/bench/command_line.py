"""Whole commands as a second run meets them: Python's byte code and Panahat's cache kept, in a folder of the bench."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PANAHAT = [sys.executable, "-c", "from panahat.__main__ import run; run()"]


def second_run(folder: Path) -> dict[str, str]:
    """The environment of a second run, with everything kept in `folder`."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PANAHAT_CACHE")}
    return kept | {"PYTHONPYCACHEPREFIX": f"{folder}/bytecode", "XDG_CACHE_HOME": f"{folder}/cache"}


def run(command: list[str], environment: dict[str, str]) -> None:
    """Runs a command; ends the bench where it fails."""
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    if done.returncode:
        raise SystemExit(f"{command[1:]}: exit {done.returncode}\n{done.stderr.decode()}")
