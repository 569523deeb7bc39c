"""Records the golden texts and the twins of templates anew (`make golden`); read the diff before you commit it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))

from twins import HERE, all_twins

from panahat.library import Library
from panahat.render.template import compile_template

if __name__ == "__main__":
    for name, path in Library.standing().walk("", ".docx"):
        path.with_suffix(".txt").write_text(compile_template(path, name).twin, encoding="utf-8")
        print(f"{name}: twin")
    for name, text in all_twins().items():
        (HERE / name).write_text(text, encoding="utf-8")
        print(name)
