"""The table of names in templates/README.md is that of the schema; run as a program (`make docs`) this writes it anew."""

from __future__ import annotations

import re
from pathlib import Path

from panahat.drafting.names import table
from panahat.messages import translator
from panahat.workspace import Workspace

README = Path(__file__).resolve().parents[2] / "templates" / "README.md"
_TABLE = re.compile(r"(?<=<!-- names -->\n).*?(?=<!-- /names -->)", re.DOTALL)


def written() -> str:
    """The README with the table as the schema has it now."""
    names = table(Workspace.at(None).law, "ru", translator("ru"))
    return _TABLE.sub(lambda _: names, README.read_text("utf-8"))


def test_the_table_of_names_is_that_of_the_schema() -> None:
    assert written() == README.read_text("utf-8"), "the table is stale: make docs"


def test_every_group_of_the_schema_has_a_row_and_its_fields_stand_in_it() -> None:
    rows = table(Workspace.at(None).law, "kk", translator("kk"))
    assert "| `expulsion.ruling` | `by.* body_kind body.* on.* announced.* number" in rows
    assert "`extradition.charges[]`" in rows


if __name__ == "__main__":
    README.write_text(written(), "utf-8")
