"""The rules of the grammar of filings (part 2), by number, each with its example."""

from __future__ import annotations

from datetime import date

import pytest
from plainly import plain

from panahat.language.kazakh.lexicon import terms
from panahat.language.kazakh.names import decline_name, short_name
from panahat.language.kazakh.numbers import date_forms, spelled_term
from panahat.language.kazakh.phrases import decline_phrase

EMELYAN = ("Ельянова", "Анна", "Сергеевна")
PAVEL = ("Сергеев", "Павел", "Ильич")
STATE = "Қазақстан Республикасы"


class Describe21TableOfSurnames:
    @pytest.mark.parametrize(
        ("surname", "forms"),
        [
            ("Ельянова", "Ельянованың Ельяноваға Ельянованы Ельяновада Ельяновадан Ельяновамен"),
            ("Ногаев", "Ногаевтың Ногаевқа Ногаевты Ногаевта Ногаевтан Ногаевпен"),
            ("Моор", "Моордың Моорға Моорды Моорда Моордан Моормен"),
            ("Зорин", "Зориннің Зоринге Зоринді Зоринде Зориннен Зоринмен"),
            ("Шевченко", "Шевченконың Шевченкоға Шевченконы Шевченкода Шевченкодан Шевченкомен"),
            ("Достоевский", "Достоевскийдің Достоевскийге Достоевскийді Достоевскийде Достоевскийден Достоевскиймен"),
        ],
    )
    def it_declines_each_type(self, surname: str, forms: str) -> None:
        found = short_name(surname, "Анна", None).seven[1:]
        assert [plain(form).removeprefix("А. ") for form in found] == forms.split()


class Describe22ChoiceOfTheSuffix:
    @pytest.mark.parametrize(
        ("word", "forms"),
        [
            ("тараза", "ның ға ны да дан мен"),  # a vowel
            ("ақпан", "ның ға ды да нан мен"),  # м, н, ң
            ("сәуір", "дің ге ді де ден мен"),  # р, л, й, у
            ("наурыз", "дың ға ды да дан бен"),  # з, ж
            ("сот", "тың қа ты та тан пен"),  # voiceless
            ("клуб", "тың қа ты та тан пен"),  # Russian final б
        ],
    )
    def it_looks_at_the_last_sound(self, word: str, forms: str) -> None:
        assert decline_phrase(word).seven[1:] == tuple(word + suffix for suffix in forms.split())

    def it_has_a_set_of_its_own_for_possessives(self) -> None:
        assert " ".join(decline_phrase("қаулысы").seven[1:]) == (
            "қаулысының қаулысына қаулысын қаулысында қаулысынан қаулысымен"
        )
        for wrong in ("қаулысыға", "Сотыға", "бабыға"):
            assert decline_phrase(wrong.removesuffix("ға")).dat != wrong


class Describe23OneSuffixOnTheLastWord:
    def it_stands_on_the_patronymic_of_a_full_name(self) -> None:
        assert decline_name(*EMELYAN).gen == "Ельянова Анна Сергеевнаның"
        assert decline_name(*PAVEL).gen == "Сергеев Павел Ильичтің"

    def it_stands_on_the_surname_after_initials(self) -> None:
        assert plain(short_name(*PAVEL).gen) == "П.И. Сергеевтің"
        assert plain(short_name("Айдарқұлов", "Ақ-Кемел", "Жанұлы").gen) == "А-К.Ж. Айдарқұловтың"

    def it_leaves_the_office_before_a_name_alone(self) -> None:
        assert decline_phrase("адвокат Моор").gen == "адвокат Моордың"


class Describe24Chains:
    def it_drops_the_middle_genitive(self) -> None:
        office = decline_phrase(f"{STATE}ның Бас Прокуроры")
        assert office.gen == f"{STATE} Бас Прокурорының"
        assert decline_phrase(f"{office.gen} қаулысы").dat == f"{STATE} Бас Прокурорының қаулысына"
        assert decline_phrase(f"{office.gen} орынбасары").dat == f"{STATE} Бас Прокурорының орынбасарына"

    def it_keeps_a_full_chain_of_two(self) -> None:
        assert f"{decline_phrase('Бас Прокурор').gen} қаулысы" == "Бас Прокурордың қаулысы"
        assert f"{decline_phrase('Ресей Федерациясы').gen} азаматы" == "Ресей Федерациясының азаматы"
        assert decline_phrase("тергеу судьясының қаулысы").dat == "тергеу судьясының қаулысына"


