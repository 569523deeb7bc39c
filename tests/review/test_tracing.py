"""`trace`: every paragraph of a filing says where it comes from, also after somebody edited it."""

from __future__ import annotations

from typing import Any

import pytest
from review_world import CASES, COMPLAINT, LETTER, edited, rendered
from worked_cases import made as made_once

from panahat.case.loading import load_case
from panahat.review.anchoring import anchor
from panahat.review.document import read_document
from panahat.versions.data import trace_data


def traced(
    content: bytes, case: str = "transit-activist", kind: str = COMPLAINT, form: str = "ru"
) -> list[dict[str, Any]]:
    drafts = rendered(case, kind, form).drafts
    found = anchor(read_document(content), drafts)
    return trace_data(found, load_case(CASES / f"{case}.yaml"), drafts, "en")


def states(rows: list[dict[str, Any]]) -> dict[str, int]:
    return {s: n for s in ("as-drafted", "edited", "added", "removed") if (n := sum(r["state"] == s for r in rows))}


class DescribeTrace:
    @pytest.mark.parametrize(
        ("case", "kind", "form"),
        [("transit-activist", COMPLAINT, "ru"), ("regional-critic", COMPLAINT, "kk-ru"), ("journalist", LETTER, "en")],
    )
    def it_finds_every_paragraph_of_an_untouched_filing(self, case: str, kind: str, form: str) -> None:
        made = rendered(case, kind, form)
        rows = traced(made.filing, case, kind, form)
        assert states(rows) == {"as-drafted": sum(len(d.paragraphs) for d in made.drafts)}
        assert all(r["origin"] for r in rows)

    def it_names_facts_with_their_lines_norms_annexes_and_condition(self) -> None:
        (row,) = [r for r in traced(rendered().filing) if "вправе оставаться в Казахстане" in r["text"]]
        assert row["origin"] == {"kind": "argument", "name": "asylum-claim-pending", "paragraph": 1}
        assert {"path": "asylum[0].filed", "line": 82} in row["facts"]
        assert row["annexes"] == ["asylum-application", "asylum-certificate", "custody-rulings", "review-extension"]
        assert row["condition"]
        (cited,) = [r for r in traced(rendered().filing) if "Вины Суд не исследует" in r["text"]]
        assert cited["norms"] == ["kz-refugees-3-2", "kz-upk-2-3", "kz-upk-557-3", "kz-upk-592-6"]

    def it_shows_an_edited_paragraph_beside_what_was_drafted(self) -> None:
        rows = traced(edited(rendered().filing, {"а на запрет возврата": "а на запрет высылки"}))
        (row,) = [r for r in rows if r["state"] == "edited"]
        assert "а на запрет высылки" in row["text"]
        assert "а на запрет возврата" in row["drafted"]
        assert row["origin"]["kind"] == "argument"

    def it_shows_added_removed_and_moved_paragraphs(self) -> None:
        xml = "<w:p><w:r><w:t>Защита прибавляет к сказанному то, чего в проекте не было.</w:t></w:r></w:p>"
        rows = traced(edited(rendered().filing, {"<w:body>": f"<w:body>{xml}"}))
        assert states(rows)["added"] == 1
        assert rows[0]["origin"] is None
        assert rows[0]["state"] == "added"

    def it_tells_the_two_languages_of_columns_apart(self) -> None:
        made = made_once("journalist", LETTER, "kk-ru", "columns")
        found = anchor(read_document(made.filing), made.drafts, "columns")
        assert {a.state for a in found} == {"as-drafted"}
        assert {a.language for a in found if a.unit and a.unit.place[2] == 1} == {"kk"}
        assert {a.language for a in found if a.unit and a.unit.place[2] == 2} == {"ru"}
