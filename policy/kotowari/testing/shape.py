"""A document of cases held against its schema: what is wrong, with the place of each mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, cast

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import Said, Several, comma_list, say, say_as, several
from kotowari.diagnostics.suggest import nearest
from kotowari.model.takes import given, short
from kotowari.model.writing import JsonValue
from kotowari.schema import cases_schema
from kotowari.testing.yaml_places import Path, Places

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

_KINDS = {
    "object": say("keys with values"),
    "array": say_as("kind", "a list"),
    "string": say_as("kind", "a text"),
    "integer": say_as("kind", "a whole number"),
}


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
                help_ = say("add `{key}:` to {what}", key=key, what=_what(path))
                yield _bad(say("`{key}` is missing here", key=key), places, path, "", help_)
        case "type":
            yield _wrong_kind(error, path, places)
        case "enum":
            choices = cast("list[str]", error.validator_value)
            meant = nearest(str(error.instance), choices)
            label = say("did you mean `{name}`?", name=meant) if meant else ""
            help_ = say("a verdict is one of {verdicts}", verdicts=_listed(choices))
            yield _bad(say("`{given}` is no verdict", given=given(error.instance)), places, path, label, help_)
        case _:  # what remains are least lengths
            help_ = say("say something here, or leave it out")
            yield _bad(say("{what} is empty", what=_what(path)), places, path, "", help_)


def _unknown_keys(error: ValidationError, path: Path, places: Places) -> Iterator[Diagnostic]:
    schema = cast("Mapping[str, Mapping[str, object]]", error.schema)
    known = list(schema["properties"])
    for key in cast("Mapping[str, object]", error.instance):
        if key not in known:
            meant = nearest(key, known)
            yield Diagnostic(
                "bad-case",
                say("`{key}` is no key of {what}", key=short(key), what=_what(path)),
                places.key((*path, key)),
                label=say("did you mean `{name}`?", name=meant) if meant else "",
                help=say("there is {keys}", keys=_listed(known))
                if len(known) == 1
                else say("there are {keys}", keys=_listed(known)),
            )


def _wrong_kind(error: ValidationError, path: Path, places: Places) -> Diagnostic:
    wanted = error.validator_value
    kinds = [wanted] if isinstance(wanted, str) else cast("list[str]", wanted)
    takes = several((_KINDS[kind] for kind in kinds if kind in _KINDS), say(" or "))
    instance = cast("object", error.instance)
    message = say("{what} takes {takes}, not {given}", what=_what(path), takes=takes, given=_shown(instance))
    advice = say("give {takes}", takes=takes)
    if "string" in kinds and isinstance(instance, bool | int | Decimal):
        advice = say("put it in quotes")
    return _bad(message, places, path, "", advice if path else say("begin it with `cases:` and a list below"))


def _shown(instance: object) -> str:
    if instance is None:
        return say("nothing")
    if isinstance(instance, list):
        return say_as("kind", "a list")
    return say_as("kind", "an object") if isinstance(instance, dict) else say("`{what}`", what=given(instance))


def _bad(message: Said, places: Places, path: Path, label: str, help_: Said) -> Diagnostic:
    return Diagnostic("bad-case", message, places.value(path), label=label, help=help_)


def _what(path: Path) -> Said:
    """What stands at a path, in words."""
    keys = [step for step in path if isinstance(step, str)]
    if not path:
        return say("a file of cases")
    if not isinstance(path[-1], int):
        return say("`{what}`", what=keys[-1])
    known = {"cases": say("a case"), "demands": say("a demand"), "table": say("a row")}
    return known.get(keys[-1]) or say("an entry of `{key}`", key=keys[-1])


def _listed(names: Iterable[str]) -> Several:
    return comma_list(f"`{name}`" for name in names)
