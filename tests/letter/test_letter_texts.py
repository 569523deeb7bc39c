"""The letter: its twelve parts, what is known apart from what is told, and every fact where it belongs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from letter_world import CASES, DELETE, KIND, WORKED, changed, letter, parts, workspace

from panahat.building import make
from panahat.library import shipped
from panahat.render.reading_back import paragraphs
from panahat.render.template import compile_template

FOLDER = shipped() / "filings" / KIND
LANGUAGES = ("ru", "kk", "en")
EVERYWHERE = [(case, language) for case in WORKED for language in LANGUAGES]


class DescribeTheTemplates:
    def it_says_the_same_things_in_the_same_places(self) -> None:
        skeletons = []
        for language in LANGUAGES:
            lines = compile_template(FOLDER / f"{language}.docx").outline
            skeletons.append([(line.style, line.text if line.governs else "", line.row > 0) for line in lines])
        assert skeletons[0] == skeletons[1] == skeletons[2]

    def it_prints_the_same_names_in_the_same_paragraphs(self) -> None:
        own = set("short he v into text nom gen dat acc ins loc abl attr since main_language".split())
        told = []
        for language in LANGUAGES:
            lines = compile_template(FOLDER / f"{language}.docx").outline
            told.append([set(re.findall(r"[a-z_]+(?:\.[a-z_]+)+", line.text)) for line in lines])
        for ru, kk, en in zip(*told, strict=True):
            common = [{n for n in names if not own & set(n.split("."))} for names in (ru, kk, en)]
            assert common[0] == common[1] == common[2]

    @pytest.mark.parametrize("language", LANGUAGES)
    def it_never_says_what_a_letter_must_not(self, language: str) -> None:
        text = (FOLDER / f"{language}.txt").read_text("utf-8").lower()
        for word in (
            "требуем",
            "обязаны",
            "ручаемся",
            "выдающ",
            "сфабрикован",
            "точно убьют",
            "всем, кого это касается",
        ):
            assert word not in text
        for word in ("we demand", "obliged", "we vouch", "outstanding", "fabricated", "to whom it may concern"):
            assert word not in text
        for word in ("талап етеміз", "міндеттісіздер", "кепілдік береміз", "көрнекті"):
            assert word not in text


@pytest.mark.parametrize(("case", "language"), EVERYWHERE)
class DescribeALetter:
    def it_has_twelve_parts_or_eleven_without_service(self, case: str, language: str) -> None:
        found = parts(letter(case, None, language))
        numbered = [h for h in found if re.match(r"\d+\. ", h)]
        assert len(numbered) == (10 if case == "refused-officer" else 9)
        assert [int(h.split(".")[0]) for h in numbered] == list(range(1, len(numbered) + 1))
        assert len(found) == len(numbered) + 2  # addressee and subject before them, annexes after

    def it_names_the_person_in_the_subject_as_the_passport_does(self, case: str, language: str) -> None:
        draft = letter(case, None, language)
        (subject,) = [p.text for p in draft.paragraphs if p.style == "Тема"]
        name = changed(case).case.client.name
        assert name.latin is not None
        assert name.latin in subject

    def it_is_whole_and_tidy(self, case: str, language: str) -> None:
        draft = letter(case, None, language)
        assert draft.problems == ()
        assert "⟦" not in draft.text
        assert not re.search("[\ue000-\uf8ff]", draft.text)

    def it_refers_only_to_annexes_it_lists(self, case: str, language: str) -> None:
        draft = letter(case, None, language)
        known = {a.id for a in changed(case).case.annexes}
        named = {annex for p in draft.paragraphs for annex in p.annexes}
        assert named <= known
        assert len([p for p in draft.paragraphs if p.style == "Приложение"]) == len(known)

    def it_can_be_read_back_from_the_word_file(self, case: str, language: str) -> None:
        made = make(workspace(), workspace().load(CASES / f"{case}.yaml"), KIND, language, base=CASES)
        printed = [p.text for p in paragraphs(made.filing) if p.part == "word/document.xml" and p.text]
        assert printed == [p.text for p in made.drafts[0].paragraphs]


class DescribeWhatIsKnownAndWhatIsTold:
    def it_stands_under_its_own_label(self) -> None:
        found = parts(letter("journalist"))["3. Activities and views"]
        known, documented, reported = (
            found.index(label)
            for label in ("What we know first-hand:", "What the documents show:", "What others have told us:")
        )
        assert known < documented < reported
        assert "working notes" in found[known + 1]
        assert "26 had appeared" in found[documented + 1]
        assert "(reported by: the former editor of the newspaper; annex\u00a07)." in found[reported + 1]

    def it_moves_when_the_source_changes(self) -> None:
        draft = letter(
            "journalist",
            {"visa.statements[0].source": "reported", "visa.statements[0].by": {"ru": "x", "en": "a pupil"}},
        )
        found = parts(draft)["3. Activities and views"]
        assert "What we know first-hand:" not in found
        assert any("(reported by: a pupil)." in text for text in found)

    def it_names_the_one_who_reported(self) -> None:
        for text in letter("client-with-family").text.splitlines():
            if "reported by" in text:
                assert re.search(r"reported by: her (husband|lawyer in Russia)", text)


class DescribeTheRequest:
    def it_cites_the_rule_in_the_language_of_the_state(self) -> None:
        for language in LANGUAGES:
            asked = letter("journalist", None, language).text
            assert "Nařízení vlády č.\u00a055/2024 Sb., §\u00a02 odst.\u00a01 písm.\u00a0f)" in asked

    def it_asks_for_a_laissez_passer_where_there_is_no_passport(self) -> None:
        assert "paper" in letter("refused-officer").asks
        assert "laissez-passer" in letter("refused-officer").text
        assert "paper" not in letter("journalist").asks

    def it_names_every_relative_who_travels(self) -> None:
        draft = letter("client-with-family")
        asked = next(p.text for p in draft.paragraphs if p.text.startswith("We ask you to consider"))
        for name in ("ABDRASHEV TIMUR (husband)", "ABDRASHEV AMIR (son)", "ABDRASHEVA LIIA (daughter)"):
            assert name in asked

    def it_makes_one_request_and_says_until_when(self) -> None:
        for case, sentence in (
            ("journalist", "We ask you to consider urgently, by 20\u00a0December 2026, the application of"),
            ("refused-officer", "We ask you to consider urgently the application of"),
        ):
            asked = [p.text for p in letter(case).paragraphs if p.text.startswith("We ask you to consider")]
            assert len(asked) == 1
            assert asked[0].replace("\u00a0", " ").startswith(sentence.replace("\u00a0", " "))
        assert "urgently" not in letter("journalist", {"visa.urgency": DELETE}).text

    def it_says_that_the_programme_is_not_known_to_be_open_only_where_so(self) -> None:
        unsure = "We have had no confirmation that it is open at present"
        assert unsure in letter("journalist").text
        assert unsure not in letter("client-with-family").text

    def it_closes_as_letters_do(self) -> None:
        for language, words in (("ru", "С уважением,"), ("kk", "Құрметпен,"), ("en", "Yours faithfully,")):
            assert [p.text for p in letter("journalist", None, language).paragraphs][-2] == words

    def it_says_that_nobody_has_a_right_to_a_visa(self) -> None:
        for case in WORKED:
            assert "there is no right to a visa" in letter(case).text

    def it_asks_for_a_single_case_where_no_programme_is_named(self) -> None:
        text = letter("journalist", {"visa.destination": "germany", "visa.programme": DELETE}).text
        assert "visa for admission from abroad" in text
        assert (
            "Aufenthaltsgesetz (AufenthG), §\u00a022 Satz\u00a02; Aufenthaltsgesetz (AufenthG), §\u00a022 Satz\u00a01"
            in text
        )
        assert "Programme:" not in text


class DescribeTheServiceman:
    def it_is_spoken_of_only_where_there_is_a_service(self) -> None:
        assert "7. Military service" in parts(letter("refused-officer"))
        assert "7. Ties and plans" in parts(
            letter("refused-officer", {"visa.service": DELETE, "visa.profile": "activist"})
        )

    def it_says_plainly_whether_he_fought(self) -> None:
        for value, word in (("true", "yes"), ("false", "no"), (DELETE, "not stated")):
            rows = parts(letter("refused-officer", {"visa.service.took_part": value}))["7. Military service"]
            assert rows[rows.index("Took part in fighting") + 1] == word

    def it_gives_his_account_as_his(self) -> None:
        text = letter("refused-officer").text
        assert "According to Mr\u00a0Priakhin and the documents:" in text
        assert "Mr\u00a0Priakhin states that he took no part in war crimes" in text


class DescribeThePassport:
    @pytest.mark.parametrize(
        ("state", "words"),
        [
            ("valid", "Mr\u00a0Priakhin holds a valid travel passport"),
            ("none", "Mr\u00a0Priakhin has no travel passport."),
            ("expired", "The travel passport has expired."),
            ("taken", "The travel passport has been taken away."),
            ("refused", "Mr\u00a0Priakhin has no valid travel passport: a new one was refused."),
        ],
    )
    def it_is_spoken_of_plainly(self, state: str, words: str) -> None:
        assert words in letter("refused-officer", {"visa.travel_document.state": state}).text

    def it_never_prints_an_address_of_the_client(self) -> None:
        address = {"ru": "улица Тайная, дом 1", "kk": "Тайная көшесі, 1-үй", "en": "1 Taynaya Street"}
        for language in LANGUAGES:
            assert "Тайная" not in letter("journalist", {"client.address": address}, language).text
        assert "Taynaya" not in letter("journalist", {"client.address": address}).text


class DescribeConsentAndPrivacy:
    @pytest.mark.parametrize(
        ("home", "kazakhstan", "words"),
        [
            ("true", "true", "to the authorities of the Russian Federation or the Republic of Kazakhstan, even when"),
            ("true", "false", "to the authorities of the Russian Federation, even when"),
            ("false", "true", "to the authorities of the Republic of Kazakhstan, even when"),
            ("false", "false", "We ask you not to publish"),
        ],
    )
    def it_names_whom_the_data_must_not_reach(self, home: str, kazakhstan: str, words: str) -> None:
        flags = {"not_to_home_state": home, "not_to_kazakhstan": kazakhstan, "not_to_publish": "true"}
        assert words in letter("journalist", {"visa.confidential": flags}).text

    def it_names_each_child_its_consent_and_the_state_that_reads_of_it(self) -> None:
        text = letter("client-with-family").text.replace("\u00a0", " ")
        for name in ("ABDRASHEV AMIR (son, born 10 March 2015)", "ABDRASHEVA LIIA (daughter, born 30 November 2021)"):
            assert f"{name}: consent has been given" in text
        assert "State with which it is shared: Swiss Confederation (annex 11)." in text
        silent = letter("client-with-family", {"visa.family[2].consents": DELETE}).text
        assert "ABDRASHEVA LIIA (daughter, born" not in silent

    def it_says_nothing_of_consent_that_was_not_given(self) -> None:
        assert "consented" not in letter("journalist", {"visa.consent": DELETE}).text


class DescribeWhatItAnnounces:
    def it_cites_mandate_statement_and_registration_each_by_its_own_annex(self) -> None:
        texts = [p.text for p in letter("journalist").paragraphs if p.annexes == ("mandate",)]
        assert any("with the knowledge of her counsel" in text for text in texts)
        assert any(p.annexes == ("statement",) and "own account" in p.text for p in letter("journalist").paragraphs)
        assert any(p.annexes == ("registration",) and "registration" in p.text for p in letter("journalist").paragraphs)

    def it_sorts_only_by_sources_that_there_are(self) -> None:
        only = {f"visa.statements[{n}].source": "documented" for n in (0, 2, 5, 7)}
        proofs = {f"visa.statements[{n}].proof": ["statement"] for n in (0, 2, 5, 7)}
        text = letter("journalist", {**only, **proofs}).text
        assert "What follows is drawn from the documents." in text
        assert "first-hand" not in text

    def it_says_why_no_asylum_was_sought_or_is_silent_on_it(self) -> None:
        assert "No application for refugee status has been made in Kazakhstan. She knows" in letter("journalist").text
        assert "refugee status" not in letter("journalist", {"visa.asylum_not_sought": DELETE}).text

    def it_leaves_no_cell_empty(self) -> None:
        rows = [p.text for p in letter("client-with-family", {"visa.family[2].document": DELETE}).paragraphs]
        assert "not stated" in rows
        assert not [text for text in rows if text.strip().startswith(("–\u00a0(", "– (", "— ("))]


class DescribeLanguages:
    def it_marks_a_text_without_english(self) -> None:
        draft = letter("journalist", {"visa.plan": {"ru": "Она будет работать."}})
        assert "⟦untranslated: visa.plan⟧" in draft.text
        assert [p.where for p in draft.problems] == ["visa.plan"]

    def it_prints_no_russian_sentence_in_an_english_letter(self) -> None:
        for case in WORKED:
            for p in letter(case).paragraphs:
                words = re.findall("[а-яё]{4,}", p.text)
                assert not words or p.style == "Таблица", p.text

    def it_declines_the_client_in_russian(self) -> None:
        text = letter("refused-officer", None, "ru").text
        for form in ("Мы знаем Г.В.\u00a0Пряхина", "обращение Г.В.\u00a0Пряхина", "Г.В.\u00a0Пряхин заявляет"):
            assert form in text

    def it_says_the_same_in_kazakh_and_russian(self) -> None:
        for case in WORKED:
            made = make(workspace(), workspace().load(CASES / f"{case}.yaml"), KIND, "kk-ru", base=CASES)
            assert len(made.drafts) == 2
            assert not [p.code.id for p in made.problems if p.code.id.startswith("draft/parity")]


def _words(file: bytes) -> str:
    """The file's text, a line a paragraph, with plain spaces."""
    return "\n".join(p.text for p in paragraphs(file)).replace("\N{NO-BREAK SPACE}", " ")


