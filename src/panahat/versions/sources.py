"""What a document was made from: the case among the files around it and in git, the templates and law of that time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from panahat.problems import Refused, errors

if TYPE_CHECKING:
    from panahat.case import CaseFile
    from panahat.desk import Desk
    from panahat.draft import Draft
    from panahat.versions.desks import Desks


@dataclass(frozen=True)
class Source:
    """What a filing was made from; `drafts` are made from it anew when first asked for, one a language.

    `proven`: the manifest names exactly these inputs, or the filing was made just now; else `share` (0 to 1) of the text is
    as drafted. `changed` names the templates, arguments and «law» that are not as the manifest has them. `desks` keeps the
    folder of former templates while this is in use.
    """

    file: CaseFile
    desk: Desk
    kind: str
    form: str
    layout: str
    final: bool
    proven: bool
    changed: tuple[str, ...] = ()
    share: float = 1.0
    desks: Desks | None = None
    made: tuple[Draft, ...] = ()

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts. Inputs that a manifest proves were checked when the filing was made."""
        return self.made or drafts(self.desk, self.file, self.kind, self.form, final=self.final, check=False)

    def again(self, file: CaseFile | None = None, desk: Desk | None = None) -> tuple[Draft, ...] | None:
        """The drafts with another case, or on another desk; None where they cannot be made."""
        try:
            return drafts(desk or self.desk, file or self.file, self.kind, self.form, final=self.final)
        except Refused:
            return None

    def left_out(self, language: str) -> Mapping[str, Sequence[str]]:
        """The paragraphs that the arguments not pleaded would have, by argument."""
        from panahat.draft import Sources, left_out

        desk = self.desk
        return left_out(self.file, Sources(desk.law, desk.shelf, desk.arguments), desk.filing(self.kind), language)


def drafts(desk: Desk, file: CaseFile, kind: str, form: str, *, final: bool, check: bool = True) -> tuple[Draft, ...]:
    """The drafts of a filing, one a language. Raises Refused where they cannot be made, or `check` finds errors."""
    languages = form.split("-")
    known = all(x in desk.filing(kind).languages for x in languages)
    problems = errors(desk.check(file, kind, languages=languages)) if check and known else []
    if problems:
        raise Refused(problems)
    return tuple(desk.draft(file, kind, x, final=final, bilingual=len(languages) > 1) for x in languages)
