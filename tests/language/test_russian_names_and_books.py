"""Names beside two independent sources: pytrovich, and the dictionary of pymorphy3."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from russian_gold import six, table

from panahat.language.russian.name_words import NamePart, by_library, settled
from panahat.language.russian.names import decline_given, decline_patronymic, decline_surname
from panahat.language.russian.paradigms import fold

DECLINE = {"Surn": decline_surname, "Name": decline_given, "Patr": decline_patronymic}
PARTS: tuple[NamePart, ...] = ("surname", "given", "patronymic")
DISPUTED = ("ец", "ок", "ёк", "ин", "ий", "ия", "ая", "уа", "ь", "ч", "ш", "ж", "ц", "ой")


def plain_words() -> Iterator[tuple[str, NamePart, bool]]:
    """(word, part, female) of the gold table's settled words; pytrovich gets men's names in -ек wrong («Ермька»)."""
    classes, rows = table("names.yaml")
    for row in rows:
        for part, text in zip(PARTS, six(row[2:], classes)[0].split(" / "), strict=False):
            for word in fold(text).replace("-", " ").split():
                if len(word) > 1 and not word.endswith("ек") and settled(word, part, row[0] == "f") is not None:
                    yield word, part, row[0] == "f"


@pytest.mark.parametrize(("word", "part", "female"), sorted(set(plain_words())))
def it_gives_the_same_settled_forms_as_pytrovich(
    word: str, part: NamePart, female: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = settled(word, part, female)
    monkeypatch.setattr("panahat.language.russian.name_words.settled", lambda *_: None)

    assert own == tuple(form.replace("ьёй", "ьей") for form in by_library(word, part, female))


def it_settles_plain_surnames_as_pytrovich_would(monkeypatch: pytest.MonkeyPatch) -> None:
    stems = "бел гор петр ахмет тургун жаркын ковальч литвин сидор богдан зимн абдулл".split()
    men = "ов ев ин ын ский цкий ай ат ар им ул ус ад уз ик ап ах аб".split()
    women = "ова ева ина ына ская цкая ная ёная лая рая вая тая дая гая кая хая".split()
    made = [(s + end, ends is women) for ends in (men, women) for s in stems for end in ends]
    own = {word: six for word, female in made if (six := settled(word, "surname", female))}
    assert len(own) > len(made) * 0.9
    monkeypatch.setattr("panahat.language.russian.name_words.settled", lambda *_: None)

    assert own == {word: by_library(word, "surname", female) for word, female in made if word in own}


def dictionary_names(prefix: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(kind, gender, six forms) of the names in pymorphy3's dictionary that begin with `prefix`."""
    from pymorphy3 import MorphAnalyzer

    for parse in MorphAnalyzer(lang="ru").iter_known_word_parses(prefix):
        tag = parse.tag
        kind = next((k for k in DECLINE if k in tag), None)
        if (
            kind is None
            or tag.case != "nomn"
            or tag.number != "sing"
            or "Fixd" in tag
            or tag.gender not in ("masc", "femn")
        ):
            continue
        forms = [parse.inflect({case, "sing"}) for case in ("nomn", "gent", "datv", "accs", "ablt", "loct")]
        if all(forms):
            yield kind, tag.gender, tuple(f.word for f in forms)


def it_agrees_with_the_dictionary_wherever_the_ending_is_not_disputed() -> None:
    names = list(itertools.chain.from_iterable(dictionary_names(p) for p in ("ми", "са", "ну", "же")))
    differ = [
        forms
        for kind, gender, forms in names
        if not forms[0].endswith(DISPUTED)
        and DECLINE[kind](forms[0], gender == "femn").six != tuple(_as_written(f, forms[0]) for f in forms)
    ]

    assert len(names) > 1000
    assert differ == []


def _as_written(form: str, nominative: str) -> str:
    return form if "ё" in nominative else form.replace("ё", "е")
