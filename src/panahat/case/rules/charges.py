"""The charges: articles the law data knows, of the right code, and an equivalent that does not contradict itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from panahat.case import codes
from panahat.case.facts import texts
from panahat.case.rules.scene import Scene
from panahat.problems import Path, Problem

if TYPE_CHECKING:
    from panahat.case.models.extradition import Extradition

HOME = "KZ"


def asked(extradition: Extradition) -> bool:
    """Whether extradition was asked for or granted: a wanted notice alone is no request."""
    return extradition.wanted is None or not (extradition.request is None and extradition.decision is None)


def charges(scene: Scene) -> Iterator[Problem]:
    """Every charge and its equivalent."""
    extradition = scene.case.extradition
    if extradition is None:
        return
    if extradition.requesting_state == HOME:
        yield scene.problem(codes.REQUESTING_STATE, ("extradition", "requesting_state"))
    if asked(extradition) and not extradition.charges:
        yield scene.problem(codes.NO_CHARGES, ("extradition", "charges"))
    for n, charge in enumerate(extradition.charges):
        path: Path = ("extradition", "charges", n)
        yield from _article(scene, (*path, "article"), charge.article, extradition.requesting_state)
        kz = charge.kz
        if kz is None or isinstance(kz, str):
            continue
        yield from _article(scene, (*path, "kz", "article"), kz.article, HOME)
        if kz.custodial is False and kz.max_years:
            yield scene.problem(codes.CUSTODIAL, (*path, "kz", "custodial"))


def alibi(scene: Scene) -> Iterator[Problem]:
    """An alibi in what is said of the charges, in a filing that does not speak of guilt; the words are those of the data."""
    needs = scene.needs
    if needs is None or not needs.norm or not needs.about("extradition", "charges"):
        return
    for path, text in texts(scene.case):
        if path[:2] != ("extradition", "charges") and path != ("risk", "political_view"):
            continue
        for language in ("ru", "kk"):
            if any(p.search(getattr(text, language) or "") for p in _alibi(language)):
                yield scene.problem(codes.ALIBI, (*path, language))


@cache
def _alibi(language: str) -> tuple[re.Pattern[str], ...]:
    from panahat.language.wordlists import wordlist

    return tuple(re.compile(p, re.IGNORECASE) for p in wordlist(f"{language}/alibi")["patterns"])


def _article(scene: Scene, path: Path, key: str | None, state: str) -> Iterator[Problem]:
    """An article must be in the law data, in a criminal code of `state`."""
    if key is None:
        return
    if key not in scene.law.norms:
        yield scene.problem(codes.UNKNOWN_ARTICLE, path, known=", ".join(_articles(scene, state)))
    elif not _of_state(scene, key, state):
        yield scene.problem(codes.WRONG_CODE, path, state=state, known=", ".join(_articles(scene, state)))


def _articles(scene: Scene, state: str) -> list[str]:
    return sorted(key for key in scene.law.norms if key.startswith(_code(state)) and _of_state(scene, key, state))


def _of_state(scene: Scene, key: str, state: str) -> bool:
    """Whether the norm stands in the criminal code of `state`; the ids of criminal codes are «ru-uk», «kz-uk»."""
    return any(version.act == _code(state) for version in scene.law.norms[key].versions)


def _code(state: str) -> str:
    return f"{state.lower()}-uk"
