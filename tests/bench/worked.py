"""The worked S1 complaint: its template and the data that fill it, out of the public pipeline."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from panahat.workspace import Workspace

CASE = Path(__file__).resolve().parents[2] / "cases" / "transit-activist.yaml"
KIND = "supreme-court-complaint"
_MENTION = re.compile("\ue000([^\ue001]*)\ue001")


def template_and_data() -> tuple[bytes, dict[str, Any]]:
    """The complaint's Word template and plain data; acts stand under their id, which stock docxtpl can print."""
    workspace = Workspace.beside(CASE, None)
    draft = workspace.draft(workspace.load(CASE), KIND, "ru")
    path = workspace.library.find(f"filings/{KIND}/ru.docx")
    if path is None:
        raise SystemExit("the complaint's template is not there")
    return path.read_bytes(), _plain(dict(draft.context))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return _MENTION.sub(r"\1", str(value)) if isinstance(value, str) else value
