"""JSON Schemas (draft 2020-12): of decisions and the other data that goes out, and of the requests of a policy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from importlib.resources import files
from typing import Protocol, TypeAlias

from kotowari.model.takes import takes
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.writing import JsonValue, to_json

Schema: TypeAlias = dict[str, JsonValue]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

# The writings that `read_value` takes; in the common subset of the regular expressions of Python and ECMAScript.
_WHOLE = "-?[0-9]{1,34}"
_NUMBER = rf"{_WHOLE}(\.[0-9]{{1,34}})?"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_OFFSET = r"(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)"
_CLOCK = r"T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?"
_DURATION = (
    r"P(?=[0-9T])([0-9]{1,11}Y)?([0-9]{1,12}M)?([0-9]{1,11}W)?([0-9]{1,12}D)?"
    r"(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,10}M)?([0-9]{1,12}(\.[0-9]{1,9})?S)?)?"
)


class TopicLike(Protocol):
    """What a topic needs to have to be described."""

    @property
    def texts(self) -> Mapping[str, str]:
        """What people call it, by language."""
        ...


class FactLike(TopicLike, Protocol):
    """What a fact needs to have to be described."""

    @property
    def type(self) -> FactType:
        """What the fact takes."""
        ...

    @property
    def ask(self) -> Mapping[str, str]:
        """The question that is asked for it, by language."""
        ...

    @property
    def has_default(self) -> bool:
        """Whether a value is taken when nobody gives one."""
        ...

    @property
    def default(self) -> Value:
        """That value."""
        ...


def decision_schema() -> Schema:
    """The schema of a decision, `kotowari.decision/1`; a new object at each call."""
    return _shipped("decision")


def batch_error_schema() -> Schema:
    """The schema of the line that `kotowari batch` writes for a line that it could not decide."""
    return _shipped("batch-error")


def topics_schema() -> Schema:
    """The schema of the lines that `kotowari topics --format json` writes."""
    return _shipped("topics")


def cases_schema() -> Schema:
    """The schema of a file of cases, `cases/*.yaml` in the folder of a policy."""
    return _shipped("cases")


def results_schema() -> Schema:
    """The schema of what `kotowari test --format json` writes, `kotowari.test/1`."""
    return _shipped("test-results")


def why_not_schema() -> Schema:
    """The schema of what `kotowari check --why-not` answers in JSON, `kotowari.why-not/1`."""
    return _shipped("why-not")


def diff_schema() -> Schema:
    """The schema of what `kotowari diff --format json` writes, `kotowari.diff/1`."""
    return _shipped("diff")


def what_if_schema() -> Schema:
    """The schema of what `kotowari what-if --format json` writes, `kotowari.what-if/1`."""
    return _shipped("what-if")


def _shipped(name: str) -> Schema:
    schema: Schema = json.loads((files("kotowari") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema


def request_schema(facts: Mapping[str, FactLike], topics: Mapping[str, TopicLike], languages: Sequence[str]) -> Schema:
    """The schema of the requests of a policy: what it allows is read, as far as a schema can say that.

    It asks for the one best writing of each value where `read_value` is more generous. `facts` are those that a request
    may give, by dotted name. Titles and questions are in the first of `languages` that has them.
    """
    return {
        "$schema": _DIALECT,
        "title": "A request",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "id": {"description": "Comes back with the decision.", "type": ["string", "integer", "null"]},
            "text": {"description": "What the customer wrote, word for word.", "type": ["string", "null"]},
            "language": {"description": "The language of the reply.", "enum": [*languages, None]},
            "now": _moment_of_the_decision(),
            "facts": _facts_schema(facts, languages),
            "topics": _topics_schema(topics, languages),
            "unavailable": _unavailable_schema(facts),
        },
    }


def _moment_of_the_decision() -> Schema:
    return {
        "description": "The moment to decide for, with its offset; left out, it is the present.",
        "type": ["string", "null"],
        "format": "date-time",
        "pattern": f"^{_DAY}{_CLOCK}{_OFFSET}$",
    }


def _topics_schema(topics: Mapping[str, TopicLike], languages: Sequence[str]) -> Schema:
    return {
        "description": "What the request is about, where the caller knows better than the text: "
        "asks for it, only mentions it, or false.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {**_titled(topics[name].texts, languages), "enum": ["asks", "mentions", False]}
            for name in sorted(topics)
        },
    }


def _unavailable_schema(facts: Iterable[str]) -> Schema:
    names = sorted(facts)
    items: Schema = {"items": {"enum": [*names]}} if names else {"maxItems": 0}
    return {
        "description": "Facts that nobody can find out.",
        "type": "array",
        "uniqueItems": True,
        **items,
    }


def _facts_schema(facts: Mapping[str, FactLike], languages: Sequence[str]) -> Schema:
    described = {tuple(name.split(".")): _fact_schema(facts[name], languages) for name in sorted(facts)}
    return {"description": "What is known. A fact of null is none.", **_nested(described)}


def _nested(facts: Mapping[tuple[str, ...], Schema]) -> Schema:
    """An object of these facts, by the parts of their names; a fact may also be the beginning of another's name."""
    properties: Schema = {}
    for first in dict.fromkeys(name[0] for name in facts):
        inner = {name[1:]: schema for name, schema in facts.items() if name[0] == first and len(name) > 1}
        own = facts.get((first,))
        group = _nested(inner) if inner else None
        properties[first] = {"anyOf": [own, group]} if own and group else own or group
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _fact_schema(fact: FactLike, languages: Sequence[str]) -> Schema:
    question = _first(fact.ask, languages)
    description = f"{question} Takes {takes(fact.type)}." if question else f"Takes {takes(fact.type)}."
    schema: Schema = {**_titled(fact.texts, languages), "description": description, **_type_schema(fact.type)}
    return {**schema, "default": to_json(fact.type, fact.default)} if fact.has_default else schema


