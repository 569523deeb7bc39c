"""Kazakh: names, bodies, dates, numbers and words in seven cases, by the sound of the last word.

The same names as `panahat.language.russian` has. Kazakh has no gender, so nothing here asks for one, save the word
for a relative. `KazakhForms.doubts` names what a lawyer should look at, by the id of a code in `panahat.language.codes`.

    >>> decline_name("Зорина", "Анна", "Львовна").gen
    'Зорина Анна Львовнаның'
    >>> decline_phrase("Қазақстан Республикасының Жоғарғы Соты").dat
    'Қазақстан Республикасының Жоғарғы Сотына'
    >>> spelled_term(10, "day")
    'он тәулік'
"""
