"""A document of cases held against its schema: what is wrong, with the place of each mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, cast

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.suggest import nearest
from kotowari.model.takes import given, short
from kotowari.model.writing import JsonValue
from kotowari.schema import cases_schema
from kotowari.testing.yaml_places import Path, Places

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

_KINDS = {"object": "keys with values", "array": "a list", "string": "a text", "integer": "a whole number"}


def mistakes(document: object, places: Places) -> Iterator[Diagnostic]:
    """Where a document is not as `schemas/cases.schema.json` says."""
    validator = _validator()
    # The stubs of jsonschema leave one overload without types.
    errors = validator.iter_errors(cast("JsonValue", document))  # pyright: ignore[reportUnknownMemberType]
    for error in errors:
        yield from _told(error, tuple(error.absolute_path), places)


@cache
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - slow to import; without cases nobody waits for it

    return Draft202012Validator(cases_schema())


def _told(error: ValidationError, path: Path, places: Places) -> Iterator[Diagnostic]:
    match error.validator:
        case "additionalProperties":
            yield from _unknown_keys(error, path, places)
        case "required":
            instance, needed = cast("Mapping[str, object]", error.instance), cast("list[str]", error.validator_value)
            for key in (key for key in needed if key not in instance):
                yield _bad(f"`{key}` is missing here", places, path, "", f"add `{key}:` to {_what(path)}")
        case "type":
            yield _wrong_kind(error, path, places)
        case "enum":
            choices = cast("list[str]", error.validator_value)
            meant = nearest(str(error.instance), choices)
            label = f"did you mean `{meant}`?" if meant else ""
            yield _bad(
                f"`{given(error.instance)}` is no verdict",
                places,
                path,
                label,
                f"a verdict is one of {_listed(choices)}",
            )
        case _:  # what remains are least lengths
            yield _bad(f"{_what(path)} is empty", places, path, "", "say something here, or leave it out")


def _unknown_keys(error: ValidationError, path: Path, places: Places) -> Iterator[Diagnostic]:
    schema = cast("Mapping[str, Mapping[str, object]]", error.schema)
    known = list(schema["properties"])
    for key in cast("Mapping[str, object]", error.instance):
        if key not in known:
            meant = nearest(key, known)
            yield Diagnostic(
                "bad-case",
                f"`{short(key)}` is no key of {_what(path)}",
                places.key((*path, key)),
                label=f"did you mean `{meant}`?" if meant else "",
                help=f"there {'is' if len(known) == 1 else 'are'} {_listed(known)}",
            )


def _wrong_kind(error: ValidationError, path: Path, places: Places) -> Diagnostic:
    wanted = error.validator_value
    kinds = [wanted] if isinstance(wanted, str) else cast("list[str]", wanted)
    takes = " or ".join(_KINDS[kind] for kind in kinds if kind in _KINDS)
    instance = cast("object", error.instance)
    shown = given(instance) if type(instance) in (list, dict) else f"`{given(instance)}`"
    shown = "nothing" if instance is None else shown
    is_scalar = isinstance(instance, bool | int | Decimal)
    advice = "put it in quotes" if "string" in kinds and is_scalar else f"give {takes}"
    advice = advice if path else "begin it with `cases:` and a list below"
    return _bad(f"{_what(path)} takes {takes}, not {shown}", places, path, "", advice)


def _bad(message: str, places: Places, path: Path, label: str, help_: str) -> Diagnostic:
    return Diagnostic("bad-case", message, places.value(path), label=label, help=help_)


def _what(path: Path) -> str:
    """What stands at a path, in words."""
    keys = [step for step in path if isinstance(step, str)]
    if not path:
        return "a file of cases"
    if isinstance(path[-1], int):
        one = {"cases": "a case", "demands": "a demand", "table": "a row"}.get(keys[-1])
        return one or ("a cell" if keys[-1] == "table" else f"an entry of `{keys[-1]}`")
    return f"`{keys[-1]}`"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
