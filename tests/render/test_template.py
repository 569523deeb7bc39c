"""A compiled template: its twin and outline, its cache, its steadiness, and what it says when data do not fit."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from word_files import docx, p, page_field, row, run, table

from panahat.problems import Problem, Refused
from panahat.render.reading_back import paragraphs
from panahat.render.template import check_twin, compile_bytes, compile_template
from panahat.render.text_reading import twin_text
from panahat.sandbox.limits import LIMITS

BODY = (
    p("Жалоба {{ client.name.gen }}", style="Title1"),
    p("{%p if asked %}"),
    p(run("О фактах:"), "<w:r><w:tab/></w:r>", run("{{ client.name.nom }}")),
    p("{%p endif %}"),
    table(
        2,
        row("№", p("Что") + p("было")),
        row("{%tr for f in facts %}", ""),
        row("{{ loop.index }}", "{{ f.what }}"),
        row("{%tr endfor %}", ""),
    ),
    p(""),
)
MORE = {"header": p("{{ client.name.nom }}"), "footer": p(run("стр. "), page_field("PAGE"))}
DATA: dict[str, Any] = {
    "client": {"name": {"nom": "Иванова", "gen": "Ивановой"}},
    "asked": True,
    "facts": [{"what": "раз"}, {"what": "два"}],
}


def refusal(body: list[str], data: Mapping[str, Any]) -> Problem:
    template = compile_bytes(docx(*body), "kind/ru.docx")
    with pytest.raises(Refused) as refused:
        template.render(data)
    [found] = refused.value.problems
    assert "СЕКРЕТ" not in repr(found) + str(refused.value)
    return found


class DescribeTheTwin:
    def it_has_one_line_a_paragraph_and_one_a_row(self) -> None:
        assert compile_bytes(docx(*BODY, **MORE), "t").twin.splitlines() == [
            "[Filing Title] Жалоба {{ client.name.gen }}",
            "{% if asked %}",
            "[Normal] О фактах:⇥{{ client.name.nom }}",
            "{% endif %}",
            "[table] № | Что / было",
            "{% for f in facts %}",
            "[table] {{ loop.index }} | {{ f.what }}",
            "{% endfor %}",
            "[Normal]",
            "=== header",
            "[Normal] {{ client.name.nom }}",
            "=== footer",
            "[Normal] стр. ‹PAGE›",
        ]

    def it_is_checked_for_freshness(self, tmp_path: Path) -> None:
        word, text = tmp_path / "ru.docx", tmp_path / "ru.txt"
        word.write_bytes(docx(*BODY, **MORE))
        twin = compile_template(word).twin
        text.write_text(twin, encoding="utf-8")
        assert check_twin(word, text) == []
        text.write_text(twin.replace("О фактах", "О делах"), encoding="utf-8")
        [found] = check_twin(word, text)
        assert (found.code.id, found.file, found.line) == ("render/stale-twin", "ru.txt", 3)
        text.unlink()
        assert [q.line for q in check_twin(word, text)] == [1]

    def it_is_also_the_text_of_the_word_file_itself_clean_or_not(self, tmp_path: Path) -> None:
        notes = f'<w:footnote w:id="1">{p("сноска {{ x }}")}</w:footnote>'
        (tmp_path / "ru.docx").write_bytes(docx(*BODY, **MORE, footnotes=notes))
        assert twin_text(tmp_path / "ru.docx") == compile_template(tmp_path / "ru.docx").twin
        edited = p("{{ broken") + '<w:p w:rsidR="1"><w:del><w:r><w:delText>было</w:delText></w:r></w:del>'
        (tmp_path / "edited.docx").write_bytes(docx(edited + f"<w:ins>{run('стало')}</w:ins></w:p>"))
        assert twin_text(tmp_path / "edited.docx") == "[Normal] {{ broken\n[Normal] стало\n"

    def it_cannot_be_had_of_a_file_that_is_no_document(self, tmp_path: Path) -> None:
        (tmp_path / "x.docx").write_bytes(b"no")
        for name, code in (("x.docx", "seal/not-a-zip"), ("none.docx", "file/none")):
            with pytest.raises(Refused) as refused:
                twin_text(tmp_path / name)
            assert [(q.code.id, q.file) for q in refused.value.problems] == [(code, name)]


class DescribeTheOutline:
    def it_lists_paragraphs_and_governing_tags_in_the_order_of_the_text(self) -> None:
        found = [(o.number, o.style, o.text, o.governs) for o in compile_bytes(docx(*BODY), "t").outline]
        assert found == [
            (1, "Filing Title", "Жалоба {{ client.name.gen }}", False),
            (2, "Normal", "{% if asked %}", True),
            (3, "Normal", "О фактах:\t{{ client.name.nom }}", False),
            (4, "Normal", "{% endif %}", True),
            (5, "Normal", "№", False),
            (6, "Normal", "Что", False),
            (7, "Normal", "было", False),
            (8, "Normal", "{% for f in facts %}", True),
            (10, "Normal", "{{ loop.index }}", False),
            (11, "Normal", "{{ f.what }}", False),
            (12, "Normal", "{% endfor %}", True),
            (14, "Normal", "", False),
        ]

    def it_prints_with_plain_jinja_what_the_filled_document_holds(self) -> None:
        from jinja2 import Environment

        template = compile_bytes(docx(*BODY), "t")
        source = "".join(o.text if o.governs else f"\x01{o.text}" for o in template.outline)
        expected = Environment(keep_trailing_newline=True).from_string(source).render(DATA).split("\x01")[1:]
        assert [q.text for q in paragraphs(template.pack(template.render(DATA)))] == expected


class DescribeDataThatDoNotFit:
    def it_names_the_tag_that_asks_for_what_is_not_there(self) -> None:
        body = [
            p("{%p for f in facts %}"),
            p("{{ f.what }}"),
            p("{%p endfor %}"),
            p("а {{ client.name.gen }} {{ client.nam }}"),
        ]
        found = refusal(body, DATA | {"client": {"name": {"gen": "СЕКРЕТ"}}})
        assert (found.code.id, found.file) == ("render/undefined", "kind/ru.docx")
        assert found.facts["paragraph"] == "4"
        assert found.facts["tag"] == "{{ client.nam }}"
        assert found.facts["name"] == "nam"

    def it_names_the_tag_inside_a_table_and_the_item_of_a_loop(self) -> None:
        found = refusal(list(BODY), DATA | {"facts": [{"what": "СЕКРЕТ"}, {"wat": "СЕКРЕТ"}]})
        assert (found.code.id, found.facts["paragraph"], found.facts["tag"]) == (
            "render/undefined",
            "11",
            "{{ f.what }}",
        )

    def it_names_a_condition(self) -> None:
        found = refusal([p("а"), p("{%p if lost %}"), p("б"), p("{%p endif %}")], {})
        assert (found.facts["paragraph"], found.facts["tag"], found.facts["name"]) == ("2", "{%p if lost %}", "lost")

    @pytest.mark.parametrize(
        ("text", "data", "code"),
        [
            ("{{ x }}", {"x": None}, "render/undefined"),
            ("{{ x.y }}", {"x": {"y": None}}, "render/undefined"),
            ("{{ x.y }}", {"x": "СЕКРЕТ"}, "render/undefined"),
            ("{{ x[3] }}", {"x": ["СЕКРЕТ"]}, "render/undefined"),
            ("{{ x|first }}", {"x": []}, "render/undefined"),
            ("{{ 'а' if x }}", {"x": False}, "render/undefined"),
            ("{{ x }}", {"x": True}, "render/not-text"),
            ("{{ x }}", {"x": ["СЕКРЕТ"]}, "render/not-text"),
            ("{{ x }}", {"x": {"a": "СЕКРЕТ"}}, "render/not-text"),
            ("{{ x }}", {"x": 1.5}, "render/not-text"),
            ("{{ x }}", {"x": object()}, "render/not-text"),
            ("{{ x ~ y }}", {"x": "СЕКРЕТ", "y": [1]}, "render/not-text"),
            ("{{ x|upper }}", {"x": False}, "render/not-text"),
            ("а{% for y in x %}{{ y }}{% endfor %}", {"x": "СЕКРЕТ"}, "render/not-a-list"),
            ("а{% for y in x %}{{ y }}{% endfor %}", {"x": {"СЕКРЕТ": 1}}, "render/not-a-list"),
            ("{{ x|join }}", {"x": "СЕКРЕТ"}, "render/not-a-list"),
            ("{{ x + y }}", {"x": "СЕКРЕТ", "y": 1}, "render/operation"),
            ("{% if x > y %}а{% else %}б{% endif %}", {"x": "СЕКРЕТ", "y": 1}, "render/operation"),
            ("{{ x }}", {"x": "СЕКРЕТ\n"}, "render/character"),
            ("{{ x }}", {"x": "СЕКРЕТ\x07"}, "render/character"),
            ("{{ x }}", {"x": "СЕКРЕТ\ud800"}, "render/character"),
            ("{{ x }}", {"x": "СЕКРЕТ\u202e"}, "render/character"),
        ],
    )
    def it_stops_with_a_code_of_its_own(self, text: str, data: dict[str, Any], code: str) -> None:
        found = refusal([p("начало"), p(text)], data)
        assert (found.code.id, found.facts["paragraph"]) == (code, "2")

    def it_says_which_character_cannot_stand_there(self) -> None:
        assert refusal([p("{{ x }}")], {"x": "а\u200bб"}).facts["name"] == "U+200B"

    def it_stops_a_text_that_grows_without_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(LIMITS, "characters", 5_000)
        loop = [p("{%p for a in x %}"), p("{{ a }}"), p("{%p endfor %}")]
        assert refusal(loop, {"x": ["СЕКРЕТ"] * 1000}).code.id == "render/too-long"
        doubling = [p("{%p set a = x %}"), *[p("{%p set a = a ~ a %}")] * 40, p("{{ a }}")]
        assert refusal(doubling, {"x": "СЕКРЕТ"}).code.id == "render/too-long"

    def it_stops_loops_that_print_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(LIMITS, "rounds", 5_000)
        nested = p("а" + "{% for a in x %}" * 4 + "{% endfor %}" * 4)
        assert refusal([nested], {"x": ["СЕКРЕТ"] * 50}).code.id == "render/too-many-rounds"

    @pytest.mark.parametrize(
        "body",
        [
            [
                p("{%p if yes %}"),
                table(1, row("{%tr for a in no %}"), row("{{ a }}"), row("{%tr endfor %}")),
                p("{%p endif %}"),
            ],
            [table(1, row(p("{%p if no %}") + p("а") + p("{%p endif %}")))],
        ],
    )
    def it_never_leaves_a_table_without_rows_or_a_cell_without_paragraph(self, body: list[str]) -> None:
        assert refusal([*body, p("к")], {"yes": True, "no": []}).code.id == "render/empty-place"


class DescribeFinishing:
    def it_hands_each_part_to_the_caller_in_the_order_of_reading(self) -> None:
        template = compile_bytes(docx(p("{{ x }}"), header=p("{{ x }}"), footer=p("{{ x }}")), "t")
        seen = []

        def finish(part: str, xml: str) -> str:
            seen.append(part)
            return xml.replace("\ue000act\ue001", "УПК &amp; РК")

        made = template.render({"x": "\ue000act\ue001"}, finish)
        assert seen == ["word/document.xml", "word/header1.xml", "word/footer1.xml"]
        assert [q.text for q in paragraphs(template.pack(made))] == ["УПК & РК"] * 3

    def it_refuses_a_mark_that_nobody_resolved(self) -> None:
        assert refusal([p("{{ x }}")], {"x": "\ue000act:nom\ue001"}).code.id == "render/left-over"

    def it_refuses_a_part_that_is_no_longer_well_formed(self) -> None:
        template = compile_bytes(docx(p("{{ x }}")), "t")
        with pytest.raises(Refused) as refused:
            template.render({"x": "а"}, lambda part, xml: xml.replace("а", "<w:t>"))
        assert [q.code.id for q in refused.value.problems] == ["render/broken"]


_LOOK = """
import sys
from pathlib import Path
from panahat.render.reading_back import read_back
from panahat.render.template import compile_template
template = compile_template(Path(sys.argv[1]))
docx = template.pack(template.render({"x": "слово"}))
read_back(docx, ["слово"], exact=True)
print(sorted({"docxtpl", "docx", "jinja2", "lxml", "zipfile"} & set(sys.modules)))
"""


class DescribeTheCache:
    def it_spares_the_second_run_docxtpl_jinja_and_lxml(self, tmp_path: Path) -> None:
        (tmp_path / "ru.docx").write_bytes(docx(p("{{ x }}")))
        environment = os.environ | {"PANAHAT_CACHE": str(tmp_path / "cache")}
        command = [sys.executable, "-c", _LOOK, str(tmp_path / "ru.docx")]
        said = [
            subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout for _ in "12"
        ]
        assert said[0].strip() == "['docx', 'docxtpl', 'jinja2', 'lxml', 'zipfile']"
        assert said[1].strip() == "[]"

    def it_makes_a_damaged_entry_anew(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path / "cache"))
        content = docx(p("{{ x }}"))
        first = compile_bytes(content, "t").render({"x": "а"})
        [entry] = (tmp_path / "cache").iterdir()
        for damage in (b"", b"short", entry.read_bytes()[:-9] + b"123456789", bytes(len(entry.read_bytes()))):
            entry.write_bytes(damage)
            assert compile_bytes(content, "t").render({"x": "а"}) == first

    def it_holds_nothing_of_the_data(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path))
        template = compile_bytes(docx(p("{{ x }}")), "t")
        template.pack(template.render({"x": "СЕКРЕТ-1234"}))
        assert all("СЕКРЕТ".encode() not in f.read_bytes() for f in tmp_path.iterdir())

    def it_knows_another_template_by_its_bytes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path))
        assert compile_bytes(docx(p("а")), "t").twin != compile_bytes(docx(p("б")), "t").twin
        assert len(list(tmp_path.iterdir())) == 2


class DescribeSteadiness:
    def it_gives_the_same_bytes_each_time(self) -> None:
        template = compile_bytes(docx(*BODY, **MORE), "t")
        again = compile_bytes(docx(*BODY, **MORE), "t")
        assert template.pack(template.render(DATA)) == again.pack(again.render(DATA))

    def it_keeps_memory_flat(self) -> None:
        template = compile_bytes(docx(*BODY * 20, **MORE), "t")
        for _ in range(20):
            template.pack(template.render(DATA))
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(200):
            template.pack(template.render(DATA))
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
        assert grown < 2_000

    def it_is_a_problem_of_its_own_when_the_file_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(Refused) as refused:
            compile_template(tmp_path / "kind" / "ru.docx")
        assert [(q.code.id, q.file) for q in refused.value.problems] == [("file/none", "kind/ru.docx")]
