"""Searching the registry: what a person types finds the key that a case file takes."""

from __future__ import annotations

from datetime import date

import pytest

from panahat.law.describing import SECTIONS, describe
from panahat.law.registry import Law, load_law
from panahat.law.searching import near, search
from panahat.library import Library

TODAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law(Library.standing(), TODAY)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("592", "kz-upk-592-1"),
        ("УПК 590", "kz-upk-590-1-1"),
        ("КоАП 517", "kz-koap-517-2"),
        ("ст. 592 УПК РК ч. 7", "kz-upk-592-7"),
        ("592-бап", "kz-upk-592-1"),
        ("dl-592", "dl-592-complaint"),
        ("УК РФ кража", "ru-uk-158"),
        ("мелкое хищение", "kz-uk-187"),
        ("Литва", "lithuania"),
        ("Germany", "germany"),
        ("Германия", "germany"),
    ],
)
def test_the_best_entry_comes_first(law: Law, asked: str, first: str) -> None:
    assert search(law, asked)[0].key == first


@pytest.mark.parametrize(
    ("asked", "section", "key"),
    [
        ("прокуратурой", "body", "gp"),
        ("бас прокуратура", "body", "gp"),
        ("жоғарғы сот", "body", "sc"),
        ("torture", "norm", "cat-3"),
        ("592", "deadline", "dl-592-complaint"),
        ("КоАП", "act", "kz-koap"),
        ("повторное нарушение", "warning", "w-repeat-offence"),
    ],
)
def test_every_kind_of_entry_is_found_in_every_language(law: Law, asked: str, section: str, key: str) -> None:
    assert (section, key) in {(hit.section, hit.key) for hit in search(law, asked)}


def test_a_number_is_taken_as_it_is_written(law: Law) -> None:
    assert not any(hit.key.startswith("kz-upk-592") for hit in search(law, "УПК 59"))
    assert {hit.key for hit in search(law, "УПК 589-1")} < {hit.key for hit in search(law, "УПК")}


@pytest.mark.parametrize("word", ["прокурарура", "аппеляция", "upk-592", "kz-upk-592-99", "УПК 9999"])
def test_keys_are_offered_where_nothing_fits(law: Law, word: str) -> None:
    assert search(law, word) == []
    assert 0 < len(near(law, word)) <= 4


@pytest.mark.parametrize("word", ["", "…", "!?", "zzzz"])
def test_what_means_nothing_finds_nothing(law: Law, word: str) -> None:
    assert search(law, word) == []
    assert near(law, word) == []


def test_every_key_that_is_found_can_be_shown(law: Law) -> None:
    for section, _ in SECTIONS.values():
        for key in getattr(law, section):
            shown = describe(law, key, TODAY)
            assert shown
            assert shown["key"] == key
