"""What the words of a case file mean: the English words a key may hold, with the meaning the starter file prints."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from panahat.messages import LANGUAGES, Translator, translator

_EXAMPLE = re.compile(r": \d{4}-\d\d.*$")


@cache
def meanings() -> dict[str, str]:
    """The meaning of every word, from words.txt beside this module."""
    lines = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def without_example(description: str) -> str:
    """What a fact is, without the day or hour that its help gives as an example."""
    return _EXAMPLE.sub("", description)


def glossed(words: tuple[str, ...]) -> str:
    """The words with their meanings, as a fact of a problem that is translated when it is shown."""
    known = meanings()
    return ", ".join(f"{word} (@{{{known[word]}}})" if word in known else word for word in words)


def meant_word(value: str, words: tuple[str, ...]) -> str | None:
    """The word whose meaning in Russian, Kazakh or English is `value`; None where none is."""
    said = value.strip(" .").casefold()
    said_of = [(word, meanings().get(word, word)) for word in words]
    return next(
        (w for w, meaning in said_of for tr in map(translator, LANGUAGES) if tr(meaning).casefold() == said), None
    )


def nearest_words(value: str, words: tuple[str, ...], n: int = 3) -> tuple[str, ...]:
    """The `n` words whose key or meaning, in any language, is most like `value`, the nearest first."""
    from difflib import SequenceMatcher

    said = value.strip(" .").casefold()

    def likeness(word: str) -> float:
        meaning = meanings().get(word, word)
        names = (word, *(tr(meaning).casefold() for tr in map(translator, LANGUAGES)))
        return max(SequenceMatcher(None, said, name).ratio() for name in names)

    return tuple(sorted(words, key=likeness, reverse=True)[:n])


def explained(words: tuple[str, ...], tr: Translator) -> str:
    """The words with their meanings where these say more: «male (мужской), female (женский)»."""
    said = ((word, tr(meanings()[word]) if word in meanings() else word) for word in words)
    return ", ".join(
        word if meaning.lower() == word.replace("-", " ") else f"{word} ({meaning})" for word, meaning in said
    )