class Describe25WhatAFormulaGoverns:
    @pytest.mark.parametrize(
        ("phrase", "case", "form"),
        [
            ("Бас Прокурордың қаулысы", "dat", "Бас Прокурордың қаулысына"),  # … шағым
            ("қаулы", "gen", "қаулының"),  # … күшін жою
            ("ұстап беру", "abl", "ұстап беруден"),  # … бас тарту
            ("592-бабы", "dat", "592-бабына"),  # … сәйкес
            ("592-бабының бірінші бөлігі", "dat", "592-бабының бірінші бөлігіне"),
            ("іс-әрекеттер", "dat", "іс-әрекеттерге"),  # … қарсы
            ("алған кез", "abl", "алған кезден"),  # … бастап
            ("37-бабының 4-тармағы", "acc", "37-бабының 4-тармағын"),  # … басшылыққа ала отырып
            ("Ресей Федерациясы", "dat", "Ресей Федерациясына"),  # … ұстап беру
            ("шағым", "acc", "шағымды"),  # … қанағаттандыру
            ("басқарма", "acc", "басқарманы"),  # … міндеттеу
            ("қайта қарау", "dat", "қайта қарауға"),
            ("экстрадициялық қамаққа алу", "abl", "экстрадициялық қамаққа алудан"),  # … босату
            ("шешім", "acc", "шешімді"),  # … тоқтата тұру
            ("әрекеттерді жасау", "dat", "әрекеттерді жасауға"),  # … тыйым салу
            ("ұстап беру (экстрадициялау)", "dat", "ұстап беруге (экстрадициялауға)"),  # … жол берілмейді
            ("өтінішхат", "ins", "өтінішхатпен"),  # … жүгінді
            ("қаулы", "ins", "қаулымен"),  # … келіспеймін
            ("сұрау салу", "ins", "сұрау салумен"),  # … танысу
        ],
    )
    def it_gives_the_case_that_stands_in_the_pattern(self, phrase: str, case: str, form: str) -> None:
        assert decline_phrase(phrase).case(case) == form

    def it_names_a_person_before_qatysty_and_muddesinde(self) -> None:
        assert plain(short_name(*EMELYAN).dat) + " қатысты" == "А.С. Ельяноваға қатысты"
        assert plain(short_name(*EMELYAN).gen) + " мүддесінде" == "А.С. Ельянованың мүддесінде"


class Describe26Requests:
    @pytest.mark.parametrize(
        ("verb", "asked"),
        [
            ("жою", "жоюды"),
            ("тану", "тануды"),
            ("босату", "босатуды"),
            ("қарау", "қарауды"),
            ("беру", "беруді"),
            ("өзгерту", "өзгертуді"),
            ("ету", "етуді"),
            ("міндеттеу", "міндеттеуді"),
        ],
    )
    def it_ends_a_request_in_the_accusative_of_the_verb(self, verb: str, asked: str) -> None:
        assert decline_phrase(verb).acc == asked


