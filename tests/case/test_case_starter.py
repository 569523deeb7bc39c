"""The starter file and the JSON Schema: they explain the case file, and the reader here understands what they show."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from case_world import BASE, codes, refused

from panahat.case.engine import shapes
from panahat.case.guide import Use, example, guide
from panahat.case.needs import TEXTS, Need, Needs
from panahat.case.schema import json_schema
from panahat.case.starter_file import groups, part, starter
from panahat.case.words import meanings
from panahat.drafting.filing_loading import load_filings
from panahat.library import Library
from panahat.messages import LANGUAGES, translator

NEEDED = ("representative", "client.held", "extradition.decision.number", "extradition.charges[].kz", "asylum")
WANTED = ("risk.past_harm", "events[]", "annexes[]", "extradition.arrest?.until")
NEEDS = Needs("supreme-court-complaint", tuple(map(Need.of, NEEDED)), tuple(map(Need.of, WANTED)))
PLAIN = ("flag", "count", "positive")
UNUSED = re.compile(r"^(\s*)#(?! )", re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
class DescribeAStarterFile:
    def it_misses_facts_and_nothing_else(self, language: str) -> None:
        assert set(codes(refused(starter(NEEDS, language)))) <= {"case/blank", "case/blank-in-group"}

    @pytest.mark.parametrize("unfold", [(), ("risk", "entry"), ("all",)])
    def it_is_still_read_when_every_key_it_offers_is_used(self, language: str, unfold: tuple[str, ...]) -> None:
        text = starter(NEEDS, language, unfold)
        assert set(codes(refused(text))) <= {"case/blank", "case/blank-in-group"}
        assert set(codes(refused(UNUSED.sub(r"\1", text)))) <= {"case/blank", "case/blank-in-group"}

    @pytest.mark.parametrize("unfold", [(), ("all",)])
    def it_explains_every_key_above_it_or_behind_it(self, language: str, unfold: tuple[str, ...]) -> None:
        lines = starter(NEEDS, language, unfold).split("\n")
        keys = [(n, line) for n, line in enumerate(lines) if re.match(r"\s*(?:- |#- |#)?[a-z_]+:", line)]
        explained = re.compile(r"\s*#?(ru|kk):$|.*:.*  # \S")
        bare = [line for n, line in keys if not lines[n - 1].lstrip().startswith("# ") and not explained.match(line)]
        assert bare == []

    def it_speaks_the_language(self, language: str) -> None:
        text = shapes()["PersonName"].fields["surname"].description
        assert translator(language)(text) in starter(NEEDS, language)


class DescribeWhatAStarterHolds:
    text = starter(NEEDS, "en")

    def it_holds_what_the_filing_needs_and_marks_it(self) -> None:
        assert re.search(r"# number of the act; none if it has none — needed\n\s+number:", self.text)
        arrest = starter(NEEDS, "en", ["extradition.arrest"])
        assert re.search(r"# arrest runs until; a date: 2026-02-09 — if known\n\s+until:", arrest)

    def it_offers_what_else_may_be_said_behind_a_hash(self) -> None:
        assert "\n    #patronymic:  # " in self.text

    def it_folds_a_group_the_filing_can_do_without_into_one_line_with_the_command_that_opens_it(self) -> None:
        (line,) = [x for x in self.text.split("\n") if "un_measures" in x]
        assert line.startswith("# un_measures: …  # ")
        assert line.endswith(": panahat new supreme-court-complaint --only un_measures")
        opened = starter(NEEDS, "en", ["un_measures"])
        assert re.search(r"^un_measures:\n", opened, re.MULTILINE)

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("name", groups())
    def it_gives_the_lines_that_take_the_place_of_a_folded_one(self, name: str, language: str) -> None:
        above = name.rpartition(".")[0]
        text = starter(NEEDS, language, [above] if above else [])
        (folded,) = [x for x in text.split("\n") if x.endswith(f" --only {name}")] or [""]
        if folded:
            opened = text.replace(folded + "\n", part(NEEDS, language, [name]))
            assert yaml.load(opened, yaml.BaseLoader)
            assert set(codes(refused(opened))) <= {"case/blank", "case/blank-in-group"}

    def it_opens_the_groups_above_the_one_asked_for_and_no_other(self) -> None:
        opened = starter(NEEDS, "en", ["visa.service.vetting"])
        assert re.search(r"^    vetting:", opened, re.MULTILINE)
        assert re.search(r"^  # travel_document: …", opened, re.MULTILINE)

    def it_opens_every_group_that_can_be_named(self) -> None:
        everything = starter(NEEDS, "en", ["all"])
        assert "…  # " not in everything
        assert all(f"{name.rpartition('.')[2]}:" in everything for name in groups())

    def it_lists_the_words_a_key_knows(self) -> None:
        assert "one of: advocate, counsel (legal counsel), relative — needed" in self.text

    def it_has_a_meaning_for_every_word(self) -> None:
        words = {word for name in shapes() for field in shapes()[name].fields.values() for word in field.choices}
        assert words - {"1"} == set(meanings())

    def it_writes_the_version(self) -> None:
        assert "\nschema: 1\n" in self.text

    def it_can_be_filled_in(self) -> None:
        filled = self.text.replace("    surname:", "    surname: Студёная", 1)
        assert not [p for p in refused(filled) if p.where == "client.name.surname"]


def test_every_kind_of_filing_has_a_starter_that_only_misses_facts() -> None:
    for filing in load_filings(Library.standing()).values():
        for language in LANGUAGES:
            assert set(codes(refused(starter(filing.needs, language)))) <= {"case/blank", "case/blank-in-group"}
            assert starter(filing.needs, language).count("\n") <= 250


@pytest.mark.parametrize("language", LANGUAGES)
class DescribeTheGuide:
    def it_has_every_key_with_its_meaning(self, language: str) -> None:
        tr = translator(language)
        told = guide([], language)
        for name in shapes():
            if name not in TEXTS:
                for key, field in shapes()[name].fields.items():
                    assert f"| `{key}` | " in told
                    assert f" | {tr(field.description)}" in told

    def it_tells_the_filings_that_need_ask_for_and_read_a_fact_apart(self, language: str) -> None:
        uses = [
            Use("a", needs=frozenset({("client", "iin")})),
            Use("b", wants=frozenset({("client", "iin")})),
            Use("c", reads=frozenset({("client", "iin")})),
            Use("d"),
        ]
        assert re.search(r"\| `iin` \|.*\| \*\*a\*\*, \*b\*, c \|$", guide(uses, language), re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
class DescribeTheJsonSchema:
    def it_describes_every_key_in_the_language(self, language: str) -> None:
        definitions = json.loads(json_schema(language))["definitions"]
        assert set(definitions) == {*shapes(), "ToClarify"}
        for name in shapes():
            described = {k: v["description"] for k, v in definitions[name]["properties"].items() if k != "clarify"}
            assert described == {k: translator(language)(f.description) for k, f in shapes()[name].fields.items()}
            assert set(definitions[name].get("required", ())) == {
                f.key for f in shapes()[name].fields.values() if f.required
            }

    def it_ends_with_a_line_break_and_points_only_to_what_it_holds(self, language: str) -> None:
        text = json_schema(language)
        assert text.endswith("}\n")
        targets = set(re.findall(r'"#/definitions/(\w+)"', text))
        assert targets <= set(json.loads(text)["definitions"])


class DescribeWhatTheJsonSchemaAccepts:
    definitions = json.loads(json_schema("en"))["definitions"]

    def fits(self, schema: Any, value: Any) -> bool:
        """A small judge of the part of JSON Schema used here."""
        if "$ref" in schema:
            return self.fits(self.definitions[schema["$ref"].rsplit("/", 1)[1]], value)
        if "anyOf" in schema:
            return any(self.fits(one, value) for one in schema["anyOf"])
        if "enum" in schema:
            return value in schema["enum"]
        if isinstance(value, dict):
            known = schema.get("properties", {})
            return (
                schema["type"] == "object"
                and set(schema.get("required", ())) <= set(value)
                and all(key in known and self.fits(known[key], v) for key, v in value.items())
            )
        if isinstance(value, list):
            return schema["type"] == "array" and all(self.fits(schema["items"], v) for v in value)
        names = {str: "string", int: "integer", bool: "boolean", type(None): "null", float: "number"}
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        own = names[type(value)]
        pattern_fits = not isinstance(value, str) or re.search(schema.get("pattern", ""), value)
        return bool((own in types or (own == "integer" and "number" in types)) and pattern_fits)

    def tree(self) -> Any:
        """The base case as an editor sees it: numbers and flags as such, dates as text."""

        def seen(value: Any) -> Any:
            if isinstance(value, dict):
                return {k: seen(v) for k, v in value.items()}
            if isinstance(value, list):
                return [seen(v) for v in value]
            if value in ("true", "false"):
                return value == "true"
            return int(value) if re.fullmatch("[1-9][0-9]*", value) else value

        return seen(yaml.load(BASE, yaml.BaseLoader))

    @pytest.mark.parametrize("name", list(shapes()))
    def it_accepts_every_example_of_the_guide(self, name: str) -> None:
        for key, field in shapes()[name].fields.items():
            written = example(field)
            assert written or field.group or field.kind in ("line", "prose", "name"), key
            if written:
                properties = self.definitions[name]["properties"]
                assert self.fits(
                    properties[key], yaml.load(written, yaml.CSafeLoader if field.kind in PLAIN else yaml.BaseLoader)
                ), key

    def it_accepts_the_base_case(self) -> None:
        assert self.fits({"$ref": "#/definitions/Case"}, self.tree())

    @pytest.mark.parametrize("change", [{"gender": "mail"}, {"nothing": 1}, {"born": "1991"}, {"citizenship": "RU"}])
    def it_refuses_what_the_reader_refuses(self, change: dict[str, Any]) -> None:
        made = self.tree()
        made["client"] |= change
        assert not self.fits({"$ref": "#/definitions/Case"}, made)
