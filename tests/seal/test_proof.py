"""The manifest proves which inputs made a filing and tells nothing else."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

import pytest
from word_files import docx, p

from panahat.problems import Refused
from panahat.seal.proof import manifest, output_of, read_manifest
from panahat.seal.zipping import read_zip

GIVEN: dict[str, Any] = {
    "version": "0.1.0",
    "kind": "supreme-court-complaint",
    "language": "ru",
    "filing_on": date(2026, 2, 9),
    "case": "a" * 64,
    "law": "b" * 64,
    "templates": {"filings/x/ru.docx": "c" * 64},
    "arguments": {"torture-risk": "d" * 64},
    "options": {"final": True, "layout": "plain"},
    "outputs": {"filing": docx(p("а")), "review-sheet": docx(p("б"))},
    "norms": {"kz-upk-592-1": "f" * 64, "cat-3": "0" * 64},
    "sources": {"cat-3": ["https://example.org/cat (2026)"]},
}


def first_format() -> bytes:
    """What the program wrote before manifests told of norms."""
    data = json.loads(manifest(**GIVEN))
    del data["norms"], data["sources"]
    return (json.dumps(data | {"format": 1}, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


class DescribeTheManifest:
    def it_is_canonical_and_complete(self) -> None:
        made = manifest(**GIVEN)
        data = json.loads(made)
        assert made == (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
        assert set(data) == {
            "format", "panahat", "kind", "language", "filing_on", "case", "law",
            "templates", "arguments", "options", "outputs", "norms", "sources",
        }  # fmt: skip
        assert data["outputs"]["filing"]["sha256"] == hashlib.sha256(GIVEN["outputs"]["filing"]).hexdigest()

    def it_is_the_same_for_the_same_inputs_in_any_order(self) -> None:
        turned: dict[str, Any] = {
            k: dict(reversed(v.items())) if isinstance(v, dict) else v for k, v in reversed(GIVEN.items())
        }
        assert manifest(**turned) == manifest(**GIVEN)

    @pytest.mark.parametrize("name", GIVEN)
    def it_changes_with_each_input(self, name: str) -> None:
        others: dict[str, Any] = {
            "version": "0.1.1", "kind": "x", "language": "kk", "filing_on": date(2026, 2, 10), "case": "e" * 64,
            "law": "e" * 64, "templates": {}, "arguments": {}, "options": {"final": False}, "outputs": {},
            "norms": {}, "sources": {},
        }  # fmt: skip
        assert manifest(**GIVEN | {name: others[name]}) != manifest(**GIVEN)

    def it_reads_back(self) -> None:
        found = read_manifest(manifest(**GIVEN))
        assert (found.panahat, found.kind, found.filing_on) == ("0.1.0", "supreme-court-complaint", "2026-02-09")
        assert found.outputs["filing"] == output_of(GIVEN["outputs"]["filing"])
        assert found.norms == GIVEN["norms"]
        assert found.sources == GIVEN["sources"]

    def it_reads_a_manifest_of_the_first_format_which_told_of_no_norms(self) -> None:
        found = read_manifest(first_format())
        assert (found.case, found.norms) == ("a" * 64, {})

    def it_refuses_norms_in_the_first_format_and_their_lack_in_the_second(self) -> None:
        mixed = manifest(**GIVEN).replace(b'"format": 3', b'"format": 1')
        for wrong in (mixed, first_format().replace(b'"format": 1', b'"format": 2')):
            with pytest.raises(Refused):
                read_manifest(wrong)

    @pytest.mark.parametrize(
        "change",
        [
            lambda m: m + b" ",
            lambda m: m.replace(b'"kind"', b'"kint"'),
            lambda m: m.replace(b'"format": 3', b'"format": 4'),
            lambda m: m.replace(b'"format": 3', b'"format": 2'),
            lambda m: m.replace(b'"format": 3', b'"format": 3.0'),
            lambda m: m.replace(b'"format": 3', b'"format": true'),
            lambda m: m.replace(b'"https://example.org/cat (2026)"', b"2026"),
            lambda m: m.replace(b"f" * 64, b"F" * 64),
            lambda m: m.replace(b"a" * 64, b"z" * 64),
            lambda m: m.replace(b"2026-02-09", b"2026-02-30"),
            lambda m: m[:50],
            lambda m: b"[]",
            lambda m: b"\xff",
            lambda m: b"[" * 100_000,
        ],
    )
    def it_refuses_what_was_changed(self, change: Any) -> None:
        with pytest.raises(Refused) as refused:
            read_manifest(change(manifest(**GIVEN)))
        assert [q.code.id for q in refused.value.problems] == ["seal/bad-manifest"]


class DescribeContents:
    def it_is_equal_for_equal_parts_however_packed(self) -> None:
        import zipfile
        from io import BytesIO

        ours = docx(p("а"))
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as z:
            for m in reversed(read_zip(ours)):
                z.writestr(m.name, m.content())
        assert output_of(out.getvalue()).contents == output_of(ours).contents
        assert output_of(out.getvalue()).sha256 != output_of(ours).sha256
        assert output_of(docx(p("б"))).contents != output_of(ours).contents
