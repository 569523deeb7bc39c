"""Argument files are checked to the line before anything is pleaded from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from argue_world import SmallLaw

from panahat.argue.load import load_arguments, unanswered_elsewhere
from panahat.argue.model import Argument, Authority, Cites, Document, Place, Warn
from panahat.library import Library
from panahat.messages import translator
from panahat.problems import Problem, Refused

GOOD = """\
id: one
title: {ru: Первый, kk: Бірінші, en: First}
section: refuge
force: 10
all: [claim-pending]
weight: [{kind: decisive, when: claim-pending}, risk]
facts: [{fact: asylum}]
cites:
  bar: [kz-upk-590-1-7]
  then: {norms: [kz-upk-592-7], on: extradition.arrest.detained}
decisions: [good]
soft_law: [unhcr-handbook]
warn:
- suspension-prolongs-arrest
- {id: kz-uk-71, when: charge-time-barred}
asks: [annul, suspend]
reviewed_on: 2026-11-25
"""
ANSWERED = "\n? Возразят иначе.\n! Это не так.\n"
CONDITIONS = (Path(__file__).parents[2] / "templates/conditions.yaml").read_text("utf-8")
FIGURES = (Path(__file__).parents[2] / "templates/arguments/limitation/periods.yaml").read_text("utf-8")

Write = Callable[..., Library]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes argument.yaml files (by folder) with a text each, and gives their library; nothing is cached."""
    monkeypatch.setenv("PANAHAT_CACHE", "off")
    (tmp_path / "conditions.yaml").write_text(CONDITIONS, "utf-8")

    def lay(text: str = f"# Глава\n\n{{{{ cite.bar.nom }}}}\n{ANSWERED}", periods: str = "", **files: str) -> Library:
        for folder, content in files.items():
            home = tmp_path / "arguments" / folder
            home.mkdir(parents=True, exist_ok=True)
            (home / "argument.yaml").write_text(content, "utf-8")
            if text:
                (home / "ru.md").write_text(text, "utf-8")
            if periods:
                (home / "periods.yaml").write_text(periods, "utf-8")
        return Library((tmp_path,))

    return lay


def load(library: Library) -> tuple[Argument, ...]:
    return load_arguments(library, SmallLaw())  # type: ignore[arg-type]


def refused(library: Library) -> list[Problem]:
    with pytest.raises(Refused) as caught:
        load(library)
    problems = caught.value.problems
    assert all(p.as_dict(translator("en"))["message"] for p in problems)
    return problems


