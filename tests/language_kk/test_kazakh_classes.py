"""A hundred surnames and more by class, in every case; the classes that texts dispute say so."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from panahat.language import codes
from panahat.language.kazakh.names import short_name
from panahat.language.kazakh.suffixes import KazakhForms
from panahat.language.typography import NBSP

CLASSES = yaml.safe_load((Path(__file__).parent / "names_by_class.yaml").read_text(encoding="utf-8"))
ROWS = [(group, name) for group in CLASSES for name in group["names"].split()]


def of_surname(name: str) -> KazakhForms:
    """The forms of a surname without the initials before it."""
    forms = short_name(name, "Анна", "Львовна")
    return KazakhForms.of((form.removeprefix(f"А.Л.{NBSP}") for form in forms.seven), forms.doubts)


class DescribeClassesOfSurnames:
    @pytest.mark.parametrize(("group", "name"), ROWS, ids=[name for _, name in ROWS])
    def it_follows_the_evidence_for_its_class(self, group: dict[str, str], name: str) -> None:
        forms = of_surname(name)
        assert forms.seven == (name, *(name + suffix for suffix in group["suffixes"].split()))

    @pytest.mark.parametrize(("group", "name"), ROWS, ids=[name for _, name in ROWS])
    def it_marks_what_is_disputed_and_nothing_else(self, group: dict[str, str], name: str) -> None:
        expected = (group["disputed"],) if "disputed" in group else ()
        assert of_surname(name).doubts == expected
        assert set(expected) <= set(codes.BOOK.codes)

    def it_is_a_table_of_a_hundred_names_and_more(self) -> None:
        assert len({name for _, name in ROWS}) >= 100
