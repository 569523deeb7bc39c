"""Attacks by way of the case file: each is built here, names the code that must stop it, and seeds a secret that must
never be seen in a message, in any language, or in an exception."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pydantic_core import ValidationError

from panahat.case.characters import forbidden, suspect
from panahat.case.checking import check
from panahat.case.engine import engine
from panahat.case.limits import LIMITS, Limits
from panahat.case.loading import load_bytes, load_case
from panahat.messages import LANGUAGES, translator
from panahat.problems import Problem, Refused

SECRET = "СЕКРЕТ-1234"
BASE = f"""schema: 1
id: layover-editor
client:
  name: {{surname: Студёная, given: Аглая, patronymic: Мироновна}}
  gender: female
  born: {{on: 1991-05-14}}
  citizenship: [RU]
  occupation:
    ru: редактор {SECRET}
filing: {{on: 2026-02-09, place: {{ru: город Астана}}}}
"""
Build = Callable[[], str | bytes]


def attack(name: str, code: str, build: Build | str | bytes, **limits: int) -> Any:
    return pytest.param(build if callable(build) else lambda: build, code, replace(LIMITS, **limits), id=name)


def swap(old: str, new: str) -> str:
    """The base case with `old` replaced by `new`."""
    assert old in BASE
    return BASE.replace(old, new)


def occupation(written: str) -> str:
    """The base case with the occupation written so, the secret in it."""
    return swap(f"ru: редактор {SECRET}", f"ru: {written}")


def bomb(levels: int) -> str:
    lines = [f"l0: &l0 {SECRET}"] + [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, levels)]
    return BASE + "\n".join(lines)


BOMBS = [
    attack("aliases that grow ninefold a level", "case/alias", lambda: bomb(9)),
    attack("brackets five thousand deep", "case/too-deep", BASE + f"x{SECRET}: " + "[" * 5_000),
    attack("braces five thousand deep", "case/too-deep", BASE + "x: " + "{a: " * 5_000),
    attack("dashes five thousand deep", "case/too-deep", BASE + "x:\n" + "- " * 5_000 + SECRET),
    attack("indentation a hundred deep", "case/too-deep", BASE + "".join(f"{' ' * n}x{n}:\n" for n in range(100))),
    attack("two megabytes", "file/too-big", lambda: BASE + f"# {SECRET}\n" * 80_000),
    attack("one endless value", "case/value-too-long", lambda: occupation(SECRET * 40_000)),
    attack("a long key", "case/key-too-long", BASE + f'"{SECRET * 9}": x'),
    attack("one endless key", "case/yaml-no-colon", lambda: BASE + SECRET * 40_000 + ": x\n"),
    attack(
        "a hundred thousand keys",
        "case/too-many-items",
        lambda: BASE + "".join(f"{SECRET}{n}: x\n" for n in range(30_000)),
    ),
    attack("a list without end", "case/too-many-items", lambda: BASE + "x: [" + "a," * 400_000 + "]"),
    attack("lists of lists", "case/too-many-values", lambda: BASE + "x:\n" + f"- [{'a,' * 900}]\n" * 200),
    attack("an invisible character in every line", "case/too-many-problems", lambda: BASE + "# \u200b\n" * 150_000),
    attack("a line of invisible characters", "case/invisible-character", lambda: BASE + "# " + "\u200b" * 300_000),
    attack("a key doubled for ever", "case/too-many-problems", lambda: BASE + "x:\n" + " a: 1\n" * 900),
    attack(
        "unknown keys in every event",
        "case/too-many-problems",
        lambda: (
            BASE
            + "events:\n"
            + "".join(f"- {{{', '.join(f'{SECRET}{n}: x' for n in range(60))}}}\n" for _ in range(100))
        ),
    ),
    attack("a long line of spaces before a hash", "case/unknown-key", lambda: BASE + "x: a" + " " * 700_000 + "#b"),
    attack("quotes that never close", "case/yaml-quote", lambda: BASE + "x: '" + "''" * 400_000),
    attack("a low limit of bytes", "file/too-big", BASE, file_bytes=len(BASE.encode()) - 1),
    attack("a low limit of depth", "case/too-deep", BASE, depth=2),
    attack("a low limit of nodes", "case/too-many-values", BASE, nodes=20),
    attack("a low limit of items", "case/too-many-items", BASE, items=4),
    attack("a low limit of a value", "case/value-too-long", BASE, scalar=12),
    attack("a low limit of a key", "case/key-too-long", BASE, key=5),
]

STRUCTURE = [
    attack("an anchor", "case/anchor", occupation(f"&{'a'} {SECRET}")),
    attack("an anchor on a group", "case/anchor", swap("born: {on", "born: &b {on")),
    attack("an anchor on a key", "case/anchor", swap("  gender:", "  &g gender:")),
    attack("an alias", "case/alias", occupation("*a")),
    attack("an alias as a key", "case/alias", BASE + "*a : x\n"),
    attack("an alias whose name is Cyrillic", "case/alias", occupation(f"*{SECRET}*")),
    attack("a merge key", "case/merge-key", BASE + f"<<: {{x: {SECRET}}}\n"),
    attack("a tag for a python object", "case/tag", occupation(f'!!python/object/apply:os.system ["{SECRET}"]')),
    attack("a tag of an own kind", "case/tag", occupation(f"!x {SECRET}")),
    attack("a tag on a key", "case/tag", BASE + f"!!str x: {SECRET}\n"),
    attack("a tag handle", "case/tag", f"%TAG ! tag:{'x'}:\n---\n{occupation('!y ' + SECRET)}"),
    attack("a doubled key", "case/duplicate-key", BASE + "filing: {on: 2026-02-10}\n"),
    attack("a doubled key in quotes", "case/duplicate-key", BASE + f'"filing": {SECRET}\n'),
    attack("a doubled key by an escape", "case/duplicate-key", BASE + f'"fil\\x69ng": {SECRET}\n'),
    attack("a second document", "case/several-documents", BASE + f"---\n{BASE}"),
    attack("a second document after an end", "case/several-documents", BASE + f"...\n{BASE}"),
    attack("a list as a key", "case/key-not-text", BASE + f"? [{SECRET}]\n: x\n"),
    attack("an empty key", "case/key-not-text", BASE + f'"": {SECRET}\n'),
    attack("an empty file", "case/empty-file", ""),
    attack("only comments", "case/empty-file", f"# {SECRET}\n"),
    attack("a list at the top", "case/not-a-mapping", f"- {SECRET}\n"),
    attack("a text at the top", "case/not-a-mapping", SECRET),
    attack("a tab as indentation", "case/tab", BASE + f"events:\n\t- {SECRET}\n"),
    attack("a colon inside a value", "case/yaml-colon", occupation(f"редактор: {SECRET}")),
    attack("a value that begins with an at sign", "case/yaml-character", occupation(f"@{SECRET}")),
    attack("a backslash in double quotes", "case/yaml-escape", occupation(f'"C:\\{SECRET}"')),
    attack("an unclosed bracket", "case/yaml-bracket", swap("[RU]", f"[RU, {SECRET}")),
    attack("a line out of line", "case/yaml-indent", swap("  gender:", "   gender:")),
    attack("a list beside a value", "case/yaml-dash", occupation(f"- {SECRET}")),
    attack("a line without a colon", "case/yaml-no-colon", BASE + f"{SECRET}\n"),
]

ENCODINGS = [
    *(
        attack(name, "case/not-utf8", BASE.encode(name))
        for name in ("cp1251", "koi8-r", "cp866", "utf-16", "utf-16-be", "utf-32")
    ),
    attack("one byte that is not UTF-8", "case/not-utf8", BASE.encode() + b"# \xff"),
    attack("an overlong slash", "case/not-utf8", BASE.encode() + b"# \xc0\xaf"),
    attack("a surrogate in UTF-8", "case/not-utf8", BASE.encode() + b"# \xed\xa0\x80"),
]

CHARACTERS = (
    [
        attack(f"{where} U+{ord(c):04X}", code, build)
        for code, characters in (
            ("case/control-character", "\x00\x07\x0b\x0c\x1b\x7f\x85\x9b\u2028\u2029"),
            (
                "case/invisible-character",
                "\u200b\u200d\u200e\u202e\u2066\u00ad\ufeff\u2060\u034f\u3164\ufe0f\U000e0041\ue000\U000f0000",
            ),
            ("case/invisible-character", "\ufdd0\ufffe\uffff\U0001ffff\ufff9"),
            ("case/lost-character", "\ufffd\ufffc"),
            ("case/unusual-space", "\u2003\u3000\u1680"),
        )
        for c in characters
        for where, build in (
            ("in a value", occupation(f"ред{c}актор {SECRET}")),
            ("in a key", BASE + f"ev{c}ents: []\n"),
            ("in a comment", BASE + f"# {SECRET}{c}\n"),
        )
    ]
    + [
        attack(f"by an escape {escape}", code, occupation(f'"ред{escape}актор {SECRET}"'))
        for escape, code in (
            ("\\0", "case/control-character"),
            ("\\a", "case/control-character"),
            ("\\x1b", "case/control-character"),
            ("\\N", "case/control-character"),
            ("\\P", "case/control-character"),
            ("\\u202e", "case/invisible-character"),
            ("\\ue000", "case/invisible-character"),
            ("\\ufffe", "case/invisible-character"),
            ("\\U000e0041", "case/invisible-character"),
            ("\\ufffd", "case/lost-character"),
            ("\\t", "case/tab-in-value"),
            ("\\ud800", "case/yaml-escape"),
            ("\\U00110000", "case/yaml-escape"),
        )
    ]
    + [
        attack("a tab in a value", "case/tab-in-value", occupation(f"редактор\t{SECRET}")),
        attack("a tab in a text of several lines", "case/tab-in-value", occupation(f"|\n      редактор\t{SECRET}")),
    ]
)

TEMPLATES = (
    [
        attack(f"{sign} {style}", "case/template-syntax", occupation(written.format(f"{sign} {SECRET}")))
        for sign in (
            "{{ 7*7 }}",
            "{% if x %}",
            "{# x #}",
            "{_{ x }_}",
            "{_% x %_}",
            "{{",
            "}}",
            "{%",
            "%}",
            "#}",
            "{{r x }}",
            "{%p x %}",
        )
        for style, written in (
            ("in double quotes", '"{}"'),
            ("in single quotes", "'{}'"),
            ("in a block", "|\n      {}"),
        )
    ]
    + [
        attack(f"{sign} bare", "case/template-syntax", occupation(f"{sign}"))
        for sign in ("{{ x }}", "{% x %}", "{# x #}", "{_{ x }_}", "а {{ x }}")
    ]
    + [
        attack("as a key", "case/template-syntax", BASE + f'"{{{{ {SECRET} }}}}": x\n'),
        attack(
            "in a name",
            "case/template-syntax",
            swap("surname: Студёная", 'surname: "{{ cycler.__init__.__globals__ }}"'),
        ),
        attack("in an id", "case/template-syntax", swap("id: layover-editor", 'id: "{{x}}"')),
        attack("in a date", "case/template-syntax", swap("on: 1991-05-14", 'on: "{{x}}"')),
    ]
)

LOOKALIKES = [
    attack("a Cyrillic letter in a key", "case/lookalike-key", swap("client:", "сlient:")),
    attack("a Greek letter in a key", "case/lookalike-key", swap("gender:", "gendεr:")),
    attack("a Cyrillic letter in a word", "case/lookalike-choice", swap("gender: female", "gender: fеmale")),
    attack("a Latin letter in a surname", "case/latin-in-name", swap("Студёная", "Студёнaя")),
    attack("a whole surname in Latin letters", "case/latin-in-name", swap("Студёная", "Studenaia")),
    attack(
        "a Cyrillic letter in the passport name", "case/not-latin", swap("Мироновна}", "Мироновна, latin: STUDENАIA}")
    ),
    attack("a Latin letter in a Russian word", "case/mixed-word", occupation(f"редaктор {SECRET}")),
    attack("a Cyrillic letter in a Latin word", "case/mixed-word", occupation(f"Теlegram {SECRET}")),
    attack("a Latin i in a Kazakh word", "case/mixed-word", occupation("редактор\n    kk: бiлім")),
    attack("a digit in a name", "case/name-sign", swap("Аглая", "Аглая1")),
    attack("a bracket in a name", "case/name-sign", swap("Аглая", "Аглая (Ия)")),
]

FACTS = [
    attack(
        "an hour that no clock shows", "case/clock", swap("client:", "expulsion: {detained: 2026-01-28 25:70}\nclient:")
    ),
    attack("the thirtieth of February", "case/no-such-day", swap("1991-05-14", "1991-02-30")),
    attack("a date the other way round", "case/day", swap("1991-05-14", "14.05.1991")),
    attack("a date with a time", "case/day", swap("1991-05-14", "'1991-05-14T00:00'")),
    attack("a date in full-width digits", "case/day", swap("1991-05-14", "１９９１-05-14")),
    attack("year nought", "case/no-such-day", swap("1991-05-14", "0000-05-14")),
    attack("the year 1191", "case/year", swap("1991-05-14", "1191-05-14")),
    attack("a future schema", "case/schema", swap("schema: 1", "schema: 2")),
    attack("a schema in words", "case/schema", swap("schema: 1", f"schema: {SECRET}")),
    attack("no schema", "case/missing", swap("schema: 1\n", "")),
    attack("an IIN of eleven digits", "case/iin", swap("  gender:", "  iin: 01020330012\n  gender:")),
    attack("an IIN with a secret", "case/iin", swap("  gender:", f"  iin: {SECRET}\n  gender:")),
    attack("yes for true", "case/flag", swap("client:", "synthetic: yes\nclient:")),
    attack("an id with a path", "case/id", swap("id: layover-editor", f"id: ../{SECRET}")),
    attack("an id with capitals", "case/id", swap("id: layover-editor", "id: Layover")),
    attack("a secret as a key", "case/unknown-key", BASE + f"{SECRET}: x\n"),
    attack("a secret as a key deep inside", "case/unknown-key", swap("born: {on", f"born: {{{SECRET}: x, on")),
    attack("a secret in place of a word", "case/choice", swap("gender: female", f"gender: {SECRET}")),
    attack("a secret in place of a group", "case/not-group", swap("born: {on: 1991-05-14}", f"born: {SECRET}")),
    attack("a secret in place of a list", "case/not-list", swap("[RU]", SECRET)),
    attack("a secret in place of a state", "case/country", swap("[RU]", f"[{SECRET}]")),
    attack("a list in place of a text", "case/not-text", occupation(f"[{SECRET}]")),
    attack("a text in place of languages", "case/not-words", swap("{ru: город Астана}", SECRET)),
    attack("two lines in place of one", "case/not-one-line", occupation(f"|\n      редактор\n      {SECRET}")),
    attack("a text cut by a comma", "case/comma", swap("{ru: город Астана}", f"{{ru: Астана, {SECRET}}}")),
    attack("a text too long for a line", "case/too-long", occupation(f"{SECRET} " * 30)),
    attack("a text of nothing", "case/empty", occupation('""')),
    attack("an empty entry", "case/empty-item", swap("[RU]", "\n  -\n  - RU")),
    attack("an empty list where one is needed", "case/list-empty", swap("[RU]", "[]")),
    attack("more states than a person has", "case/list-long", swap("[RU]", "[RU, BY, UA, UZ, KG, TJ]")),
    attack("a misplaced key", "case/misplaced-key", BASE + "surname: x\n"),
    attack("a slip of a key", "case/near-key", swap("gender:", "gendr:")),
    attack(
        "a sheet before the first",
        "case/sheets",
        BASE + "events: [{on: 2026, what: {ru: Х.}, proof: [{annex: a, page: 0}]}]\n",
    ),
    attack(
        "sheets backwards",
        "case/sheets",
        BASE + "events: [{on: 2026, what: {ru: Х.}, proof: [{annex: a, pages: 6-4}]}]\n",
    ),
    attack("an annex of no sheets", "case/positive", BASE + "annexes: [{id: a, title: {ru: Акт}, pages: 0}]\n"),
    attack("an annex of minus one sheets", "case/count", BASE + "annexes: [{id: a, title: {ru: Акт}, pages: -1}]\n"),
    attack(
        "an annex of more sheets than numbers",
        "case/count",
        BASE + f"annexes: [{{id: a, title: {{ru: Акт}}, pages: {'9' * 400}}}]\n",
    ),
]

ALL = [*BOMBS, *STRUCTURE, *ENCODINGS, *CHARACTERS, *TEMPLATES, *LOOKALIKES, *FACTS]


def refusal(build: Build, limits: Limits = LIMITS) -> tuple[list[Problem], str]:
    """The problems for which the file is refused, and everything an exception would show of it."""
    data = build()
    try:
        load_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"), "case.yaml", limits)
    except Refused as wrong:
        return wrong.problems, "".join(traceback.format_exception(wrong)) + repr(wrong)
    raise AssertionError("the attack succeeded")


MOST_CALLS = 2_000_000
"""What a refusal may cost at most, messages in every language included; `make bench` tells the seconds."""


@contextmanager
def counted_calls() -> Iterator[list[int]]:
    """Counts every call of a function, of Python or of C: work that no load of the machine changes."""
    calls = [0]

    def count(_frame: object, event: str, _arg: object) -> None:
        calls[0] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def occupation_in(content: bytes) -> str:
    """The occupation that the file `content` is read to give."""
    found = load_bytes(content, "case.yaml").case.client.occupation
    assert found is not None
    return found.ru


def said(problems: list[Problem]) -> str:
    """Every message in every language, as text and as JSON."""
    return "\n".join(str(p.as_dict(translator(language))) for p in problems for language in LANGUAGES)


@pytest.mark.parametrize(("build", "code", "limits"), ALL)
def test_the_attack_is_stopped_with_little_work_and_tells_nothing(build: Build, code: str, limits: Limits) -> None:
    data = build()
    with counted_calls() as calls:
        problems, shown = refusal(lambda: data, limits)
        spoken = said(problems)
    assert calls[0] < MOST_CALLS
    assert code in {p.code.id for p in problems}
    assert len(problems) <= limits.problems + 1
    for text in (shown, spoken):
        assert SECRET not in text
        assert "1234" not in text
    assert re.search(r"\{\w+\}", spoken) is None, "a name in a message was not filled in"


def test_the_base_case_is_accepted() -> None:
    assert occupation_in(BASE.encode()) == f"редактор {SECRET}"


def test_every_forbidden_character_is_suspect_at_first_sight() -> None:
    found = forbidden().findall("".join(map(chr, range(0x110000))))
    assert len(found) > 100_000
    assert [c for c in found if not suspect(f"а{c}б")] == []
    assert not suspect("Обычный текст: «имя», № 5 — 10\u00a0суток.\n\tAt 5 o'clock, ұйғарым.")


class DescribeWhatMustStayAllowed:
    @pytest.mark.parametrize(
        "written",
        [
            'ТОО "A & B" <x>',
            "x</w:p></w:body> & <w:p>",
            "<!DOCTYPE x [<!ENTITY a 'b'>]>",
            "доля 5 % от суммы",
            "номер 252-VIII",
            "{фигурные скобки}",
            "C:\\папка",
            "IT-отдел, SMMщик, Wi-Fi, Telegram-канал",
            "ұлы, Қазақстан, Әлия, Һ",
            "«кавычки» — тире… № 5",
            "да",
            "0123",
            "2026-02-30",
        ],
    )
    def it_keeps_the_text_as_it_is(self, written: str) -> None:
        quoted = "'" + written.replace("'", "''") + "'"
        assert occupation_in(occupation(quoted).encode()) == written

    def it_takes_a_byte_order_mark_and_any_line_ends(self) -> None:
        for text in ("\ufeff" + BASE, BASE.replace("\n", "\r\n"), BASE.replace("\n", "\r")):
            assert load_bytes(text.encode(), "x").case.client.gender == "female"

    def it_joins_letters_written_as_two_characters_and_says_so(self) -> None:
        file = load_bytes(swap("Студёная", "Студе\u0308ная").encode(), "x")
        assert file.case.client.name.surname == "Студёная"
        assert [(p.code.id, p.line) for p in file.notes] == [("case/composed", 4)]

    def it_joins_them_also_when_they_come_from_an_escape(self) -> None:
        file = load_bytes(swap("surname: Студёная", 'surname: "Студе\\u0308ная"').encode(), "x")
        assert file.case.client.name.surname == "Студёная"


class DescribeFiles:
    def it_names_a_missing_file_without_its_control_characters(self, tmp_path: Path) -> None:
        with pytest.raises(Refused) as wrong:
            load_case(tmp_path / "a\x1b[31m\u202eb.yaml")
        (problem,) = wrong.value.problems
        assert problem.code.id == "file/none"
        assert problem.file.endswith("a[U+001B][31m[U+202E]b.yaml")

    def it_refuses_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(Refused) as wrong:
            load_case(tmp_path)
        assert wrong.value.problems[0].code.id == "file/folder"

    def it_does_not_read_an_endless_device(self) -> None:
        with pytest.raises(Refused) as wrong:
            load_case(Path("/dev/zero"))
        assert wrong.value.problems[0].code.id == "file/not-ordinary"

    def it_refuses_a_path_with_a_zero_byte(self) -> None:
        with pytest.raises(Refused) as wrong:
            load_case("a\0b")
        assert wrong.value.problems[0].code.id == "file/name"


class DescribeEachGuardIsWhatStopsTheAttack:
    """Switch a guard off, and the attack succeeds."""

    never = re.compile(r"(?!)")

    def it_is_the_search_for_template_signs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("panahat.case.events.TEMPLATE", self.never)
        file = load_bytes(occupation('"{{ x }}"').encode(), "x")
        assert file.case.client.occupation is not None
        assert file.case.client.occupation.ru == "{{ x }}"

    def it_is_the_search_for_forbidden_characters(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("panahat.case.characters.forbidden", lambda: self.never)
        monkeypatch.setattr("panahat.case.events.forbidden", lambda: self.never)
        file = load_bytes(occupation("ред\u202eактор").encode(), "x")
        assert file.case.client.occupation is not None
        assert file.case.client.occupation.ru == "ред\u202eактор"

    def it_is_the_comparison_of_scripts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("panahat.case.loading.writing", lambda *_: [])
        file = load_bytes(swap("Студёная", "Студёнaя").encode(), "x")
        assert file.case.client.name.surname == "Студёнaя"

    def it_is_the_limit(self) -> None:
        with pytest.raises(Refused):
            load_bytes(BASE.encode(), "x", replace(LIMITS, depth=2))
        assert load_bytes(BASE.encode(), "x", replace(LIMITS, depth=5)).case.id == "layover-editor"

    def it_is_our_own_wording_of_what_the_validator_refused(self) -> None:
        with pytest.raises(ValidationError) as wrong:
            engine().validator.validate_python({"schema": "1", SECRET: "x"})
        assert SECRET in str(wrong.value.errors())

    def it_is_the_cut_at_the_first_unknown_key_of_a_path(self, monkeypatch: pytest.MonkeyPatch) -> None:
        build = BASE + f'{SECRET}:\n  a: "{{{{"\n'
        assert SECRET not in said(refusal(lambda: build)[0])
        monkeypatch.setattr("panahat.case.shape.Shapes.known_part", lambda _, path: path)
        assert SECRET in said(refusal(lambda: build)[0])

    def it_is_the_look_at_an_annex_path(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        from panahat.law.registry import load_law
        from panahat.library import Library

        (tmp_path / "case").mkdir()
        (tmp_path / "out.pdf").write_bytes(b"%PDF")
        file = load_bytes((BASE + "annexes: [{id: a, title: {ru: Акт}, pages: 1, file: ../out.pdf}]\n").encode(), "x")
        law = load_law(Library.standing())

        def found() -> set[str]:
            return {p.code.id for p in check(file, law, None, final=False, base=tmp_path / "case")}

        assert "case/annex-escapes" in found()
        monkeypatch.setattr("panahat.case.rules.annexes.is_inside", lambda _: True)
        assert "case/annex-escapes" in found(), "the second guard looks where the path really leads"


def test_no_fact_is_shown_by_repr() -> None:
    file = load_bytes(BASE.encode(), "case.yaml")
    for shown in (repr(file.case), str(file.case.client), repr(file), f"{file.case.client.name!r}"):
        assert SECRET not in shown
        assert "Студёная" not in shown


def test_facts_cannot_be_changed() -> None:
    case: Any = load_bytes(BASE.encode(), "case.yaml").case
    with pytest.raises((AttributeError, ValueError)):
        case.client.gender = "male"
    assert case.client.gender == "female"


SIGNS = [
    b"{",
    b"}",
    b"[",
    b"]",
    b"&a ",
    b"*a",
    b"!",
    b"- ",
    b": ",
    b"\t",
    b"\n",
    b"'",
    b'"',
    b"|",
    b"#",
    b"? ",
    b"\\",
    b"%",
]
TEXTS = st.text(max_size=4).map(lambda text: text.encode("utf-8", "surrogatepass"))


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """The base case with a few pieces cut out, doubled or replaced by signs that mean something to YAML."""
    data = BASE.encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 30)))
        doubled = st.just(data[start:end] * 2)
        data = (
            data[:start] + draw(st.one_of(st.sampled_from(SIGNS), st.binary(max_size=4), doubled, TEXTS)) + data[end:]
        )
    return data


def refusals(data: bytes) -> list[Problem]:
    """The problems of a file, none if it is accepted; anything else that is raised goes through."""
    try:
        return list(load_bytes(data, "case.yaml").notes)
    except Refused as wrong:
        return wrong.problems


@settings(max_examples=400, deadline=None)
@given(st.one_of(mangled(), st.binary(max_size=200)))
def test_whatever_the_bytes_a_case_comes_out_or_a_refusal(data: bytes) -> None:
    problems = refusals(data)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert SECRET not in said(problems)
    assert all(p.line is None or 1 <= p.line <= lines + 1 for p in problems)
