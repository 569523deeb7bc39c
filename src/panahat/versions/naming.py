"""What a person names on the command line: a file, or a file as it was at a revision («cases/x.yaml@HEAD~3»)."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from panahat import locked, opener
from panahat.codes import NO_REPOSITORY, NONE, NOT_THEN
from panahat.git import Repository
from panahat.problems import Problem, Refused
from panahat.versions import codes

_REVISION = re.compile(r"(.+?\.(?:ya?ml|docx|docm|dotx|dotm)(?:\.age)?)@(.+)", re.IGNORECASE | re.DOTALL)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Named:
    """A file by the words that name it; `commit` and `repository` where a revision was asked for."""

    words: str
    path: Path
    commit: str = ""
    repository: Repository | None = None

    @property
    def is_case(self) -> bool:
        """Whether its name says that it is a case file."""
        return locked.plain(self.path).suffix.lower() in (".yaml", ".yml")

    def read(self) -> bytes:
        """Its bytes. Raises Refused where it is not there, too big, or neither a document nor a case file."""
        content = self.beside(self.path)
        if content is None:
            if self.repository is not None:
                revision = self.words[len(str(self.path)) + 1 :]
                raise Refused([Problem(NOT_THEN, self.words, facts={"revision": revision})])
            raise Refused([Problem(NONE, self.words)])
        if not self.is_case:
            if content.startswith(_OLE):
                raise Refused([Problem(codes.PROTECTED, self.words)])
            if not content.startswith(b"PK"):
                raise Refused([Problem(codes.NEITHER, self.words)])
        return content

    def beside(self, path: Path) -> bytes | None:
        """The bytes of another file of the same state (its manifest, say); None where there is none."""
        if self.repository is not None:
            inside = self.repository.inside(path)
            kept = None if inside is None else self.repository.file(self.commit, inside)
            return None if kept is None else locked.opened(kept, self.words)
        there = path if path == self.path or os.path.lexists(path) else path.with_name(path.name + locked.SUFFIX)
        return opener.read_if_there(there, name=self.words if path == self.path else str(path))


def name_of(words: str) -> Named:
    """What `words` name. Raises Refused (`git/no-repository`, `git/no-revision`) where the revision is not there."""
    found = _REVISION.fullmatch(words)
    if found is None or _there(Path(words)):
        return Named(words, Path(words))
    path, revision = Path(found[1]), found[2]
    repository = Repository.around(path.parent)
    if repository is None:
        raise Refused([Problem(NO_REPOSITORY, words)])
    try:
        commit = repository.commit(revision)
    except Refused as refused:
        raise Refused(Problem(p.code, words, facts=p.facts) for p in refused.problems) from None
    return Named(words, path, commit, repository)


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
