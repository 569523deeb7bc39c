"""Languages of one filing have one structure: another kind of paragraph, condition or norm is found and named."""

from __future__ import annotations

import pytest

from panahat.drafting.structure import compare_passages

RU = "# Заголовок\n\nТекст {{ cite.a.nom }}.\n\n{% if x %}\n- пункт {{ cite.b.gen }}\n{% endif %}\n"
KK = "# Тақырып\n\nМәтін {{ cite.a.nom }}.\n\n{% if x %}\n- тармақ {{ cite.b.gen }}\n{% endif %}\n"


def test_the_same_structure_in_other_words_is_no_difference() -> None:
    assert compare_passages("kk.md", KK, "ru.md", RU) == []


@pytest.mark.parametrize(
    ("changed", "line", "difference"),
    [
        (KK.replace("cite.a", "cite.c"), 2, "other norms, decisions or annexes"),
        (KK.replace("{% if x %}", "{% if y %}"), 3, "another condition or loop"),
        (KK.replace("- тармақ", "1. тармақ"), 4, "another kind of paragraph"),
        (KK.replace("Мәтін {{ cite.a.nom }}.\n\n", ""), 2, "another kind of paragraph"),
        (KK + "\nАртық абзац.\n", 6, "another kind of paragraph"),
    ],
)
def test_one_difference_is_found_at_its_place(changed: str, line: int, difference: str) -> None:
    (problem,) = compare_passages("kk.md", changed, "ru.md", RU)
    assert problem.code.id == "draft/structure"
    assert problem.line == line
    assert problem.facts["difference"] == "@" + difference
    assert problem.facts["there"] == "ru.md"
