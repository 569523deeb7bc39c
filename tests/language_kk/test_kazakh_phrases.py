"""Bodies, offices and places in seven cases."""

from __future__ import annotations

import pytest
from kazakh_gold import TABLE, rows

from panahat.language.kazakh.phrases import decline_phrase
from panahat.language.wordlists import wordlist


class DescribeTheTable:
    @pytest.mark.parametrize("row", rows("phrases"), ids=lambda row: row[0])
    def it_declines_the_last_word_of_a_phrase(self, row: tuple[str, ...]) -> None:
        forms = decline_phrase(row[0])

        assert forms.seven == row
        assert forms.doubts == ()

    @pytest.mark.parametrize(("nom", "case", "form"), TABLE["seen"])
    def it_prints_the_forms_of_official_texts(self, nom: str, case: str, form: str) -> None:
        assert decline_phrase(nom).case(case) == form


class DescribePossessives:
    @pytest.mark.parametrize("word", ["Соты", "бабы", "қаулысы", "прокуратурасы", "шешімі", "орынбасары"])
    def it_never_gives_a_possessive_the_dative_of_a_plain_word(self, word: str) -> None:
        dative = decline_phrase(word).dat

        assert dative in (word + "на", word + "не")

    def it_says_when_it_takes_a_word_for_a_possessive_by_its_ending(self) -> None:
        forms = decline_phrase("ауылдың шеберханы")

        assert forms.dat == "ауылдың шеберханына"
        assert forms.doubts == ("language/kk-guessed-possessive",)

    def it_does_not_doubt_a_listed_head(self) -> None:
        heads = wordlist("kk/phrases")["possessive"].split()

        assert len(heads) > 100
        assert [h for h in heads if decline_phrase(h).doubts] == []

    def it_leaves_listed_words_in_y_and_i_plain(self) -> None:
        plain = wordlist("kk/phrases")["plain"].split()

        assert [w for w in plain if decline_phrase(w).acc not in (w + "ны", w + "ні")] == []


class DescribeTheWordLists:
    @pytest.mark.parametrize("key", ["possessive", "possessive_endings", "plain", "plain_endings"])
    def it_lists_words_that_can_be_taken_for_possessives_and_each_once(self, key: str) -> None:
        listed = wordlist("kk/phrases")[key].split()

        assert [w for w in listed if w[-1] not in "ыі" or not w.islower()] == []
        assert len(set(listed)) == len(listed)


class DescribeTheStateBeforeABody:
    def it_drops_the_middle_genitive(self) -> None:
        assert decline_phrase("Қазақстан Республикасының Бас прокуратурасы").gen == (
            "Қазақстан Республикасы Бас прокуратурасының"
        )

    def it_keeps_it_in_every_other_case(self) -> None:
        forms = decline_phrase("Қазақстан Республикасының Бас прокуратурасы")

        assert all(f.startswith("Қазақстан Республикасының Бас прокуратурасы") for f in forms.seven if f != forms.gen)


class DescribeOtherEndings:
    def it_puts_the_suffix_behind_a_quotation_mark_with_a_hyphen_and_says_so(self) -> None:
        forms = decline_phrase("«Мемориал»")

        assert forms.gen == "«Мемориал»-дың"
        assert forms.doubts == ("language/kk-quoted-name",)

    def it_reads_an_abbreviation_by_its_last_letter_and_says_so(self) -> None:
        forms = decline_phrase("ҚР ЖЗМ")

        assert forms.gen == "ҚР ЖЗМ-нің"
        assert forms.doubts == ("language/kk-abbreviation",)

    def it_does_not_doubt_an_abbreviation_that_was_seen(self) -> None:
        assert decline_phrase("ҚПК").doubts == ()

    @pytest.mark.parametrize(("text", "gen"), [("№ 3", "№ 3-тің"), ("№ 592", "№ 592-нің"), ("№ 100", "№ 100-дің")])
    def it_reads_a_number(self, text: str, gen: str) -> None:
        assert decline_phrase(text).gen == gen

    def it_adds_a_vowel_after_sk_and_says_so(self) -> None:
        forms = decline_phrase("Минск")

        assert forms.dat == "Минскіге"
        assert forms.doubts == ("language/kk-final-cluster",)

    def it_leaves_latin_letters_as_written_and_says_so(self) -> None:
        forms = decline_phrase("Human Rights Watch")

        assert set(forms.seven) == {"Human Rights Watch"}
        assert forms.doubts == ("language/kk-foreign-letters",)

    @pytest.mark.parametrize("text", ["", "№", "...", "–", "Ш.", "«»"])
    def it_leaves_what_has_no_word_as_written_and_says_so(self, text: str) -> None:
        forms = decline_phrase(text)

        assert set(forms.seven) == {text}
        assert forms.doubts != ()

    def it_declines_both_parts_of_a_double_term(self) -> None:
        assert decline_phrase("ұстап беру (экстрадициялау)").dat == "ұстап беруге (экстрадициялауға)"

    def it_says_a_form_by_the_name_of_its_case(self) -> None:
        with pytest.raises(ValueError, match="prep"):
            decline_phrase("сот").case("prep")
