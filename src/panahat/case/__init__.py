"""The case room: a YAML file that a paralegal writes becomes frozen facts, or everything wrong with it is said at once.

    file = load_case(Path("cases/transit-activist.yaml"))      # raises Refused with all problems of reading and schema
    file.case.client.born.on                                   # a date; None is «not known», () is «none»
    file.positions.of(("client", "born", "on"))                # (line, column)
    check(file, law, needs, final=False, base=Path("cases"))   # rules between facts, and what a filing asks for

`models/` is the schema with its help texts; `reading` and `events` turn bytes into texts with places, `engine` turns
texts into facts, `rules/` look at facts beside each other. `starter` and `json_schema` explain the file to people and
editors. `get`, `walk` and `expand` find facts by path, `dated` puts the
dated ones in order; `shapes` describes every key. No message ever shows a value.
"""
