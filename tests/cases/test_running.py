"""Trials run against the desk: what passes, what fails, and what is found out about it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cases.conftest import DESK, NOW, sample, suite

import kotowari
from kotowari.cases.expectation import Key
from kotowari.cases.nearest import Bar
from kotowari.testing import (
    CasesError,
    Choice,
    Kind,
    Result,
    Status,
    Suite,
    case_files,
    read_files,
    run_all,
    suite_of,
)

CASE = """
cases:
  - name: one
    request:
      text: {text}
      facts: {{customer: {{seats: {seats}, tags: [{tags}]}}}}
    expect: {{{expect}}}
"""


def ran(made: Suite, choice: Choice | None = None) -> list[Result]:
    trials = list(made.only(choice or Choice(files=[name for name in made.sources if name.startswith("cases/")])))
    return list(run_all(made.policy, trials, NOW))


def one(text: str = "a discount?", seats: int = 3, tags: str = "", expect: str = "verdict: decline") -> Result:
    (result,) = ran(suite(one=CASE.format(text=text, seats=seats, tags=tags, expect=expect)))
    return result


def changed(old: str, new: str) -> kotowari.Policy:
    text = (DESK / "policy.rules").read_text(encoding="utf-8")
    assert old in text
    return kotowari.compile_policy({"policy.rules": text.replace(old, new)})


def examples_of(policy: kotowari.Policy, rule: str) -> list[Result]:
    made = suite_of(policy, read_files({}), NOW)
    return list(run_all(policy, list(made.only(Choice(rules=[rule]))), NOW))


# --- examples ---------------------------------------------------------------------------------------------------------


def test_the_examples_of_the_desk_hold() -> None:
    results = ran(suite(), Choice())
    assert [result.trial.name for result in results][:3] == [
        "one-price example 1",
        "one-price example 2",
        "one-price counterexample 3",
    ]
    assert {result.status for result in results} == {Status.PASSED}


def test_an_example_whose_condition_is_false_fails_with_the_clause() -> None:
    policy = changed("with customer.plan plus, order.total 1_000 JPY", "with customer.plan basic")
    failed = examples_of(policy, "free-shipping")[0]
    assert failed.holding is not None
    assert (failed.holding.expected, failed.holding.truth) == (True, False)
    assert [clause.text for clause in failed.holding.clauses] == ["customer.plan is plus"]
    assert failed.holding.clauses[0].seen == ("customer.plan basic",)


def test_an_example_that_hangs_on_what_is_not_given_does_not_hold() -> None:
    policy = changed("with customer.plan plus, order.total 1_000 JPY gives accept", "with customer.plan plus")
    failed = examples_of(policy, "free-shipping")[0]
    assert failed.holding is not None
    assert failed.holding.truth is None
    assert [clause.text for clause in failed.holding.clauses] == ["not (order.total less than 1_000 JPY)"]


def test_a_counterexample_is_false_not_unknown() -> None:
    policy = changed(
        'counterexample "Is shipping free?" with customer.plan basic', 'counterexample "Is shipping free?"'
    )
    failed = examples_of(policy, "free-shipping")[1]
    assert failed.status is Status.FAILED
    assert failed.holding is not None
    assert (failed.holding.expected, failed.holding.truth) == (False, None)


def test_gives_is_about_the_whole_decision() -> None:
    failed = examples_of(
        changed("with customer.seats 3 gives decline", "with customer.seats 300 gives decline"), "one-price"
    )
    assert failed[0].holding is None
    assert failed[0].differences[0].found == ("escalate",)
    assert [near.rule for near in failed[0].near] == ["one-price"]


@pytest.mark.parametrize("now", [datetime(2020, 1, 1, tzinfo=UTC), NOW, datetime(2030, 1, 1, tzinfo=UTC)])
def test_dates_play_no_part_in_examples(now: datetime) -> None:
    made = suite()
    (shipping, *_) = made.only(Choice(rules=["free-shipping"]))
    assert shipping.expected.verdict == "accept"
    assert [result.status for result in run_all(made.policy, [shipping], now)] == [Status.PASSED]


def test_the_time_of_an_example_is_on_the_clocks_of_the_policy() -> None:
    policy = changed("with customer.seats 3 gives decline", "with customer.seats 3, now 2026-07-01T09:00 gives decline")
    (trial, *_) = suite_of(policy, read_files({}), NOW).trials
    assert trial.request.now == NOW


# --- cases ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expect",
    [
        "verdict: decline",
        "rules: one-price",
        "rules: [one-price]",
        "label: later",
        "team: []",
        "demands: [{about: discount, verdict: decline}]",
        "demands: [{about: [discount], verdict: decline, rules: one-price, label: later}]",
        "reply: {language: en}",
        "reply: {says: WE KEEP ONE   PRICE}",
        "reply: {says: [Ｗｅ ｋｅｅｐ, by the year], avoids: [sorry, 申し訳]}",
    ],
)
def test_what_comes_out_passes(expect: str) -> None:
    assert one(expect=expect).status is Status.PASSED


@pytest.mark.parametrize(
    ("expect", "key", "place", "found"),
    [
        ("verdict: open", Key.VERDICT, "verdict", ("decline",)),
        ("rules: [one-price, partners]", Key.RULES, "rules", ("one-price",)),
        ("rules: []", Key.RULES, "rules", ("one-price",)),
        ("team: sales", Key.TEAM, "team", ()),
        ("ask: customer.plan", Key.ASK, "ask", ()),
        ("demands: [{about: shipping, verdict: decline}]", Key.DEMANDS, "demands.0.about", ("discount",)),
        ("demands: [{about: discount, verdict: accept}]", Key.VERDICT, "demands.0.verdict", ("decline",)),
        ("demands: [{about: discount, verdict: decline, rules: []}]", Key.RULES, "demands.0.rules", ("one-price",)),
        ("reply: {language: ja}", Key.LANGUAGE, "reply.language", ("en",)),
        ("reply: {says: [one price, two prices]}", Key.SAYS, "reply.says.1", None),
        ("reply: {avoids: one PRICE}", Key.AVOIDS, "reply.avoids.0", None),
    ],
)
def test_what_does_not_come_out_fails(expect: str, key: Key, place: str, found: tuple[str, ...] | None) -> None:
    result = one(expect=expect)
    assert result.status is Status.FAILED
    difference = result.differences[0]
    assert (difference.key, difference.place) == (key, place)
    assert found is None or difference.found == found


def test_a_demand_that_nobody_expects_is_a_difference() -> None:
    result = one(text="a discount on shipping?", expect="demands: [{about: discount, verdict: decline}]")
    assert [(one.place, one.found) for one in result.differences] == [("demands", ("shipping",))]


def test_an_open_request_asks() -> None:
    text = "cases:\n  - name: one\n    request: {text: a discount?}\n    expect: {verdict: open, ask: customer.seats}\n"
    assert [result.status for result in ran(suite(one=text))] == [Status.PASSED]


def test_todo_is_a_failure_that_is_expected_and_passing_is_reported() -> None:
    made = suite(todo=sample("todo").decode())
    assert [result.status for result in ran(made)] == [Status.TODO, Status.FIXED]
    assert [status.bad for status in Status] == [False, True, False, True]


def test_a_table_is_a_case_a_row() -> None:
    made = suite(good=sample("good").decode())
    names = [trial.name for trial in made.trials if trial.kind is Kind.CASE]
    assert names[2:] == [f"discounts by size/{row}" for row in ("small", "large", "open")] + [
        "text by text/1",
        "text by text/2",
    ]
    small, unknown = names.index("discounts by size/small"), names.index("discounts by size/open")
    cases = [trial for trial in made.trials if trial.kind is Kind.CASE]
    assert cases[small].request.facts == {"customer.tags": [], "customer.seats": 3}
    assert cases[unknown].request.facts == {"customer.tags": []}
    assert cases[small].expected.verdict == "decline"


def test_unknown_in_a_row_takes_away_what_the_case_says() -> None:
    head = "cases:\n  - name: a\n    request: {facts: {customer: {seats: 3, tags: []}}}\n    expect: {verdict: open}\n"
    made = suite(one=head + "    table:\n      - [customer.seats]\n      - [unknown]\n      - [4]\n")
    facts = [trial.request.facts for trial in made.trials if trial.kind is Kind.CASE]
    assert facts == [{"customer.tags": []}, {"customer.seats": 4, "customer.tags": []}]


def test_a_file_says_the_time_for_all_its_cases_but_those_that_say_their_own() -> None:
    made = suite(good=sample("good").decode())
    moments = [trial.request.now for trial in made.trials if trial.kind is Kind.CASE]
    assert set(moments[:-1]) == {NOW}
    assert moments[-1] is not None
    assert moments[-1] > NOW


# --- the nearest rule -------------------------------------------------------------------------------------------------


def test_the_nearest_rule_is_the_one_about_what_is_asked_for() -> None:
    result = one(text="is shipping free?", expect="verdict: accept")
    assert [(near.rule, near.bar) for near in result.near] == [("free-shipping", Bar.CLAUSE)]
    assert [clause.text for clause in result.near[0].clauses] == [
        "customer.plan is plus",
        "not (order.total less than 1_000 JPY)",
    ]


def test_the_expected_rule_is_the_nearest_whatever_stands_in_its_way() -> None:
    result = one(expect="rules: free-shipping")
    assert [near.rule for near in result.near] == ["free-shipping"]


def test_a_rule_that_another_verdict_outranks() -> None:
    result = one(tags="partner", expect="verdict: accept")
    assert [(near.rule, near.bar, near.by) for near in result.near] == [("partners", Bar.OUTRANKED, ("decline",))]


def test_a_rule_that_is_set_aside() -> None:
    result = one(seats=50)
    assert [(near.rule, near.bar, near.by) for near in result.near] == [
        ("one-price", Bar.SET_ASIDE, ("talk-to-sales",))
    ]


def test_what_the_policy_itself_says_where_no_rule_does() -> None:
    result = one(text="hello", expect="verdict: decline")
    assert [(ground.name, ground.verdict) for ground in result.grounds] == [("otherwise", "escalate")]


def test_a_verdict_that_no_rule_gives_has_no_nearest() -> None:
    text = (DESK / "policy.rules").read_text(encoding="utf-8")
    for verdict in ("accept because summer", "accept because care"):
        text = text.replace(verdict, verdict.replace("accept", "escalate to people"))
    cases = read_files({"cases/one.yaml": CASE.format(text="x", seats=1, tags="", expect="verdict: accept").encode()})
    made = suite_of(kotowari.compile_policy({"policy.rules": text}), cases, NOW)
    (result,) = run_all(made.policy, [made.trials[-1]], NOW)
    assert (result.status, result.near) == (Status.FAILED, ())


# --- what cannot be run -----------------------------------------------------------------------------------------------


def test_nothing_runs_while_a_case_is_wrong() -> None:
    with pytest.raises(CasesError) as raised:
        suite(good=sample("good").decode(), names=sample("names").decode())
    assert {found.code for found in raised.value.diagnostics} == {"bad-case"}
    assert {found.span.source for found in raised.value.diagnostics} == {"cases/names.yaml"}


def test_names_are_unique_in_the_whole_policy() -> None:
    text = CASE.format(text="x", seats=1, tags="", expect="verdict: escalate")
    with pytest.raises(CasesError) as raised:
        suite(a=text, b=text)
    (found,) = raised.value.diagnostics
    assert (found.code, found.span.source, found.notes[0].span.source) == (
        "duplicate-case",
        "cases/b.yaml",
        "cases/a.yaml",
    )


def test_a_column_that_is_no_fact_is_told_once() -> None:
    rows = "".join("      - [1, 2]\n" for _ in range(3))
    head = "cases:\n  - name: a\n    expect: {verdict: open}\n    table:\n      - [customer.seats, customer.planet]\n"
    text = head + rows
    with pytest.raises(CasesError) as raised:
        suite(a=text)
    (found,) = raised.value.diagnostics
    source = raised.value.sources["cases/a.yaml"].text
    assert source[found.span.start : found.span.end] == "customer.planet"


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"a: &x 1\nb: *x\n", b"- " * 100_000, b"\x00", b"cases: !!python/x 1"]
)
def test_garbage_is_told_not_raised(content: bytes) -> None:
    found = read_files({"cases/a.yaml": content})
    assert found.trials == []
    assert [fault.code for fault in found.faults] == ["bad-case"]


def test_hidden_files_and_links_are_left_out(tmp_path: Path) -> None:
    below = tmp_path / "cases"
    below.mkdir()
    for name in ("b.yaml", "a.yml", ".hidden.yaml", "notes.txt"):
        (below / name).write_text("", encoding="utf-8")
    (below / "link.yaml").symlink_to(below / "b.yaml")
    assert [path.name for path in case_files(tmp_path)] == ["a.yml", "b.yaml"]
    assert case_files(tmp_path / "nowhere") == []


# --- choosing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        (Choice(names=("SMALL",)), ["discounts by size/small"]),
        (Choice(names=("discounts*l*",)), ["discounts by size/small", "discounts by size/large"]),
        (Choice(names=("text by*1", "Japanese")), ["a Japanese request", "text by text/1"]),
        (Choice(names=("small*",)), []),
        (Choice(rules=["talk-to-sales"]), ["talk-to-sales example 1", "discounts by size/large"]),
        (
            Choice(files=["policy.rules"], names=("counter",)),
            ["one-price counterexample 3", "free-shipping counterexample 2"],
        ),
        (Choice(again=frozenset({"text by text/2", "gone"})), ["text by text/2"]),
    ],
)  # fmt: skip
def test_trials_are_chosen(choice: Choice, names: list[str]) -> None:
    made = suite(good=sample("good").decode())
    assert [trial.name for trial in made.only(choice)] == names


# --- several processes ------------------------------------------------------------------------------------------------


def test_several_processes_give_the_same_results_in_the_same_order() -> None:
    made = suite(good=sample("good").decode(), outranked=sample("outranked").decode())
    alone = list(run_all(made.policy, made.trials, NOW))
    shared = list(run_all(made.policy, made.trials, NOW, jobs=2))
    assert shared == alone
    assert {result.status for result in alone} == {Status.PASSED, Status.FAILED}
