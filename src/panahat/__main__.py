"""The program, as `panahat` and as `python -m panahat`: its process begins and ends here; its commands are in `cli`."""

import atexit
import gc
import os


def run() -> None:
    """Runs the command line and ends the process with its exit code."""
    _leave_no_core()
    gc.set_threshold(1_000_000, 50, 50)  # a command ends soon: looking for garbage is a twentieth of its time
    from panahat.cli import main

    try:
        main(prog_name="panahat")
    except SystemExit as end:
        _leave(end.code)
        raise


def _leave_no_core() -> None:
    """No dump of this process's memory, which holds a case, where the system allows to forbid it."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return


def _leave(code: object) -> None:
    """Ends the process at once: taking its memory apart object by object would be a tenth of a command's time.

    Returns, for Python to end in its own way, where the code is no number or what was printed cannot be handed on.
    """
    from panahat.cli.terminal import hand_on

    if code is None or isinstance(code, int):
        atexit._run_exitfuncs()
        try:
            hand_on()
        except (AttributeError, OSError, ValueError):
            return
        os._exit(code or 0)


if __name__ == "__main__":
    run()
