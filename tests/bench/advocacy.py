"""How much of a complaint is this person's case: argument paragraphs with a fact of the case, words that another has too.

Read in Russian, the language the figures were first counted in. A name or a requesting state is no fact of a case; a
paragraph's own facts are those that its Draft says it printed. Identical words are those of whole sentences that both
complaints have, their names swapped for one sign, from the first section to the motions.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from panahat.drafting.model import Draft, Paragraph
from panahat.workspace import Workspace

CASES = Path(__file__).resolve().parents[2] / "cases"
KIND = "supreme-court-complaint"
READ = {"S1": "transit-activist", "S2": "regional-critic"}
GOALS = {"facts": 70, "same": 25}
FORMER = {"S1": 4325, "S2": 4512}
"""Words of the whole complaint before arguments were built on facts."""
_NO_FACT = re.compile(r"(client\.(name|gender|citizenship)|extradition\.requesting_state|representative)\b")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
_WORD = re.compile(r"\w+")
_HEADS = ("Раздел", "Довод")
_CASES = ("nom", "gen", "dat", "acc", "ins", "prep")


def _draft(case: str) -> Draft:
    path = CASES / f"{case}.yaml"
    workspace = Workspace.beside(path, None)
    return workspace.draft(workspace.load(path), KIND, "ru")


def argued(draft: Draft) -> list[Paragraph]:
    """The paragraphs of arguments, without their headings and without the summary before the first section."""
    first = next(n for n, p in enumerate(draft.paragraphs) if p.style == "Раздел")
    return [p for p in draft.paragraphs[first:] if p.origin.kind == "argument" and p.style not in _HEADS]


def with_fact(paragraph: Paragraph) -> bool:
    """Whether the paragraph carries a fact of the case beyond who it is about, or an annex of it."""
    return bool(paragraph.annexes) or any(not _NO_FACT.match(fact) for fact in paragraph.facts)


def words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def sentences(draft: Draft) -> Counter[str]:
    """The sentences of the numbered sections and motions, the person's names swapped for one sign."""
    forms = [str(getattr(d, case)) for d in draft.declined.values() for case in _CASES]
    short = [f"{f.split()[0]} {''.join(f'{w[0]}.' for w in f.split()[1:])}" for f in forms]
    sign = re.compile("|".join(map(re.escape, sorted({*forms, *short}, key=len, reverse=True))))
    styles = [p.style for p in draft.paragraphs]
    body = draft.paragraphs[styles.index("Раздел") : styles.index("Основание просьбы")]
    return Counter(s for p in body for s in _SENTENCE.split(sign.sub("N", p.text.replace("\u00a0", " "))))


def main() -> None:
    drafts = {name: _draft(case) for name, case in READ.items()}
    told = {name: sentences(d) for name, d in drafts.items()}
    shared = told["S1"] & told["S2"]
    same = sum(words(s) * n for s, n in shared.items())
    for name, draft in drafts.items():
        paragraphs = argued(draft)
        carrying = sum(map(with_fact, paragraphs))
        whole = sum(words(s) * n for s, n in told[name].items())
        length = sum(words(p.text) for p in draft.paragraphs)
        print(
            f"{name}: argument paragraphs with a fact {carrying}/{len(paragraphs)} = {100 * carrying / len(paragraphs):.0f} %"
            f" (goal ≥ {GOALS['facts']}); identical words {same}/{whole} = {100 * same / whole:.0f} %"
            f" (goal ≤ {GOALS['same']}); length {length} words (before: {FORMER[name]})"
        )


if __name__ == "__main__":
    main()
