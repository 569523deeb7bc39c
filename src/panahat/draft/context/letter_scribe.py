"""Turns the facts of a letter into printable words of its language; each word remembers its fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from panahat.draft.context.scribe import Absent, Fact, written
from panahat.draft.context.voices import Voice
from panahat.draft.said import Said, Source
from panahat.language import nbsp, paragraphs
from panahat.problems import Path

if TYPE_CHECKING:
    from datetime import date


@dataclass(slots=True)
class LetterScribe:
    """Writes facts in the letter's language; `numbers` are the annexes by id."""

    language: str
    voice: Voice
    numbers: Mapping[str, int]
    untranslated: dict[str, Path] = field(default_factory=dict)
    """Printed texts that have no words in the letter's language, by their dotted paths."""

    def said(self, text: str, *facts: Fact) -> Said:
        return Said(text, (Source("fact", written(f.path)) for f in facts))

    def line(self, fact: Fact) -> Said | Absent:
        """A short text in the letter's language, or as it stands where it has no language; False where it is absent."""
        if not fact:
            return False
        return self.said(self._spaced(self._words(fact)), fact)

    def bound(self, fact: Fact) -> Said | Absent:
        """A number of several groups that must not break across lines: «70\u00a00000001»."""
        found = self.line(fact)
        return found.again(found.replace(" ", "\u00a0")) if found else False

    def text(self, fact: Fact) -> list[Said]:
        """The paragraphs of a longer text."""
        return [self.said(self._spaced(p), fact) for p in paragraphs(self._words(fact))] if fact else []

    def day(self, fact: Fact) -> Said | Absent:
        return self.date(fact.value, fact) if fact else False

    def date_name(self, fact: Fact) -> Said | Absent:
        """A date, as far as it is known, as a table prints it."""
        return self.said(self.voice.date_name(fact.value), fact) if fact else False

    def since(self, fact: Fact) -> Said | Absent:
        """A date with the words that say «since»."""
        return self.said(self.voice.since(fact.value), fact) if fact else False

    def date(self, day: date, *facts: Fact) -> Said:
        return self.said(self.voice.day(day), *facts)

    def name(self, fact: Fact, gender: str) -> dict[str, Any]:
        """A person's name as the voice gives it, every word with its source."""
        found = self.voice.name(fact.value, gender)
        return {
            key: {k: self.said(v, fact) for k, v in value.items()}
            if isinstance(value, dict)
            else self.said(value, fact)
            for key, value in found.items()
        }

    def flag(self, fact: Fact) -> bool:
        """True where the fact is known to hold."""
        return fact.value is True

    def annexes(self, *facts: Fact) -> Said:
        """«приложения 3 и 5»: the annexes that prove the facts."""
        ids = [i for f in facts for i in getattr(f.value, "proof", ()) if i in self.numbers]
        found = sorted({self.numbers[i] for i in ids})
        return Said(self.voice.annexes(found), (Source("annex", i) for i in ids))

    def ref(self, *facts: Fact) -> Said:
        """« (приложения 3 и 5)» with a leading space, or nothing."""
        found = self.annexes(*facts)
        return found.again(f" ({found})" if found else "")

    def closed(self, texts: Iterable[Said], *marks: Said) -> list[Said]:
        """The paragraphs with the marks in brackets before the last full stop: «… (сообщает: …; приложение 3).»."""
        out = list(texts)
        told = [m for m in marks if m]
        if out and told:
            last = out[-1]
            cut = len(last) - 1 if last[-1] in ".!?…" else len(last)
            inside = "; ".join(told)
            out[-1] = Said(f"{last[:cut]} ({inside}){last[cut:]}", last.sources.union(*(m.sources for m in told)))
        return out

    def told(self, name: str, fact: Fact) -> list[Said]:
        """The paragraphs of the text `name`, the last with the annexes that prove the group."""
        return self.closed(self.text(fact.at(name)), self.annexes(fact))

    def _words(self, fact: Fact) -> str:
        value = fact.value
        if isinstance(value, str):
            return value
        found = getattr(value, self.language)
        if found is None:
            self.untranslated[written(fact.path)] = fact.path
            return self.voice.untranslated.format(path=written(fact.path))
        return str(found)

    def _spaced(self, text: str) -> str:
        return text if self.language == "en" else nbsp(text)
