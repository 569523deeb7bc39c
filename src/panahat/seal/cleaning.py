"""Makes a Word document clean: what may not be there is refused, what shows nothing is taken out, the rest is rebuilt.

The result has no author, time, edit history, hidden text, foreign part or outside link (see `vocabulary`, `parts`).
Language marks of the text (`w:lang`) stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from panahat.problems import Problem, Refused
from panahat.seal import codes, parts
from panahat.seal.cleaning_parts import clean_text
from panahat.seal.package import ROOT_RELS, TYPES, Package, open_package
from panahat.seal.xml import Element, R, W, tree
from panahat.seal.zipping import pack, safe_name


@dataclass(frozen=True)
class Clean:
    """A clean document: content by part name, the kind of each part («header»), the main part's references by id."""

    parts: Mapping[str, bytes]
    kinds: Mapping[str, str]
    references: Mapping[str, str]


def clean(content: bytes) -> Clean:
    """The document in `content`, cleaned. Raises Refused with everything that only a person can mend."""
    made, problems = clean_and_tell(content)
    if problems:
        raise Refused(problems)
    return made


def scrub(content: bytes) -> bytes:
    """The document cleaned and packed anew: `inspect` finds nothing in it. Raises Refused as `clean` does."""
    return pack([], clean(content).parts)


def clean_and_tell(content: bytes) -> tuple[Clean, list[Problem]]:
    """The document cleaned, and all in it that only a person can mend. Raises Refused where it cannot be read."""
    return clean_package(open_package(content, whole=True))


def clean_package(package: Package) -> tuple[Clean, list[Problem]]:
    """As `clean_and_tell`, of a document that is open."""
    main = package.one("", "officeDocument")
    if main is None or package.types[main] not in parts.MAIN_TYPES:
        macro = main is not None and "macroEnabled" in package.types[main]
        raise Refused(
            [Problem(codes.MACRO if macro else codes.CONTENT_TYPES, facts={"part": safe_name(main or ROOT_RELS)})]
        )
    kinds, problems = parts.sort_parts(package, main)
    made: dict[str, bytes] = {}
    for name, kind in kinds.items():
        root = tree(name, package.members[name].content())
        if root.tag != f"{{{parts.NAMESPACE.get(kind, W)}}}{parts.ROOTS[kind]}":
            problems.append(Problem(codes.CONTENT_TYPES, facts={"part": safe_name(name)}))
            continue
        cleaner = parts.CLEANERS.get(kind)
        problems += cleaner(name, root) if cleaner else clean_text(name, root)
        made[name] = parts.serialise(root)
        if kind == "document":
            if root.find(f"{{{W}}}body") is None:
                raise Refused([Problem(codes.CONTENT_TYPES, facts={"part": safe_name(name)})])
            problems += _dangling(package, name, root)
    return _rebuilt(package, main, kinds, made), problems


def _dangling(package: Package, name: str, root: Element) -> list[Problem]:
    """A problem for every header or footer that the text asks for and that is not there."""
    known = {r.id for r in package.relationships.get(name, ())}
    asked = [e.get(f"{{{R}}}id") for e in root.iter(f"{{{W}}}headerReference", f"{{{W}}}footerReference")]
    return [Problem(codes.DANGLING, facts={"part": safe_name(name)}) for id in asked if id not in known]


def _rebuilt(package: Package, main: str, kinds: Mapping[str, str], made: Mapping[str, bytes]) -> Clean:
    """The parts under their standard names, with new content types, relationships and empty properties."""
    names: dict[str, str] = {}
    for kind in parts.ORDER:
        same = sorted(name for name, k in kinds.items() if k == kind)
        for n, name in enumerate(same, 1):
            names[name] = parts.place(kind, n)
    stays = {r.id: r.target for r in package.relationships.get(main, ()) if r.target in made and not r.external}
    references = {id: names[target] for id, target in stays.items()}
    out = {names[name]: content for name, content in made.items()}
    new_kinds = {names[name]: kind for name, kind in kinds.items() if name in made}
    out[TYPES] = parts.content_types(new_kinds)
    out[ROOT_RELS] = parts.ROOT_RELATIONSHIPS
    out["word/_rels/document.xml.rels"] = parts.relationships(references, new_kinds)
    out.update(parts.PROPERTIES)
    return Clean(out, new_kinds, references)
