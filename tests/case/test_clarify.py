"""A fact that is not certain is marked `clarify`: drafts and the review sheet show it, a final filing refuses it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from case_world import changed, checked, codes, law, load, refused

from panahat.building import make
from panahat.case.checking import check
from panahat.case.comparing import compare_cases, without
from panahat.case.engine import shapes
from panahat.case.facts import get
from panahat.case.loading import load_bytes
from panahat.case.schema import json_schema
from panahat.case.shape import ROOT
from panahat.case.starter_file import starter
from panahat.problems import ERROR, Refused
from panahat.render.reading_back import paragraphs
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"
KIND = "supreme-court-complaint"
ASK = "спросить сестру"


def marked(value: Any = None) -> dict[str, Any]:
    return {"clarify": ASK} if value is None else {"value": value, "clarify": ASK}


def plain(data: Any) -> Any:
    """`data` without the keys whose value is null."""
    if isinstance(data, dict):
        return {k: plain(v) for k, v in data.items() if v not in ("null", "")}
    return [plain(v) for v in data] if isinstance(data, list) else data


def at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def required(data: Mapping[str, Any], group: str, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The paths of every required fact that the tree gives: the innermost ones."""
    for key, field in shapes()[group].fields.items():
        value = data.get(key)
        below = field.group not in ("", "Words", "Text") and value is not None
        if field.required and value is not None and not below:
            yield (*path, key)
        for n, one in enumerate(value if isinstance(value, list) else [value]) if below else ():
            if isinstance(one, dict):
                yield from required(one, field.group, (*path, key, *([n] if field.many else [])))


def takes_a_mark(data: Any, path: tuple[Any, ...]) -> bool:
    """Whether the fact may be left to be clarified (and no argument would go with it)."""
    decides = path[-1] in ("gender", "id", "schema", "destination", "profile", "requesting_state", "status", "grounds")
    return not decides and path not in (("filing", "on"), ("filing", "place"))


class DescribeAMark:
    @pytest.mark.parametrize(
        ("path", "value"),
        [
            ("client.born.on", "1991-05-14"),
            ("client.gender", "female"),
            ("client.name.surname", "Тихая"),
            ("entry.lawful", "true"),
            ("events[0].what", {"ru": "Прилетела."}),
            ("extradition.charges[0].max_years", "5"),
            ("client.citizenship", ["RU"]),
            ("extradition.request", {"purpose": "prosecution", "on": "2025-09-20", "proof": ["request"]}),
        ],
    )
    def it_stands_beside_the_value_of_any_field(self, path: str, value: Any) -> None:
        plain, noted = load(changed({path: value})), load(changed({path: marked(value)}))
        assert noted.case == plain.case
        assert list(noted.clarify.values()) == [ASK]

    def it_stands_among_the_keys_of_a_group(self) -> None:
        file = load(changed({"entry.clarify": ASK}))
        assert dict(file.clarify) == {("entry",): ASK}
        assert file.case == load(changed({})).case

    def it_may_stand_alone_where_the_value_is_not_known(self) -> None:
        file = load(changed({"extradition.decision.served.client": marked()}))
        assert get(file.case, "extradition.decision.served.client") is None
        assert dict(file.clarify) == {("extradition", "decision", "served", "client"): ASK}

    @pytest.mark.parametrize(
        "path", ["client.born", "client.name.surname", "asylum[0].filed", "extradition.charges[0].conduct"]
    )
    def it_may_stand_alone_though_the_schema_requires_the_value(self, path: str) -> None:
        assert ASK in load(changed({path: marked()})).clarify.values()

    @pytest.mark.parametrize(
        "path", ["id", "client.gender", "filing.on", "annexes[0].id", "extradition.requesting_state"]
    )
    def it_cannot_stand_alone_for_what_makes_the_filing_what_it_is(self, path: str) -> None:
        [problem] = refused(changed({path: marked()}))
        assert (problem.code.id, problem.where, problem.line is not None) == ("case/clarify-alone", path, True)

    def it_does_not_move_the_place_of_what_is_wrong_with_the_value(self) -> None:
        text = changed({"client.born.on": marked("14.05.1991")})
        [problem] = refused(text)
        assert (problem.code.id, problem.where) == ("case/day", "client.born.on")
        assert problem.line is not None
        assert "14.05.1991" in text.split("\n")[problem.line - 1]

    @pytest.mark.parametrize("text", [["a", "b"], "одна\nдве", {"who": "сестра"}])
    def it_says_in_one_line_what_to_clarify(self, text: Any) -> None:
        [problem] = refused(changed({"client.born.on": {"value": "1991-05-14", "clarify": text}}))
        assert (problem.code.id, problem.where) == ("case/clarify-text", "client.born.on.clarify")

    def it_is_known_to_editors_and_told_in_the_starter_file(self) -> None:
        fields = json.loads(json_schema("en"))["definitions"]
        for name in shapes():
            assert "clarify" in fields[name]["properties"]
        assert {"$ref": "#/definitions/ToClarify"} in fields["Birth"]["properties"]["on"]["anyOf"]
        assert fields[ROOT]
        assert "clarify: …" in starter(Workspace.at(None).filing(KIND).needs, "en")


