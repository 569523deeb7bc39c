"""What `import panahat` offers programs: the same work as the command line, on the same workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from panahat.building import Made, make
from panahat.problems import Problem
from panahat.workspace import Workspace

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile
    from panahat.drafting.model import Draft, Term
    from panahat.versions.comparing import Comparison


def load_case(path: str | Path) -> CaseFile:
    """The case in a YAML file («-»: standard input). Raises Refused with every problem of reading and schema."""
    return Workspace.at(None).load(Path(path))


def check(
    file: CaseFile,
    kind: str | None = None,
    *,
    final: bool = False,
    base: Path | None = None,
    office: Path | None = None,
) -> list[Problem]:
    """Everything wrong with a case, in order of place; with `kind`, also what that filing needs; `base` holds the annexes."""
    return Workspace.at(office).check(file, kind, final=final, base=base)


def explain(file: CaseFile, kind: str, *, office: Path | None = None) -> dict[str, list[dict[str, Any]]]:
    """Arguments, requests, motions and warnings as plain data: verdict, truth, conditions with facts and lines."""
    return Workspace.at(office).explain(file, kind)


def deadlines(file: CaseFile, kind: str | None = None, *, office: Path | None = None) -> list[Term]:
    """Each period that runs in the case (CPC art. 48-50 for the complaint), the governing one of a filing first."""
    return Workspace.at(office).terms(file, kind)


def draft(file: CaseFile, kind: str, language: str = "ru", *, final: bool = False, office: Path | None = None) -> Draft:
    """The filing as structured text, every paragraph with its origin. Raises Refused where it cannot be made."""
    return Workspace.at(office).draft(file, kind, language, final=final)


def render(
    file: CaseFile,
    kind: str,
    form: str = "ru",
    *,
    layout: str = "pages",
    final: bool = False,
    base: Path | None = None,
    office: Path | None = None,
) -> Made:
    """The filing, review sheet and manifest as bytes, read back and whole; `form` is ru, kk, kk-ru or en.

    Raises Refused; then there is no filing.
    """
    return make(Workspace.at(office), file, kind, form, layout=layout, final=final, base=base)


def compare(
    old: str | Path,
    new: str | Path,
    *,
    case: str = "",
    old_case: str = "",
    kind: str = "",
    form: str = "",
    office: Path | None = None,
) -> Comparison:
    """What changed between two versions, and why: documents, case files, or either at a revision («x.yaml@HEAD~3»).

    `.changes` are the paragraphs that differ, `.causes(change)` the reasons of one, `.facts` the changed facts. Raises
    Refused with everything that stands against reading either of them.
    """
    from panahat.versions.comparing import compare_versions
    from panahat.versions.opening import open_pair

    pair = open_pair(str(old), str(new), office=office, kind=kind, form=form, case=case, old_case=old_case)
    return compare_versions(*pair)
