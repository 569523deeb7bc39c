"""The room of papers: annexes looked at, stamped and bound, as a court's office gets them.

paper = look(Path("passport.pdf").read_bytes())      # what it is, its pages, what it tells of its making; or Refused
stamped(Bound("Приложение 3. Паспорт", paper=paper, cover=cover), scrub=True)
bound([Bound("Жалоба", pdf=filing), …], "Жалоба", "ru", scrub=True)
scrubbed(Path("lawyer.docx").read_bytes())           # the same document, telling nothing but what it shows; or Refused
"""