def _titled(texts: Mapping[str, str], languages: Sequence[str]) -> Schema:
    title = _first(texts, languages)
    return {"title": title} if title else {}


def _first(texts: Mapping[str, str], languages: Sequence[str]) -> str | None:
    return next((texts[language] for language in languages if language in texts), None)


def _type_schema(fact_type: FactType) -> Schema:
    schema = _value_schema(fact_type)
    if not fact_type.or_none:
        return schema
    if "enum" in schema:
        return {"enum": [*fact_type.choices, None]}
    types = schema["type"]
    return {**schema, "type": [*(types if isinstance(types, list) else [types]), "null"]}


def _value_schema(fact_type: FactType) -> Schema:
    match fact_type.kind:
        case Kind.ONE_OF:
            return {"enum": [*fact_type.choices]}
        case Kind.ANY_OF:
            return {"type": "array", "items": {"enum": [*fact_type.choices]}, "uniqueItems": True}
        case Kind.MONEY:
            return {"type": "string", "pattern": f"^{_NUMBER} {fact_type.currency}$"}
        case kind:
            return {**_FIXED[kind], **_bounds(fact_type)}


# The kinds whose schema is the same for every fact, but for bounds.
_FIXED: dict[Kind, Schema] = {
    Kind.FLAG: {"type": "boolean"},
    Kind.WHOLE: {"type": ["integer", "string"], "pattern": f"^{_WHOLE}$"},
    Kind.NUMBER: {"type": ["number", "string"], "pattern": f"^{_NUMBER}$"},
    Kind.PERCENT: {"type": ["number", "string"], "pattern": f"^{_NUMBER}%?$"},
    Kind.DURATION: {"type": "string", "pattern": f"^{_DURATION}$"},
    Kind.DATE: {"type": "string", "format": "date", "pattern": f"^{_DAY}$"},
    Kind.TIME: {"type": "string", "pattern": f"^{_DAY}{_CLOCK}{_OFFSET}?$"},
    Kind.TEXT: {"type": "string"},
}


def _bounds(fact_type: FactType) -> Schema:
    """The bounds of a number; of strings a schema can say none, so `description` says them for all."""
    bounds: Schema = {}
    if isinstance(fact_type.low, Decimal):
        bounds["minimum"] = _json_number(fact_type.low)
    if isinstance(fact_type.high, Decimal):
        bounds["maximum"] = _json_number(fact_type.high)
    return bounds


def _json_number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
