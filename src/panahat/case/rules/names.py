"""No part of the client's name in the id of the case, however it is transliterated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from panahat.case import codes
from panahat.case.rules.scene import Scene
from panahat.problems import Problem

_ALPHABET = (
    "аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh цc чch шsh щsh ъ ыi ь эe юu яa "
    "әa ғg қk ңn өo ұu үu һh іi"
)
_LETTERS = {pair[0]: pair[1:] for pair in _ALPHABET.split()}
# Ways of writing the same sound, brought to one.
_VARIANTS = "shch:sh sch:sh tch:ch kh:h ts:c tz:c dzh:zh x:ks"
_SAME = [tuple(pair.split(":")) for pair in _VARIANTS.split()]
_SOFT = re.compile(r"(?<=.)[yij]+(?=[aeou])|^[yij]+(?=[aeou])")
# What genders and cases put behind the stem they share: «-ova», «-ovoi», «-skii», «-skaia» (as `skeleton` writes them).
_ENDING = re.compile(r"(?<=[a-z]{3})(?:aa|a|oi|ou|u|i|ii|oe|ogo|omu|om|im|e)$")
_LEAST, _LEAST_WHOLE = 4, 3


def name_in_id(scene: Scene) -> Iterator[Problem]:
    """The id goes into file names, so neither surname nor given name may stand in it."""
    name = scene.case.client.name
    parts = [name.surname, name.given, *(name.latin or "").split()]
    known = {skeleton(word) for part in parts for word in re.split(r"[\s-]+", part)}
    if any(_betrays(skeleton(word), name) for word in scene.case.id.split("-") for name in known):
        yield scene.problem(codes.NAME_IN_ID, ("id",))


def _betrays(word: str, name: str) -> bool:
    """Whether a word of the id is the name: the same, beginning with it, or its stem with another ending."""
    if word == name:
        return len(name) >= _LEAST_WHOLE
    stem = _ENDING.sub("", name)
    begins = len(name) > _LEAST and word.startswith(name)
    return begins or (len(stem) >= _LEAST and _ENDING.sub("", word) == stem)


def skeleton(word: str) -> str:
    """A word in Latin letters with the differences between transliterations taken out: «Елизарьева», «yelizaryeva»."""
    latin = "".join(_LETTERS.get(c, c) for c in word.lower())
    for one, same in _SAME:
        latin = latin.replace(one, same)
    latin = _SOFT.sub("", latin).replace("y", "i").replace("j", "i").replace("w", "v").replace("'", "")
    return re.sub(r"(.)\1+", r"\1", latin)
