"""Requests that are settled at once are read, and refused, just as all others are."""

from __future__ import annotations

import contextlib
import time
from collections import OrderedDict, UserDict
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small import BOTH, policy

import kotowari
from kotowari.requests import RequestError, read_request

RULES = """
fact desk.kind is one of mail, phone or none
fact desk.open is yes or no or none
fact desk.score is whole number or none from -5 to 3_000_000_000
fact desk.rate is number from 0 to 10
fact desk.hours is whole number usually 8
rule open when desk.open escalate to lead because trust
rule scored when desk.score at least 10 and desk.kind is mail decline because trust
rule low when desk.score less than -2 accept because trust
rule rated when desk.rate more than 2.5 and not (customer.plan is free) accept because trust
rule seats when customer.seats between 3 and 7 and customer.vip decline because trust
rule named when customer.name is "Ann" accept because trust
rule tagged when customer.tags include beta accept because trust
rule total when order.total more than 50 USD escalate to product because trust
rule late when order.shipped before 2026-01-01 decline because trust
rule made when order.created before 2026-01-01 decline because trust
rule hours when desk.hours at most 4 accept because trust
rule gantt about gantt decline because trust
rule chat when request mentions chat and customer.plan is pro accept because trust
"""
POLICY = policy(RULES, BOTH)
NOW = datetime(2026, 6, 15, 3, tzinfo=UTC)


class Plan(StrEnum):
    PRO = "pro"


class Text(str):
    __slots__ = ()


VALUES: tuple[object, ...] = (
    True, False, None, 0, 1, -1, 3, 5, 7, 8, -5, -6, 2**30, 2**31, 3_000_000_000, 3_000_000_001, 10**33, 10**34, 2**112,
    1.0, 2.5, 2.6, 1e40, float("nan"), float("inf"), Decimal("2.50"), Decimal("NaN"), Decimal(5), "5", "５",
    "yes", "no", "none", "None", "pro", " pro ", "PRO", "free", "mail", "prp", Plan.PRO, Text("pro"), Text("5"),
    "Ann", "A\ud800",
    "", "51 USD", "51 EUR", "51", "2025-12-31", date(2025, 12, 31), "2025-12-31T23:00", NOW, "PT5H", timedelta(days=1),
    [], ["beta"], ["bta"], ("beta",), {"beta"}, {}, {"a": 1}, b"pro", object,
)  # fmt: skip
NAMES: tuple[str, ...] = (
    "customer.plan", "customer.seats", "customer.vip", "customer.name", "customer.tags", "customer.nonprofit",
    "customer.tenure", "desk.kind", "desk.open", "desk.score", "desk.rate", "desk.hours", "order.total",
    "order.shipped", "order.created", "request.text", "customer.pan", "desk", "",
)  # fmt: skip
TEXTS: tuple[object, ...] = (
    "",
    "Please add gantt",
    "We do not need GANTT",
    "chat",
    "チャット",
    "gantt\ud800",
    5,
    None,
    Text("chat"),
)
IDS: tuple[object, ...] = ("r-1", "", 7, -(2**112), 2**112, True, None, 1.5, "\ud800", Text("r"))


def nested(facts: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in facts.items():
        group, _, member = name.partition(".")
        inside = found.setdefault(group, {})
        if isinstance(inside, dict):
            inside[member] = value
    return found


@st.composite
def documents(draw: st.DrawFn) -> dict[str, object]:
    """A request of which any part may be wrong, or unusual."""
    facts = draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES), max_size=4))
    document: dict[str, object] = {"facts": facts if draw(st.integers(0, 5)) == 0 else nested(facts)}
    for key, values in (
        ("text", TEXTS),
        ("id", IDS),
        ("language", ("en", "xx")),
        ("topics", ({"gantt": "asks"}, {"x": 1})),
    ):
        if draw(st.integers(0, 3 if key in {"text", "id"} else 20)) == 0:
            document[key] = draw(st.sampled_from(values))
    return document


def outcome(document: object, *, read: bool, lenient: bool) -> object:
    """What comes of a request, put as data (the third time) or read before; the error where it is refused."""
    for _ in range(0 if read else 2):
        try_to(document, lenient=lenient)
    try:
        asked = read_request(document) if read else document
        decision = POLICY.decide(asked, now=NOW, allow_undeclared=lenient)  # type: ignore[arg-type] # may be no request
    except RequestError as error:
        return str(error)
    ruling = decision.ruling
    given = {name: value for name, value in ruling.situation.facts.items() if name in ruling.situation.known}
    return decision.verdict, ruling.verdict, ruling.possible, ruling.rules, ruling.set_aside, given, decision.request.id