class DescribeAGoodArgument:
    def it_is_read_whole(self, write: Write) -> None:
        [one] = load(write(one=GOOD))
        assert (one.id, one.section, one.force, one.all) == ("one", "refuge", 10, ("claim-pending",))
        assert one.cites["then"] == Cites((Place("kz-upk-592-7"),), "extradition.arrest.detained")
        assert one.warn == (Warn("suspension-prolongs-arrest"), Warn("kz-uk-71", "charge-time-barred"))
        assert (one.decisions, one.soft_law, one.asks) == (
            (Authority("good"),),
            (Document("unhcr-handbook"),),
            ("annul", "suspend"),
        )
        assert one.title == {"ru": "Первый", "kk": "Бірінші", "en": "First"}
        assert one.periods is None

    def it_brings_its_figures(self, write: Write) -> None:
        [one] = load(write(one=GOOD, periods=FIGURES))
        assert one.periods is not None
        assert one.periods.prosecution.years["medium"] == 5

    def it_comes_in_order_of_section_and_force(self, write: Write) -> None:
        two = GOOD.replace("id: one", "id: two").replace("force: 10", "force: 5")
        three = GOOD.replace("id: one", "id: three").replace("section: refuge", "section: risk")
        assert [a.id for a in load(write(one=GOOD, two=two, three=three))] == ["two", "one", "three"], (
            "sections by name, strongest first"
        )


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("force: 10", "force: 10\nfarce: 10"), "yaml/unknown-field", 5),
        (("force: 10\n", ""), "yaml/missing-field", 1),
        (("force: 10", "force: strong"), "yaml/wrong-type", 4),
        (("kk: Бірінші, ", ""), "yaml/missing-field", 2),
        (("[annul, suspend]", "annul"), "yaml/wrong-type", 16),
        (("2026-11-25", "yesterday"), "yaml/wrong-type", 17),
        (("2026-11-25", "2026-11-31"), "yaml/wrong-type", 17),
        (("when: charge-time-barred", "if: charge-time-barred"), "yaml/unknown-field", 15),
        (("  bar:", "  Бар:"), "yaml/wrong-type", 9),
        (("id: one", "id: other"), "argue/id-differs", 1),
        (("all: [claim-pending]\n", ""), "argue/no-condition", 1),
        (("[claim-pending]", "[claim-pendant]"), "argue/unknown-name", 5),
        (("[claim-pending]", "[{fact: client.nam}]"), "argue/condition-field", 5),
        (("[claim-pending]", "[{is: {client.gender: neuter}}]"), "argue/condition-value", 5),
        (("[claim-pending]", "[{fcat: client.name}]"), "argue/unknown-name", 5),
        (("[claim-pending]", "[{fact: asylum.filed}]"), "argue/bad-condition", 5),
        (("[claim-pending]", "[{some: {of: asylum, where: {fact: filde}}}]"), "argue/condition-field", 5),
        (("[claim-pending]", "[{before: [entry.on, entry.how]}]"), "argue/bad-condition", 5),
        (("[claim-pending]", "[{count: {of: asylum, at_least: some}}]"), "argue/bad-condition", 5),
        (("[claim-pending]", "[{stage: won}]"), "argue/condition-value", 5),
        (("[claim-pending]", "[{late: true}]"), "argue/bad-condition", 5),
        (("[claim-pending]", "[{carried: two}]"), "argue/unknown-name", 5),
        (("[claim-pending]", "[{carried: one}]"), "argue/bad-condition", 1),
        (("kz-upk-590-1-7", "kz-upk-590-1-77"), "argue/unknown-name", 9),
        (("norms: [kz-upk-592-7]", "norms: [kz-upk-592-77]"), "argue/unknown-name", 10),
        (("extradition.arrest.detained", "extradition.arrest.detent"), "argue/condition-field", 10),
        (("decisions: [good]", "decisions: [unheard]"), "argue/unknown-name", 11),
        (("decisions: [good]", "decisions: [{key: good, at: ['7']}]"), "argue/unknown-name", 11),
        (("decisions: [good]", "decisions: [good, adverse]"), "argue/unfit-decision", 11),
        (("decisions: [good]", "decisions: [recalled]"), "argue/unfit-decision", 11),
        (("[unhcr-handbook]", "[handbook]"), "argue/unknown-name", 12),
        (("- suspension-prolongs-arrest", "- suspension-shortens-arrest"), "argue/unknown-name", 14),
        (("id: kz-uk-71", "id: kz-uk-7111"), "argue/unknown-name", 15),
        (("when: charge-time-barred", "when: charge-time-bared"), "argue/unknown-name", 15),
        (("asks:", "excludes: [one]\nasks:"), "argue/unknown-name", 16),
        (("asks:", "force: 20\nasks:"), "yaml/repeated-field", 16),
        (("decisive", "crushing"), "yaml/not-one-of", 6),
        (("{kind: decisive, when: claim-pending}", "{kind: decisive, when: claim-pendant}"), "argue/unknown-name", 6),
        (("[{fact: asylum}]", "[{fact: asylums}]"), "argue/condition-field", 7),
        (("facts: [{fact: asylum}]\n", ""), "yaml/missing-field", 1),
        (("section: refuge", "section: [refuge"), "yaml/broken", 4),
    ],
)
def test_a_flaw_is_told_with_its_line(write: Write, change: tuple[str, str], code: str, line: int) -> None:
    assert change[0] in GOOD
    problems = refused(write(one=GOOD.replace(*change, 1)))
    assert [(p.code.id, p.line, p.file) for p in problems] == [(code, line, "arguments/one/argument.yaml")]


