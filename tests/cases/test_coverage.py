"""What of a policy was tried: clauses that decide, near misses, thresholds, words and languages."""

from __future__ import annotations

from itertools import product

import pytest
from tests.cases.conftest import NOW
from tests.small import BOTH, policy

from kotowari.cases.clauses import Truth
from kotowari.cases.coverage import Coverage, CoveredUnit, Share
from kotowari.cases.coverage_plan import End, Sort
from kotowari.cases.coverage_tree import leaves, outcome
from kotowari.diagnostics.span import NOWHERE
from kotowari.model import conditions as c
from kotowari.testing import gather, read_files, suite_of

# --- which clauses decide ---------------------------------------------------------------------------------------------


def leaf(name: str) -> c.Mentions:
    return c.Mentions(name, NOWHERE, "request", c.How.ANY, (name,), asks=False)


def known(name: str) -> c.IsKnown:
    return c.IsKnown(name, NOWHERE, name)


def all_of(*parts: c.Condition) -> c.All:
    return c.All("", NOWHERE, parts)


def any_of(*parts: c.Condition) -> c.AnyOf:
    return c.AnyOf("", NOWHERE, parts)


def opposite(part: c.Condition) -> c.Not:
    return c.Not("", NOWHERE, part)


TREES: dict[str, c.Condition] = {
    "one": leaf("a"),
    "all": all_of(leaf("a"), leaf("b"), leaf("c")),
    "any": any_of(leaf("a"), leaf("b"), leaf("c")),
    "nested": all_of(leaf("a"), any_of(leaf("b"), opposite(all_of(leaf("c"), leaf("d"))))),
    "not": opposite(any_of(leaf("a"), opposite(leaf("b")))),
    "always": all_of(c.Always("", NOWHERE), any_of(leaf("a"), leaf("b"))),
    "twice": any_of(all_of(leaf("a"), leaf("b")), all_of(opposite(leaf("a")), leaf("c"))),
    "known": all_of(known("a"), leaf("a")),
    "or known": any_of(leaf("a"), known("a"), known("b"), leaf("b")),
    "known twice": any_of(all_of(known("a"), leaf("a")), all_of(opposite(known("a")), leaf("b"))),
    "known for several": all_of(known("a"), any_of(leaf("a"), all_of(leaf("b"), opposite(known("b"))))),
}


def kleene(condition: c.Condition, values: list[Truth]) -> Truth:
    """The condition by the book, each leaf taking the next value."""
    match condition:
        case c.Always():
            return True
        case c.Not():
            below = kleene(condition.part, values)
            return None if below is None else not below
        case c.All() | c.AnyOf():
            absorbing = isinstance(condition, c.AnyOf)
            parts = [kleene(part, values) for part in condition.parts]
            return absorbing if absorbing in parts else None if None in parts else not absorbing
        case _:
            return values.pop(0)


def is_known(condition: c.Condition, place: int) -> bool:
    return isinstance(leaves(condition)[place], c.IsKnown)


@pytest.mark.parametrize("tree", TREES)
def test_a_clause_decides_where_its_opposite_would_turn_the_whole(tree: str) -> None:
    condition = TREES[tree]
    count = len(leaves(condition))
    for values in product((True, False, None), repeat=count):
        whole = kleene(condition, list(values))
        expected: set[tuple[int, bool]] = set()
        guarding: set[tuple[int, bool]] = set()
        for place, value in enumerate(values):
            turned = kleene(condition, [*values[:place], not value, *values[place + 1 :]])
            if value is not None and whole is not None and turned is (not whole):
                expected.add((place, value))
            if value is not None and whole is not None and turned is not whole and is_known(condition, place):
                guarding.add((place, value))
        left = list(values)
        found = outcome(condition, lambda _: left.pop(0))  # noqa: B023 - called at once
        assert found.truth is whole
        assert set(found.decided_by) == expected
        assert set(found.guarded_by) == guarding


# --- a whole policy ---------------------------------------------------------------------------------------------------

