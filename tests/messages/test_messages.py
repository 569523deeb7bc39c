"""Every message speaks Russian and Kazakh: whole catalogues, the same names inside, compiled from what is written."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path

import pytest

from panahat.messages import LANGUAGES, make, translator, user_language
from panahat.messages.catalogue import Catalogue
from panahat.messages.make import compiled, load, po_file

template = cache(make.template)
FIELD = re.compile(r"\{[a-z_]*\}")


@pytest.mark.parametrize("language", ["ru", "kk"])
class DescribeCatalogue:
    def it_translates_every_text_of_the_program_and_no_other(self, language: str) -> None:
        wanted = {m.id for m in template() if m.id}
        found = {m.id: m.string for m in load(language) if m.id}
        assert not wanted - set(found), "run `make messages`"
        assert not set(found) - wanted, "run `make messages`"
        assert not [text for text, said in found.items() if not said]

    def it_keeps_the_names_inside_each_text(self, language: str) -> None:
        for m in load(language):
            if m.id:
                assert sorted(FIELD.findall(str(m.string))) == sorted(FIELD.findall(str(m.id))), m.id

    def it_is_compiled_from_what_is_written(self, language: str) -> None:
        assert po_file(language).with_suffix(".mo").read_bytes() == compiled(language), "run `make messages`"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_catalogue_says_what_gettext_says(language: str) -> None:
    file = po_file(language).with_suffix(".mo")
    with file.open("rb") as stream:
        standard = gettext.GNUTranslations(stream)
    texts = [str(m.id) for m in template() if m.id]
    assert len(texts) > 1000
    for text in [*texts, "no such text", "a", "я"]:
        assert translator(language)(text) == standard.gettext(text)


def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"x" * 40):
        (tmp_path / "x.mo").write_bytes(content)
        with pytest.raises(ValueError, match="catalogue"):
            Catalogue(tmp_path / "x.mo")


class DescribeLanguageOfTheUser:
    def it_is_the_asked_one_else_the_locales_else_russian(self) -> None:
        assert user_language("kk", {"LANG": "en_US.UTF-8"}) == "kk"
        assert user_language(None, {"LANG": "en_US.UTF-8"}) == "en"
        assert user_language(None, {"LC_ALL": "kk_KZ.UTF-8", "LANG": "en_US"}) == "kk"
        assert user_language(None, {"LANG": "C"}) == "ru"

    def it_says_english_for_english(self) -> None:
        assert translator("en")("error") == "error"
        assert translator("ru")("error") == "ошибка"
        assert set(LANGUAGES) == {"ru", "kk", "en"}


def test_kazakh_messages_have_one_word_for_the_client_and_one_for_an_argument() -> None:
    said = [str(m.string).lower() for m in load("kk") if m.id]
    assert not [text for text in said if "сенім білдіруші" in text]
    assert not [text for text in said if re.search(r"уәж(?!де[лу])", text)]
