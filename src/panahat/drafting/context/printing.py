"""Facts as words by the kind of each field: the vocabulary of every text, made from the schema, once for all languages.

`Printer.group` gives a group of facts as names for texts; a name is printed when a text first asks for it. What a name is
called and what may follow it depends on the schema alone (`Form`), so a text can be checked without any case:

| field | names |
|---|---|
| line, words | the field: a text |
| number | the field; `<field>_bound`, which does not break across lines; `not_<field>`: the file says that there is none |
| words in the nominative (`Named`), country | the field: a form for each grammatical case |
| text | the field: its paragraphs; `<field>_proved`: the same with the reference to the annexes |
| day, moment | the field: the forms of a date; of a moment also `on`, `hour` |
| flag | the field: known to hold; `not_<field>`: known not to hold |
| choice | the field: the key, to compare; `<field>_words`: its words in every case, where `choices` of the lexicon has them |
| years, days | the field: the number; `<field>_counted`: with its noun, in every case |
| norm key | the field: its citation in every case, to part and point; `<field>_title`; `<field>_full`: with the act in full |
| article of a code | the same, and `<field>_number` |
| body key | the field: the name in every case, and `to`; `<field>_key` |
| person | `name` gives `name`, `short`, `initials`, `latin` of the group; another field gives a group of these |
| group | the field: its names; `not_<field>`: the file says «none» |
| list of groups | the field: its members, each with `n`; `<field>_last`; `not_<field>`: the file says that there are none |
| proof | `ref`, `ref_plain`, `annex_numbers` |
| gender | the words that agree with a person |

An absent fact is False.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from panahat.case.engine import shapes
from panahat.case.needs import is_open
from panahat.case.shape import Field, GroupShape
from panahat.drafting.context.cites import Citer
from panahat.drafting.context.groups import TEXT, TEXTS, Form, Group, Name
from panahat.drafting.context.kinship import agreed
from panahat.drafting.context.scribe import Fact, Scribe, agreeing, span
from panahat.drafting.traced import Traced
from panahat.law.citations import Ref
from panahat.messages import N_, translator
from panahat.problems import Path

if TYPE_CHECKING:
    from panahat.case.models import Case
    from panahat.language.forms import EachCase

PRINTED = {"Words": "line", "Text": "text", "PersonName": "person", "Reference": "proof"}
"""Groups of the schema that are one value to a text, and how they print."""
_KINDS = {
    "name": "line",
    "iin": "line",
    "id": "line",
    "positive": "count",
    "partial": "day",
    "partial_or_unknown": "day",
}
_SILENT = ("table",)
_TO_CLARIFY = N_("to be clarified")
_NOUNS = {"years": "year", "days": "calendar-day"}


class Printer(Struct):
    """Prints the facts of a case in one language; `more` adds names to a group that are computed, by the group's name.

    `marks` are the facts that are marked to be clarified and not given: they print as the mark.
    """

    scribe: Scribe
    citer: Citer
    bodies: Mapping[str, Mapping[str, str]]
    root: Case | None
    more: Mapping[str, Callable[[], Mapping[str, Name]]] = {}
    marks: frozenset[Path] = frozenset()
    _known: dict[str, Mapping[str, Name]] = {}
    _forms: dict[str, Form] = {}

    def group(self, fact: Fact, name: str) -> Group:
        """The facts of the group `name` in words; absent, too, where the file says that there is none."""
        if isinstance(fact.value, str):
            return Group(self.names(name), Fact(None, fact.path))
        return Group(self.names(name), fact, marked=self.is_marked(fact))

    def groups(self, fact: Fact, name: str) -> list[Group]:
        """A list of groups in words."""
        return [Group(self.names(name), one) for one in fact.each()]

    def names(self, name: str) -> Mapping[str, Name]:
        """Every name of the group `name`."""
        found = self._known.get(name)
        if found is None:
            shape = shapes()[name]
            made = {
                key: made if f.kind == "flag" or key.startswith("not_") else replace(made, of=made.of or (f.attribute,))
                for f in shape.fields.values()
                for key, made in self._field(f, shape)
            }
            made |= self.more[name]() if name in self.more else {}
            found = self._known[name] = {k: self._or_mark(one) for k, one in made.items()} if self.marks else made
        return found

    def is_marked(self, fact: Fact) -> bool:
        """Whether the fact is absent and marked to be clarified: itself, the group it stands in, or something in it."""
        return fact.value in (None, ()) and fact.path != () and is_open(fact.path, self.marks)

    def _or_mark(self, made: Name) -> Name:
        """A name that prints the mark where a fact it rests on is marked; a flag or «none» that is not known does not hold."""

        def value(group: Fact) -> Any:
            marked = next((at for at in map(group.at, made.of) if self.is_marked(at)), None)
            return made.value(group) if marked is None else self.mark(made.form, marked)

        return replace(made, value=value) if made.of else made

    def mark(self, form: Form, at: Fact) -> Any:
        """The mark in place of a value of that form."""
        if form.each is not None:
            return [self.mark(form.each, at)]
        below = {name: self.mark(one, at) for name, one in form.names.items()}
        if form.group:
            marked = Group(self.names(form.group), Fact(None, at.path), marked=True)
            marked.update(below)
            return marked
        said = f"⟦{translator(self.scribe.tongue.language)(_TO_CLARIFY)}⟧"
        return below or self.scribe.said(said, at)

    def asked(self, form: Form) -> dict[str, Form]:
        """Every name that may follow a dot after a value of this form."""
        below = self.names(form.group) if form.group else {}
        return {**{name: made.form for name, made in below.items()}, **form.names}

    def last(self, fact: Fact, name: str) -> Group:
        """The last group of a list; an absent one where there is none."""
        return (self.groups(fact, name) or [self.group(Fact(None, fact.path), name)])[-1]

    def case_form(self) -> Form:
        """A name or phrase in every case."""
        return self._form("case", lambda: dict.fromkeys(self.scribe.tongue.cases, TEXT))

    def body_form(self) -> Form:
        """A body in every case, and as the addressee."""
        return self._form("body", lambda: dict.fromkeys((*self.scribe.tongue.cases, "to"), TEXT))

    def date_form(self) -> Form:
        """The forms of a date."""
        return self._form("date", lambda: Form.of(self.scribe.tongue.date(date(2000, 1, 1))).names)

    def _form(self, name: str, names: Callable[[], Mapping[str, Form]]) -> Form:
        if name not in self._forms:
            self._forms[name] = Form(names())
        return self._forms[name]

    def body(self, key: str, *facts: Fact) -> dict[str, Traced] | bool:
        """A body of the law data in every case; False where the law data does not have it in this language."""
        forms = self.bodies.get(key)
        return (
            {name: self.scribe.said(self.scribe.tongue.tied(text), *facts) for name, text in forms.items()}
            if forms
            else False
        )

    def _field(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        """The names that a field gives to its group."""
        how = f.prints or PRINTED.get(f.group) or _KINDS.get(f.kind, f.kind)
        if how not in _SILENT:
            make = getattr(self, f"_{how}_names", None)
            yield from make(f, shape) if make else self._one(f, shape, *_ONE[how])
        if f.key == "gender":
            for name, form in Form.of(self.scribe.tongue.agree("male")).names.items():
                yield name, Name(form, _one_of(name, lambda g: agreeing(self.scribe.tongue.agree(g.value.gender))))

    def _one(self, f: Field, shape: GroupShape, form: Any, print_: Any) -> Iterator[tuple[str, Name]]:
        """A field that prints under its own name, each member where it is a list."""
        form = form(self) if callable(form) else form

        def value(group: Fact) -> Any:
            fact = group.at(f.attribute)
            if f.many:
                return [print_(self, one, group, f) for one in fact.each()]
            return print_(self, fact, group, f) if fact else False

        yield f.key, Name(Form(each=form) if f.many else form, value)

    def _number_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        def number(group: Fact) -> Any:
            fact = group.at(f.attribute)
            return self.scribe.line(fact) if fact.value != "none" else False

        yield f.key, Name(TEXT, number)
        yield f"{f.key}_bound", Name(TEXT, lambda g: (n := number(g)) and n.again(n.replace(" ", "\u00a0")))
        yield f"not_{f.key}", Name(TEXT, lambda g: g.at(f.attribute).value == "none")

    def _text_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        for name in (f.key, f"{f.key}_proved"):
            yield name, Name(TEXTS, _one_of(name, lambda g: self.scribe.told(f.attribute, g)))

    def _flag_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        yield f.key, Name(TEXT, lambda g: g.at(f.attribute).value is True)
        yield f"not_{f.key}", Name(TEXT, lambda g: g.at(f.attribute).value is False)

    def _choice_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        yield from self._one(f, shape, TEXT, Printer._key)
        sample = self.scribe.tongue.choice(shape.name, f.key, f.choices[0], "male")
        if sample is not None:
            form = TEXT if isinstance(sample, str) else self.case_form()
            for key, made in self._one(f, shape, form, Printer.choice_words):
                yield f"{key}_words", made

    def _years_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        yield from self._one(f, shape, TEXT, Printer._number)
        for key, made in self._one(f, shape, Printer.case_form, Printer._counted):
            yield f"{key}_counted", made

    _days_names = _years_names

    def _norm_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        yield from self._one(f, shape, Printer.case_form, Printer._citation)
        yield (
            f"{f.key}_full",
            Name(self.case_form(), lambda g: self.citer.in_full(self._citation(g.at(f.attribute), g, f))),
        )
        yield f"{f.key}_title", Name(TEXT, lambda g: self.citer.title(g.at(f.attribute).value))

    def _article_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        yield from self._one(
            f,
            shape,
            Printer.case_form,
            lambda p, fact, group, f: p.citer.article(group.value, p.scribe.said("", fact).sources),
        )
        yield f"{f.key}_number", Name(TEXT, lambda g: self.scribe.line(g.at(f.attribute)))
        yield f"{f.key}_title", Name(TEXT, lambda g: self.citer.article_title(g.value.code, g.value.article))

    def _body_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        yield from self._one(f, shape, Printer.body_form, lambda p, fact, group, f: p.body(fact.value, fact))
        for key, made in self._one(f, shape, TEXT, Printer._key):
            yield f"{key}_key", made

    def _named_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        """Words in the nominative; those of an act that are absent come from the key of the body beside them."""
        own = next((x.attribute for x in shape.fields.values() if x.prints == "body"), "") if f.key == "by" else ""

        def value(group: Fact) -> Any:
            key = group.at(own) if own else None
            if key and key.value in self.bodies:
                return self.body(key.value, key)
            forms = self.scribe.forms(group.at(f.attribute))
            if not forms and own and self.is_marked(group.at(own)):
                return self.mark(self.body_form(), group.at(own))
            return forms

        yield f.key, Name(self.body_form(), value)

    def _person_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        gender = next((g for g in (f"{f.key}_gender", "gender") if g in shape.fields), "")

        def value(group: Fact) -> Any:
            fact = group.at(f.attribute)
            return self.scribe.name(fact, (group.at(gender).value if gender else None) or "male") if fact else False

        cases = self.case_form()
        names = {"name": cases, "short": cases, "initials": cases, "latin": TEXT}
        if f.key != "name":
            yield f.key, Name(Form(names), value)
            return
        for name, form in names.items():
            yield name, Name(form, _one_of(name, value))

    def _group_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        form = Form(group=f.group)
        if not f.many:
            yield f.key, Name(form, lambda g: self.group(g.at(f.attribute), f.group))
            if f.choices:
                yield f"not_{f.key}", Name(TEXT, lambda g: isinstance(g.at(f.attribute).value, str))
            return
        form = Form({"n": TEXT}, group=f.group)
        yield f"not_{f.key}", Name(TEXT, lambda g: g.at(f.attribute).value == ())

        def members(group: Fact) -> list[Group]:
            made = self.groups(group.at(f.attribute), f.group)
            for n, one in enumerate(made, 1):
                one["n"] = str(n)
            return made

        yield f.key, Name(Form(each=form), members)
        yield f"{f.key}_last", Name(form, lambda g: members(g)[-1] if g.at(f.attribute).value else False)

    def _proof_names(self, f: Field, shape: GroupShape) -> Iterator[tuple[str, Name]]:
        for name in ("ref", "ref_plain", "annex_numbers"):
            yield name, Name(TEXT, _one_of(name, self.scribe.refs))

    def _key(self, fact: Fact, group: Fact, f: Field) -> Traced:
        return self.scribe.said(fact.value, fact)

    def _number(self, fact: Fact, group: Fact, f: Field) -> Traced:
        return self.scribe.said(str(fact.value), fact)

    def _counted(self, fact: Fact, group: Fact, f: Field) -> dict[str, Traced]:
        tongue = self.scribe.tongue
        return {c: self.scribe.said(tongue.counted(fact.value, _NOUNS[f.prints], c), fact) for c in tongue.cases}

    def choice_words(self, fact: Fact, group: Fact, f: Field) -> Any:
        who = agreed(group.value, self.root)
        found = self.scribe.tongue.choice(type(group.value).__name__, f.key, fact.value, who)
        return self.scribe.said(found, fact) if isinstance(found, str) else found and self.scribe.cases(found, fact)

    def _citation(self, fact: Fact, group: Fact, f: Field) -> EachCase[Traced]:
        below = {level: getattr(group.value, level, None) for level in Ref.__struct_fields__[1:]}
        return self.citer.forms([Ref(fact.value, **below)], facts=self.scribe.said("", fact).sources)

    def _country(self, fact: Fact, group: Fact, f: Field) -> dict[str, Any]:
        tongue, gender = self.scribe.tongue, getattr(group.value, "gender", None) or "male"
        citizen = self.scribe.cases(tongue.citizen_of(fact.value, gender), fact)
        return {**self.scribe.cases(tongue.country(fact.value), fact), "citizen": citizen, "key": fact.value}

    def _moment(self, fact: Fact, group: Fact, f: Field) -> dict[str, Any]:
        on = self.scribe.date(fact.value.day, fact)
        clock = fact.value.clock
        return {**on, "on": on, "hour": self.scribe.said(f"{clock:%H:%M}", fact) if clock else False}


def _one_of(name: str, make: Callable[[Fact], Any]) -> Callable[[Fact], Any]:
    """What `make` gives under `name`."""
    return lambda group: make(group)[name]


_ONE: Mapping[str, tuple[Any, Callable[..., Any]]] = {
    "line": (TEXT, lambda p, fact, group, f: p.scribe.line(fact)),
    "count": (TEXT, Printer._number),
    "sheets": (TEXT, lambda p, fact, group, f: p.scribe.said(span(fact.value), fact)),
    "day": (Printer.date_form, lambda p, fact, group, f: p.scribe.day(fact)),
    "moment": (lambda p: Form({**(d := p.date_form()).names, "on": d, "hour": TEXT}), Printer._moment),
    "country": (lambda p: Form({**(c := p.case_form()).names, "citizen": c, "key": TEXT}), Printer._country),
}

__all__ = ["PRINTED", "Printer"]
