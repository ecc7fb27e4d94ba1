"""The schemas that ship, and those of a policy's requests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.values import JsonValue, ValueProblem, read_value, to_json
from kotowari.requests import read_request
from kotowari.schema import Schema, batch_error_schema, decision_schema, request_schema, topics_schema


@dataclass(frozen=True)
class Fact:
    type: FactType
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    ask: Mapping[str, str] = field(default_factory=dict[str, str])
    has_default: bool = False
    default: Value = None


@dataclass(frozen=True)
class Topic:
    texts: Mapping[str, str]


def valid(schema: Schema, data: JsonValue) -> bool:
    # The stubs of jsonschema leave one overload without types.
    return Draft202012Validator(schema).is_valid(data)  # pyright: ignore[reportUnknownMemberType]


def decision() -> Schema:
    """A decision with something in every place."""
    cited: Schema = {
        "rule": "no-gantt",
        "because": ["simplicity"],
        "team": None,
        "within": None,
        "source": "policy.rules:41",
    }
    escalated: Schema = {**cited, "team": "sales", "within": "PT4H", "verdict": "escalate"}
    return {
        "format": "kotowari.decision/1",
        "id": "T-1",
        "policy": {"name": "acme-notes", "edition": 1, "digest": "sha256:" + "0f" * 32, "kotowari": "0.1.0"},
        "now": "2026-11-22T09:00:00Z",
        "request": {
            "id": 7,
            "text": "Gantt",
            "language": "en",
            "now": "2026-11-22T09:00:00.5+09:00",
            "facts": {"customer": {"seats": 12}},
            "topics": {"gantt": "asks", "legal": False},
            "unavailable": ["customer.plan"],
        },
        "verdict": "decline",
        "possible": ["decline"],
        "exact": True,
        "demands": [
            {
                "about": ["gantt"],
                "verdict": "decline",
                "possible": ["decline"],
                "label": None,
                "grant": None,
                "rules": [cited],
                "also": [escalated],
            }
        ],
        "rules": [{**cited, "about": ["gantt"]}],
        "set_aside": [{"rule": "a", "by": "b"}],
        "undetermined": [{**escalated, "about": []}],
        "assumed": [{"fact": "customer.nonprofit", "value": False}],
        "read": [{"fact": "request.discount", "value": "10", "start": 0, "end": 3, "text": "10%"}],
        "evidence": [
            {
                "fact": "request.text",
                "topic": "gantt",
                "start": 0,
                "end": 5,
                "text": "Gantt",
                "denied": False,
                "source": "topics.rules:7",
            }
        ],
        "reasons": [
            {
                "rule": "no-gantt",
                "condition": {
                    "clause": "request asks for gantt and customer.seats at most 200",
                    "truth": "true",
                    "parts": [
                        {"clause": "request asks for gantt", "truth": "true", "parts": []},
                        {"clause": "customer.seats at most 200", "value": "12", "truth": "unknown", "parts": []},
                    ],
                },
            }
        ],
        "ask": [
            {
                "fact": "customer.seats",
                "question": "How many?",
                "ask_customer": None,
                "branches": [{"when": {"op": "at least", "value": "200"}, "possible": ["escalate"]}],
            }
        ],
        "changes": [{"set": [{"fact": "customer.tags", "op": "include", "value": ["beta"]}], "verdict": "escalate"}],
        "do": ["Enter the discount."],
        "reply": {"language": "en", "parts": [{"part": "thanks", "text": "Thanks.", "about": []}], "text": "Thanks."},
        "handovers": [{"to": "sales", "respond_by": "2026-11-22T13:00:00Z", "note": "…"}],
    }


Path = tuple[str | int, ...]
DECISION = decision_schema()
OPTIONAL = {"id", "request", "value"}
OBJECTS: list[Path] = [
    (),
    ("policy",),
    ("demands", 0),
    ("demands", 0, "rules", 0),
    ("demands", 0, "also", 0),
    ("rules", 0),
    ("set_aside", 0),
    ("undetermined", 0),
    ("assumed", 0),
    ("read", 0),
    ("evidence", 0),
    ("reasons", 0),
    ("reasons", 0, "condition"),
    ("reasons", 0, "condition", "parts", 1),
    ("ask", 0),
    ("ask", 0, "branches", 0),
    ("ask", 0, "branches", 0, "when"),
    ("changes", 0),
    ("changes", 0, "set", 0),
    ("reply",),
    ("reply", "parts", 0),
    ("handovers", 0),
]


def at(data: JsonValue, path: Path) -> Schema:
    """The object at `path`."""
    for step in path:
        match data, step:
            case dict(), str():
                data = data[step]
            case list(), int():
                data = data[step]
            case _:
                raise TypeError(step)
    assert isinstance(data, dict)
    return data


def changed(path: Path, key: str, value: JsonValue) -> Schema:
    data = decision()
    at(data, path)[key] = value
    return data


def without(path: Path, key: str) -> Schema:
    data = decision()
    del at(data, path)[key]
    return data


def test_a_decision_is_valid() -> None:
    Draft202012Validator.check_schema(decision_schema())
    assert valid(DECISION, decision())


def test_a_decision_that_is_open_is_valid() -> None:
    bare: Schema = {key: value for key, value in decision().items() if key not in OPTIONAL}
    bare |= {"verdict": None, "reply": None, "possible": ["accept", "decline"], "exact": False}
    bare |= {key: [] for key, value in bare.items() if isinstance(value, list) and key != "possible"}
    assert valid(DECISION, bare)


@pytest.mark.parametrize("path", OBJECTS, ids=str)
def test_a_decision_lacks_no_key_and_has_no_other(path: Path) -> None:
    keys = at(decision(), path).keys() - OPTIONAL
    assert not any(valid(DECISION, without(path, key)) for key in keys)
    assert not valid(DECISION, changed(path, "unheard-of", 1))


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), "format", "kotowari.decision/2"),
        ((), "now", "2026-11-22T09:00:00"),
        ((), "now", "2026-11-22"),
        ((), "verdict", "maybe"),
        ((), "possible", []),
        ((), "possible", ["accept", "accept"]),
        (("policy",), "digest", "sha256:0f"),
        (("demands", 0, "rules", 0), "within", "3 days"),
        (("demands", 0, "rules", 0), "source", "policy.rules"),
        (("rules", 0), "about", ["gantt", "gantt"]),
        (("read", 0), "start", -1),
        (("read", 0), "value", 10),
        (("assumed", 0), "value", [1]),
        (("reasons", 0, "condition"), "truth", True),
        (("reasons", 0, "condition", "parts", 0), "truth", "maybe"),
        (("changes", 0), "set", []),
        (("reply", "parts", 0), "part", "joke"),
        (("request", "topics"), "gantt", True),
        (("request",), "extra", 1),
    ],
    ids=str,
)
def test_a_decision_has_no_other_values(path: Path, key: str, value: JsonValue) -> None:
    assert not valid(DECISION, changed(path, key, value))


def test_lines_of_batches_and_topics() -> None:
    error = batch_error_schema()
    Draft202012Validator.check_schema(error)
    assert valid(error, {"line": 1, "error": "not JSON"})
    assert valid(error, {"line": 1, "id": "T-1", "error": "not JSON"})
    assert not valid(error, {"line": 0, "error": "not JSON"})
    assert not valid(error, {"line": 1, "error": "not JSON", "verdict": "accept"})
    topics = topics_schema()
    Draft202012Validator.check_schema(topics)
    mention: Schema = {
        "topic": "gantt",
        "start": 0,
        "end": 5,
        "text": "Gantt",
        "denied": False,
        "source": "topics.rules:7",
    }
    assert valid(topics, {"id": 1, "topics": [mention]})
    assert not valid(topics, {"id": 1, "topics": [{**mention, "denied": None}]})
    assert not valid(topics, {"id": 1, "topics": [{**mention, "fact": "request.text"}]})


def test_each_call_gives_a_schema_of_its_own() -> None:
    decision_schema().clear()
    assert decision_schema()["title"]


# --- requests ---------------------------------------------------------------------------------------------------------


FACTS = {
    "customer.plan": Fact(
        FactType(Kind.ONE_OF, choices=("free", "pro"), or_none=True),
        texts={"ja": "プラン", "en": "plan"},
        ask={"en": "Which plan is the customer on?"},
    ),
    "customer.nonprofit": Fact(FactType(Kind.FLAG), has_default=True, default=False),
    "customer.tags": Fact(
        FactType(Kind.ANY_OF, choices=("beta", "partner")), has_default=True, default=frozenset({"beta"})
    ),
    "customer.seats": Fact(FactType(Kind.WHOLE, low=Decimal(1))),
    "customer.name": Fact(FactType(Kind.TEXT)),
    "customer.renewal": Fact(FactType(Kind.DATE, or_none=True), has_default=True),
    "order.created": Fact(FactType(Kind.TIME)),
    "order.total": Fact(FactType(Kind.MONEY, currency="USD", low=Decimal(0))),
    "order.total.tax": Fact(FactType(Kind.PERCENT, high=Decimal("12.5"))),
    "order.age": Fact(FactType(Kind.DURATION)),
    "order.weight": Fact(FactType(Kind.NUMBER)),
}
TOPICS = {"gantt": Topic({"en": "Gantt charts"}), "予約": Topic({})}
SCHEMA = request_schema(FACTS, TOPICS, ("en", "ja"))


def described(*names: str) -> Schema:
    """The part of the schema for a member of a member of a request."""
    return at(SCHEMA, tuple(step for name in names for step in ("properties", name)))


def test_a_request_schema_says_what_is_asked_and_what_is_taken() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert described("facts", "customer", "plan") == {
        "title": "plan",
        "description": "Which plan is the customer on? Takes one of `free`, `pro`, or none.",
        "enum": ["free", "pro", None],
    }
    assert described("facts", "customer", "tags")["default"] == ["beta"]
    assert described("facts", "customer", "renewal")["default"] is None
    assert "default" not in described("facts", "customer", "seats")
    assert described("facts", "customer", "seats")["minimum"] == 1
    assert at(described("facts", "order", "total"), ("anyOf", 1, "properties", "tax"))["maximum"] == 12.5
    assert described("topics", "gantt") == {"title": "Gantt charts", "enum": ["asks", "mentions", False]}
    assert at(described("unavailable"), ("items",))["enum"] == [*sorted(FACTS)]


GOOD: Schema = {
    "id": "T-1",
    "text": "…",
    "language": "ja",
    "now": "2026-11-22T09:00:00Z",
    "facts": {
        "customer": {"plan": None, "nonprofit": True, "tags": [], "seats": 5, "name": "", "renewal": "2026-04-01"},
        "order": {"created": "2026-04-01T09:00", "total": {"tax": "5%"}, "age": "P1Y2M10DT2H30M", "weight": 2.5},
    },
    "topics": {"gantt": "asks", "予約": False},
    "unavailable": ["customer.name"],
}


def with_fact(name: str, value: JsonValue) -> Schema:
    group, last = name.split(".", 1)
    return {"facts": {group: {last: value}}}


def test_a_request_is_valid_and_is_read() -> None:
    assert valid(SCHEMA, GOOD)
    assert read_request(GOOD).facts["order.total.tax"] == "5%"
    assert valid(SCHEMA, {})
    assert valid(SCHEMA, with_fact("order.total", "90 USD"))


@pytest.mark.parametrize(
    "request_data",
    [
        {"topic": {}},
        {"language": "fr"},
        {"now": "2026-11-22T09:00:00"},
        {"topics": {"gantt": True}},
        {"topics": {"legal": "asks"}},
        {"unavailable": ["customer.plam"]},
        {"facts": {"customer.plan": "pro"}},
        with_fact("customer.plan", "gold"),
        with_fact("customer.plam", "pro"),
        with_fact("customer.nonprofit", "yes"),
        with_fact("customer.tags", ["beta", "beta"]),
        with_fact("customer.seats", 0),
        with_fact("customer.seats", 2.5),
        with_fact("customer.seats", None),
        with_fact("customer.renewal", "2026-4-1"),
        with_fact("order.total", 90),
        with_fact("order.total", "90 EUR"),
        with_fact("order.age", "P"),
        with_fact("order.age", "PT"),
        with_fact("order.created", "2026-04-01"),
    ],
    ids=str,
)
def test_what_a_policy_does_not_know_is_invalid(request_data: Schema) -> None:
    assert not valid(SCHEMA, request_data)


def test_a_policy_without_facts_and_topics_has_a_schema() -> None:
    schema = request_schema({}, {}, ("en",))
    Draft202012Validator.check_schema(schema)
    assert valid(schema, {"facts": {}, "topics": {}, "unavailable": []})
    assert not valid(schema, {"unavailable": ["a.b"]})


RAW = st.one_of(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["free", "12", "-0.5", "90 USD", "5%", "PT4H", "P2W", "2026-04-01", "2026-04-01T09:00:00.5+09:00"]),
    st.lists(st.sampled_from(["beta", "partner", "x"])),
)


def is_read(name: str, raw: object) -> bool:
    try:
        read_value(FACTS[name].type, raw, offset=UTC)
    except ValueProblem:
        return False
    return True


@given(name=st.sampled_from(sorted(FACTS.keys() - {"order.total.tax"})), raw=RAW)
def test_a_value_that_the_schema_allows_is_read(name: str, raw: JsonValue) -> None:
    if valid(SCHEMA, with_fact(name, raw)):
        assert is_read(name, raw) or (isinstance(raw, float | int) and abs(raw) >= 1e34) or "E-" in str(raw).upper()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("customer.plan", None),
        ("customer.nonprofit", False),
        ("customer.tags", frozenset({"beta", "partner"})),
        ("customer.seats", Decimal(10) ** 30),
        ("customer.renewal", date(26, 4, 1)),
        ("order.created", datetime(2026, 4, 1, 9, 0, 0, 1, tzinfo=UTC)),
        ("order.total", Decimal("0.01")),
        ("order.age", Duration()),
        ("order.age", Duration(10**12 - 1, 10**12 - 1, Decimal("999999999999.999"))),
        ("order.weight", Decimal("-0.5")),
    ],
)
def test_what_a_decision_echoes_is_valid(name: str, value: Value) -> None:
    assert valid(SCHEMA, with_fact(name, to_json(FACTS[name].type, value)))


def test_titles_are_in_the_first_language_of_the_policy_that_has_them() -> None:
    schema = request_schema(FACTS, TOPICS, ("ja", "en"))
    plan = at(schema, ("properties", "facts", "properties", "customer", "properties", "plan"))
    assert plan["title"] == "プラン"
    assert str(plan["description"]).startswith("Which plan")
    assert at(schema, ("properties", "topics", "properties"))["予約"] == {"enum": ["asks", "mentions", False]}
