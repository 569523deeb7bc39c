"""With LibreOffice: the redline of two drafts of one case opens in it and lists its changes, word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from review_world import Folder
from test_merge_office import converted

from panahat.review.redlining.engine import redline
from panahat.seal.revisions import tracked

pytestmark = pytest.mark.office

REFUSED = {
    "status: pending\n    decisions: []": (
        "status: refused\n    decisions: [{on: 2026-01-20, outcome: refused, served: {client: 2026-01-21}}]"
    )
}
NUMBER = {"licence: 0000001": "licence: 0000077"}


def drafts(folder: Path, changes: Mapping[str, str], form: str = "ru") -> tuple[bytes, bytes]:
    """The complaint of S1 before and after its case changes."""
    work = Folder(folder / "work", git=False)
    old = work.render("old", form=form).read_bytes()
    work.change(changes)
    return old, work.render("new", form=form).read_bytes()


def flat(content: bytes, folder: Path) -> str:
    """The document as LibreOffice writes it in one file of XML."""
    folder.mkdir(exist_ok=True)
    return converted(content, folder, "fodt").decode()


def listed(text: str) -> list[tuple[str, str, str]]:
    """(kind, id, words) of every change that LibreOffice lists."""
    ids = re.findall(r'<text:changed-region [^>]*text:id="([^"]*)">\s*<text:(insertion|deletion)>', text)
    return [(kind, id, words("".join(re.findall(between(id), text, flags=re.DOTALL)))) for id, kind in ids]


def between(id: str) -> str:
    return rf'<text:change-start text:change-id="{id}"/>(.*?)<text:change-end text:change-id="{id}"/>'


def words(xml: str) -> str:
    """The text of XML without any spaces: where lines break does not matter."""
    return re.sub(r"\s|\u00a0", "", re.sub("<[^>]*>", "", xml))


def read(text: str, without: str = "") -> str:
    """The words of the whole document, all changes of the kind `without` left out."""
    inside = re.sub("<text:tracked-changes.*?</text:tracked-changes>", "", text, flags=re.DOTALL)
    for kind, id, _ in listed(text):
        if kind == without:
            inside = re.sub(between(id), "", inside, flags=re.DOTALL)
    return words(inside.split("<office:text", 1)[1].split(">", 1)[1])


class DescribeTheRedlineInLibreOffice:
    def it_lists_one_changed_number_as_one_deletion_and_one_insertion(self, tmp_path: Path) -> None:
        old, new = drafts(tmp_path, NUMBER)
        found = [(kind, text) for kind, _, text in listed(flat(redline(old, new), tmp_path / "red"))]
        assert found
        assert sorted(set(found)) == [("deletion", "0000001"), ("insertion", "0000077")]

    @pytest.mark.parametrize("form", ["ru", "kk", "kk-ru"])
    def it_reads_as_either_draft_without_the_other_side(self, form: str, tmp_path: Path) -> None:
        old, new = drafts(tmp_path, REFUSED | NUMBER, form)
        made = redline(old, new)
        seen = flat(made, tmp_path / "red")
        kinds = [kind for kind, _, _ in listed(seen)]
        assert kinds.count("insertion") > 20
        assert kinds.count("deletion") > 20
        assert read(seen, without="deletion") == read(flat(new, tmp_path / "new"))
        assert read(seen, without="insertion") == read(flat(old, tmp_path / "old"))

    def it_shows_the_author_and_no_date(self, tmp_path: Path) -> None:
        old, new = drafts(tmp_path, NUMBER)
        seen = flat(redline(old, new, author="Защита"), tmp_path / "red")
        assert set(re.findall("<dc:creator>(.*?)</dc:creator>", seen.split("<text:tracked-changes")[1])) == {"Защита"}
        assert tracked(redline(old, new)).authors == ("Panahat",)

    def it_shows_the_date_that_was_asked_for(self, tmp_path: Path) -> None:
        old, new = drafts(tmp_path, NUMBER)
        seen = flat(redline(old, new, when="2026-02-03T00:00:00Z"), tmp_path / "red")
        assert set(re.findall("<dc:date>(.{10})", seen.split("<text:tracked-changes")[1])) == {"2026-02-03"}
