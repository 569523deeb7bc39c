"""What words of kin agree with: the gender of a relative, who is older, and of a younger one whose relative it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from panahat.moments import AnyDate, PartialDate

if TYPE_CHECKING:
    from panahat.case.models import Case


def agreed(person: Any, case: Case | None) -> str:
    """«female», of a relative «female-younger-of-male», as far as the two dates of birth decide."""
    gender: str = getattr(person, "gender", None) or "male"
    if case is None or not hasattr(person, "relation"):
        return gender
    born, mine = getattr(person.born, "on", person.born), case.client.born.on
    age = _age(born, mine) if isinstance(born, date | PartialDate) else ""
    return f"{gender}{age}-of-{case.client.gender}"


def _age(born: AnyDate, mine: AnyDate) -> str:
    return "-older" if born < mine else "-younger" if born > mine else ""