RULES = """
topic payback en "money back" ja 「お金」
  words en "payback", "money back", "chargeback"
  words ja 「返してほしい」
define small
  customer.seats less than 5 or customer.tags include beta
rule refunds about payback
  when customer.plan is pro and customer.seats between 3 and 10
  accept because trust
  example "payback please" with customer.plan pro, customer.seats 5
  counterexample "payback please" with customer.plan free, customer.seats 5
  counterexample "payback please" with customer.plan pro, customer.seats 11
  counterexample "no payback needed" with customer.plan pro, customer.seats 5
  counterexample "hello" with customer.plan pro, customer.seats 5
  except tiny
    when small
    decline because fairness
    example "payback please" with customer.plan pro, customer.seats 4
table by-plan about payback
  every row
  | customer.plan | customer.vip | name | outcome                           |
  | free          | yes          | kind | accept because trust              |
  | enterprise    | any          | big  | escalate to product because trust |
rule alone
  when customer.vip is yes
  accept because trust
"""


def covered(rules: str = RULES) -> Coverage:
    made = policy(rules, BOTH)
    return gather(made, suite_of(made, read_files({}), NOW).trials, NOW)


def unit(found: Coverage, name: str) -> CoveredUnit:
    (one,) = [unit for unit in found.units if unit.name == name]
    return one


def sides(one: CoveredUnit) -> list[tuple[str, bool, bool]]:
    return [(clause.text, clause.when_true, clause.when_false) for clause in one.clauses]


def test_a_rule_with_its_near_misses_and_clauses() -> None:
    rule = unit(covered(), "refunds")
    # In force while `tiny` may be: nothing is certain, so only its clauses are.
    assert (rule.sort, rule.fired, rule.near) == (Sort.RULE, 0, 3)
    assert sides(rule) == [
        ("request asks for payback", True, True),
        ("customer.plan is pro", True, True),
        ("customer.seats between 3 and 10", True, True),
    ]
    assert rule.share == Share(3, 3)


def test_that_a_text_is_about_something_else_is_no_near_miss() -> None:
    without_denial = RULES.replace(
        '  counterexample "no payback needed" with customer.plan pro, customer.seats 5\n', ""
    )
    assert unit(covered(without_denial), "refunds").near == 2
    assert unit(covered(), "alone").near == 0


def test_an_exception_has_its_own_clauses_alone() -> None:
    tiny = unit(covered(), "tiny")
    assert (tiny.sort, tiny.fired) == (Sort.EXCEPTION, 1)
    assert sides(tiny) == [("small", True, False)]
    assert tiny.languages == ()


def test_a_table_has_what_its_rows_share() -> None:
    found = covered()
    table, kind, big = (unit(found, name) for name in ("by-plan", "kind", "big"))
    assert (table.sort, sides(table)) == (Sort.TABLE, [("request asks for payback", True, True)])
    assert table.languages == ("ja",)
    assert (kind.sort, [text for text, *_ in sides(kind)]) == (
        Sort.ROW,
        ["customer.plan is free", "customer.vip: yes"],
    )
    assert sides(big) == [("customer.plan is enterprise", False, True)]
    assert (kind.languages, big.languages) == ((), ())


def test_a_definition_stands_for_itself() -> None:
    small = unit(covered(), "small")
    assert small.sort is Sort.DEFINITION
    # The tags are never known, so the seats alone never decide.
    assert sides(small) == [("customer.seats less than 5", False, False), ("customer.tags include beta", False, False)]


def test_thresholds_have_two_sides() -> None:
    found = {(one.text, one.end): (one.when_true, one.when_false) for one in covered().thresholds}
    assert found == {
        ("customer.seats between 3 and 10", End.LOW): (True, False),
        ("customer.seats between 3 and 10", End.HIGH): (True, True),
        ("customer.seats less than 5", None): (True, True),
    }


def test_patterns_that_found_nothing() -> None:
    assert [(one.text, one.matched) for one in covered().patterns] == [
        ("payback", True),
        ("money back", False),
        ("chargeback", False),
        ("返してほしい", False),
    ]


def test_a_language_needs_a_text() -> None:
    japanese = RULES.replace("  except tiny", "  counterexample 「お金を返してほしいです」\n  except tiny")
    assert unit(covered(), "refunds").languages == ("ja",)
    assert covered().languages == Share(2, 4)
    assert unit(covered(japanese), "refunds").languages == ()
    assert covered(japanese).languages == Share(4, 4)


def test_shares() -> None:
    assert (Share(0, 0).percent, Share(2, 3).percent, Share(199, 200).percent) == (100, 66, 99)
    assert Share(2, 3).reaches(66)
    assert not Share(2, 3).reaches(67)
    assert not Share(199, 200).reaches(100)
