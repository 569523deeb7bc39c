"""A Kazakh letter lost to its Russian neighbour in a known term is found, with its word and letter."""

from __future__ import annotations

import pytest

from panahat.language.kazakh.lost_letters import lost_letters


@pytest.mark.parametrize(
    ("text", "word", "letter", "meant"),
    [
        ("Казақстан Республикасының Жоғарғы Соты", 1, 1, "қ"),
        ("Қазақстан Республикасының Жогарғы Соты", 3, 3, "ғ"),
        ("Бас прокурордың кылмыстық ісі", 3, 1, "қ"),
    ],
)
def test_it_names_word_letter_and_what_was_meant(text: str, word: int, letter: int, meant: str) -> None:
    assert [(f.word, f.letter, f.meant) for f in lost_letters(text)] == [(word, letter, meant)]


def test_right_words_and_russian_names_are_left_alone() -> None:
    assert lost_letters("Қазақстан Республикасының Жоғарғы Сотына Караулов Тимур жүгінді") == []