def try_to(document: object, *, lenient: bool) -> None:
    """Put a request, so that its shape is known."""
    with contextlib.suppress(RequestError):
        POLICY.decide(document, now=NOW, allow_undeclared=lenient)  # type: ignore[arg-type] # may be no request


@settings(max_examples=500, deadline=None)
@given(documents(), st.booleans())
def test_data_is_read_and_refused_as_a_request_is(document: dict[str, object], lenient: bool) -> None:  # noqa: FBT001
    first = outcome(document, read=False, lenient=lenient)
    assert repr(first) == repr(outcome(document, read=True, lenient=lenient))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"unheard": 1}, {"customer.plan": True}),
        ({"unheard": 1}, {"customer.vip": "maybe"}),
        ({"unheard": 1}, {"customer": {"plan": "gold"}}),
        ({"customer": 1}, {"customer": {"plan": "gold"}}),
        ({"customer": 1}, {"customer": UserDict({"plan": "gold"})}),
        ({"customer": {"unheard": 1}}, {"customer": {"plan": "gold"}}),
    ],
)
def test_what_is_not_declared_is_left_aside_by_its_name_alone(
    first: Mapping[str, object], second: Mapping[str, object]
) -> None:
    for _ in range(3):  # so that the shape of the first is that of the latest request
        POLICY.decide({"facts": first}, now=NOW, allow_undeclared=True)
    with pytest.raises(RequestError):
        POLICY.decide({"facts": second}, now=NOW, allow_undeclared=True)


