"""Texts alone get the verdict that the judge gives them, however often and in whatever company they come."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.small import BOTH, policy
from tests.strategies import ASKS, DENIES, WORDS, PolicyText, policies
from tests.strategies_facts import NOWS
from tests.wide import wide

import kotowari
from kotowari.engine import judge as judging
from kotowari.engine import verdict_tree
from kotowari.model.model import Verdict
from kotowari.requests import read_request
from kotowari.requests.alone import TextsAlone

NOON = datetime(2026, 6, 15, 3, tzinfo=UTC)
SENTENCES = ["", "Hello.", "こんにちは。", *(
    how.format(word) for words in WORDS.values() for word in words.values() for how in (ASKS, DENIES)
)]  # fmt: skip
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=4).map(" ".join)


def judged(made: kotowari.Policy, text: str, now: datetime) -> Verdict | None:
    """The verdict of the whole ruling, for which nothing is known before."""
    return made.decide(read_request({"text": text}), now=now).ruling.verdict


def found(made: kotowari.Policy, text: str, now: datetime) -> Verdict | None:
    return made.decide({"text": text}, now=now).verdict


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(policies(), st.lists(TEXTS, min_size=1, max_size=4), st.lists(st.sampled_from(NOWS), min_size=1, max_size=2))
def test_a_text_gets_the_same_verdict_every_time(given_policy: PolicyText, texts: list[str], nows: list[str]) -> None:
    made = kotowari.compile_policy(given_policy.files())
    for now in map(datetime.fromisoformat, [*nows, *nows]):
        expected = [judged(made, text, now) for text in texts]
        for _ in range(4):
            assert [found(made, text, now) for text in texts] == expected


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 20), st.lists(TEXTS, min_size=1, max_size=6))
def test_so_it_does_where_there_are_many_rules(seed: int, texts: list[str]) -> None:
    _, made = wide(seed)
    expected = [judged(made, text, NOON) for text in texts]
    for _ in range(4):
        assert [found(made, text, NOON) for text in texts] == expected


OPEN = """
rule gantt about gantt when customer.plan is pro accept because trust
rule chat about chat when customer.seats at least 10 decline because simplicity
rule sorry when request mentions complaint and customer.vip escalate to lead because trust
"""


def test_who_has_been_here_before_is_not_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made = policy(OPEN)
    texts = ("Please add gantt charts.", "We want gantt charts and chat.", "I am disappointed.", "No chat, please.")
    expected = [judged(made, text, NOON) for text in texts]
    assert None in expected
    for _ in range(4):
        assert [found(made, text, NOON) for text in texts] == expected
    with monkeypatch.context() as patched:
        patched.delattr(judging.Judge, "outcomes")
        assert [found(made, text, NOON) for text in texts] == expected
        assert found(made, "Hello! We would love to have gantt charts.", NOON) is None
        with pytest.raises(AttributeError, match="outcomes"):
            found(made, "I am disappointed: we want gantt charts.", NOON)


def test_what_is_learned_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict_tree, "_MOST_PLACES", 3)
    made = policy(OPEN)
    texts = [" ".join(pair) for pair in product(SENTENCES, repeat=2)]
    for _ in range(3):
        assert [found(made, text, NOON) for text in texts] == [judged(made, text, NOON) for text in texts]


def test_several_threads_may_learn_at_once() -> None:
    made = policy(OPEN)
    texts = [" ".join(pair) for pair in product(SENTENCES, repeat=2)]
    expected = [judged(made, text, NOON) for text in texts]

    def in_some_order(seed: int) -> list[Verdict | None]:
        return [found(made, texts[place], NOON) for place in shuffled(len(texts), seed)]

    with ThreadPoolExecutor(4) as pool:
        every = list(pool.map(in_some_order, range(8)))
    for seed, verdicts in enumerate(every):
        assert verdicts == [expected[place] for place in shuffled(len(texts), seed)]


def shuffled(count: int, seed: int) -> list[int]:
    return Random(seed).sample(range(count), count)  # noqa: S311 - tests repeat themselves


def test_the_decision_says_the_same_whatever_is_asked_first() -> None:
    made = policy(OPEN)
    first, *others = [made.decide({"text": "We want gantt charts."}, now=NOON) for _ in range(5)]
    assert [other.verdict for other in others] == [None] * 4
    assert [other.to_dict() for other in others] == [first.to_dict()] * 4


@pytest.mark.parametrize(
    ("condition", "by_moment"),
    [
        ("now before 2026-06-15T12:00+09:00", True),
        ("2026-06-15T12:00+09:00 after now", True),
        ("order.created before now", True),
        ("time since order.created at most 3 days", True),
        ("now between 2026-06-15T09:00+09:00 and 2026-06-15T18:00+09:00", True),
        ("now before 2026-06-15", False),
        ("order.shipped after now", False),
        ("time until customer.renewal at most 3 days", False),
        ("customer.seats at least 3", False),
    ],
)
def test_the_moment_matters_where_a_condition_asks_for_it(condition: str, by_moment: bool) -> None:  # noqa: FBT001
    made = policy(f"rule gantt about gantt when customer.vip and {condition} accept because trust")
    assert made.program.by_moment is by_moment


def test_a_verdict_is_for_its_moment() -> None:
    made = policy("""
      rule gantt about gantt when now before 2026-06-15T12:00+09:00 decline because trust
      rule later about gantt when now after 2026-06-15T12:00+09:00 and customer.vip decline because trust
    """)
    for _ in range(4):
        moments = [NOON - timedelta(hours=1), NOON + timedelta(hours=1)]
        assert [found(made, "gantt, please", now) for now in moments] == [Verdict.DECLINE, None]


def test_the_hour_that_the_clocks_show_twice_is_two_hours() -> None:
    made = policy("""
      rule gantt about gantt when now before 2026-10-25T00:45Z decline because trust
      rule later about gantt when now after 2026-10-25T00:45Z and customer.vip decline because trust
    """)
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    for now, expected in [(first, Verdict.DECLINE)] * 4 + [(first.replace(fold=1), None)] * 4:
        assert found(made, "gantt, please", now) is judged(made, "gantt, please", now) is expected


def test_a_verdict_is_for_its_day() -> None:
    made = policy("""
      rule gantt from 2026-06-16 about gantt when customer.vip decline because trust
    """)
    for _ in range(4):
        days = [NOON, NOON + timedelta(days=1), NOON.replace(tzinfo=None) + timedelta(days=1)]
        assert [found(made, "gantt, please", now) for now in days] == [Verdict.ESCALATE, None, None]


def test_a_verdict_is_for_its_language() -> None:
    made = policy("rule gantt about gantt when customer.vip and request.language is ja decline because trust", BOTH)
    for _ in range(4):
        assert [found(made, text, NOON) for text in ("gantt, please", "ガントチャートをお願いします")] == [
            Verdict.ESCALATE,
            None,
        ]


NIGHTS = """
fact stay.nights is whole number read from "# nights"
rule long when stay.nights at least 3 decline because trust
"""


@pytest.mark.parametrize(
    ("rules", "serves"),
    [
        (OPEN, True),
        ('rule spam when request.text is "buy now" decline because trust', False),
        ('rule spam when request.text is one of "buy now", "buy" decline because trust', False),
        ("rule same when request.text is customer.name decline because trust", False),
        ("rule silent when request.text is known and customer.vip decline because trust", True),
        (NIGHTS, False),
    ],
)
def test_it_serves_where_nothing_of_a_text_matters_but_its_topics(rules: str, serves: bool) -> None:  # noqa: FBT001
    made = policy(rules)
    assert TextsAlone.serves(made.program) is serves
    for text in ("buy now", "gantt for 4 nights", "hello"):
        for _ in range(4):
            assert found(made, text, NOON) is judged(made, text, NOON)
