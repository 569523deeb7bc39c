"""The words of a letter, in its own language, with what else a draft asks of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from panahat.draft.codes import UNTRANSLATED
from panahat.draft.context.letter import letter
from panahat.draft.context.letter_scribe import LetterScribe
from panahat.draft.context.tongues import tongue
from panahat.draft.context.voices import voice
from panahat.law import Ref
from panahat.problems import ERROR, WARNING, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from panahat.argue import Cites
    from panahat.case import CaseFile
    from panahat.law import Law


@dataclass(slots=True)
class LetterWords:
    """The vocabulary of one letter in one language."""

    file: CaseFile
    scribe: Any
    data: dict[str, Any]

    @property
    def asks(self) -> Mapping[str, Any]:
        """The requests of the letter."""
        found: Mapping[str, Any] = self.data["letter"]["ask"]
        return found

    @property
    def cited(self) -> dict[tuple[str, date], tuple[Ref, ...]]:
        """The articles of the charges, as of the day of the letter."""
        case = self.file.case
        charges = case.extradition.charges if case.extradition is not None else ()
        return {(c.article, case.filing.on): (Ref(c.article, part=c.part),) for c in charges}

    @property
    def declined(self) -> Mapping[str, Any]:
        """The Russian forms of the client's name, for the lawyer to confirm."""
        client = self.file.case.client
        return {"client.name": tongue("ru").person(client.name, client.gender)[0]} if self._is("ru") else {}

    def _is(self, language: str) -> bool:
        return bool(self.scribe.language == language)

    def problems(self, *, final: bool) -> list[Problem]:
        """The texts that the case lacks in the letter's language: marked in a draft, refused in a final letter."""
        out = []
        for path in self.scribe.untranslated.values():
            line, column = self.file.positions.of(path)
            level = ERROR if final else WARNING
            facts = {"language": self.scribe.language}
            out.append(Problem(UNTRANSLATED, self.file.name, path, line, column, facts, level))
        return out

    def cites(self, group: Cites) -> dict[str, Any]:
        """A letter has no citations of its own."""
        return {}


def letter_words(file: CaseFile, law: Law, language: str) -> LetterWords:
    """The words of a letter in `language`."""
    scribe = LetterScribe(language, voice(language), {a.id: n for n, a in enumerate(file.case.annexes, 1)})
    data = {"letter": letter(file, law, scribe), "main_language": file.case.filing.main_language}
    return LetterWords(file, scribe, data)
