"""A name in Latin letters by ICAO Doc 9303, for a person whose passport spelling is not known; the passport's own wins."""

from __future__ import annotations

# Letters that the ICAO table of the library leaves as they are.
_KAZAKH = str.maketrans(
    {
        "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
        "Ә": "A", "Ғ": "G", "Қ": "K", "Ң": "N", "Ө": "O", "Ұ": "U", "Ү": "U", "Һ": "H", "І": "I",
        "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ў": "u", "є": "ie", "ї": "i", "ґ": "g",
        "Ҳ": "H", "Ҷ": "J", "Ӣ": "I", "Ӯ": "U", "Ў": "U", "Є": "Ie", "Ї": "I", "Ґ": "G",
    }
)  # fmt: skip


def latin_name(surname: str, given: str, patronymic: str | None = None) -> str:
    """«Фамилия Имя Отчество» in Latin letters, in the same order: «Emelianova Iuliia»; Latin letters stay as they are."""
    import iuliia

    name = " ".join(filter(None, (surname, given, patronymic)))
    return str(iuliia.ICAO_DOC_9303.translate(name.translate(_KAZAKH)))


def readable(text: str) -> str:
    """Words in Latin letters as they are read: «o vyezde», «obyasnenie»."""
    import iuliia

    return str(iuliia.MOSMETRO.translate(text.translate(_KAZAKH)))
