"""Russian: declension of names and phrases, agreement, numerals, dates. `panahat.language` is the door."""
