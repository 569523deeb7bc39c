"""The validator kept as a table says and makes the same as the pydantic models it was made from."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from case_world import BASE, load
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError as ModelError
from pydantic_core import SchemaValidator, ValidationError

from panahat.case import engine as engine_module
from panahat.case.engine import engine, shapes
from panahat.case.export import export
from panahat.case.groups import Group, group_class
from panahat.case.models import Case
from panahat.case.prune import prune
from panahat.case.shape import Shapes

LOAD = (
    "import sys; from panahat.case.loading import load_bytes; f = load_bytes(sys.stdin.buffer.read(), 'x');"
    "print(type(f.case).__module__, f.case.client.born.on, f.case.asylum[0].status, 'pydantic' in sys.modules)"
)


def tree() -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(BASE, yaml.BaseLoader)
    return prune(found, shapes())


def run(cache: Path, code: str = LOAD) -> str:
    state = os.environ["XDG_STATE_HOME"]
    environ = {"PANAHAT_CACHE": str(cache), "XDG_STATE_HOME": state, "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], input=BASE.encode(), capture_output=True, check=True, env=environ
    )
    return done.stdout.decode().strip()


class DescribeTheTable:
    def it_makes_the_models_themselves_where_they_are_loaded(self) -> None:
        assert isinstance(load(BASE).case, Case)
        assert load(BASE).case == Case.model_validate(tree())

    def it_makes_light_groups_where_they_are_not(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o700)
        assert run(tmp_path) == "panahat.case.models 1991-05-14 pending True", "the first run makes the table"
        assert run(tmp_path) == "panahat.case.groups 1991-05-14 pending False"

    def it_opens_the_cores_of_pydantic_and_pyyaml_without_their_fronts_which_become_whole_when_asked(
        self, tmp_path: Path
    ) -> None:
        tmp_path.chmod(0o700)
        after = (
            "; print('pydantic_core.core_schema' in sys.modules or 'yaml.reader' in sys.modules)"
            "; import pydantic, pydantic_core, yaml; from panahat.case import core"
            "; print(pydantic_core.ValidationError is core.ValidationError, pydantic.TypeAdapter(int).validate_python('3'))"
            "; print(yaml.YAMLError is core.libyaml().YAMLError, yaml.load('[1]', yaml.CSafeLoader), yaml.reader.Reader)"
        )
        run(tmp_path)
        assert run(tmp_path, LOAD + after).splitlines()[1:] == [
            "False",
            "True 3",
            "True [1] <class 'yaml.reader.Reader'>",
        ]

    def it_is_made_anew_when_it_was_damaged(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o700)
        run(tmp_path)
        (entry,) = tmp_path.iterdir()
        whole = entry.read_bytes()
        for damage in (b"", whole[:-1], whole.replace(b'"required":true', b'"required":null'), b"[]", b"\xff" * 99):
            entry.write_bytes(damage)
            assert run(tmp_path).startswith("panahat.case.models 1991-05-14")
        assert run(tmp_path).startswith("panahat.case.groups")

    def it_holds_no_fact_of_a_case(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o700)
        run(tmp_path)
        run(tmp_path)
        (entry,) = tmp_path.iterdir()
        assert "Студён" not in entry.read_bytes()[32:].decode("unicode_escape")

    def it_refuses_to_write_down_what_it_does_not_know(self) -> None:
        from panahat.case import export as room

        with pytest.raises(TypeError):
            room._plain({"function": len}, (), [])
        with pytest.raises(TypeError):
            room._plain(1.5, (), [])


def _light() -> tuple[SchemaValidator, Shapes]:
    """The engine as a process without the models would have it."""
    import json

    from panahat.case import groups

    kept = groups.models_loaded
    groups.models_loaded = lambda: False
    try:
        table = engine_module._revive(json.dumps(export()).encode())
    finally:
        groups.models_loaded = kept
    return SchemaValidator(table["core"]), Shapes(table["shapes"])


LIGHT, SHAPES = _light()


def paths(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [found for key, value in items for found in [(*path, key), *paths(value, (*path, key))]]


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """The base case with up to three values replaced, taken away or added."""
    made = tree()
    for _ in range(draw(st.integers(0, 3))):
        path = draw(st.sampled_from(paths(made)))
        node: Any = made
        for step in path[:-1]:
            node = node[step]
        deed = draw(st.sampled_from(["text", "none", "list", "group", "delete", "add"]))
        if deed == "delete" or (deed == "add" and not isinstance(node, dict)):
            del node[path[-1]]
        elif deed == "add":
            node["extra"] = "x"
        else:
            texts = st.sampled_from(
                ["", "x", "1", "true", "2026-02-30", "2026-01-01", "RU", "none", "a b\nc", "9" * 400]
            )
            node[path[-1]] = {"text": draw(texts), "none": None, "list": [draw(texts)], "group": {"ru": draw(texts)}}[
                deed
            ]
    return made


def plain(value: Any) -> Any:
    """A case as dicts, whichever classes it is made of."""
    if isinstance(value, tuple):
        return tuple(plain(v) for v in value)
    if isinstance(value, Group) or hasattr(type(value), "model_fields"):
        return type(value).__name__, {k: plain(v) for k, v in vars(value).items()}
    return value


class DescribeTheSameVerdict:
    @settings(max_examples=300, deadline=None)
    @given(damaged())
    def it_is_given_by_the_table_and_by_the_models(self, made: dict[str, Any]) -> None:
        by_models: Any
        by_table: Any
        try:
            by_models = plain(Case.model_validate(made))
        except ModelError as wrong:
            by_models = wrong.errors(include_url=False, include_input=False)
        try:
            by_table = plain(LIGHT.validate_python(made))
        except ValidationError as wrong:
            by_table = wrong.errors(include_url=False, include_input=False)
        assert by_table == by_models


class DescribeALightGroup:
    def it_has_equality_by_value_and_no_way_to_change_it(self) -> None:
        one, other = (LIGHT.validate_python(tree()) for _ in range(2))
        assert isinstance(one, Group)
        light: Any = one
        assert one == other
        assert one != light.client
        with pytest.raises(AttributeError):
            light.id = "x"
        with pytest.raises(AttributeError):
            del light.client.gender
        assert repr(light.client) == "<Client>"

    def it_is_the_model_where_the_models_are_loaded(self) -> None:
        assert group_class("Case") is Case


class DescribeShapes:
    def it_knows_every_key_with_its_help_text(self) -> None:
        for name in SHAPES:
            assert SHAPES[name].fields, name
            for field in SHAPES[name].fields.values():
                assert field.description, f"{name}.{field.key} has no help text"

    def it_finds_fields_by_path(self) -> None:
        field = engine().shapes.field(("asylum", 0, "decisions", 2, "appeal", "status"))
        assert field is not None
        assert field.choices == ("pending", "dismissed", "upheld", "returned")
        assert engine().shapes.field(("client", "name", "forms", "ru", "gen")) is not None
        assert engine().shapes.field(("asylum", 0, "nothing")) is None
        assert engine().shapes.field(("client", 0)) is None

    def it_cuts_a_path_at_the_first_word_it_does_not_know(self) -> None:
        assert engine().shapes.known_part(("client", "name", "x", "surname")) == ("client", "name")
        assert engine().shapes.known_part(("x",)) == ()

    def it_says_where_a_key_belongs(self) -> None:
        assert engine().shapes.places("detained") == ("expulsion", "extradition.arrest")
        assert engine().shapes.places("latin") == ("client.name",)