class DescribeFlawsAcrossFiles:
    def it_tells_all_of_them_at_once(self, write: Write) -> None:
        broken = GOOD.replace("force: 10", "farce: 10")
        assert {p.file for p in refused(write(one=broken, two=broken))} == {
            "arguments/one/argument.yaml",
            "arguments/two/argument.yaml",
        }

    def it_refuses_two_that_exclude_each_other(self, write: Write) -> None:
        one = GOOD + "excludes: [two]\n"
        two = GOOD.replace("id: one", "id: two").replace("force: 10", "force: 20") + "excludes: [one]\n"
        assert [p.code.id for p in refused(write(one=one, two=two))] == ["argue/excludes-cycle"] * 2

    def it_refuses_two_at_the_same_place(self, write: Write) -> None:
        [problem] = refused(write(one=GOOD, two=GOOD.replace("id: one", "id: two")))
        assert (problem.code.id, problem.facts["name"]) == ("argue/same-force", "one")

    def it_refuses_an_argument_with_no_words(self, write: Write) -> None:
        assert [p.code.id for p in refused(write(one=GOOD, text=""))] == ["argue/no-text"]

    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            ("# Глава\n\n{{ cite.bar.nom }}\n", "argue/no-objection", 3),
            ("# Глава\n\n{{ cite.bar.nom }}\n\n! Это не так.\n", "argue/no-objection", 5),
            ("# Глава\n\n? Возразят иначе.\n\n{{ cite.bar.nom }}\n", "argue/no-answer", 5),
        ],
    )
    def it_refuses_an_argument_that_does_not_answer_the_other_side(
        self, write: Write, text: str, code: str, line: int
    ) -> None:
        problems = refused(write(one=GOOD, text=text))
        assert (code, "arguments/one/ru.md", line) in [(p.code.id, p.file, p.line) for p in problems]

    def it_names_a_kazakh_text_that_leaves_the_answer_out(self, tmp_path: Path) -> None:
        text = tmp_path / "arguments/one/kk.md"
        text.parent.mkdir(parents=True)
        text.write_text("# Тарау\n\n? Қарсы уәж.\n", "utf-8")
        [problem] = unanswered_elsewhere(Library((tmp_path,)))
        assert (problem.code.id, problem.file, problem.line) == ("argue/no-answer", "arguments/one/kk.md", 3)

    def it_refuses_a_text_that_cites_what_is_not_declared(self, write: Write) -> None:
        [problem] = refused(write(one=GOOD, text=f"# Глава\n\n{{{{ cite.ban.gen }}}}\n{ANSWERED}"))
        assert (problem.code.id, problem.facts["name"], problem.line) == ("argue/unknown-group", "cite.ban", 8)

    def it_refuses_a_text_that_cites_a_decision_not_declared(self, write: Write) -> None:
        text = "# Глава\n\n{% if decisions.other_one %}(см.){% endif %} {{ soft.unhcr_handbook }}\n" + ANSWERED
        [problem] = refused(write(one=GOOD, text=text))
        assert (problem.facts["name"], problem.line) == ("decisions.other_one", 11)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("threshold:", "treshold:"), "yaml/unknown-field"),
        (("first: 437", "first: many"), "yaml/wrong-type"),
        (("{minor: 5, medium: 10, grave: 15, especially-grave: 20}", "{minor: 5}"), "yaml/missing-field"),
        (("norm: kz-upk-579", "norm: kz-upk-5799"), "argue/unknown-name"),
        (("- norm: kz-uk-256", "- norm: kz-uk-2566"), "argue/unknown-name"),
    ],
)
def test_a_flaw_in_the_figures_is_told(write: Write, change: tuple[str, str], code: str) -> None:
    assert change[0] in FIGURES
    problems = refused(write(one=GOOD, periods=FIGURES.replace(*change, 1)))
    assert code in [p.code.id for p in problems]
    assert {p.file for p in problems} == {"arguments/one/periods.yaml"}


class DescribeTheCache:
    @pytest.fixture(autouse=True)
    def _cached(self, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path / "kept"))

    def it_gives_the_same_arguments_without_reading_yaml(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        library = write(one=GOOD, periods=FIGURES)
        first = load(library)
        monkeypatch.setattr("panahat.pages.read_page", None)
        assert load(library) == first

    def it_is_made_anew_when_a_file_changes(self, write: Write) -> None:
        load(write(one=GOOD))
        [one] = load(write(one=GOOD.replace("force: 10", "force: 30")))
        assert one.force == 30

    def it_never_hides_a_flaw(self, write: Write) -> None:
        load(write(one=GOOD))
        assert refused(write(one=GOOD, text=f"# Глава\n\n{{{{ cite.ban.gen }}}}\n{ANSWERED}"))

    def it_survives_a_damaged_entry(self, write: Write, tmp_path: Path) -> None:
        library = write(one=GOOD)
        first = load(library)
        [entry] = (tmp_path / "kept").iterdir()
        for damage in (b"", b"{}", b"[{}]", b"[1]", b"\xff"):
            entry.write_bytes(damage)
            assert load(library) == first

    def it_is_the_kind_called_arguments(self, write: Write, tmp_path: Path) -> None:
        load(write(one=GOOD))
        assert [f.name.split("-")[0] for f in (tmp_path / "kept").iterdir()] == ["arguments"]