class Describe27DatesAndTerms:
    def it_writes_the_year_first_and_the_case_on_the_month(self) -> None:
        forms = date_forms(date(2026, 2, 11))
        assert plain(forms.loc) == "2026 жылғы 11 ақпанда"
        assert plain(forms.attr) == "2026 жылғы 11 ақпандағы"
        assert plain(forms.quoted) == "2026 жылғы «11» ақпан"
        assert plain(forms.abl) + " бастап" == "2026 жылғы 11 ақпаннан бастап"

    @pytest.mark.parametrize(
        ("day", "case", "form"),
        [
            (date(2014, 6, 14), "loc", "2014 жылғы 14 маусымда"),
            (date(2017, 2, 10), "attr", "2017 жылғы 10 ақпандағы"),
            (date(2018, 1, 1), "dat", "2018 жылғы 1 қаңтарға"),
            (date(2020, 7, 1), "abl", "2020 жылғы 1 шілдеден"),
            (date(1951, 7, 28), "attr", "1951 жылғы 28 шілдедегі"),
        ],
    )
    def it_writes_what_official_texts_write(self, day: date, case: str, form: str) -> None:
        assert plain(getattr(date_forms(day), case)) == form

    def it_writes_terms_as_the_codes_do(self) -> None:
        written = [spelled_term(*term) for term in ((10, "day"), (24, "hour"), (5, "working-day"), (5, "calendar-day"))]
        assert written == ["он тәулік", "жиырма төрт сағат", "бес жұмыс күні", "күнтізбелік бес күн"]
        assert spelled_term(1, "month", "gen") == "бір айдың"


class Describe28Abbreviations:
    @pytest.mark.parametrize("form", ["ҚПК-нің", "ӘРПК-нің", "ӘҚБтК-нің", "ҚК-нің", "БҰҰ-ның"])
    def it_reads_each_as_texts_do(self, form: str) -> None:
        assert decline_phrase(form.partition("-")[0]).gen == form
        assert decline_phrase("ҚР").loc == "ҚР-да"


class Describe210Traps:
    @pytest.mark.parametrize(
        ("id", "kk"),
        [
            ("ext_extradition", "ұстап беру (экстрадициялау)"),
            ("ext_apprehension", "ұстап алу"),
            ("ext_custody", "күзетпен ұстау"),
            ("ref_asylum_seeker", "пана іздеген адам"),
            ("law_gpk", "Азаматтық процестік кодекс (АПК)"),
            ("ttl_motion", "ӨТІНІШХАТ"),
            ("im_application", "талап қоюды қамтамасыз ету туралы арыз"),
            ("ext_temp_custody", "уақытша күзетпен ұстау"),
            ("ext_requesting_state", "сұрау салушы мемлекет"),
            ("req_cancel_ruling", "қаулының күшін жоюды"),
            ("ho_eliminate_breach", "жол берілген бұзушылықты жоюды"),
            ("act_evidence", "дәлелдемелер"),
            ("ref_asylum", "пана"),
            ("ex_penalty", "әкімшілік жаза"),
            ("ttl_private_complaint", "ЖЕКЕШЕ ШАҒЫМ"),
            ("req_suspend_decision", "ұстап беру (экстрадициялау) туралы шешімді тоқтата тұруды"),
            ("law_hereinafter", "(бұдан әрі – ҚПК)"),
        ],
    )
    def it_keeps_the_official_word(self, id: str, kk: str) -> None:
        assert terms()[id].kk == kk
        assert terms()[id].seen

    def it_names_what_was_only_recalled(self) -> None:
        recalled = [id for id, term in terms().items() if not term.seen]
        assert "hv_humanitarian_visa" in recalled
        assert 40 <= len(recalled) <= 60


class DescribeWholeExamples:
    def it_writes_the_complaint_against_a_ruling(self) -> None:
        deputy = decline_phrase(f"{STATE} Бас Прокуроры орынбасарының қаулысы")
        assert deputy.dat == f"{STATE} Бас Прокуроры орынбасарының қаулысына"
        day, term = plain(date_forms(date(2026, 1, 27)).attr), terms()["ext_extradition"].kk
        assert f"{day} {term} туралы {decline_phrase('қаулысы').dat} ШАҒЫМ" == (
            "2026 жылғы 27 қаңтардағы ұстап беру (экстрадициялау) туралы қаулысына ШАҒЫМ"
        )

    def it_writes_the_requests(self) -> None:
        who, to = plain(short_name(*EMELYAN).acc), decline_phrase("Ресей Федерациясы").dat
        assert f"{who} {to} ұстап беру" == "А.С. Ельянованы Ресей Федерациясына ұстап беру"
        custody = decline_phrase("экстрадициялық қамаққа алу").abl
        assert (
            f"{who} {custody} {decline_phrase('босату').acc}"
            == "А.С. Ельянованы экстрадициялық қамаққа алудан босатуды"
        )
