"""Runs somebody else's program on a client's document so that it can keep nothing, tell nobody and not go on for ever.

It gets a folder of its own as its home, none of the user's environment, no input, nobody to print to and, where the
system allows it, no network at all.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


class TookTooLong(Exception):
    """The program was ended at its time limit."""


def run_contained(
    command: Sequence[str], folder: Path, seconds: float, environment: Mapping[str, str] | None = None
) -> int:
    """The exit status of `command`, whose home is `folder`; all it started is ended when it ends or is interrupted.

    `environment` is added to the little it gets. Raises TookTooLong after `seconds`, OSError where it cannot be started.
    """
    given = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        **(environment or {}),
    }
    if os.name == "nt":
        given |= {name: os.environ[name] for name in ("SystemRoot",) if name in os.environ}
        given |= {"TEMP": str(folder), "TMP": str(folder)}
    process = subprocess.Popen(  # noqa: S603
        [*_without_network(), *command],
        cwd=folder,
        env=given,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise TookTooLong from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program and, where the system knows groups of processes, everything it started."""
    with contextlib.suppress(ProcessLookupError, AttributeError):
        os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(OSError):
        process.kill()
    process.wait()


def _without_network() -> list[str]:
    """What to put before a command so that it sees no network; nothing where the system does not offer that."""
    tool = shutil.which("unshare")
    if tool is None:
        return []
    command = [tool, "--map-root-user", "--net"]
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)  # noqa: S603
    return command if tried.returncode == 0 else []
