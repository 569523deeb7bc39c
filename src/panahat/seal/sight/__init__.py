"""What a person sees in a Word file: each stretch of text and whether it shows, and all that is shown beside the text.

`read_part` walks a part once and gives its `Seen`: paragraphs with their text, their automatic number and the `Mark`s of
what is hidden, struck or unreadable, and the `Thing`s that are no text (pictures, equations, links, ticked boxes).
"""
