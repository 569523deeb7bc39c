"""Words of a template are filled in on plain data alone: nothing is called, nothing missing guessed, nothing without end."""

from __future__ import annotations

from typing import Any

import pytest

from panahat.sandbox import BadText, compile_text, run_text
from panahat.sandbox.runtime import Fault


def filled(source: str, **data: Any) -> str:
    return run_text(compile_text(source), data, lambda value: value)


class Thing:
    """An object with something to find."""

    secret = "СЕКРЕТ-1234"


class DescribeFilling:
    def it_prints_texts_numbers_and_members_of_groups_and_lists(self) -> None:
        assert (
            filled("{{ a.b }} {{ n }}{% for x in xs %} {{ x }}{% endfor %}", a={"b": "б"}, n=3, xs=["в", "г"])
            == "б 3 в г"
        )

    def it_keeps_a_suffix_with_the_value_before_it(self) -> None:
        assert filled("{{ n }}-тармақ, 5-бап, {{ a }}-{{ n }}", n=4, a="б") == "4\u2011тармақ, 5-бап, б-4"
        assert filled("паспорт № {{ n }}", n=4) == "паспорт №\u00a04"

    def it_chooses_by_what_is_there(self) -> None:
        assert filled("{% if a %}да{% else %}нет{% endif %}", a="") == "нет"

    @pytest.mark.parametrize(
        "source", ["{{ missing }}", "{{ a.missing }}", "{% for x in missing %}{{ x }}{% endfor %}"]
    )
    def it_stops_at_a_name_that_is_not_there(self, source: str) -> None:
        with pytest.raises(Fault):
            filled(source, a={})

    def it_reaches_into_no_object(self) -> None:
        with pytest.raises(Fault) as fault:
            filled("{{ thing.secret }}", thing=Thing())
        assert Thing.secret not in str(fault.value)

    def it_ends_a_loop_in_a_loop_in_a_loop(self) -> None:
        source = "{% for a in x %}" * 4 + "." + "{% endfor %}" * 4
        with pytest.raises(Fault):
            filled(source, x=list(range(1000)))


@pytest.mark.parametrize(
    "source", ["{{ f() }}", "{{ a.b() }}", "{% include 'x' %}", "{{ a|attr('b') }}", "{% macro m() %}{% endmacro %}"]
)
def test_what_is_barred_is_refused_before_anything_is_filled_in(source: str) -> None:
    with pytest.raises(BadText):
        compile_text(source)


def test_what_is_kept_of_a_text_is_plain_data() -> None:
    import json

    tree = compile_text("{% if a %}{{ b.c }}{% endif %}")
    assert json.loads(json.dumps(tree)) == tree
