"""Ids of the doubts about Kazakh forms, apart from their texts (`codes.py`), so that declining loads no catalogue."""

from __future__ import annotations

EV = "language/kk-surname-ev"
TURKIC_OV = "language/kk-surname-turkic-ov"
UK_AK = "language/kk-surname-uk-ak"
OGLY = "language/kk-patronymic-ogly"
FOREIGN_LETTERS = "language/kk-foreign-letters"
SINGLE_LETTER = "language/kk-single-letter"
ABBREVIATION = "language/kk-abbreviation"
GUESSED_POSSESSIVE = "language/kk-guessed-possessive"
QUOTED = "language/kk-quoted-name"
CLUSTER = "language/kk-final-cluster"
RECALLED = "language/kk-recalled-wording"
