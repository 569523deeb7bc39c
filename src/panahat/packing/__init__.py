"""The packing room: the folder that goes to the body, with the filing, its annexes stamped and in order, and one PDF of all.

    made = pack(workspace, file, kind, "kk-ru", base=Path("cases"))     # in memory; Refused with everything that is wrong
    write_folder(Path("out/pack"), made.files)

The settings of e-filing, the words of the stamps and the names of the files are data: `templates/sheets/pack.yaml`.
"""
