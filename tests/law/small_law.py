"""A small law for tests: a few acts and norms, built like the registry's own entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from panahat.law.confirmations import Confirmations
from panahat.law.model import CASES, Act, Norm, NormVersion, Standing
from panahat.law.registry import Law
from panahat.law.standing import standing_of

CODE = {"article": "статья", "part": "часть", "point": "пункт", "subpoint": "подпункт", "paragraph": "абзац"}
STATUTE = {"article": "статья", "point": "пункт", "part": "часть", "subpoint": "подпункт"}
TREATY = {"article": "статья", "section": "раздел", "point": "пункт", "subpoint": "подпункт"}


def declined(pattern: str, *endings: str) -> dict[str, str]:
    """`pattern` with each ending in place of «*», in the order of the cases; one text for all where none is given."""
    return {case: pattern.replace("*", endings[i] if endings else "") for i, case in enumerate(CASES)}


_CODE_ENDINGS = ("ый кодекс", "ого кодекса", "ому кодексу", "ый кодекс", "ым кодексом", "ом кодексе")
_TREATY_ENDINGS = ("я", "и", "и", "ю", "ей", "и")


def act(key: str, title: Mapping[str, str], short: Mapping[str, str], units: Mapping[str, str]) -> Act:
    return Act(
        {
            "key": key,
            "kind": "code",
            "title": {"ru": title["nom"]},
            "title_forms": title,
            "short": {"ru": short["nom"]},
            "short_forms": short,
            "units": units,
            "confidence": "two-sources",
            "checked_on": "2026-11-22",
        }
    )


_LAW_ENDINGS = ("", "а", "у", "", "ом", "е")
_UPK = declined("Уголовно-процессуальн* Республики Казахстан", *_CODE_ENDINGS)
_UK = declined("Уголовн* Российской Федерации", *_CODE_ENDINGS)
_REFUGEES = declined("Закон* Республики Казахстан «О беженцах»", *_LAW_ENDINGS)
_CONVENTION = declined("Конвенци* о статусе беженцев от 28 июля 1951 года", *_TREATY_ENDINGS)
_VIENNA = declined("Венск* о праве договоров", "ая", "ой", "ой", "ую", "ой", "ой")
_RESOLUTION = declined("нормативн* № 7", "ое", "ого", "ому", "ое", "ым", "ом")
_OLD = declined("Конституци* 1995 года", *_TREATY_ENDINGS)
_NEW = declined("Конституци* 2026 года", *_TREATY_ENDINGS)
ACTS = {
    a.key: a
    for a in (
        act("kz-upk", _UPK, declined("УПК РК"), CODE),
        act("ru-uk", _UK, declined("УК РФ"), CODE),
        act("kz-refugees", _REFUGEES, declined("Закон* «О беженцах»", *_LAW_ENDINGS), STATUTE),
        act("conv-1951", _CONVENTION, declined("Конвенци* 1951 года", *_TREATY_ENDINGS), TREATY),
        act("vclt", _VIENNA, declined("Венская конвенция"), TREATY),
        act("const-old", _OLD, _OLD, STATUTE),
        act("const-new", _NEW, _NEW, STATUTE),
        act("np-7", _RESOLUTION, declined("НП № 7"), {"point": "пункт"}),
    )
}


def version(
    act: str,
    *places: Mapping[str, str],
    since: str | None = None,
    until: str | None = None,
    confidence: str = "two-sources",
    seen_until: str = "2099-12-31",
    verify: bool = False,
) -> NormVersion:
    return NormVersion(
        {
            "act": act,
            "places": list(places),
            "in_force": {"from": since, "until": until},
            "gist": {"ru": "…"},
            "confidence": confidence,
            "seen_until": seen_until,
            "verify_before_use": verify,
            "checked_on": "2026-11-22",
        }
    )


class SmallLaw(Law):
    """A law whose norms are given as {key: versions}."""

    def __init__(
        self, norms: Mapping[str, Sequence[NormVersion]] | None = None, acts: Mapping[str, Act] | None = None
    ) -> None:
        self.norms = {
            key: Norm({"key": key, "title": {"ru": key}, "versions": [v.raw for v in versions]})
            for key, versions in (norms or {}).items()
        }
        self.acts = acts or ACTS

    def standing(self, key: str, on: date) -> Standing:
        return standing_of(key, on, self.norms, self.acts, Confirmations())


def upk(*articles: str) -> dict[str, tuple[NormVersion, ...]]:
    """Norms of one code by short names: «590-1-7» is point 7 of part 1 of article 590, «589_1-2» part 2 of 589-1."""
    norms: dict[str, tuple[NormVersion, ...]] = {}
    for name in articles:
        numbers = [n.replace("_", "-") for n in name.split("-")]
        norms[name] = (version("kz-upk", dict(zip(("article", "part", "point", "subpoint"), numbers, strict=False))),)
    return norms
