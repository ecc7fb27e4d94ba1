"""Decisions on one text at the same time, and decisions that are taken elsewhere before all of it was looked into."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from tests.small import BOTH, policy

import kotowari

NOW = datetime(2026, 6, 1, tzinfo=UTC)
STARTER = kotowari.load(kotowari.packs() / "starter")
# Topics in many sentences, so that the search for them stops half-way; one object, as a constant is.
TEXT = "解約したいです。返金もお願いします。ガントチャートは要りません。" * 12


def whole(_: int) -> str:
    decision = STARTER.decide({"text": TEXT}, now=NOW)
    return json.dumps([decision.verdict, decision.to_dict()], ensure_ascii=False, sort_keys=True)


def test_threads_that_decide_on_one_text_decide_alike() -> None:
    expected, interval = whole(0), sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as pool:
            assert {*pool.map(whole, range(60))} == {expected}
    finally:
        sys.setswitchinterval(interval)


def told(asked: str, decision: kotowari.Decision) -> object:
    match asked:
        case "verdict":
            return decision.verdict
        case "ruling":
            return decision.ruling.verdict
        case _:
            return decision.to_dict()


def test_threads_that_ask_one_decision_hear_the_same() -> None:
    open_ones = policy("""
      rule a about gantt when customer.plan is pro and customer.seats at least 10 accept because trust
      rule b about chat when customer.seats at least 10 or customer.vip decline because simplicity
      rule c about gantt when order.total more than order.paid and not customer.vip accept because trust
    """)
    request = {"text": "Please add gantt charts and chat."}
    expected = open_ones.decide(request, now=NOW).to_dict()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            for _ in range(40):
                decision = open_ones.decide(request, now=NOW)
                found = list(pool.map(told, ["verdict", "ruling", "whole"] * 2, [decision] * 6))
                assert found == [None, None, expected] * 2
    finally:
        sys.setswitchinterval(interval)


@pytest.mark.parametrize("text", ["Please add gantt.", "ガントチャートを追加してください。チャットは不要です。"])
def test_a_decision_can_be_copied_and_pickled_at_any_time(text: str) -> None:
    spoken = policy("rule g about gantt when customer.vip decline because trust\n", BOTH)
    for _ in range(4):
        decision = spoken.decide({"text": text}, now=NOW)
        copies = [copy.deepcopy(decision)]
        assert decision.verdict is None
        copies += [copy.deepcopy(decision), pickle.loads(pickle.dumps(decision))]  # noqa: S301 - our own
        expected = decision.to_dict()
        copies += [copy.deepcopy(decision), pickle.loads(pickle.dumps(decision))]  # noqa: S301 - our own
        assert [other.to_dict() for other in copies] == [expected] * len(copies)
        assert copies[-1].policy.decide({"text": text}, now=NOW).to_dict() == expected


@pytest.mark.parametrize("asked", ["verdict", "ruling"])
def test_a_decision_can_be_copied_and_pickled_before_all_is_known(asked: str) -> None:
    small = policy("rule g when request mentions gantt and customer.vip decline because trust\n")
    decision = small.decide({"text": "Please add gantt. Gantt!"}, now=NOW)
    assert getattr(decision, asked) is not decision
    for other in (copy.deepcopy(decision.ruling), pickle.loads(pickle.dumps(decision.ruling))):  # noqa: S301 - our own
        assert (other.verdict, other.possible, other.rules) == (
            decision.ruling.verdict, decision.ruling.possible, decision.ruling.rules,
        )  # fmt: skip
