"""Requests: what they may hold, and what is said about anything else."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.requests import Request, RequestError, parse_json, parse_yaml, read_now, read_request


def error(document: object) -> RequestError:
    with pytest.raises(RequestError) as caught:
        read_request(document)
    return caught.value


def test_a_whole_request() -> None:
    document = parse_json(
        """{"id": "T-1", "text": "Gantt\\u0000 charts", "language": "en", "now": "2026-11-22T09:00:00+09:00",
            "facts": {"customer": {"plan": "pro", "id.external": "x"}, "order.total": "90 USD", "order": {"items": 2}},
            "topics": {"gantt": "asks", "legal": "mentions", "refund": false}, "unavailable": ["customer.seats"]}"""
    )
    assert read_request(document) == Request(
        id="T-1",
        text="Gantt\x00 charts",
        language="en",
        now=datetime(2026, 11, 22, 9, tzinfo=timezone(timedelta(hours=9))),
        facts={"customer.plan": "pro", "customer.id.external": "x", "order.total": "90 USD", "order.items": 2},
        topics={"gantt": "asks", "legal": "mentions", "refund": False},
        unavailable=frozenset({"customer.seats"}),
    )


def test_the_same_in_yaml() -> None:
    document = parse_yaml(
        """
        id: 7
        text: |
          二行
          です
        facts: {customer: {nonprofit: no, renewal: null, tags: [beta, partner], share: 0.10}}
        topics: {legal: false}
        """
    )
    request = read_request(document)
    assert (request.id, request.text, request.topics) == (7, "二行\nです\n", {"legal": False})
    assert request.facts == {
        "customer.nonprofit": "no",
        "customer.renewal": None,
        "customer.tags": ["beta", "partner"],
        "customer.share": Decimal("0.1"),
    }


def test_everything_may_be_left_out_or_null() -> None:
    nothing = dict.fromkeys(("id", "text", "language", "now", "facts", "topics", "unavailable"))
    assert read_request({}) == read_request(nothing) == Request()
    assert read_request({"text": ""}).text == ""
    assert read_request({"facts": {"customer": {}}}).facts == {}


def test_python_data_is_taken_as_well() -> None:
    moment = datetime(2026, 4, 1, tzinfo=UTC)
    request = read_request({"now": moment, "unavailable": {"a.b"}, "facts": {"order": {"created": moment}}})
    assert (request.now, request.unavailable, request.facts) == (moment, frozenset({"a.b"}), {"order.created": moment})


def test_texts_can_always_be_written_out_and_places_in_them_hold() -> None:
    request = read_request(
        json.loads('{"id": "\\udc80", "text": "a\\ud800b\\ud83d\\ude00c", "facts": {"a.\\ud800": 1}}')
    )
    assert request.text == "a\ufffdb😀c"
    assert (request.id, request.facts) == ("\ufffd", {"a.\ufffd": 1})


def test_names_are_the_same_in_every_form_of_their_characters() -> None:
    request = read_request(
        {"facts": {"顧客.か\u3099く": 1}, "topics": {"か\u3099": "asks"}, "unavailable": ["x.か\u3099", "x.が"]}
    )
    assert request.facts == {"顧客.がく": 1}
    assert request.topics == {"が": "asks"}
    assert request.unavailable == frozenset({"x.が"})


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (
            None,
            'null stands where an object belongs; a request is an object, such as `{"text": "Please add an export"}`',
        ),
        ([], "a list stands where an object belongs; a request is an object"),
        ("{}", "a text stands where an object belongs; "),
        ({"topic": {}}, "`topic`: a request has no such key; did you mean `topics`?"),
        ({"fact": {}}, "`fact`: a request has no such key; did you mean `facts`?"),
        (
            {"\x1b[31m" + "x" * 99: 1},
            f"`\ufffd[31m{'x' * 54}…`: a request has no such key; there are `id`, `text`, `language`, `now`, `facts`, ",
        ),
        ({1: 2}, "the key `1` is not text; put it in quotes"),
        ({"id": True}, "`id`: `true` is no name of a request; give a string or a whole number"),
        ({"id": 1.5}, "`id`: `1.5` is no name"),
        ({"id": Decimal(5)}, "`id`: `5` is no name"),
        ({"id": 10**40}, "`id`: `1000000"),
        ({"text": 5}, "`text`: a number stands where a text belongs; give the text as a string"),
        ({"text": ["a"]}, "`text`: a list stands where a text belongs"),
        ({"language": True}, "`language`: true or false stands where a text belongs; give the code of a language"),
        (
            {"language": "日本語"},
            "`language`: `日本語` is no code of a language; give the code of a language, such as `en`",
        ),
        ({"language": ""}, "`language`: `` is no code of a language"),
        ({"now": "soon"}, "`now`: `soon` is not a time; write a time with its offset, such as `2026-04-01T09:00:00Z`"),
        ({"now": 1775000000}, "`now`: `1775000000` is not a time"),
        ({"now": "2026-04-01"}, "`now`: `2026-04-01` is a day, not a time; write a time with its offset"),
        ({"now": "2026-04-01T09:00"}, "`now`: `2026-04-01T09:00` does not say its offset from UTC; write a time with"),
        ({"now": datetime(2026, 4, 1)}, "`now`: `2026-04-01T00:00:00` does not say its offset"),  # noqa: DTZ001
        ({"now": "9999-12-31T23:00-09:00"}, "`now`: `9999-12-31T23:00-09:00` is not a time"),
        (
            {"facts": []},
            '`facts`: a list stands where an object belongs; give facts as `{"customer": {"plan": "pro"}}`',
        ),
        ({"facts": {"a": {1: 2}}}, "`facts.a`: the key `1` is not text; put it in quotes"),
        (
            {"facts": {"customer": {"plan": "pro"}, "customer.plan": "free"}},
            "`facts.customer.plan`: the fact `customer.plan` is given twice; keep one of them",
        ),
        ({"facts": {"a": {"b.c": 1}, "a.b": {"c": 1}}}, "`facts.a.b.c`: the fact `a.b.c` is given twice"),
        ({"facts": {"が": 1, "か\u3099": 1}}, "`facts`: two keys are the same once they are written alike (NFC)"),
        ({"topics": ["gantt"]}, '`topics`: a list stands where an object belongs; give topics as `{"gantt": "asks"}`'),
        (
            {"topics": {"gantt": True}},
            '`topics.gantt`: `true` does not say how the request meets the topic; write "asks" where',
        ),
        ({"topics": {"gantt": "no"}}, "`topics.gantt`: `no` does not say how"),
        ({"topics": {"gantt": 0}}, "`topics.gantt`: `0` does not say how"),
        ({"topics": {"gantt": None}}, "`topics.gantt`: `none` does not say how"),
        ({"topics": {"gantt": []}}, "`topics.gantt`: `a list` does not say how"),
        (
            {"unavailable": "customer.seats"},
            "`unavailable`: a text stands where a list belongs; give the names of facts",
        ),
        ({"unavailable": [1]}, "`unavailable`: `1` is no name of a fact"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_with_its_place_and_what_to_do(document: object, message: str) -> None:
    assert str(error(document)).startswith(message)


def test_hostile_facts() -> None:
    deep: dict[str, object] = {}
    for _ in range(100):
        deep = {"a": deep}
    assert error({"facts": deep}).message == "the facts are nested too deep"
    circle: dict[str, object] = {}
    circle["a"] = circle
    assert error({"facts": circle}).message == "the facts are nested too deep"
    many = {f"fact.{number}": 1 for number in range(10_001)}
    assert error({"facts": many}).message == "there are more than 10000 facts"
    assert len(read_request({"facts": dict(list(many.items())[:10_000])}).facts) == 10_000


def test_the_place_of_now_is_the_caller_s_to_name() -> None:
    with pytest.raises(RequestError) as caught:
        read_now("x", "--now")
    assert caught.value.where == "--now"
    assert read_now("2026-04-01 09:00Z") == datetime(2026, 4, 1, 9, tzinfo=UTC)


VALUES = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text())
DOCUMENTS = st.fixed_dictionaries(
    {},
    optional={
        "id": VALUES,
        "text": VALUES,
        "language": VALUES | st.just("en"),
        "now": VALUES | st.datetimes(),
        "facts": VALUES | st.dictionaries(st.text(), VALUES | st.dictionaries(st.text(), VALUES)),
        "topics": VALUES | st.dictionaries(st.text(), st.sampled_from(["asks", "mentions", False, True, None])),
        "unavailable": VALUES,
    },
)


def outcome(document: object) -> str:
    try:
        request = read_request(document)
    except RequestError as found:
        return str(found)
    return json.dumps([request.id, request.text, sorted(request.topics)], ensure_ascii=False)


@given(DOCUMENTS)
def test_a_document_is_a_request_or_a_request_error(document: object) -> None:
    assert outcome(document).encode()


def test_the_shared_demands_are_requests(shared: Path) -> None:
    lines = (shared / "data" / "airline" / "demands.jsonl").read_bytes().splitlines()
    for line in lines:
        demand: dict[str, object] = json.loads(line)
        request = read_request({key: demand[key] for key in ("id", "text", "now", "facts")})
        assert request.now is not None
        assert "request.demand" in request.facts
