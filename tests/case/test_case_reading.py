"""Reading: what YAML means here, and where everything stands."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from case_world import BASE, codes, load, refused

from panahat.case.engine import shapes
from panahat.case.loading import load_case
from panahat.case.reading import read
from panahat.case.shape import ROOT
from panahat.problems import Refused

SMALL = """\
schema: 1
id: layover-editor
client:
  name:
    surname: Студёная
    given: Аглая
  gender: female
  born: {on: 1991-05-14, place: {ru: город Вологда}}
  citizenship:
  - RU
filing:
  on: 2026-02-09
  place: {ru: город Астана}
"""


class DescribeWhatIsNotThere:
    """A key that is there and empty is not called missing; a group that may be left out is not called needed in every case."""

    @pytest.mark.parametrize(
        ("old", "new", "code", "place", "line"),
        [
            ("  gender: female\n", "", "case/missing", "client.gender", 3),
            ("  gender: female\n", "  gender:\n", "case/blank", "client.gender", 7),
            ("place: {ru: город Астана}", "place: {ru: }", "case/blank", "filing.place.ru", 13),
            ("filing:", "entry:\n  how: transit\nfiling:", "case/missing-in-group", "entry.on", 11),
            ("filing:", "entry:\n  how: transit\n  on:\nfiling:", "case/blank-in-group", "entry.on", 13),
            ("filing:", "events:\n- on: 2022\nfiling:", "case/missing-in-group", "events[0].what", 12),
        ],
    )
    def it_is_said_as_it_is(self, old: str, new: str, code: str, place: str, line: int) -> None:
        (problem,) = refused(SMALL.replace(old, new))
        assert (problem.code.id, problem.where, problem.line) == (code, place, line)
        group = problem.facts.get("group", "")
        assert group == ("" if code in ("case/missing", "case/blank") else place.rpartition(".")[0])


class DescribeWhatIsBroken:
    """Where a person should look: the line that is wrong, not the next one."""

    @pytest.mark.parametrize(
        ("old", "new", "code", "line"),
        [
            ("  gender: female", "  gender female", "case/yaml-no-colon", 7),
            ("  gender: female", "  gender： female", "case/yaml-no-colon", 7),
            ("  gender: female", "  gender: female: yes", "case/yaml-colon", 7),
            ("  gender: female", "   gender: female", "case/yaml-indent", 7),
            ("  gender: female", "\u00a0\u00a0gender: female", "case/space-indent", 7),
            ("  gender: female", " \u00a0gender: female", "case/space-indent", 7),
            ("  gender: female", "\tgender: female", "case/tab", 7),
            ("  gender: female", "  gender: female\n  mother: x", "case/unknown-key", 8),
            ("  gender: female", "  gеnder: female", "case/lookalike-key", 7),
            ("id: layover-editor", 'id: "layover" editor', "case/yaml-indent", 2),
            ("id: layover-editor", "id: %layover", "case/yaml-character", 2),
            ("place: {ru: город Астана}", 'place: {ru: "город Астана}', "case/yaml-quote", 13),
            ("place: {ru: город Астана}", "place: {ru: “город, Астана”}", "case/comma", 13),
            ("place: {ru: город Астана}", "place: {ru: город Астана", "case/yaml-bracket", 13),
            ("on: 2026-02-09", "on: 09.02.2026", "case/day", 12),
        ],
    )
    def it_is_named_at_its_line(self, old: str, new: str, code: str, line: int) -> None:
        found = [(p.code.id, p.line) for p in refused(SMALL.replace(old, new))]
        assert found == [(code, line)]


class DescribeScalars:
    @pytest.mark.parametrize(
        "written", ["no", "010203300123", "12:30", "+77012345678", "2024-02-30", "1:2:3", "1e3", "0x1F", "Null", ".inf"]
    )
    def it_takes_every_value_as_the_text_it_is(self, written: str) -> None:
        assert read(f"a: {written}\n".encode(), "x").tree == {"a": written}

    @pytest.mark.parametrize("written", ["", "null", "~", "  # nothing yet"])
    def it_takes_only_plain_empty_null_and_tilde_for_not_known(self, written: str) -> None:
        assert read(f"a: {written}\nb: x\n".encode(), "x").tree == {"a": None, "b": "x"}

    @pytest.mark.parametrize(("written", "text"), [("'null'", "null"), ('"~"', "~"), ("''", ""), ('"a\\nb"', "a\nb")])
    def it_takes_quoted_words_for_text(self, written: str, text: str) -> None:
        assert read(f"a: {written}\n".encode(), "x").tree == {"a": text}

    def it_keeps_blank_lines_of_a_block_and_folds_a_folded_one(self) -> None:
        tree = read(b"a: |\n  one\n\n  two\nb: >-\n  one\n  two\n", "x").tree
        assert tree == {"a": "one\n\ntwo\n", "b": "one two"}


class DescribeWhatIsNotKnown:
    def it_takes_an_empty_key_for_an_absent_one(self) -> None:
        case = load(SMALL.replace("  gender", "  held:\n  documents:\n  address: {ru: }\n  gender")).case
        assert (case.client.held, case.client.documents, case.client.address) == (None, (), None)

    def it_tells_none_from_not_known(self) -> None:
        assert load(SMALL).case.asylum is None
        assert load(SMALL + "asylum: []\n").case.asylum == ()

    def it_takes_a_list_of_nothing_but_empty_groups_for_not_known(self) -> None:
        assert load(SMALL + "asylum:\n- filed:\n  authority: {ru: , kk: }\n  proof: []\n").case.asylum is None

    def it_keeps_a_group_that_says_none(self) -> None:
        found = refused(SMALL + "risk: {past_harm: []}\n")
        assert {p.where for p in found} == {"risk.fear", "risk.grounds"}


class DescribePositions:
    def it_knows_the_place_of_every_key_item_and_value(self) -> None:
        at = load(SMALL).positions
        assert at.of(("client", "name", "given")) == (6, 5)
        assert at.value(("client", "name", "given")) == (6, 12)
        assert at.of(("client", "born", "on")) == (8, 10)
        assert at.of(("client", "citizenship", 0)) == (10, 5)
        assert at.of(("client", "name")) == (4, 3)
        assert at.value(("client", "name")) == (5, 5)

    def it_places_what_is_absent_at_its_nearest_ancestor(self) -> None:
        at = load(SMALL).positions
        assert at.of(("client", "held", "since")) == (3, 1)
        assert at.of(("client", "born", "place", "kk")) == (8, 26)
        assert at.of(("asylum", 0, "filed")) == (1, 1)

    def it_counts_columns_in_letters_whatever_the_line_ends(self) -> None:
        (problem,) = refused(SMALL.replace("\n", "\r\n").replace("город Астана", "город\u200b Астана"))
        assert (problem.line, problem.column) == (13, 20)

    def it_counts_columns_after_letters_beyond_the_basic_plane(self) -> None:
        (problem,) = refused(SMALL.replace("город Астана", "𝔄\u200b"))
        assert (problem.line, problem.column) == (13, 16)


class DescribeProblemsOfTheFile:
    def it_says_all_of_them_at_once_in_the_order_of_the_file(self) -> None:
        broken = (
            SMALL.replace("schema: 1", "schema: 9").replace("gender: female", "gendr: female").replace("RU", "&a RU")
        )
        broken = broken.replace("2026-02-09", "2026-02-30").replace("Астана", "{{x}}") + "id: again\n"
        found = refused(broken.replace("{ru: город {{x}}}", '{ru: "{{x}}"}'))
        assert [(p.line, p.code.id) for p in found] == [
            (1, "case/schema"),
            (7, "case/near-key"),
            (10, "case/anchor"),
            (12, "case/no-such-day"),
            (13, "case/template-syntax"),
            (14, "case/duplicate-key"),
        ]

    def it_names_both_places_of_a_doubled_key(self) -> None:
        (problem,) = refused(SMALL + "client: x\n")
        assert (problem.line, problem.facts["line"]) == (14, "3")

    def it_says_nothing_twice_of_a_value_it_refused(self) -> None:
        assert codes(refused(SMALL.replace("on: 2026-02-09", "on: *day"))) == ["case/alias"]

    def it_does_not_miss_a_key_that_it_found_misspelt(self) -> None:
        assert codes(refused(SMALL.replace("client:", "сlient:"))) == ["case/lookalike-key"]

    def it_warns_of_a_value_cut_off_by_a_hash(self) -> None:
        file = load(SMALL.replace("given: Аглая", "given: Аглая #2"))
        assert [(p.code.id, p.line, p.column) for p in file.notes] == [("case/hash", 6, 18)]
        assert load(SMALL.replace("given: Аглая", "given: Аглая # a comment")).notes == ()

    def it_is_content_with_a_comment_in_quotes_or_alone(self) -> None:
        assert load(SMALL.replace("город Астана", "'город #1'") + "  #place\n# x #y\n").notes == ()

    def it_names_the_letter_a_look_alike_key_hides(self) -> None:
        (problem,) = refused(SMALL.replace("gender:", "gendеr:"))
        assert problem.facts["key"] == "gender"
        assert (problem.facts["place"], problem.facts["letter"], problem.facts["code"]) == (
            "5",
            "@a Cyrillic letter",
            "U+0435",
        )

    def it_names_the_letter_a_look_alike_word_hides(self) -> None:
        (problem,) = refused(SMALL.replace("female", "femаle"))
        assert (problem.facts["word"], problem.facts["place"], problem.facts["code"]) == ("female", "4", "U+0430")

    @pytest.mark.parametrize(
        ("codec", "name"),
        [
            ("cp1251", "Windows-1251"),
            ("cp866", "DOS-866"),
            ("koi8-r", "KOI8-R"),
            ("utf-16", "UTF-16"),
            ("utf-16-le", "UTF-16"),
            ("utf-32", "UTF-32"),
        ],
    )
    def it_says_which_encoding_a_file_most_likely_has(self, codec: str, name: str) -> None:
        (problem,) = refused(SMALL.replace("Студёная", "Студеная").encode(codec))
        assert problem.facts["encoding"] == name

    def it_says_where_the_first_foreign_byte_stands(self) -> None:
        (problem,) = refused(SMALL.replace("Студёная", "Студеная").encode("cp1251"))
        assert (problem.line, problem.column) == (5, 14)

    def it_fails_clearly_where_pyyaml_has_no_c_parser(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("panahat.case.reading.libyaml", lambda: None)
        assert codes(refused(SMALL)) == ["case/no-libyaml"]


class DescribeLoadCase:
    def it_reads_a_file_and_knows_its_digest(self, tmp_path: Path) -> None:
        file = tmp_path / "case.yaml"
        file.write_text(BASE, "utf-8")
        loaded = load_case(file)
        assert loaded.name == str(file)
        assert loaded.digest == hashlib.sha256(BASE.encode()).hexdigest()

    def it_reads_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(SMALL.encode())))
        assert load_case("-").name == "-"

    def it_takes_no_more_of_standard_input_than_a_case_may_have(self, monkeypatch: pytest.MonkeyPatch) -> None:
        endless = io.BytesIO(b"#" * 3_000_000)
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=endless))
        with pytest.raises(Refused):
            load_case("-")
        assert endless.tell() == 1_000_001


def test_the_package_imports_nothing_heavy() -> None:
    heavy = ("yaml", "pydantic", "pydantic_core.core_schema")
    program = f"import panahat.case.loading, sys; print([m for m in {heavy} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


BROKEN = {
    "no colon": ("a: 1\nb: 2\nc\nd: 4\n", (3, 1)),
    "no space after the colon": ("a: 1\nb:2\nc: 4\n", (2, 1)),
    "no colon in the last line": ("a: 1\nb: 2\nc\n", (3, 1)),
    "no colon, then a comment": ("a:\n  b: 2\n  c 3\n\n# d\ne: 3\n", (3, 3)),
    "no colon in an entry of a list": ("a:\n  - b: 2\n    c 3\n  - d: 3\n", (3, 5)),
    "no colon in the first line of a group": ("a:\n  b 2\n  c: 3\n", (2, 3)),
    "no colon in the first line of an entry": ("a:\n  - b 2\n    c: 3\n", (2, 5)),
    "no colon in the first line of all": ("# a\nb\nc: 3\n", (2, 1)),
    "text that is not indented": ("a: 1\nb: one\ntwo\nc: 3\n", (3, 1)),
    "a second colon": ("a: 1\n\nb: x: y\nc: 4\n", (3, 5)),
    "a second colon in an indented line": ("a: one\n  two: three\nb: 1\n", (2, 6)),
    "a quote that is not closed": ("a: 1\n\nb: 'x\n\nc: 2\n", (3, 4)),
    "a bracket that is not closed": ("a: 1\nb: [x, y\nc: 4\n", (2, 4)),
    "quotes inside quotes": ('a: 1\nb: "он сказал "да" мне"\nc: 2\n', (2, 16)),
    "a line that stands too far left": ("a:\n    b: 2\n  c: 3\nd: 4\n", (3, 3)),
    "a sign at the beginning of a value": ("a: 1\nb: @x\nc: 2\n", (2, 4)),
    "a dash in a value": ("a: 1\nb: - x\nc: 3\n", (2, 4)),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_line_is_named_itself_and_not_the_one_below(broken: str) -> None:
    text, place = BROKEN[broken]
    (problem,) = refused(text)
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_an_unknown_key_is_named_at_its_place_in_every_group(line_break: str) -> None:
    waiting: list[tuple[list[str], str, str]] = [([], "", ROOT)]
    while waiting:
        above, pad, name = waiting.pop()
        text = line_break.join([*above, f"{pad}nothing: 1", ""]).replace(f"- {line_break}{pad}", "- ")
        line = text.count(line_break)
        assert (line, len(pad) + 1) in {(p.line, p.column) for p in refused(text)}, text
        for field in shapes()[name].fields.values():
            if field.group:
                below = [*above, f"{pad}{field.key}:", *([f"{pad}  - "] if field.many else [])]
                waiting.append((below, pad + ("    " if field.many else "  "), field.group))
