"""The draft that a lawyer's copy began from, made anew from what its manifest names, byte for byte proven."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import Problem, Refused
from panahat.versions import codes
from panahat.versions.opening import Version

_NO_MANIFEST = "@" + N_("there is no manifest beside the document")
_NO_CASE = "@" + N_("the state of the case that it was made from was not found")
_OTHERWISE = "@" + N_("the templates, the law or the program have changed since")


def base_of(theirs: Version) -> bytes:
    """The unedited draft of an edited document. Raises Refused `version/no-base` where it cannot be made or proven."""
    if theirs.manifest is None:
        raise _refused(theirs, _NO_MANIFEST)
    source = theirs.source
    if source is None or source.file.digest != theirs.manifest.case:
        raise _refused(theirs, _NO_CASE)
    from panahat.making import document
    from panahat.seal import output_of

    made = document(source.desk, source.drafts, source.layout)
    if output_of(made).contents != theirs.manifest.outputs["filing"].contents:
        raise _refused(theirs, _OTHERWISE)
    return made


def _refused(version: Version, reason: str) -> Refused:
    return Refused([Problem(codes.NO_BASE, version.name, facts={"reason": reason})])
