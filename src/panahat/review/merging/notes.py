"""What the report and the comments of a merge say."""

from __future__ import annotations

from panahat.messages import N_

WHICH = {
    "base": N_("first draft"),
    "theirs": N_("lawyer's copy"),
    "ours": N_("new draft"),
}

CONFLICT = N_("Changed by the lawyer and in the new draft. Accept: the new draft. Reject: the lawyer's text.")
CONFLICT_GONE = N_(
    "Changed by the lawyer, absent from the new draft. Accept: it goes. Reject: the lawyer's text stays."
)
CONFLICT_BACK = N_(
    "Removed by the lawyer, changed in the new draft. Accept: the new text stands. Reject: it stays removed."
)

BOTH_ADDED = N_("Both added text at this place; the lawyer's stands first. Check the order.")
BOTH_THE_SAME = N_("Both added the same text at different places; it stands twice. Remove one.")
BOTH_MOVED = N_("Both moved this paragraph; it stands where the lawyer put it.")
COMMENTED = N_("The lawyer's comment stands on a text that the new draft changed.")
TRACKED = N_("The lawyer's tracked changes were taken as accepted.")
TRACKED_DRAFT = N_("Tracked changes in the drafts were taken as accepted.")
STYLE_TAKEN = N_("The new draft changed the look of a style; it was taken over.")
STYLE_KEPT = N_("The new draft and the lawyer both changed the look of a style; the lawyer's stays.")
PAGE_TAKEN = N_("The new draft changed the page setup; it was taken over.")
PAGE_KEPT = N_("The new draft and the lawyer both changed the page setup; the lawyer's stays.")
RENUMBERED = N_("The lawyer's text names a number that is another one in the new draft; check it:")
BESIDE_KEPT = N_("Kept from the lawyer's copy:")
BESIDE_TAKEN = N_("Taken from the new draft:")
BESIDE_LOST = N_("Not in the result, put it in by hand:")
SECTION_GONE = N_(
    "The lawyer removed a section whose header or footer the new draft changed; that change is not in the result."
)
