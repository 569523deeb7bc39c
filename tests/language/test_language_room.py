"""The room itself: what it loads, its word lists, its doubts."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import panahat.language
from panahat.language import codes, doubt_ids
from panahat.language.forms import CASES, NameForms
from panahat.language.wordlists import wordlist
from panahat.library import shipped

HEAVY = ("pytrovich", "pymorphy3", "num2words", "babel", "yaml", "pydantic", "jinja2")
FILES = sorted(
    p.relative_to(shipped() / "language").with_suffix("").as_posix() for p in (shipped() / "language").rglob("*.yaml")
)


OFFERED = """
from panahat.language.russian.lexicon import agree, country
from panahat.language.russian.names import decline_name
from panahat.language.russian.numbers import spelled_term, words
from panahat.language.russian.phrases import decline_phrase
from panahat.language.typography import nbsp
"""


def doubled(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """(key, line) of every key that its mapping has had before."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        yield from ((k.value, k.start_mark.line + 1) for n, (k, _) in enumerate(node.value) if k.value in keys[:n])
    for below in node.value if isinstance(node, yaml.CollectionNode) else ():
        for part in below if isinstance(below, tuple) else (below,):
            yield from doubled(part)


def loaded_by(code: str) -> set[str]:
    """Which heavy modules a new process has loaded after `code`; yaml aside, which reads a word list not yet kept."""
    script = f"{OFFERED}\n{code}\nimport sys; print(*(m for m in {HEAVY!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split()) - {"yaml"}


class DescribeLoading:
    def it_loads_nothing_heavy_by_itself(self) -> None:
        assert loaded_by("") == set()

    def it_declines_common_names_and_bodies_with_word_lists_alone(self) -> None:
        code = """
decline_name("Зорина", "Анна", "Львовна", "female", {})
decline_name("Әлімбаев", "Нұрлан", "Серікұлы", "male", {})
decline_phrase("Специализированный межрайонный следственный суд города Алматы")
decline_phrase("заместитель Генерального Прокурора Республики Казахстан")
agree("male"); country("RU"); spelled_term(10, "day", "gen"); nbsp("ст. 592")
"""
        assert loaded_by(code) == set()

    def it_loads_a_library_for_the_word_that_needs_it(self) -> None:
        assert loaded_by('decline_name("Зорин", "Лев", None, "male", {})') == {"pytrovich"}
        assert loaded_by('decline_phrase("сахарный диабет")') == {"pymorphy3"}
        assert loaded_by("words(1500)") == {"num2words"}

    @pytest.mark.parametrize(
        ("library", "file"),
        [("pytrovich", "name_words.py"), ("pymorphy3", "dictionary.py"), ("num2words", "numbers.py")],
    )
    def it_keeps_each_library_behind_one_file(self, library: str, file: str) -> None:
        room = Path(panahat.language.__file__).parent
        importing = [
            p for p in room.rglob("*.py") if re.search(rf"^\s*(from|import) {library}", p.read_text("utf-8"), re.M)
        ]

        assert importing == [room / "russian" / file]


class DescribeWordLists:
    @pytest.mark.parametrize("name", FILES)
    def it_reads_every_list(self, name: str) -> None:
        assert wordlist(name)

    @pytest.mark.parametrize("name", FILES)
    def it_says_nothing_twice(self, name: str) -> None:
        """Of two entries with one key, YAML's own reader keeps the last without a word."""
        root = yaml.compose((shipped() / "language" / f"{name}.yaml").read_bytes(), Loader=yaml.CSafeLoader)
        assert list(doubled(root)) == []

    @pytest.mark.parametrize("name", FILES)
    def it_reads_the_same_from_the_cache_as_from_the_file(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PANAHAT_CACHE", "off")
        plain = wordlist.__wrapped__(name)
        monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path))
        assert wordlist.__wrapped__(name) == wordlist.__wrapped__(name) == plain

    def it_reads_the_file_again_where_the_cache_is_damaged(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PANAHAT_CACHE", str(tmp_path))
        plain = wordlist.__wrapped__(FILES[0])
        for entry in tmp_path.iterdir():
            entry.write_bytes(b"[1")
        assert wordlist.__wrapped__(FILES[0]) == plain

    @pytest.mark.parametrize("key", [k for k, v in wordlist("ru/names").items() if isinstance(v, str)])
    def it_writes_words_of_names_in_small_russian_letters_once(self, key: str) -> None:
        listed = wordlist("ru/names")[key].split()

        assert [w for w in listed if not re.fullmatch(r"[а-яё]+(=[а-яё]+)?", w)] == []
        assert len(listed) == len(set(listed))

    @pytest.mark.parametrize("name", ["ru/countries", "ru/agreement", "ru/lexicon", "ru/numerals"])
    def it_has_six_forms_in_every_row(self, name: str) -> None:
        def rows(value: Any) -> Iterator[Any]:
            if isinstance(value, dict):
                for v in value.values():
                    yield from rows(v)
            elif isinstance(value, list) and len(value) != 2:
                yield value

        assert all(len(row) == 6 and all(isinstance(form, str) for form in row) for row in rows(wordlist(name)))


class DescribeDoubts:
    def it_has_a_text_for_every_doubt_and_a_doubt_for_every_text(self) -> None:
        ids = {v for k, v in vars(doubt_ids).items() if k.isupper()}

        assert {code.id for code in codes.BOOK} == ids

    def it_never_stops_the_work(self) -> None:
        assert {code.severity for code in codes.BOOK} == {"note", "warning"}


class DescribeForms:
    def it_gives_a_form_by_the_name_of_its_case(self) -> None:
        forms = NameForms.of(["а", "б", "в", "г", "д", "е"])

        assert [forms.case(c) for c in CASES] == list(forms.six)
        with pytest.raises(ValueError, match="loc"):
            forms.case("loc")
