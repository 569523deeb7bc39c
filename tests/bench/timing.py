"""Times things beside one another: rounds in turn, and of each thing the lower quartile."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping


def quartiles(things: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Seconds of each thing: the lower quartile of `rounds` interleaved rounds, after one that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in things}
    for n in range(rounds + 1):
        for name, thing in things.items():
            gc.collect()
            start = time.perf_counter()
            thing()
            if n:
                taken[name].append(time.perf_counter() - start)
    return {name: sorted(times)[len(times) // 4] for name, times in taken.items()}
