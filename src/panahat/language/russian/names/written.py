"""A name written as one text, taken apart."""

from __future__ import annotations


def split_name(text: str) -> tuple[str, str, str | None]:
    """(surname, given name, patronymic or None) of «Фамилия Имя Отчество»; a patronymic may have two words («… оглы»).

    The given name is «» where the text has one word only.
    """
    surname, *rest = text.split() or [""]
    return surname, rest[0] if rest else "", " ".join(rest[1:]) or None
