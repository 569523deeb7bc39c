"""The lawyer's choice of arguments, texts in the languages asked for, and the example flag."""

from __future__ import annotations

from collections.abc import Iterator

from panahat.case import codes
from panahat.case.facts import texts
from panahat.case.rules.scene import Scene
from panahat.problems import Problem


def arguments(scene: Scene) -> Iterator[Problem]:
    """Included and excluded arguments exist, and none is both."""
    choice = scene.case.arguments
    excluded = [e.id for e in choice.exclude]
    for n, id_ in enumerate(choice.include):
        if id_ in excluded:
            yield scene.problem(codes.ARGUMENT_BOTH_WAYS, ("arguments", "include", n))
    if scene.arguments is None:
        return
    named = [(("arguments", "include", n), id_) for n, id_ in enumerate(choice.include)]
    named += [(("arguments", "exclude", n), id_) for n, id_ in enumerate(excluded)]
    for path, id_ in named:
        if id_ not in scene.arguments:
            yield scene.problem(codes.UNKNOWN_ARGUMENT, path, known=", ".join(sorted(scene.arguments)))


def languages(scene: Scene) -> Iterator[Problem]:
    """The language of the proceedings is asked for; every text is in every language asked for (Russian always is)."""
    needs = scene.needs
    if scene.case.filing.main_language not in scene.languages and (needs is None or needs.norm):
        yield scene.problem(codes.MAIN_LANGUAGE, ("filing", "main_language"))
    asked = [language for language in scene.languages if language != "ru"]
    if not asked:
        return
    for path, text in texts(scene.case):
        if needs is not None and not needs.shows(path):
            continue
        for language in asked:
            if getattr(text, language) is None:
                yield scene.problem(codes.UNTRANSLATED, path, language=language)


def example(scene: Scene) -> Iterator[Problem]:
    """A final filing made from an example."""
    if scene.final and scene.case.synthetic:
        yield scene.problem(codes.EXAMPLE, ("synthetic",))


def clarified(scene: Scene) -> Iterator[Problem]:
    """Facts of the filing that are still to be clarified."""
    for path in scene.file.clarify:
        if scene.needs is None or scene.needs.shows(path):
            yield scene.problem(codes.CLARIFY, path)
