"""What people call the verdicts on an argument."""

from __future__ import annotations

from panahat.messages import N_

VERDICT_WORDS = {
    "included": N_("pleaded"),
    "excluded": N_("not pleaded"),
    "unknown": N_("unknown"),
    "left-out": N_("left out"),
}
