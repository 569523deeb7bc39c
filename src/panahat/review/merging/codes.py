"""The problems of merging drafts, and what the report and the comments of a merge say."""

from __future__ import annotations

from panahat.messages import N_
from panahat.problems import CodeBook

BOOK = CodeBook()

UNRELATED = BOOK.error(
    "review/merge-unrelated",
    what=N_("The {which} has hardly any paragraph of the first draft."),
    why=N_("Then every paragraph would count as written anew, and nothing could be taken over safely."),
    remedy=N_(
        "Name the draft that the lawyer's copy was made from, the lawyer's copy, and the new draft, in this order."
    ),
)
UNPROVEN = BOOK.error(
    "review/merge-unproven",
    what=N_("The merged document could not be proven complete ({where})."),
    why=N_("A merged document may neither lose nor double a paragraph; so none was made."),
    remedy=N_("Compare the drafts (`panahat diff`) and take the changes over by hand; please report this as a fault."),
)
FOREIGN = BOOK.error(
    "review/merge-foreign",
    what=N_("The new draft holds a link, a picture or an object in a paragraph that changed."),
    why=N_("Panahat's own drafts have none, so the merge does not carry them over."),
    remedy=N_("Name the draft as Panahat generated it, or take that paragraph over by hand."),
)
SECTIONS = BOOK.error(
    "review/merge-sections",
    what=N_("The new draft is divided into {new} sections, the first draft into {old}."),
    why=N_("Pages, headers and footers belong to sections; they can be merged only where the division stayed."),
    remedy=N_("Generate both drafts in the same form (--in), or take the changes over by hand."),
)
STRICT = BOOK.error(
    "review/merge-strict",
    what=N_("The document is saved in the form «Strict Open XML»."),
    why=N_("Merging works on the usual form of .docx."),
    remedy=N_("Save it in Word as «Word Document (.docx)»."),
)
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
SECTION_GONE = N_(
    "The lawyer removed a section whose header or footer the new draft changed; that change is not in the result."
)
