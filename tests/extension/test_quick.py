"""What settles requests compiled, against the same in Python."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.small import BOTH, policy
from tests.strategies import Scenario, scenarios
from tests.wide import asked_of, wide

import kotowari
from kotowari.extension import IS_COMPILED
from kotowari.requests.quick import Quick, Settled, python_quick
from kotowari.requests.request import read_now

pytestmark = pytest.mark.skipif(not IS_COMPILED, reason="kotowari.extension is not compiled here")
NOW = datetime(2026, 6, 15, 3, tzinfo=UTC)


def ways(compiled: kotowari.Policy, *, lenient: bool = False) -> tuple[Quick, Quick]:
    from kotowari.requests.compiled import compiled_quick  # noqa: PLC0415 - it is there only where it was compiled

    made = compiled.program, compiled._glance
    return compiled_quick(*made, lenient=lenient), python_quick(*made, lenient=lenient)


def alike(both: tuple[Quick, Quick], request: object, now: datetime = NOW) -> Settled | None:
    """What both give once the shape of a request is known."""
    for one in both:
        for _ in range(2):
            one(request, now)
    found, expected = (one(request, now) for one in both)
    assert found == expected
    return found


def ordinary(request: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in request.items() if key in {"id", "text", "facts"}}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(scenarios(), st.booleans())
def test_any_policy_settles_alike(scenario: Scenario, lenient: bool) -> None:  # noqa: FBT001 - Hypothesis gives it
    both = ways(kotowari.compile_policy(scenario.policy.files()), lenient=lenient)
    alike(both, ordinary(scenario.request), read_now(scenario.request["now"]))


@pytest.mark.parametrize("seed", range(3))
def test_policies_of_many_rules_settle_alike(seed: int) -> None:
    both = ways(wide(seed)[1])
    requests = [asked_of(seed, number) for number in range(30)]
    found = [alike(both, ordinary(request), read_now(request["now"])) for request in requests]
    assert any(one is not None for one in found)


# --- more rules than one word of bits holds, most of which read the text ----------------------------------------------

WORDS = [f"{first}{second}{third}" for first in "bdgkp" for second in "aou" for third in ("tek", "nim", "rol")]


def many(random: Random, rules: int, otherwise: str) -> kotowari.Policy:
    """A policy of rules about flags, choices, numbers and topics; some override others."""

    def lines() -> Iterator[str]:
        yield f'policy many en "Many" edition 1 languages en zone "UTC"\n otherwise {outcome(otherwise)}\n'
        yield ' unanswered escalate to desk because care\nvalue care en "We care."\n'
        yield 'team desk en "the desk" answers within 1 day\nfact a.kind is one of k0, k1, k2, k3 or none\n'
        yield "fact a.size is whole number from -100 to 1000\nfact a.open is yes or no\nfact a.rest is yes or no\n"
        for verdict, says in (("accept", 'answer "Yes."'), ("escalate", 'answer "Soon."'),
                              ("decline", 'answer "No." reason "{because}" nothing instead')):  # fmt: skip
            yield f"usual script {verdict} en {says}\n"
        for word in WORDS:
            exactly = "exactly " if random.random() < 0.7 else ""
            yield f'topic {word} en "{word}" words en {exactly}"{word}"'
            yield f', {exactly}"{random.choice(WORDS)} {word}"\n' if random.random() < 0.3 else "\n"
        for number in range(rules):
            verdict = random.choices(("accept", "decline", "escalate"), (80, 17, 3))[0]
            over = f" overrides r{random.randrange(number)}" if number and random.random() < 0.03 else ""
            parts = random.sample([*conditions(random)], random.randint(3, 5))
            yield f"rule r{number}{over}\n when {' and '.join(parts)}\n {outcome(verdict)}\n"

    return kotowari.compile_policy({"policy.rules": "".join(lines())})


def outcome(verdict: str) -> str:
    return f"{verdict} to desk because care" if verdict == "escalate" else f"{verdict} because care"


def conditions(random: Random) -> Iterator[str]:
    yield f"a.kind is {random.choice(('k0', 'k1', 'k2', 'k3'))}"
    yield f"a.size {random.choice(('at least', 'less than', 'more than'))} {random.randint(-100, 1000)}"
    yield "a.open" if random.random() < 0.5 else "not a.open"
    yield "a.rest"
    yield f"request mentions any of {', '.join(random.sample(WORDS, 3))}"
    yield f"request asks for {random.choice(WORDS)}"


def request_of(random: Random) -> dict[str, object]:
    facts: dict[str, object] = {"kind": random.choice(("k0", "k1", "k2", "k3", None)), "open": random.random() < 0.5}
    if random.random() < 0.9:
        facts["size"] = random.choice((random.randint(-100, 1000), -100, 1000, 12.0))
    if random.random() < 0.5:
        facts["rest"] = random.random() < 0.5
    said = random.choices((*WORDS, "not", "we", "do not need", "返金", "NO", "~"), k=random.randint(0, 12))
    request: dict[str, object] = {"facts": {"a": facts}, "text": random.choice((" ", "\n", "-")).join(said)}
    if random.random() < 0.1:
        del request["text"]
    if random.random() < 0.2:
        request["text"] = str(request.get("text", "")).upper()
    return request


@pytest.mark.parametrize("otherwise", ["accept", "decline", "escalate"])
@pytest.mark.parametrize("rules", [29, 30, 31, 400])
def test_policies_of_several_words_of_bits_settle_alike(rules: int, otherwise: str) -> None:
    random = Random(f"{rules}/{otherwise}")  # noqa: S311 - tests repeat themselves
    both = ways(many(random, rules, otherwise))
    found = [alike(both, request_of(random)) for _ in range(150)]
    verdicts = {one[0] for one in found if one is not None}
    assert len(verdicts) > 1


# --- one policy, and what may be wrong with a request -----------------------------------------------------------------

SMALL = policy(
    """