class DescribeCheck:
    def it_names_each_mark_and_never_its_words(self) -> None:
        found = checked({"entry.on": marked("2025-08-31"), "client.born.on": marked("1991-05-14")})
        assert [(p.code.id, p.where) for p in found] == [
            ("case/clarify", "client.born.on"),
            ("case/clarify", "entry.on"),
        ]
        assert not any(ASK in str(p.facts) for p in found)

    def it_refuses_a_final_filing_with_a_mark(self) -> None:
        file = load(changed({"entry.on": marked("2025-08-31")}))
        [problem] = [p for p in check(file, law(), None, final=True, base=None) if p.code.id == "case/clarify"]
        assert problem.severity == ERROR
        assert problem.line is not None


class DescribeTheDraft:
    def it_shows_a_mark_where_the_fact_is_printed(self) -> None:
        made = self.made({"entry__on": "2025-08-31"})
        found = [p.text for p in paragraphs(made.filing) if "⟦уточнить" in p.text]
        assert len(found) == 1
        assert found[0].endswith(f"⟦уточнить: дата прибытия — {ASK}⟧")
        assert "31 августа 2025" in found[0].replace("\u00a0", " ")

    def it_shows_the_mark_of_an_unknown_fact_beside_what_it_belongs_to(self) -> None:
        made = self.made({"extradition__request__received": None})
        [found] = [p for d in made.drafts for p in d.paragraphs if "уточнить" in p.note]
        assert any(fact.startswith("extradition.request.") for fact in found.facts)
        assert "extradition.request.received.clarify" in found.facts

    def it_shows_it_in_both_languages_and_on_the_review_sheet(self) -> None:
        made = self.made({"entry__on": "2025-08-31"}, "kk-ru")
        assert sum(ASK in p.text for p in paragraphs(made.filing)) == 2
        assert any(f"Уточнить: дата прибытия — {ASK}" in p.text for p in paragraphs(made.sheet))

    @pytest.mark.parametrize(
        ("case", "kind", "form"),
        [
            ("transit-activist", KIND, "kk-ru"),
            ("border-guard", "expulsion-appeal", "kk-ru"),
            ("client-with-family", "humanitarian-visa-letter", "en"),
        ],
    )
    def it_prints_the_mark_in_place_of_every_required_fact_that_is_only_marked(
        self, case: str, kind: str, form: str
    ) -> None:
        data = plain(yaml.load((CASES / f"{case}.yaml").read_text("utf-8"), yaml.BaseLoader))
        named = [path for path in required(data, ROOT, ()) if takes_a_mark(data, path)]
        for path in named:
            at(data, path[:-1])[path[-1]] = marked()
        file = load_bytes(yaml.safe_dump(data, allow_unicode=True, width=10_000).encode(), "case.yaml")
        assert len(file.clarify) == len(named) > 30
        with pytest.raises(Refused) as final:
            make(Workspace.at(None), file, kind, form, base=CASES, final=True)
        assert sum(p.code.id == "case/clarify" for p in final.value.problems) > 10
        made = make(Workspace.at(None), file, kind, form, base=CASES)
        word = {"kk-ru": "⟦уточнить⟧", "en": "⟦to be clarified⟧"}[form]
        assert sum(p.text.count(word) for p in paragraphs(made.filing)) > 10
        assert sum("Уточнить: " in p.text for p in paragraphs(made.sheet)) >= len(named)

    def it_is_refused_when_final(self) -> None:
        with pytest.raises(Refused) as caught:
            self.made({"entry__on": "2025-08-31"}, final=True)
        assert "case/clarify" in codes(caught.value.problems)

    @staticmethod
    def made(marks: Mapping[str, Any], form: str = "ru", *, final: bool = False) -> Any:
        data = yaml.load((CASES / "transit-activist.yaml").read_text("utf-8"), yaml.BaseLoader)
        del data["client"]["iin"]  # «null»: text to this loader
        for path, value in marks.items():
            *above, last = path.split("__")
            node = data
            for step in above:
                node = node[step]
            node[last] = marked(value)
        file = load_bytes(yaml.safe_dump(data, allow_unicode=True, width=10_000).encode(), "case.yaml")
        return make(Workspace.at(None), file, KIND, form, base=CASES, final=final)


class DescribeComparison:
    def it_finds_a_mark_that_came_and_can_undo_it(self) -> None:
        old, new = load(changed({})), load(changed({"entry.on": marked("2025-08-31")}))
        [change] = compare_cases(old, new)
        assert (change.path, change.before, change.after) == (("entry", "on", "clarify"), None, ASK)
        undone = without(new, [change])
        assert undone is not None
        assert not undone.clarify
        [gone] = compare_cases(new, old)
        back = without(old, [gone])
        assert back is not None
        assert dict(back.clarify) == {("entry", "on"): ASK}
