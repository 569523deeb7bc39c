"""Argue: which arguments the facts carry, and why or why not.

An argument (`templates/arguments/<id>/argument.yaml`) names tests over facts and law; each test answers True, False or
None (a fact is missing) and remembers the facts it read. `decide` weighs every argument, then the lawyer's own choice,
then what excludes what; `advise` says what is wrong with the choice, `explain_data` shows all of it as plain data,
`charge_facts` gives what was found about each charge, `claim_state` the state of the asylum procedure.

    arguments = load_arguments(library)
    decisions = decide(file, law, arguments, file.case.filing.on)
    pleaded = ordered(decisions, ["refuge", "risk", "charges"])
"""
