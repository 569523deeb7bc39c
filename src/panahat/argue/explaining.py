"""Decisions as plain data for `explain`: verdict, tests, and where each fact stands; never a fact's value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from panahat.argue.look import Called
from panahat.argue.model import Decision, Finding
from panahat.case.loading import CaseFile
from panahat.problems import Code, Path, Problem


def titles(decisions: Iterable[Decision]) -> Called:
    """What conditions call the arguments."""
    return {("carried", d.argument.id): d.argument.title for d in decisions}


def explain_data(decisions: Sequence[Decision], file: CaseFile, language: str = "en") -> list[dict[str, Any]]:
    """One dict an argument, in order.

    Keys: id, title {ru, kk, en}, section, force, verdict, because («», «lawyer» or an argument's id), choice (place or
    None), truth (true, false, null), tests [{id, label, role, truth, decides, facts, missing, norms}], missing,
    warnings, asks. A place is {path, line, column}; `label` is in `language`.
    """
    called = titles(decisions)
    return [_decision(d, file, language, called) for d in decisions]


def _decision(d: Decision, file: CaseFile, language: str, called: Called) -> dict[str, Any]:
    deciding = {id(f) for f in d.deciding}
    return {
        "id": d.argument.id,
        "title": dict(d.argument.title),
        "section": d.argument.section,
        "force": d.argument.force,
        "verdict": d.verdict,
        "because": d.because,
        "choice": place(file, d.choice) if d.choice else None,
        "truth": d.truth,
        "tests": [_finding(f, id(f) in deciding, file, language, called) for f in d.findings],
        "missing": [place(file, path) for path in d.missing],
        "warnings": list(d.warn),
        "asks": list(d.argument.asks) if d.included else [],
    }


def explain_wish(id: str, norm: str, found: Finding, file: CaseFile, language: str, called: Called) -> dict[str, Any]:
    """A request, motion or warning: id, made (true, false, null: not known), and its condition as for an argument.

    `norm` is the norm it rests on («»: none); it stands first among `norms`.
    """
    told = _finding(found, True, file, language, called)
    norms = [*filter(None, [norm]), *told["norms"]]
    return {**told, "id": id, "condition": told["id"], "made": found.truth, "norms": norms}


def explain_pairs(found: Mapping[str, Finding], file: CaseFile, language: str) -> list[dict[str, Any]]:
    """The dates side by side that speak for or against the client: id, label, pair, and where the dates stand."""
    return [
        {
            "id": id,
            "label": finding.said(language),
            "pair": finding.named[id].pair,
            "facts": [place(file, path) for path in dict.fromkeys(path for p in finding.pairs for path in p.facts)],
        }
        for id, finding in found.items()
    ]


def _finding(f: Finding, decides: bool, file: CaseFile, language: str, called: Called) -> dict[str, Any]:
    return {
        "id": f.test,
        "label": f.said(language, called),
        "role": f.role,
        "truth": f.truth,
        "decides": decides,
        "facts": [place(file, path) for path in f.facts],
        "missing": [place(file, path) for path in f.missing],
        "norms": list(f.norms),
    }


def place(file: CaseFile, path: Path) -> dict[str, Any]:
    """Where a fact stands in the case file: its path as people write it, line and column of it or its nearest group."""
    line, column = file.positions.of(path)
    return {"path": Problem(_NOWHERE, path=path).where, "line": line, "column": column}


_NOWHERE = Code("", "", "", "", "")