class DescribeTheOffice:
    def it_may_put_its_own_letterhead_into_its_own_folder(self, tmp_path: Path) -> None:
        from io import BytesIO

        from docx import Document

        own = tmp_path / "filings" / KIND
        own.mkdir(parents=True)
        document = Document(str(FOLDER / "en.docx"))
        name = next(p for p in document.paragraphs if p.text == "{{ visa.recommender.name }}")
        name.runs[0].text = "Our own letterhead"
        content = BytesIO()
        document.save(content)
        (own / "en.docx").write_bytes(content.getvalue())
        draft = workspace(tmp_path).draft(changed("journalist"), KIND, "en")
        assert draft.paragraphs[0].text == "Our own letterhead"
        assert letter("journalist").paragraphs[0].text == "Public Foundation “Open Line”"

    def it_reads_on_the_review_sheet_to_whom_the_letter_goes(self) -> None:
        made = make(workspace(), workspace().load(CASES / "refused-officer.yaml"), KIND, "en", base=CASES)
        sheet = "\n".join(p.text for p in paragraphs(made.sheet))
        assert "To the Consular Section, Embassy of the French Republic" in sheet
        assert "Участие в боях против Украины" in sheet
        assert "Франция: Отказ возможен" in sheet

    def it_reads_there_each_rule_of_the_state_its_source_and_its_doubt_until_confirmed(self, tmp_path: Path) -> None:
        def rows(office: Path | None) -> list[str]:
            made = make(workspace(office), workspace().load(CASES / "journalist.yaml"), KIND, "ru", base=CASES)
            table = _words(made.sheet).split("2. Правила")[1].split("3. Слова")[0]
            return table.split("☐")[1:]

        charge, rule, programme = rows(None)
        assert "207.3" in charge
        assert "Nařízení vlády č. 55/2024 Sb. § 2 odst. 1 písm. f)" in rule
        assert "«Гражданское общество»" in programme
        assert "статус неизвестен" in programme
        assert "сверить перед использованием" in rule
        assert "сверить перед использованием" in programme
        confirmed = "- {key: czechia, edition_on: 2026-11-20, by: А.Б., on: 2026-11-20}\n"
        (tmp_path / "confirmations.yaml").write_text(confirmed, "utf-8")
        assert not any("сверить перед использованием" in row for row in rows(tmp_path)[1:])

    def it_reads_there_what_the_letter_asks_for(self) -> None:
        made = make(workspace(), workspace().load(CASES / "client-with-family.yaml"), KIND, "ru", base=CASES)
        choices = _words(made.sheet).split("Решено программой")[1]
        assert "2) рассмотреть вместе с ним обращения членов семьи" in choices
        assert "суд" not in _words(made.sheet).lower().split("решено программой")[0].split("2. правила")[0]

    def it_makes_the_final_letter_once_everything_is_confirmed(self, tmp_path: Path) -> None:
        rows = [f"- {{key: {key}, edition_on: 2026-11-20, by: А.Б., on: 2026-11-20}}" for key in ("france", "ru-uk")]
        (tmp_path / "confirmations.yaml").write_text("\n".join(rows), "utf-8")
        made = make(
            workspace(tmp_path), workspace().load(CASES / "refused-officer.yaml"), KIND, "en", final=True, base=CASES
        )
        assert "DRAFT" not in "\n".join(p.text for p in paragraphs(made.filing))
        assert not [p.code.id for p in made.problems if p.level == "error"]
