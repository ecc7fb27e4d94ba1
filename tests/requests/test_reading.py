"""Facts that a request's text gives: what wins over what, and what the decision says of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypedDict, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import kotowari
from kotowari.model.values import encodable
from kotowari.schema import decision_schema

NOW = "2026-11-22T16:00:00Z"  # the 23rd in Tokyo
POLICY = """
policy inn en "Inn" ja 「宿」
  edition 1
  languages en, ja
  zone "Asia/Tokyo"
  otherwise escalate to desk because care
  unanswered escalate to desk because care
value care en "We care for every guest." ja 「お客様を大切にしております。」
team desk en "the desk" ja 「受付」 answers within 1 day
usual script accept
  en answer "Yes, with pleasure."
  ja answer 「承りました。」
usual script decline
  en
    answer "We cannot do that."
    reason "{because}"
    nothing instead
  ja
    cushion 「恐れ入りますが、」
    answer 「お受けいたしかねます。」
    reason 「{because}」
    nothing instead
usual script escalate
  en answer "{team} will answer by {by}."
  ja answer 「{by}までに{team}がお答えします。」
"""
NIGHTS = """fact stay.nights en "nights" ja 「泊数」 is whole number from 1 to 30
  read from "# nights", 「#泊」
"""
DISCOUNT = """fact request.discount en "discount" ja 「割引」 is percent from 0 to 100 usually 0%
  read from "#% off", 「#%割引」
"""
ARRIVAL = """fact stay.arrival en "arrival" ja 「到着日」 is date read from "arrive #"
"""
WAIT = """fact stay.wait en "wait" ja 「待ち時間」 is duration to 30 days read from "wait #"
"""
PLAN = """fact guest.plan en "plan" ja 「プラン」 is one of free, pro read from "on the # plan", 「#プラン」
  call pro en "the Pro plan" ja 「プロプラン」
"""
RULES = """
rule long-stay
  when stay.nights at least 7
  accept because care
rule short-stay
  when stay.nights less than 7
  decline because care
rule discount
  when request.discount more than 10% and not stay.nights is known
  escalate to desk because care
