"""Word redlines: made by one engine, proven by our own reading, and handed out only where the proof holds.

`contents` says what a document says, strictly; `engine` makes the redline of two documents and checks that accepting all
of it gives the new one and rejecting all of it the old one.
"""
