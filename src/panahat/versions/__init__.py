"""Versions of a filing: a Word file, a case file, or either as it was at a revision of git, brought to one form.

`open_version` reads what a person names («out/x.docx», «cases/x.yaml@HEAD~3») and finds out what it was made from: the
manifest beside a document names its inputs by digest, and they are looked for in the folders around it and in git.
`Version` holds the text, and, where it could be found, the `Source`: case, templates and law, with the drafts made anew.
"""
