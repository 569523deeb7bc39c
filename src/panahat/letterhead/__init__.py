"""An office's letterhead: what `office.yaml` says of it in each language, and its logo as a bare picture.

`load` reads the file beside an office's templates, or beside the cases, and everything that stands against it at once.
"""
