"""Everything that can be wrong with a case file, by subject: the file, the schema, and rules between facts."""

from __future__ import annotations

from panahat.case.codes import dates, needs, people, procedure, reading, record, schema, visa, writing
from panahat.case.codes.book import BOOK

__all__ = ["BOOK", "dates", "needs", "people", "procedure", "reading", "record", "schema", "visa", "writing"]
