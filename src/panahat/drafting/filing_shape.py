"""What a `filing.yaml` must look like, field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping

from panahat.argue.condition_reading import FORUMS
from panahat.argue.shape import CITES, NUMBER, PLACE, TEXT, TEXTS, TITLE, Kind
from panahat.drafting.forms import LANGUAGES
from panahat.messages import N_

LIST: Kind = (N_("a list"), lambda v: isinstance(v, list))
FIELDS: Kind = (N_("named fields"), lambda v: isinstance(v, dict | list) and bool(v))
RULE: Kind = (N_("the key of a body, or one rule: fixed, above, maker, named or by_region"), lambda v: bool(v))
PATHS: Kind = (N_("facts by names"), lambda v: isinstance(v, dict) and all(isinstance(p, str) for p in v.values()))
FLAG: Kind = (N_("true or false"), lambda v: v in ("true", "false"))
NAMES: Kind = (
    N_("the title in ru and kk"),
    lambda v: (
        isinstance(v, dict) and {"ru"} <= set(v) <= set(LANGUAGES) and all(isinstance(t, str) for t in v.values())
    ),
)
ANY: Kind = (N_("a condition"), lambda v: bool(v))
TEXTS_BY: Kind = (N_("the text in ru, and in kk and en where there is one"), NAMES[1])
DECIMAL: Kind = (N_("a number, with a point before the fraction"), lambda v: bool(re.fullmatch(r"\d+(\.\d+)?", str(v))))
FORUM: Kind = (N_("court, body or committee"), lambda v: v in FORUMS)
REQUIRED: Mapping[str, Kind] = {"kind": TEXT, "title": TITLE}
OPTIONAL: Mapping[str, Kind] = {
    **dict.fromkeys(("norm", "act"), TEXT),
    **dict.fromkeys(("addressee", "through"), RULE),
    **dict.fromkeys(("copies", "fee"), FIELDS),
    **dict.fromkeys(("periods", "needs", "wants", "sections", "asks", "motions", "warnings", "sheet"), LIST),
    **dict.fromkeys(("languages", "prints"), TEXTS),
    "cites": (CITES[0], lambda v: isinstance(v, dict)),
    "forum": FORUM,
    "sections_from": NUMBER,
}
PERIOD: Mapping[str, Kind] = {"key": TEXT, "starts": PATHS}
PERIOD_MAY: Mapping[str, Kind] = {"otherwise": PATHS, "filed": TEXT, "binds": FLAG}
ABOUT: Mapping[str, Kind] = {"norm": PLACE, "verify": FLAG, "says": TEXTS_BY, "when": ANY}
COPIES: Mapping[str, Kind] = {"n": NUMBER, **ABOUT}
FEE: Mapping[str, Kind] = {"none": FLAG, "mrp": DECIMAL, **ABOUT}
WANT: Mapping[str, Kind] = {"final": (N_("error"), lambda v: v == "error"), "when": ANY}
RULES = ("fixed", "above", "maker", "named", "by_region")
