"""Both languages say the same: one digit, one article, one annex, one request or paragraph changed in either is caught."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from panahat.drafting.figures import figures
from panahat.drafting.model import Draft, Paragraph
from panahat.drafting.parity_check import parity
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"


@pytest.fixture(scope="module")
def draft() -> Draft:
    workspace = Workspace.at(None)
    return workspace.draft(workspace.load(CASES / "transit-activist.yaml"), "supreme-court-complaint")


def with_paragraph(draft: Draft, n: int, **change: object) -> Draft:
    paragraphs = list(draft.paragraphs)
    paragraphs[n] = replace(paragraphs[n], **change)
    return replace(draft, paragraphs=tuple(paragraphs))


def first(draft: Draft, field: str) -> int:
    return next(n for n, p in enumerate(draft.paragraphs) if getattr(p, field))


class DescribeParity:
    def it_finds_nothing_between_equals(self, draft: Draft) -> None:
        assert parity(draft, draft) == []

    @pytest.mark.parametrize("field", ["figures", "norms", "annexes", "facts"])
    @pytest.mark.parametrize("side", [0, 1])
    def it_catches_one_difference_on_either_side_and_names_both_places(
        self, draft: Draft, field: str, side: int
    ) -> None:
        n = first(draft, field)
        changed = with_paragraph(draft, n, **{field: (*getattr(draft.paragraphs[n], field)[1:], "xx")})
        pair = (changed, draft) if side == 0 else (draft, changed)
        (problem,) = parity(*pair)
        assert problem.code.id == "draft/parity"
        assert f"§ {draft.paragraphs[n].n}" in problem.facts["here"]
        assert f"§ {draft.paragraphs[n].n}" in problem.facts["there"]

    def it_never_shows_a_figure_of_the_case(self, draft: Draft) -> None:
        n = first(draft, "figures")
        (problem,) = parity(draft, with_paragraph(draft, n, figures=("987654",)))
        assert "987654" not in str(problem.facts)

    def it_catches_a_missing_paragraph(self, draft: Draft) -> None:
        shorter = replace(draft, paragraphs=draft.paragraphs[:20] + draft.paragraphs[21:])
        assert [p.code.id for p in parity(draft, shorter)] == ["draft/parity-paragraphs"]

    def it_catches_a_missing_request(self, draft: Draft) -> None:
        assert parity(draft, replace(draft, asks=draft.asks[:-1]))

    def it_compares_paragraphs_by_their_place_not_their_language(self, draft: Draft) -> None:
        kazakh: list[Paragraph] = []
        for p in draft.paragraphs:
            origin = replace(p.origin, name=p.origin.name.replace("/ru.docx", "/kk.docx"))
            kazakh.append(replace(p, origin=origin, text="қазақша"))
        assert parity(replace(draft, paragraphs=tuple(kazakh)), draft) == []


class DescribeFigures:
    def it_reads_the_same_from_both_languages(self) -> None:
        assert figures("вручена 9 февраля 2026 года (приложение 3)", "ru") == {"9", "month 2", "2026", "3"}
        assert figures("2026 жылғы 9 ақпанда тапсырылды (3-қосымша)", "kk") == {"9", "month 2", "2026", "3"}
        assert figures("«09» мая 2026 года", "ru") == figures("2026 жылғы «09» мамыр", "kk")

    def it_tells_one_digit_and_one_month_from_another(self) -> None:
        assert figures("412 000 рублей", "ru") != figures("412 001 рубль", "ru")
        assert figures("5 мая", "ru") != figures("5 маусым", "kk")