fact desk.open is yes or no
fact desk.score is whole number from -5 to 3_000_000_000
fact desk.rate is number
rule open when desk.open escalate to lead because trust
rule scored when desk.score at least 10 and desk.score less than 2_000_000_000 decline because trust
rule rated when desk.rate more than 2.5 accept because trust
rule gantt about gantt decline because trust
rule chat about chat overrides gantt accept because trust
""",
    BOTH,
)


class Odd(dict[str, object]):
    pass


@pytest.mark.parametrize("score", [-6, -5, 9, 10, 1_999_999_999, 2_000_000_000, 3_000_000_000, 3_000_000_001, 2**63,
                                   -(2**63), 2**64, True, "10", 10.0, None, [], {}])  # fmt: skip
def test_numbers_are_looked_up_alike(score: object) -> None:
    alike(ways(SMALL), {"facts": {"desk": {"score": score, "open": False}}})


def test_requests_of_other_kinds_are_not_settled() -> None:
    both = ways(SMALL)
    requests: tuple[object, ...] = (
        None, 5, [], "x", Odd(facts={}), {"facts": Odd()}, {"facts": []}, {1: 2}, {"text": 5}, {"id": 1.5},
        {"facts": {"desk": {"open": "maybe"}}}, {"facts": {"desk": Odd(open=True)}},
    )  # fmt: skip
    assert [alike(both, request) for request in requests] == [None] * len(requests)


def test_moments_come_and_go() -> None:
    both = ways(SMALL)
    request = {"facts": {"desk": {"open": True}}}
    assert alike(both, request) is not None
    assert alike(both, request, datetime.max.replace(tzinfo=UTC)) is not None
    assert alike(both, request) is not None


def test_what_is_no_request_and_no_moment_is_an_error() -> None:
    settle = ways(SMALL)[0]
    wrong: tuple[tuple[object, ...], ...] = ((), ({},), ({}, NOW, NOW))
    for words in wrong:
        with pytest.raises(TypeError):
            settle(*words)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType, reportCallIssue]
    with pytest.raises(AttributeError):
        settle({}, "no moment")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_a_policy_that_nobody_holds_is_let_go() -> None:
    random = Random(4)  # noqa: S311 - tests repeat themselves
    compiled = many(random, 40, "decline")
    for _ in range(50):
        compiled.decide(request_of(random), now=NOW)
    gone = weakref.ref(compiled._glance)
    del compiled
    gc.collect()
    assert gone() is None


def test_threads_settle_alike() -> None:
    compiled = many(Random(5), 200, "escalate")  # noqa: S311 - tests repeat themselves
    both = ways(compiled)
    random = Random(6)  # noqa: S311 - tests repeat themselves
    requests = [request_of(random) for _ in range(60)]
    expected = [alike(both, request) for request in requests]
    with ThreadPoolExecutor(4) as pool:
        for _ in range(5):
            assert list(pool.map(both[0], requests, [NOW] * len(requests))) == expected
