"""Bodies, offices and places in six cases."""

from __future__ import annotations

from typing import Any

import pytest
from russian_gold import listed, six, table

from panahat.language.russian.paradigms import adjective, feminine, masculine, neuter
from panahat.language.russian.phrase_words import known, tokens
from panahat.language.russian.phrases import decline_phrase
from panahat.language.wordlists import pairs, wordlist, words

CLASSES, ROWS = table("phrases.yaml")
LIST = "ru/phrases"


class DescribePhrases:
    @pytest.mark.parametrize("row", ROWS)
    def it_declines_every_phrase_of_the_table(self, row: str) -> None:
        expected = six(row, CLASSES)

        forms = decline_phrase(expected[0])

        assert forms.six == expected
        assert forms.doubts == ()

    def it_has_a_table_of_at_least_120_different_phrases(self) -> None:
        assert len({six(row, CLASSES)[0] for row in ROWS}) >= 120

    @pytest.mark.parametrize("text", ["в городе Алматы", "10 сотрудников", "три сотрудника полиции", "Bundesamt"])
    def it_leaves_what_it_does_not_understand_and_says_so(self, text: str) -> None:
        forms = decline_phrase(text)

        assert set(forms.six) == {text}
        assert forms.doubts == ("language/phrase-unknown-head",)

    def it_says_when_an_ending_is_guessed(self) -> None:
        forms = decline_phrase("Росфинмониторинг")

        assert forms.dat == "Росфинмониторингу"
        assert forms.doubts == ("language/phrase-guessed-head",)

    def it_says_when_a_surname_does_not_tell_the_gender(self) -> None:
        forms = decline_phrase("следователь Оспан Р.Т.")

        assert forms.gen == "следователя Оспана Р.Т."
        assert forms.doubts == ("language/phrase-person",)

    def it_does_not_take_a_genitive_after_and_for_a_second_main_word(self) -> None:
        assert decline_phrase("отдел полиции и службы безопасности").dat == "отделу полиции и службы безопасности"

    def it_does_not_decline_an_accusative_after_a_preposition(self) -> None:
        assert decline_phrase("обращение в прокуратуру и суд").gen == "обращения в прокуратуру и суд"

    def it_does_not_raise_an_adjective_to_another_degree(self) -> None:
        assert decline_phrase("высший чиновник").gen == "высшего чиновника"
        assert decline_phrase("третий чиновник").gen == "третьего чиновника"

    def it_reads_a_word_that_is_noun_and_adjective_as_what_it_is_here(self) -> None:
        assert decline_phrase("рабочий день").gen == "рабочего дня"
        assert decline_phrase("рабочий день").acc == "рабочий день"
        assert decline_phrase("дежурная часть").acc == "дежурную часть"
        assert decline_phrase("полицейский").acc == "полицейского"
        assert decline_phrase("полицейский участок").acc == "полицейский участок"

    @pytest.mark.parametrize(
        "text", ["и.о. прокурора г. Алматы.", "суд  № 2,  (город)", "«А» — Б. и В/1", "отдел\u00a0полиции"]
    )
    def it_keeps_every_sign_and_space(self, text: str) -> None:
        assert "".join(tokens(text)) == text
        assert decline_phrase(text).nom == text


@pytest.fixture(scope="module")
def morph() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


class DescribeTheWordList:
    """Our endings of listed words beside pymorphy3's."""

    def inflected(self, morph: Any, word: Any, wanted: Any, number: Any = "sing") -> Any:
        """The six forms of every nominative reading of `word`, е for ё."""
        out = []
        for parse in morph.parse(word):
            if parse.tag.case == "nomn" and parse.tag.number == number and wanted & set(parse.tag.grammemes):
                forms = [parse.inflect({case, number}) for case in ("nomn", "gent", "datv", "accs", "ablt", "loct")]
                out.append(tuple(f.word.replace("ё", "е") for f in forms if f is not None))
        return out

    @pytest.mark.parametrize(
        ("key", "build"),
        [
            ("things", lambda w: masculine(w, animate=False, stem=pairs(LIST, "stems").get(w))),
            (
                "people",
                lambda w: masculine(
                    w, animate=True, stem=pairs(LIST, "stems").get(w), stressed=w in words(LIST, "stress_on_ending")
                ),
            ),
            ("feminine", feminine),
            ("men_in_a", feminine),
            ("neuter", neuter),
        ],
    )
    def it_gives_every_noun_the_dictionary_forms(self, morph: Any, key: str, build: Any) -> None:
        wrong = []
        for word in sorted(words(LIST, key)):
            own = tuple(f.replace("ё", "е") for f in build(word))
            found = self.inflected(morph, word, {"NOUN"})
            if own not in found and morph.word_is_known(word):
                wrong.append((own, found))
        assert wrong == []

    def it_gives_every_plural_the_dictionary_forms(self, morph: Any) -> None:
        for word, forms in wordlist(LIST)["plurals"].items():
            assert (word, *forms.split()) in self.inflected(morph, word, {"NOUN"}, "plur")

    @pytest.mark.parametrize(
        "word",
        listed(
            "верховный следственный городской областной военный внутренний большой младший бывший дальний рабочий "
            "верховная городская внутренняя младшая рабочая верховное внутреннее городское старшее "
            "верховные внутренние городские содержащийся содержащаяся рассматривающее"
        ),
    )
    def it_gives_adjectives_the_dictionary_forms(self, morph: Any, word: str) -> None:
        found_forms = adjective(word, animate=False)
        assert found_forms is not None
        gender, forms = found_forms
        number = "plur" if gender == "p" else "sing"
        found = self.inflected(morph, word, {"ADJF", "PRTF"}, number)

        assert any(forms[:3] + forms[4:] == f[:3] + f[4:] for f in found if len(f) == 6)
        assert forms[3] == (f"{word[:-2]}ую" if word.endswith("ая") and gender == "f" else forms[3])

    def it_lists_no_word_twice(self) -> None:
        keys = ("things", "people", "feminine", "men_in_a", "neuter")
        listed = [w for key in keys for w in wordlist(LIST)[key].split()]
        assert len(listed) == len(set(listed))

    def it_reads_every_person_that_looks_like_an_adjective(self) -> None:
        for word in words(LIST, "adjectives_for_persons"):
            assert [r.kind for r in known(word)] == ["person"]
