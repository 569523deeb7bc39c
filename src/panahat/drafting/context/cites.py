"""Words for norms: citations by group as of the right day, and charges set beside Kazakhstan's code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from msgspec import Struct

from panahat.argue.model import Cites
from panahat.drafting.context.scribe import Absent
from panahat.drafting.traced import Cited, Source, Traced
from panahat.language.forms import EachCase
from panahat.language.typography import nbsp
from panahat.law.citations import Judged, Ref, cite, cite_article
from panahat.law.mentions import in_full
from panahat.law.registry import Law
from panahat.problems import Problem


class Citer(Struct):
    """Cites norms and remembers each (key, day) it cited."""

    law: Law
    filing_day: date
    language: str = "ru"
    judged: Judged | None = None
    """The act complained of: by the law of its day, where that is another, it is judged."""
    changed: bool = False
    """Whether a norm was cited that has changed since that act."""
    cited: dict[tuple[str, date], dict[Ref, None]] = {}
    """For each norm and day, the places of it that were cited."""
    problems: list[Problem] = []

    def forms(
        self, refs: Iterable[str | Ref], day: date | None = None, facts: Iterable[Source] = ()
    ) -> EachCase[Traced]:
        """The norms in six cases as of `day`; where not given, as of the filing's and of the act that is judged."""
        refs = list(refs)
        judged = self.judged if day is None else None
        citation = cite(self.law, refs, day or self.filing_day, self.language, judged=judged)
        self.problems += citation.problems
        sources = [Source("norm", key) for key in citation.keys]
        for ref in (Ref(r) if isinstance(r, str) else r for r in refs):
            for standing in citation.standings:
                if standing.key == ref.key and ref.key in citation.keys:
                    self.cited.setdefault((ref.key, standing.on), {})[ref] = None
                    self.changed |= judged is not None and standing.on == judged.on != self.filing_day
        origins = [*sources, *facts]
        return citation.forms.each(lambda text: Cited(text, origins))

    def article(self, group: Any, sources: Iterable[Source]) -> EachCase[Traced]:
        """The article of a code that a group of facts names by numbers, in every case."""
        part = None if group.part == "-" else group.part
        forms = cite_article(self.law, group.code, group.article, self.language, part, getattr(group, "point", None))
        origins = list(sources)
        return forms.each(lambda text: Cited(text, origins))

    def article_title(self, code: str, article: str) -> Traced | Absent:
        """The title of an article as the registry has it, whatever part of it the registry knows."""
        keys = (
            n.key
            for n in self.law.norms.values()
            for v in n.versions
            for p in v.places
            if (v.act, p.article) == (code, article)
        )
        return next(filter(None, map(self.title, keys)), False)

    def in_full(self, forms: EachCase[Traced]) -> EachCase[Traced]:
        """A citation with every act by its title, wherever it stands."""
        return forms.each(lambda said: said.again(in_full(said, self.law, self.language, self.filing_day)))

    def title(self, key: str) -> Traced | Absent:
        """The title of a norm as its act prints it on the day of the act complained of, or False where it is not known."""
        norm = self.law.norms.get(key)
        day = self.judged.on if self.judged else self.filing_day
        title = getattr(norm.titled(day), self.language, None) if norm else None
        return Traced(nbsp(title), [Source("norm", key)]) if title else False

    def near(self, foreign: str) -> list[dict[str, Any]]:
        """Kazakhstan's articles that the registry sets beside a foreign one: each {article: six forms, title}."""
        dual = self.law.duals.get(foreign)
        return [{"article": self.forms([key]), "title": self.title(key)} for key in (dual.candidates if dual else ())]

    def group(self, cites: Cites, days: Callable[[str], date | None]) -> EachCase[Traced]:
        """A group of citations; `days` gives the day of the fact by which the law is chosen."""
        refs = [
            Ref(p.key, p.part or None, p.point or None, p.subpoint or None, p.paragraph or None) for p in cites.places
        ]
        return self.forms(refs, days(cites.on) if cites.on else None)
