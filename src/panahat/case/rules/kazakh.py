"""Kazakh texts of the case: letters lost to their Russian neighbours in known terms."""

from __future__ import annotations

from collections.abc import Iterator

from panahat.case import codes
from panahat.case.facts import texts
from panahat.case.rules.scene import Scene
from panahat.problems import Problem


def lost_letters(scene: Scene) -> Iterator[Problem]:
    """«к» for «қ» and the like, where a Kazakh text is asked for; the place is told, never the word."""
    if "kk" not in scene.languages:
        return
    from panahat.language.kazakh.lost_letters import lost_letters as lost

    for path, text in texts(scene.case):
        if text.kk is None:
            continue
        for found in lost(text.kk)[:3]:
            named = {"word": str(found.word), "letter": str(found.letter), "meant": found.meant}
            yield scene.problem(codes.LOST_LETTER, (*path, "kk"), **named)
