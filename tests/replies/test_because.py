"""The sentences behind an outcome."""

from __future__ import annotations

import pytest
from tests.small import BOTH, HEAD, SCRIPTS, decide, policy, put, reply

SUMMER, WINTER, SPRING = "2026-06-15T12:00:00+09:00", "2027-01-01T00:00:00+09:00", "2026-05-31T23:59:59+09:00"


def reason(because: str, now: str = SUMMER) -> str:
    return reply(decide(f"rule no decline because {because}", now=now)).get("reason", "")


@pytest.mark.parametrize(
    ("because", "expected"),
    [
        ("trust", "You can rely on us."),
        ("simplicity", "We keep it simple. That keeps the price low."),
        ("low-price", "That keeps the price low."),
        ("low-price, simplicity", "That keeps the price low. We keep it simple."),
        ("simplicity, low-price", "We keep it simple. That keeps the price low."),
        ("fairness, trust", "The same holds for everyone. You can rely on us."),
        ("trust, trust", "You can rely on us."),
        ("this-year", "This year we build for small teams. We keep it simple. That keeps the price low."),
        (
            "this-year, simplicity, trust",
            "This year we build for small teams. We keep it simple. That keeps the price low. You can rely on us.",
        ),
    ],
)
def test_the_values_cited_speak_and_what_they_lead_to_each_once(because: str, expected: str) -> None:
    assert reason(because) == expected


def test_a_strategy_that_has_ended_is_silent_and_the_value_that_it_serves_speaks() -> None:
    assert (
        reason("spring, fairness", SPRING)
        == "In spring we mend things. You can rely on us. The same holds for everyone."
    )
    assert reason("spring, fairness") == "You can rely on us. The same holds for everyone."
    assert reason("this-year, fairness", WINTER) == (
        "We keep it simple. That keeps the price low. The same holds for everyone."
    )


def test_a_strategy_that_has_not_begun_is_silent_too() -> None:
    assert reason("autumn") == "The same holds for everyone."
    assert reason("autumn", "2026-09-01T00:00:00+09:00") == "In autumn we open a shop. The same holds for everyone."


def test_what_is_internal_is_silent_and_the_value_that_it_serves_speaks() -> None:
    assert reason("quiet, fairness") == "You can rely on us. The same holds for everyone."


def test_in_japanese_the_sentences_stand_without_spaces() -> None:
    decision = put(policy("rule no decline because simplicity", BOTH, SCRIPTS), language="ja")
    assert reply(decision)["reason"] == "シンプルさを大切にしております。お求めやすい価格でお届けしております。"


SIMPLE = "rule no-gantt about gantt decline because simplicity"
TWO = "gantt and chat please"


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("{because}", []),
        ("We looked into it. {because}", ["We looked into it."]),
        ("{because} We looked into it.", ["We looked into it."]),
        ("One. {because} Two.", ["One. Two."]),
        ("That is because: {because} Truly.", []),  # what is left would make no sentence
        ("{because|It stays as it is.}", ["It stays as it is."]),
    ],
)
def test_where_all_has_been_said_the_rest_of_the_reason_is_said(reason: str, expected: list[str]) -> None:
    rules = f'{SIMPLE} rule no-chat about chat decline because simplicity say en reason "{reason}"'
    decision = put(policy(rules), text=TWO)
    assert decision.reply is not None
    parts = [part for part in decision.reply.parts if part.part == "reason"]
    assert [part.text for part in parts if part.about == ("chat",)] == expected


def test_what_stands_round_the_sentences_stays() -> None:
    rules = 'rule no decline because trust say en reason "Because: {because} Truly."'
    assert reply(put(policy(rules, HEAD)))["reason"] == "Because: You can rely on us. Truly."
