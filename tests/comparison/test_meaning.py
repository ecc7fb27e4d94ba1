"""What a change of a policy changes: all ways in which a verdict changes, each with a request that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import product
from math import prod

import pytest
from hypothesis import HealthCheck, Phase, assume, given, note, settings
from hypothesis import strategies as st
from tests import reference
from tests.analysis.worlds import MOST, can_be_enumerated, days
from tests.reference import World
from tests.reference_values import Asked
from tests.small import policy
from tests.strategies import PolicyText, policies

import kotowari
from kotowari.cases.mutation.every import mutants
from kotowari.cases.mutation.mutant import Mutant, Sort, mutated
from kotowari.comparison.meaning import MOST_TURNS, Meaning, meaning
from kotowari.comparison.structure import structure
from kotowari.engine.program import compile_program
from kotowari.model.model import Model

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
SLOW = settings(
    max_examples=40,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a smaller policy is not worth minutes
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
NEVER = "rule never when customer.seats at least 5 and customer.seats at most 4 accept because trust"
BIG = "  except big when customer.seats at least 200 escalate to lead because trust\n"
RULES = f"""
rule gantt about gantt decline because simplicity
{BIG}
rule refund about refund when customer.plan is pro accept because trust
rule late when time since order.created more than 30 days decline because fairness
"""


def compared(old: kotowari.Policy, new: kotowari.Policy) -> Meaning:
    return meaning(old, new, structure(old, new), NOW)


def told(found: Meaning) -> list[tuple[str | None, str]]:
    return [(turn.rule, str(turn.transition)) for turn in found.turns]


def changed(before: str, after: str) -> Meaning:
    assert before in RULES
    return compared(policy(RULES), policy(RULES.replace(before, after)))


def test_the_same_policy_means_the_same() -> None:
    found = compared(policy(RULES), policy(RULES))
    assert (found.turns, found.untold, found.equivalent) == ((), (), True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("rule gantt", "rule charts"),
        ("customer.plan is pro", "not (customer.plan is free or customer.plan is enterprise)"),
        ("at least 200", "more than 199"),
        ("because simplicity", "because fairness"),
        ("rule late", f"{NEVER}\nrule late"),
    ],
)  # fmt: skip
def test_what_only_looks_different_means_the_same(before: str, after: str) -> None:
    assert changed(before, after).equivalent is True


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("decline because simplicity", "accept because simplicity", [("gantt", "decline:accept")]),
        ("at least 200", "at least 100", [("big", "decline:escalate")]),
        ("more than 30 days", "more than 14 days", [("late", "accept:decline"), ("late", "escalate:decline")]),
        (BIG, "", [("big", "escalate:decline")]),
    ],
)  # fmt: skip
def test_each_way_is_told_with_the_rule_that_causes_it(
    before: str, after: str, expected: list[tuple[str, str]]
) -> None:
    found = told(changed(before, after))
    assert set(found) >= set(expected)
    assert {rule for rule, _ in found} == {rule for rule, _ in expected}


def test_the_gravest_comes_first() -> None:
    found = changed("accept because trust", "decline because trust")
    assert told(found)[0] == ("refund", "accept:decline")


def test_other_words_of_a_topic_change_verdicts() -> None:
    old = policy(RULES)
    files = {name: source.text for name, source in old.sources.items()}
    files["world.rules"] = files["world.rules"].replace('words en "gantt"', 'words en "gantt", "timeline"')
    found = compared(old, kotowari.compile_policy(files))
    assert ("gantt", "escalate:decline") in told(found)
    assert all("imeline" in turn.witness.words for turn in found.turns)


def test_new_words_may_bring_another_topic_with_them() -> None:
    """What a regular expression finds nobody knows before a text is there."""
    rules = f"{RULES} rule chat about chat accept because trust"
    files = {name: source.text for name, source in policy(rules).sources.items()}
    files["world.rules"] = files["world.rules"].replace('words en "chat"', "words en /tim.li[a-z]e/")
    old = kotowari.compile_policy(files)
    files["world.rules"] = files["world.rules"].replace('words en "gantt"', 'words en "gantt", "timeline"')
    found = compared(old, kotowari.compile_policy(files))
    assert ("gantt", "accept:decline") in told(found)


def test_what_many_rules_cause_is_shown_by_the_first_ones_and_said_to_be_more() -> None:
    rules = "\n".join(
        f"rule r{number} when customer.seats at least {number} and customer.seats at most {number} accept because trust"
        for number in range(2, 20)
    )
    found = compared(policy(rules), policy(rules.replace("accept", "decline")))
    assert len(found.turns) == MOST_TURNS
    assert [str(transition) for transition in found.untold] == ["accept:decline"]
    assert found.equivalent is False


def test_another_otherwise_is_no_rule() -> None:
    old = policy(RULES)
    files = {name: source.text for name, source in old.sources.items()}
    files["head.rules"] = files["head.rules"].replace("otherwise escalate to product", "otherwise accept")
    assert told(compared(old, kotowari.compile_policy(files))) == [(None, "escalate:accept")]


# --- on policies that nobody thought of -------------------------------------------------------------------------------


def enumerated(old: Model, new: Model) -> set[str]:
    """The transitions that there are, by going through everything that can come."""
    found: set[str] = set()
    every = sorted({*days(old, NOW.date()), *days(new, NOW.date())})
    for day in every:
        for one, other in _worlds(old, new, day, MOST // len(every)):
            before, after = reference.find(one).verdict, reference.find(other).verdict
            found |= {f"{before}:{after}"} if before is not after else set()
    return found


def _worlds(old: Model, new: Model, day: date, most: int) -> Iterator[tuple[World, World]]:
    asked = Asked({}, {}, datetime.combine(day, time(12), UTC))
    free = {key: dict.fromkeys(choices) for key, choices in reference.unknowns(old, asked).items()}
    for key, choices in reference.unknowns(new, asked).items():
        free.setdefault(key, {}).update(dict.fromkeys(choices))
    assume(prod(map(len, free.values())) <= most)
    for point in product(*free.values()):
        chosen = dict(zip(free, point, strict=True))
        yield World.of(old, asked, chosen), World.of(new, asked, chosen)


@SLOW
@given(policies(plain=True), st.data())
def test_every_planted_change_is_found_and_nothing_else(text: PolicyText, data: st.DataObject) -> None:
    """With a request, on which the real engine really differs."""
    old = kotowari.compile_policy(text.files())
    planted = [mutant for mutant in mutants(compile_program(old.model)) if mutant.sort is not Sort.PATTERN]
    assume(planted)
    mutant: Mutant = data.draw(st.sampled_from(planted))
    new = replace(old, model=mutated(old.model, mutant))
    assume(can_be_enumerated(old.model) and can_be_enumerated(new.model))
    expected = enumerated(old.model, new.model)
    found = compared(old, new)
    note(f"{mutant.sort} {mutant.name}: {mutant.old} -> {mutant.new}")
    assert found.untold == ()
    assert {str(turn.transition) for turn in found.turns} == expected
    for turn in found.turns:
        seen = [each.decide(turn.witness.request, now=turn.witness.now).verdict for each in (old, new)]
        assert [str(verdict) for verdict in seen] == [str(turn.transition.before), str(turn.transition.after)]
    # What changes in a definition the mutant says of the rules alone.
    assert structure(old, new) or mutant.name in old.model.definitions


@SLOW
@given(policies(plain=True))
def test_a_policy_means_what_it_means(text: PolicyText) -> None:
    one = kotowari.compile_policy(text.files())
    assert compared(one, one).equivalent is True
