"""Problems of dates beside each other."""

from __future__ import annotations

from panahat.case.codes.book import BOOK
from panahat.messages import N_

ORDER = BOOK.error(
    "case/dates-order",
    what=N_("{later} ({later_path}) lies before {earlier} ({earlier_path})."),
    why=N_("One of the two dates is wrong; periods and arguments are counted from them."),
    remedy=N_("Compare both with the documents."),
)
UNUSUAL_ORDER = BOOK.warning(
    "case/dates-unusual",
    what=N_("{later} ({later_path}) lies before {earlier} ({earlier_path})."),
    why=N_("It can be so, but usually one of the two dates is wrong."),
    remedy=N_("Compare both with the documents."),
)
BEFORE_BIRTH = BOOK.error(
    "case/before-birth",
    what=N_("{field} ({key}) is not after the client's birth."),
    why=N_("One of the two dates is wrong."),
    remedy=N_("Compare both with the documents."),
)
AFTER_FILING = BOOK.error(
    "case/after-filing",
    what=N_("{field} ({key}) lies after the date of the filing."),
    why=N_("A filing cannot speak of what has not happened yet."),
    remedy=N_("Correct this date, or the date under «filing.on»."),
)
FUTURE_FILING = BOOK.warning(
    "case/filing-in-future",
    what=N_("The date of the filing has not come yet."),
    why=N_("Law, periods and age are taken as of that day; they may change until then."),
    remedy=N_("Check the case again on the day of filing."),
)
LIST_ORDER = BOOK.error(
    "case/list-order",
    what=N_("The entries of «{key}» are not in order of time: this one is older than the one above."),
    why=N_("The last entry counts as the latest: arguments and requests are chosen by it."),
    remedy=N_("Put the oldest first."),
)
EVENTS_ORDER = BOOK.warning(
    "case/events-order",
    what=N_("This event is older than the one above it."),
    why=N_("A chronology is read from the oldest to the newest."),
    remedy=N_("Move it up."),
)
