"""Seconds to write 1,000 invented names in all Russian and Kazakh cases and short forms, in a fresh process.

python tests/bench/names.py
"""

from __future__ import annotations

import subprocess
import sys

COUNT = 1000
GOAL = 2.0
_SURNAMES = (
    "Зорин Ветров Сомов Горский Белый Цой Шевченко Ахметов Нурлан Долгих Лугов Петренко Ким Юсупов Коваль".split()
)
_GIVEN = "Павел Илья Никита Лев Данияр Андрей Игорь Юрий Тимур Ержан Кузьма Савва".split()
_FATHERS = "Львович Ильич Сергеевич Игоревич Лукич Маратович".split()


def main() -> int:
    """Prints the seconds; 1 where the goal is missed."""
    done = subprocess.run([sys.executable, __file__, "--inside"], capture_output=True, check=True, text=True)
    seconds = float(done.stdout)
    print(f"{COUNT} names, Russian and Kazakh, every form: {seconds:.2f} s (goal < {GOAL:g})")
    return int(seconds >= GOAL)


def _inside() -> None:
    import time

    start = time.perf_counter()
    from panahat.language.kazakh import names as kazakh
    from panahat.language.russian import names as russian

    people = [(s, g, f) for s in _SURNAMES for g in _GIVEN for f in _FATHERS][:COUNT]
    for surname, given, father in people:
        russian.decline_name(surname, given, father, "male", {})
        russian.short_name(surname, given, father, "male", {})
        kazakh.decline_name(surname, given, father)
        kazakh.short_name(surname, given, father)
    assert len(people) == COUNT
    print(time.perf_counter() - start)


if __name__ == "__main__":
    if "--inside" in sys.argv:
        _inside()
    else:
        raise SystemExit(main())
