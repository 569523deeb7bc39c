"""Stamped pages and one PDF of all: nothing covered, nothing lost, nothing told, the same bytes."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from annex_files import paper, photo, with_root
from pypdf import PdfReader

from panahat.papers.binding import A4, Bound, Cover, bound, stamped
from panahat.papers.ink import INK
from panahat.papers.looking import look

COVER = Cover(
    ("3-қосымша. Соттың 2026 жылғы 28 қаңтардағы қаулысы", "Приложение 3. Постановление суда от 28 января 2026 года"),
    "3-қосымша / Приложение 3",
    "{pages} парақтың {page}-парағы / л. {page} из {pages}",
)


def part(content: bytes) -> Bound:
    return Bound("Приложение 3", paper=look(content), cover=COVER)


def texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def page_with(entries: bytes) -> bytes:
    return with_root(b"", page=entries)


class DescribeAStampedAnnex:
    def it_says_on_each_page_which_annex_and_sheet_it_is(self) -> None:
        first, second = texts(stamped(part(paper("a / b", 2)), scrub=False))
        assert "3-қосымша. Соттың 2026 жылғы 28 қаңтардағы қаулысы" in first
        assert "Приложение 3. Постановление суда от 28 января 2026 года" in first
        assert "л. 1 из 2" in first
        assert "3-қосымша / Приложение 3" in second
        assert "2 парақтың 2-парағы / л. 2 из 2" in second
        assert "a / b, 2 / 2" in second

    @pytest.mark.parametrize("turned", [0, 90, 180, 270])
    @pytest.mark.parametrize("size", [(595, 842), (842, 595), (300, 400), (1684, 2384)])
    def it_is_an_a4_page_on_which_all_of_the_page_stands_below_the_strip(
        self, turned: int, size: tuple[int, int]
    ) -> None:
        source = page_with(f"/MediaBox[0 0 {size[0]} {size[1]}]/Rotate {turned}".encode())
        page = PdfReader(BytesIO(stamped(part(source), scrub=False))).pages[0]
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert sorted((round(width), round(height))) == sorted(map(round, A4))
        drawn = page.get_contents().get_data().decode()
        a, d, e, f = map(float, re.search(r"q (\S+) 0 0 (\S+) (\S+) (\S+) cm /Annex Do Q", drawn).groups())  # type: ignore[union-attr]
        assert a == d <= 1
        corners = (e, f, e + a * size[0], f + a * size[1])
        assert all(n >= -0.1 for n in corners)
        assert corners[2] <= width + 0.1
        assert corners[3] <= height + 0.1
        strip = {0: height - corners[3], 90: corners[0], 180: corners[1], 270: width - corners[2]}[turned]
        assert strip >= 30

    def it_keeps_a_note_on_the_page_without_what_it_does(self) -> None:
        source = page_with(
            b"/Annots[<</Type/Annot/Subtype/FreeText/Rect[10 10 110 60]/A<</S/URI/URI(http://x)>>/T(Name)>>"
            b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://y)>>>>]"
        )
        made = stamped(part(source), scrub=True)
        [note] = [one.get_object() for one in PdfReader(BytesIO(made)).pages[0]["/Annots"]]
        assert (note["/Subtype"], "/A" in note, "/T" in note) == ("/FreeText", False, False)
        assert not re.search(rb"http://[xy]", made)

    @pytest.mark.parametrize("turned", [1, 3, 5, 6, 8])
    def it_shows_a_photograph_upright(self, turned: int) -> None:
        page = PdfReader(BytesIO(stamped(part(photo(turned=turned)), scrub=True))).pages[0]
        assert page.images[0].image is not None
        assert int(page.get("/Rotate", 0)) == {3: 180, 6: 90, 8: 270}.get(turned, 0)

    @pytest.mark.parametrize("mode", ["1", "L", "RGB", "RGBA", "P", "LA"])
    def it_shows_pictures_of_every_kind(self, mode: str) -> None:
        out = BytesIO()
        from PIL import Image

        Image.new(mode, (30, 20)).save(out, "PNG")
        page = PdfReader(BytesIO(stamped(part(out.getvalue()), scrub=False))).pages[0]
        assert page.images[0].image.size == (30, 20)

    def it_keeps_properties_unless_they_are_scrubbed(self) -> None:
        source = with_root(b"", info=b"<</Author(Secret-1234)>>")
        assert (PdfReader(BytesIO(stamped(part(source), scrub=False))).metadata or {}).get("/Author") == "Secret-1234"
        assert b"Secret-1234" not in stamped(part(source), scrub=True)
        assert look(stamped(part(photo()), scrub=True)).tells == ("title", "notes of the program (XMP, IPTC, comments)")
        assert b"Secret-1234" not in stamped(part(photo()), scrub=True)


class DescribeOnePdfOfAll:
    def made(self) -> bytes:
        front = Bound("Жалоба", pdf=paper("filing", 2))
        return bound([front, part(paper("a / b", 3)), part(photo())], "Жалоба", "ru", scrub=True)

    def it_counts_through_and_has_a_bookmark_for_each_part(self) -> None:
        found = PdfReader(BytesIO(self.made()))
        assert [re.findall(r"\d+ / 6$", text.strip()) for text in texts(self.made())] == [
            [f"{n} / 6"] for n in range(1, 7)
        ]
        places = [(o["/Title"], found.get_destination_page_number(o)) for o in found.outline]
        assert places == [("Жалоба", 0), ("Приложение 3", 2), ("Приложение 3", 5)]
        assert (found.metadata or {}) == {"/Title": "Жалоба"}
        assert found.root_object["/Lang"] == "ru"

    def it_is_the_same_each_time(self) -> None:
        assert self.made() == self.made()


class DescribeItsLetters:
    def it_has_every_letter_of_the_languages_of_filings(self) -> None:
        small = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
        assert not INK.lacks(small + small.upper() + "«»“”„–—№…’1234567890 \u00a0()/.,:;?!-%§".replace("§", ""))
        assert INK.lacks("თბილისი")

    def it_breaks_lines_at_spaces_and_says_what_does_not_fit(self) -> None:
        lines = INK.lines("слово " * 40, 9, 200, 2)
        assert len(lines) == 2
        assert all(INK.width(line, 9) <= 200 for line in lines)
        assert lines[1].endswith("…")
