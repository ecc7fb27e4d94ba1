"""Whether some completion makes circuits true at once, within a count of evaluations."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.circuits import UNKNOWNS, circuits, completions, holds
from tests.small import decide, policy, put

import kotowari
from kotowari.engine.circuit import Circuit, Unknown, both, either, literal, opposite, restrict
from kotowari.engine.decision import Reason, Ruling
from kotowari.engine.judge import judge
from kotowari.engine.rule_on import rule_on
from kotowari.engine.search import MOST_EVALUATIONS, Budget, OverBudget, exists, way

A, B, C, D = UNKNOWNS


# --- circuits ---------------------------------------------------------------------------------------------------------


few = settings(max_examples=50)


@few
@given(circuits)
def test_the_opposite_is_true_where_the_circuit_is_false(circuit: Circuit) -> None:
    for chosen in completions():
        assert holds(opposite(circuit), chosen) is not holds(circuit, chosen)


@few
@given(circuits, st.sampled_from(UNKNOWNS), st.data())
def test_what_is_known_of_an_unknown_is_worked_in(circuit: Circuit, unknown: Unknown, data: st.DataObject) -> None:
    left = data.draw(st.frozensets(st.integers(0, unknown.choices - 1), min_size=1))
    narrowed = restrict(circuit, {unknown: left})
    for chosen in completions():
        if chosen[unknown] in left:
            assert holds(narrowed, chosen) is holds(circuit, chosen)


@pytest.mark.parametrize(
    ("circuit", "expected"),
    [
        (both(), True),
        (either(), False),
        (literal(A, []), False),
        (literal(A, [0, 1]), True),
        (both(literal(A, [0]), False), False),
        (either(literal(A, [0]), True), True),
        (restrict(literal(B, [0, 1]), {B: frozenset({1})}), True),
        (restrict(literal(B, [0, 1]), {B: frozenset({2})}), False),
    ],
)
def test_circuits_shorten_as_far_as_constants_allow(circuit: Circuit, expected: bool) -> None:  # noqa: FBT001 - a case
    assert circuit is expected


def test_parts_are_shared_and_the_opposite_of_the_opposite_is_the_circuit_itself() -> None:
    shared = either(literal(A, [0]), literal(B, [1]))
    whole = both(shared, either(shared, literal(C, [0])))
    assert opposite(opposite(whole)) is whole
    assert both(shared, shared) is shared


# --- search -----------------------------------------------------------------------------------------------------------


@few
@given(st.lists(circuits, max_size=4))
def test_a_completion_is_found_exactly_where_there_is_one(found: list[Circuit]) -> None:
    expected = any(all(holds(circuit, chosen) for circuit in found) for chosen in completions())
    assert exists(found, Budget()) is expected


@few
@given(st.lists(circuits, max_size=4))
def test_what_is_found_makes_the_circuits_true_whatever_else_is_unknown(found: list[Circuit]) -> None:
    given = way(found, Budget())
    if given is not None:
        in_line = [one for one in completions() if all(one[unknown] in left for unknown, left in given.items())]
        assert in_line
        assert all(holds(circuit, chosen) for circuit in found for chosen in in_line)


def test_parts_that_share_no_unknown_are_looked_at_apart() -> None:
    """Each of twenty independent parts can hold: tried out together they would take 2 to the 20th evaluations."""
    parts: list[Circuit] = []
    for number in range(20):
        one, other = Unknown(f"p{number}", 2), Unknown(f"q{number}", 2)
        same = either(both(literal(one, [0]), literal(other, [0])), both(literal(one, [1]), literal(other, [1])))
        parts.append(same)
    contradiction = both(either(literal(A, [0]), literal(C, [0])), literal(A, [1]), literal(C, [1]))
    budget = Budget(300)
    assert exists(parts, budget)
    assert not exists([*parts, contradiction], budget)


def pigeons(count: int) -> list[Circuit]:
    """So many pigeons in one hole less, which takes very many evaluations to find impossible."""
    homes = [Unknown(f"pigeon{number:02}", count - 1) for number in range(count)]
    return [
        either(opposite(literal(one, [hole])), opposite(literal(other, [hole])))
        for place, one in enumerate(homes)
        for other in homes[:place]
        for hole in range(count - 1)
    ]


def test_more_evaluations_than_allowed_are_an_exception_and_leave_nothing() -> None:
    assert not exists(pigeons(4), Budget())
    budget = Budget(200)
    with pytest.raises(OverBudget):
        exists(pigeons(8), budget)
    assert budget.left == 0
    with pytest.raises(OverBudget):
        exists(pigeons(4), budget)


def test_evaluations_are_counted_the_same_every_time() -> None:
    left: set[int] = set()
    for _ in range(3):
        budget = Budget()
        exists(pigeons(4), budget)
        left.add(budget.left)
    assert len(left) == 1
    assert left.pop() < MOST_EVALUATIONS


# --- a policy that takes too long -------------------------------------------------------------------------------------

SEATED = 6


def crowded() -> kotowari.Policy:
    """Guests on too few seats: whether two share one is a riddle, and that they do settles the verdict."""
    seats = [f"s{number}" for number in range(SEATED - 1)]
    facts = "\n".join(f"fact guest.g{number} is one of {', '.join(seats)}" for number in range(SEATED))
    shared = " or ".join(
        f"(guest.g{one} is {seat} and guest.g{other} is {seat})"
        for one in range(SEATED)
        for other in range(one)
        for seat in seats
    )
    return policy(f"{facts}\nrule shared when {shared} decline because trust\nrule rest accept because trust")


def ruling(budget: int) -> Ruling:
    compiled = crowded()
    return rule_on(judge(compiled.program, put(compiled)._judge.situation, Budget(budget)))


def test_beyond_the_limit_the_possible_verdicts_are_a_superset_and_said_to_be_inexact() -> None:
    exact, asked = ruling(MOST_EVALUATIONS), ruling(500)
    assert (exact.possible, exact.exact, exact.verdict) == (("decline",), True, "decline")
    assert (asked.possible, asked.exact, asked.verdict) == (("decline", "accept"), False, None)


def test_beyond_the_limit_no_rule_is_said_to_be_in_force_that_may_not_be() -> None:
    exact, asked = ruling(MOST_EVALUATIONS), ruling(500)
    assert [rule.name for rule in exact.rules] == ["shared"]
    assert ([rule.name for rule in asked.rules], [rule.name for rule in asked.undetermined]) == ([], ["shared"])


# --- many rules that override each other ------------------------------------------------------------------------------


def ranked(count: int, condition: str) -> str:
    """Rules of which each overrides all before it."""
    lines: list[str] = []
    for number in range(count):
        above = ", ".join(f"r{other:02}" for other in range(number))
        lines.append(f"fact x.f{number} is yes or no fact y.f{number} is yes or no")
        lines.append(f"rule r{number:02} when {condition.format(number)} {('decline', 'accept')[number % 2]}")
        lines.append(f"because trust{' overrides ' + above if above else ''}")
    return "\n".join(lines)


@pytest.mark.parametrize("condition", ["x.f{0}", "x.f{0} and y.f{0}"])
def test_a_long_ranking_of_rules_is_decided_exactly(condition: str) -> None:
    decision = decide(ranked(8, condition))
    assert (decision.possible, decision.ruling.exact) == (("escalate", "decline", "accept"), True)
    assert decide(ranked(8, condition), {"x.f7": True, "y.f7": True}).verdict == "accept"


def test_definitions_that_build_on_each_other_twice_are_worked_out_once() -> None:
    lines = ["fact x.f0 is yes or no define d0 x.f0"]
    for number in range(1, 24):
        below = f"d{number - 1}"
        lines.append(f"fact x.f{number} is yes or no")
        lines.append(f"define d{number} (x.f{number} and {below}) or (not x.f{number} and not {below})")
    decision = decide("\n".join([*lines, "rule one when d23 decline because trust"]), {"x.f0": True})
    assert decision.possible == ("escalate", "decline")
    tree = decision.reasons[0][1]
    assert tree.parts[0].parts[0].parts[1].clause == "d22"
    assert tree.parts[0].parts[1].parts[1].parts[0] == Reason("d22", truth=None, fact=None, parts=())
