"""The languages of filings, and in which of them one document may be made."""

LANGUAGES = ("ru", "kk", "en")
"""The languages in which a filing may have a text."""

FORMS = (*LANGUAGES, "kk-ru")
"""In which languages a filing may be made; kk-ru is derived: the whole Kazakh text, then the whole Russian one."""

SHEET_LANGUAGE = "ru"
"""The language of review sheets."""