def test_what_is_left_aside_stays_part_of_the_request() -> None:
    request = {"facts": {"customer": {"vip": True, "unheard": "x"}, "more": 1}}
    decisions = [POLICY.decide(request, now=NOW, allow_undeclared=True) for _ in range(4)]
    assert all(one.request.facts == decisions[0].request.facts for one in decisions)
    assert all(one.to_dict() == decisions[0].to_dict() for one in decisions)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the machine's zone cannot be set here")
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_moment_without_a_zone_is_in_utc_wherever_the_machine_is(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = policy("rule old when customer.vip decline because trust until 2026-06-15")
    request = {"facts": {"customer": {"vip": True}}}
    try:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        for hour in (0, 12, 23):
            moment = datetime(2026, 6, 15, hour)  # noqa: DTZ001 - that is the question
            expected = compiled.decide(read_request(request), now=moment.replace(tzinfo=UTC)).verdict
            assert {compiled.decide(request, now=moment).verdict for _ in range(4)} == {expected}
    finally:
        monkeypatch.undo()
        time.tzset()


def test_days_follow_the_moment() -> None:
    compiled = policy("rule old when customer.vip decline because trust until 2026-06-15")
    request = {"facts": {"customer": {"vip": True}}}
    days = [datetime(2026, 6, day, 3, tzinfo=UTC) for day in (14, 14, 16, 15, 17, 14)]
    assert [compiled.decide(request, now=day).verdict for day in days] == [
        compiled.decide(read_request(request), now=day).verdict for day in days
    ]


@pytest.mark.parametrize("name", [name for name in NAMES if name.count(".") == 1])
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_every_value_of_every_fact(name: str, value: object) -> None:
    document = {"facts": nested({name: value})}
    assert repr(outcome(document, read=False, lenient=False)) == repr(outcome(document, read=True, lenient=False))


class Strange(dict[str, object]):
    def __missing__(self, key: str) -> object:
        return "pro"


UNUSUAL: tuple[object, ...] = (
    OrderedDict[str, object](facts={"customer": {"plan": "pro"}}),
    UserDict[str, object]({"facts": {"customer": {"plan": "pro"}}}),
    Strange(facts={"customer": {}}),
    {"facts": Strange(customer={})},
    {"facts": {"customer": Strange()}},
    {"facts": {"customer": {"plan": "pro", "plan\u0301": 1}}},
    {"facts": {"customer": {1: "pro"}}},
    {"facts": {"customer": {}}},
    {"facts": None},
    {"facts": []},
    {"fcts": {}},
    {1: {}},
    [],
    "text",
    None,
)


@pytest.mark.parametrize("document", UNUSUAL, ids=repr)
def test_unusual_mappings(document: object) -> None:
    outcome({"facts": {"customer": {"plan": "free"}}}, read=False, lenient=False)
    assert repr(outcome(document, read=False, lenient=False)) == repr(outcome(document, read=True, lenient=False))


def test_what_is_decided_does_not_change_with_the_data_afterwards() -> None:
    facts: dict[str, object] = {"plan": "pro", "seats": 5, "vip": True}
    asked = {"facts": {"customer": facts}, "text": "chat"}
    for _ in range(2):
        POLICY.decide(asked, now=NOW)
    decision = POLICY.decide(asked, now=NOW)
    facts.update(plan="free", seats=100)
    assert decision.request.facts == {"customer.plan": "pro", "customer.seats": 5, "customer.vip": True}
    assert decision.to_dict()["verdict"] == decision.verdict


def test_facts_that_are_not_declared_are_left_aside_or_refused_whatever_came_before() -> None:
    document = {"facts": {"customer": {"plan": "pro", "colour": "red"}}}
    for _ in range(3):
        POLICY.decide(document, now=NOW, allow_undeclared=True)
    with pytest.raises(RequestError, match="not a fact of this policy"):
        POLICY.decide(document, now=NOW)


def test_the_moment_counts_for_each_request_anew() -> None:
    dated = policy("rule soon when customer.vip decline because trust from 2026-07-01 until 2026-07-31")
    asked = {"facts": {"customer": {"vip": True}}}
    moments = [
        datetime(2026, 6, 30, 15, tzinfo=UTC),
        datetime(2026, 6, 30, 14, tzinfo=UTC),
        datetime(2026, 8, 1, tzinfo=UTC),
        datetime(2026, 7, 31, 23, tzinfo=timezone(timedelta(hours=9))),
        datetime(2026, 7, 4),  # noqa: DTZ001 - in UTC
    ]
    verdicts = [dated.decide(asked, now=moment).verdict for moment in moments]
    assert verdicts == ["decline", "escalate", "escalate", "decline", "decline"]
    with pytest.raises(RequestError, match="not a moment of the calendar"):
        dated.decide(asked, now=datetime.max.replace(tzinfo=timezone(timedelta(hours=-9))))


def test_many_shapes_are_settled() -> None:
    names = [name for name in NAMES[:14] if name.split(".")[0] in {"customer", "desk"}]
    for number in range(300):
        given = {name: None for place, name in enumerate(names) if number >> place & 1}
        document = {"facts": nested(given)}
        assert repr(outcome(document, read=False, lenient=False)) == repr(outcome(document, read=True, lenient=False))


def test_a_policy_is_shared_by_requests_of_two_policies() -> None:
    other = kotowari.compile_policy({"a.rules": """policy tiny en "Tiny" edition 1 languages en zone "UTC"
      otherwise accept because trust unanswered escalate to desk because trust
    value trust en "We trust." team desk en "Desk" answers within 1 day
    fact customer.plan is one of pro, other rule one when customer.plan is other escalate to desk because trust
    usual script en answer "Yes." """})  # fmt: skip
    document = {"facts": {"customer": {"plan": "other"}}}
    assert other.decide(document, now=NOW).verdict == "escalate"
    with pytest.raises(RequestError):
        POLICY.decide(document, now=NOW)


def test_requests_with_very_many_facts_are_refused_each_time() -> None:
    document = {"facts": {"spare": {f"f{number}": 1 for number in range(10_001)}}}
    assert "more than 10000 facts" in str(outcome(document, read=False, lenient=True))


def test_what_a_text_is_word_for_word_may_matter() -> None:
    said = policy("""
      rule spam when request.text is "Buy now" decline because trust
      rule empty when request.text is one of "", "ガ" and customer.vip accept because trust
    """)
    texts = {"Buy now": "decline", "Buy now!": "escalate", "": "accept", "カ\u3099": "accept", "が": "escalate"}
    for text, verdict in [*texts.items()] * 4:
        assert said.decide({"text": text, "facts": {"customer": {"vip": True}}}, now=NOW).verdict == verdict


def test_ordinary_requests_are_settled_without_a_judge() -> None:
    facts = {"desk": {"open": False}, "order": {"total": "1 USD"}, "customer": {"seats": 5, "vip": True}}
    document = {"id": "r-1", "text": "Hello", "facts": facts}
    for _ in range(2):
        POLICY.decide(document, now=NOW)
    settled = POLICY._settle(document, NOW)
    assert settled is not None
    assert settled[0] == "decline"
    assert POLICY.decide(document, now=NOW).ruling.verdict == "decline"