"""
FACTS = (NIGHTS, DISCOUNT, ARRIVAL, WAIT, PLAN)


def policy(facts: tuple[str, ...] = FACTS) -> kotowari.Policy:
    return kotowari.compile_policy({"policy.rules": POLICY + "".join(facts) + RULES})


INN = policy()


def decide(text: str | None, **more: object) -> kotowari.Decision:
    return INN.decide({"text": text, "now": NOW, **more})


VALIDATOR = Draft202012Validator(decision_schema())


class Item(TypedDict):
    fact: str
    value: object
    start: int
    end: int
    text: str


def items(decision: kotowari.Decision) -> list[Item]:
    data = decision.to_dict()
    VALIDATOR.validate(json.loads(json.dumps(data)))  # pyright: ignore[reportUnknownMemberType]
    return cast("list[Item]", data["read"])


def read(decision: kotowari.Decision) -> list[tuple[str, object, str]]:
    return [(item["fact"], item["value"], item["text"]) for item in items(decision)]


def known(decision: kotowari.Decision) -> Mapping[str, object]:
    return {
        name: value
        for name, value in decision.ruling.situation.facts.items()
        if name in decision.ruling.situation.known
    }


def test_a_fact_is_read_and_decides() -> None:
    decision = decide("We would like to stay 8 nights.")
    assert decision.verdict is kotowari.Verdict.ACCEPT
    assert decision.to_dict()["read"] == [{"fact": "stay.nights", "value": "8", "start": 22, "end": 23, "text": "8"}]
    assert decision.ask == ()


def test_the_place_is_in_the_text_as_written() -> None:
    text = "㌔ ｶﾞﾝﾄ２０％割引 と ３泊"
    assert [(item["value"], text[item["start"] : item["end"]]) for item in items(decide(text))] == [
        ("20", "２０％"),
        ("3", "３"),
    ]


def test_what_is_given_wins() -> None:
    decision = decide("8 nights, please", facts={"stay": {"nights": 2}})
    assert read(decision) == []
    assert decision.verdict is kotowari.Verdict.DECLINE


def test_what_is_read_wins_over_a_default_and_over_being_unavailable() -> None:
    assert read(decide("15% off?")) == [("request.discount", "15", "15%")]
    assert decide("15% off?").ruling.situation.assumed == frozenset()
    assert decide("8 nights", unavailable=["stay.nights"]).verdict is kotowari.Verdict.ACCEPT
    assert decide("8 nights", unavailable=["all"]).verdict is kotowari.Verdict.ACCEPT


def test_without_a_text_nothing_is_read() -> None:
    assert read(decide(None)) == read(decide("")) == []
    assert decide("").ruling.situation.assumed == {"request.discount"}


def test_a_fact_with_two_values_is_not_known_and_is_asked_for() -> None:
    decision = decide("3 nights, or better 8 nights")
    assert read(decision) == [("stay.nights", "3", "3"), ("stay.nights", "8", "8")]
    assert decision.verdict is None
    assert [question.fact for question in decision.ask] == ["stay.nights"]
    answered = decide("3 nights, or better 8 nights", facts={"stay.nights": 8})
    assert (answered.verdict, read(answered)) == (kotowari.Verdict.ACCEPT, [])


def test_two_values_leave_no_room_for_the_default() -> None:
    decision = decide("10% off or 20% off")
    assert "request.discount" not in decision.ruling.situation.facts
    assert decision.assumed == ()


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Is there a discount?", True),
        ("Can I get up to 20% off?", False),
        ("Can I get at least 20% off?", False),
        ("Can I get an extra 20% off?", False),
        ("We do not need up to 20% off.", True),
        ("Can I get up to 20% off? 5% off would be fine.", False),
        ("20%割引以上でお願いします。", False),
        ("Can I get at least 20% off? 120% off is what I heard.", False),  # which is no value of the fact
        ("2泊お願いします。", True),
    ],
)
def test_what_is_told_roughly_leaves_no_room_for_the_default(text: str, taken: bool) -> None:  # noqa: FBT001
    situation = decide(text).ruling.situation
    assert ("request.discount" in situation.assumed) is taken
    assert situation.readings or "request.discount" not in situation.known


@pytest.mark.parametrize("text", ["3 nights, three nights", "３泊（三泊）", "wait 2 weeks, wait 14 days"])
def test_the_same_value_twice_is_one_value(text: str) -> None:
    decision = decide(text)
    assert len(read(decision)) == 2
    assert len(known(decision)) == 3  # the text and its language, too


def test_a_value_outside_of_the_bounds_is_none_of_the_fact() -> None:
    assert read(decide("31 nights, 0 nights, -3 nights, 2.5 nights, 120% off, wait 31 days")) == []
    assert read(decide("30 nights, 100% off, wait 30 days")) != []


def test_numbers_have_at_most_34_digits() -> None:
    made = kotowari.compile_policy({"policy.rules": POLICY + 'fact a.b is number read from "# points"\n'})
    assert made.decide({"text": "9" * 34 + " points"}).to_dict()["read"] != []
    assert made.decide({"text": "9" * 35 + " points"}).to_dict()["read"] == []
    assert made.decide({"text": "9" * 33 + "兆 points"}).to_dict()["read"] == []


def test_relative_days_count_in_the_zone_of_the_policy() -> None:
    assert read(decide("We arrive tomorrow")) == [("stay.arrival", "2026-11-24", "tomorrow")]
    assert read(decide("We arrive tomorrow", now="2026-11-22T23:30:00+09:00")) == [
        ("stay.arrival", "2026-11-23", "tomorrow")
    ]


def test_durations_and_choices() -> None:
    assert read(decide("I can wait 3 days; I am on the Pro plan")) == [
        ("stay.wait", "P3D", "3 days"), ("guest.plan", "pro", "Pro")
    ]  # fmt: skip
    assert read(decide("プロプランです")) == [("guest.plan", "pro", "プロ")]


def test_deciding_again_on_what_was_decided_on_gives_the_same() -> None:
    first = decide("8 nights and 15% off, we arrive tomorrow", facts={"guest.plan": "pro"}).to_dict()
    request = cast("dict[str, object]", first["request"])
    assert request["facts"] == {"guest": {"plan": "pro"}}
    assert INN.decide(request).to_dict() == first


def test_the_order_of_facts_does_not_matter() -> None:
    text = "3泊、10%割引 or 20% off, arrive 2026-12-24, wait a week, on the pro plan"
    orders = [FACTS[place:] + FACTS[:place] for place in range(len(FACTS))] + [FACTS[::-1]]
    decisions = [policy(order).decide({"text": text, "now": NOW}) for order in orders]
    assert len(read(decisions[0])) == 6
    found = [decision.to_dict() for decision in decisions]
    for other in found:
        assert (other["read"], other["ask"], other["verdict"]) == (
            found[0]["read"],
            found[0]["ask"],
            found[0]["verdict"],
        )


def test_only_the_text_of_the_request_is_read() -> None:
    made = kotowari.compile_policy(
        {"policy.rules": POLICY + NIGHTS + 'fact ticket.note en "note" ja 「メモ」 is text\n'}
    )
    assert made.decide({"facts": {"ticket.note": "8 nights"}}).to_dict()["read"] == []


def test_changes_are_told_from_what_was_read() -> None:
    (change,) = decide("8 nights").changes
    assert change.verdict is kotowari.Verdict.DECLINE
    assert change.parts[0][0] == "stay.nights"


def test_an_example_is_read_as_a_request_is() -> None:
    reason = dict(decide("8 nights").reasons)["long-stay"]
    assert (reason.truth, reason.fact) == (True, "stay.nights")


EVERY = kotowari.compile_policy(
    {
        "policy.rules": POLICY
        + """
fact a.whole is whole number read from "#"
fact a.number is number read from "#"
fact a.percent is percent read from "#", "#%"
fact a.money is money in USD read from "#", "$#"
fact a.date is date read from "#"
fact a.wait is duration read from "#"
fact a.plan is one of free, pro read from "#"
"""
    }
)
_WORDS = """
9 99999 1,000 1.5 -3 ３ 万 兆 twenty million % 割 $ USD k days years 年 か月 半年 2026-11-22 today free プロ \ud800 ﷺ
"""
pieces = st.lists(st.sampled_from([*_WORDS.split()]), max_size=20)
anything = st.one_of(st.text(max_size=40), pieces.map(" ".join), pieces.map("".join))


@given(anything)
@settings(max_examples=60)
def test_every_text_is_decided_on(text: str) -> None:
    decision = EVERY.decide({"text": text, "now": NOW})
    values: dict[str, set[str]] = {}
    for item in items(decision):
        assert item["text"] == encodable(text)[item["start"] : item["end"]]
        values.setdefault(item["fact"], set()).add(json.dumps(item["value"]))
    for fact, found in values.items():
        assert (fact in known(decision)) == (len(found) == 1)


@given(anything)
@settings(max_examples=30)
def test_a_given_fact_is_never_read(text: str) -> None:
    decision = EVERY.decide({"text": text, "now": NOW, "facts": {"a.number": 7, "a.date": "2026-01-01"}})
    assert {item["fact"] for item in items(decision)} <= EVERY.model.facts.keys() - {"a.number", "a.date"}
