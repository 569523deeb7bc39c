"""A ruling of June complained of in July is judged by the Constitution of its day, beside the one of the filing's."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from plainly import plain
from worked_cases import CASES, workspace

from panahat.case.loading import load_bytes
from panahat.drafting.model import Draft

OLD = {"ru": "Конституции Республики Казахстан 1995 года", "kk": "1995 жылғы Конституциясы"}
BOTH = {"ru": ", а ныне — ", "kk": ", ал қазір – "}


def filed(ruled: str, served: str, filing: str, language: str) -> Draft:
    """The activist's complaint, her ruling and the complaint moved to other days."""
    data: Any = yaml.load((CASES / "transit-activist.yaml").read_text("utf-8"), yaml.BaseLoader)
    data.pop("un_measures", None)
    data["client"]["iin"] = "000000000000"
    data["extradition"]["decision"] |= {"on": ruled, "served": {"client": served}}
    data["filing"]["on"] = filing
    source = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000).encode()
    return workspace().draft(load_bytes(source, "case.yaml"), "supreme-court-complaint", language=language)


def text(draft: Draft) -> str:
    return plain("\n".join(p.text for p in draft.paragraphs))


@pytest.mark.parametrize("language", ["ru", "kk"])
class DescribeTheBorderDay:
    def it_names_both_where_the_ruling_is_older_than_the_constitution(self, language: str) -> None:
        said = text(filed("2026-06-29", "2026-06-30", "2026-07-02", language))
        assert OLD[language] in said
        assert BOTH[language] in said

    def it_names_one_where_both_days_lie_before_it(self, language: str) -> None:
        said = text(filed("2026-06-22", "2026-06-23", "2026-06-30", language))
        assert BOTH[language] not in said
        assert "Конституци" in said
        assert OLD[language] not in said

    def it_names_one_where_both_days_lie_after_it(self, language: str) -> None:
        said = text(filed("2026-07-01", "2026-07-02", "2026-07-03", language))
        assert BOTH[language] not in said
        assert OLD[language] not in said
