"""`office.yaml` read and checked whole: names, address and contacts in each language, and the logo beside it."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from panahat import codes as outside
from panahat import opener
from panahat.letterhead import codes
from panahat.problems import Problem, Refused
from panahat.records import Record, Words

if TYPE_CHECKING:
    from panahat.letterhead.picture import Picture
    from panahat.pages import Page

NAME = "office.yaml"
_GREATEST = 100_000
_LOGO = ("logo",)


class Office(Record):
    """An office as its letterhead names it."""

    name: Words
    details: Words | None = None
    address: Words | None = None
    phone: str | None = None
    email: str | None = None
    logo: str | None = None


class Letterhead(Struct, frozen=True):
    """What stands over an office's filings; `problems` are notes on its logo, `files` what it was read from, by name."""

    office: Office
    logo: "Picture | None"
    problems: tuple[Problem, ...]
    files: tuple[str, ...]

    def words(self, language: str) -> dict[str, str | bool]:
        """Its texts in a language. Raises Refused with everything that office.yaml does not say in it."""
        office = self.office
        texts = {field: getattr(office, field) for field in ("name", "details", "address")}
        lacking = [field for field, text in texts.items() if text is not None and not getattr(text, language)]
        if lacking:
            facts = [{"field": field, "language": language} for field in lacking]
            raise Refused(Problem(codes.NO_LANGUAGE, NAME, (f["field"],), 1, 1, f) for f in facts)
        said = {field: text is not None and str(getattr(text, language)) for field, text in texts.items()}
        return {**said, "phone": office.phone or False, "email": office.email or False}


def load(find: Callable[[str], Path | None]) -> Letterhead | None:
    """The letterhead of an office; None where `find` has no office.yaml. Raises Refused with all that is wrong with it."""
    file = find(NAME)
    if file is None:
        return None
    from panahat.letterhead.picture import bare
    from panahat.pages import read_page
    from panahat.record_checking import check

    page = read_page(NAME, opener.read(file, _GREATEST, NAME))
    raw = check(page, Office, page.data) if page.data is not None or not page.problems else None
    if file.resolve().parent != file.parent.resolve():
        page.say(codes.OUTSIDE, (), field=NAME)
    if page.problems or raw is None:
        raise Refused(replace(p, code=codes.NO_NAME) if p.code is outside.MISSING_FIELD else p for p in page.problems)
    office = Office(raw)
    if office.logo is None:
        return Letterhead(office, None, (), (NAME,))
    try:
        logo = bare(_logo(page, file.parent, office.logo))
    except Refused as refused:
        raise Refused(_at_logo(page, p) for p in refused.problems) from None
    notes = [Problem(codes.LOGO_SCRUBBED, facts={"names": ", ".join(logo.left_out)})] if logo.left_out else []
    return Letterhead(office, logo, tuple(_at_logo(page, p) for p in notes), (NAME, office.logo))


def _logo(page: "Page", folder: Path, written: str) -> bytes:
    """The bytes of the logo, which lies in the folder of office.yaml itself."""
    from panahat.letterhead.picture import LIMITS, too_large

    posix, windows = PurePosixPath(written), PureWindowsPath(written)
    climbs = ".." in (*posix.parts, *windows.parts) or posix.is_absolute() or windows.anchor or ":" in written
    path = folder / written
    if climbs or folder.resolve() not in path.resolve().parents:
        raise Refused([Problem(codes.OUTSIDE, facts={"field": "logo"})])
    try:
        return opener.read(path, LIMITS["bytes"], page.name)
    except Refused as refused:
        if refused.problems[0].code is outside.TOO_BIG:
            raise too_large() from None
        raise


def _at_logo(page: "Page", p: Problem) -> Problem:
    line, column = page.place(_LOGO)
    return Problem(p.code, page.name, _LOGO, line, column, p.facts)
