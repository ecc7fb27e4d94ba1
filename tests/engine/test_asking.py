"""What is asked next, and what each answer leads to."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, note, settings
from tests import reference
from tests.asked import asked as as_reference
from tests.samples import with_fact, within
from tests.small import asks, branches, data, decide, reply
from tests.strategies import Scenario, scenarios

import kotowari
from kotowari.engine.decision import Question
from kotowari.model.model import REQUEST_TEXT

PLAN = "rule plan when customer.plan is pro decline because simplicity"
SEATS = "rule seats when customer.seats at least 200 escalate to lead because trust"
REST = "rule rest accept because trust"


# --- which facts ------------------------------------------------------------------------------------------------------


def test_only_facts_that_can_turn_the_verdict_are_asked_for() -> None:
    decision = decide(f"{PLAN} {SEATS} {REST}", {"customer.plan": "free"})
    assert (decision.verdict, asks(decision)) == (None, ["customer.seats"])


def test_a_fact_that_matters_only_beside_another_answer_is_asked_for() -> None:
    rules = f"rule both when customer.vip and customer.plan is pro decline because trust {REST}"
    assert set(asks(decide(rules))) == {"customer.plan", "customer.vip"}
    assert asks(decide(rules, {"customer.plan": "free"})) == []


def test_a_fact_whose_two_sides_come_out_alike_is_not_asked_for() -> None:
    rules = f"""
        rule pro when customer.plan is pro decline because trust
        rule other when customer.plan is not pro decline because simplicity
        {SEATS}
    """
    decision = decide(rules, {"customer.seats": 5})
    assert (decision.verdict, decision.possible) == ("decline", ("decline",))


def test_facts_that_only_rules_which_are_set_aside_read_are_not_asked_for() -> None:
    decision = decide(f"{PLAN} rule vip when customer.seats at least 200 accept because trust overrides plan",
                      {"customer.seats": 200})  # fmt: skip
    assert (decision.verdict, asks(decision)) == ("accept", [])


# --- in which order ---------------------------------------------------------------------------------------------------


def test_the_fact_that_settles_more_answers_comes_first() -> None:
    decision = decide(f"{PLAN} {SEATS} {REST}")
    assert asks(decision) == ["customer.seats", "customer.plan"]


def test_of_facts_that_settle_alike_the_one_that_leaves_less_to_ask_comes_first() -> None:
    rules = f"""
        rule one when not customer.vip and customer.plan is pro and customer.seats at least 5 decline because trust
        rule two when customer.vip and order.items at least 3 decline because trust
        {REST}
    """
    first, *_ = asks(decide(rules))
    assert first == "customer.vip"


def test_of_facts_that_are_alike_in_everything_the_first_by_name_comes_first() -> None:
    rules = f"rule one when order.items more than 5 and customer.vip decline because trust {REST}"
    assert asks(decide(rules)) == ["customer.vip", "order.items"]


def test_a_fact_that_is_only_compared_with_another_unknown_one_comes_last() -> None:
    rules = f"""rule one when order.paid more than order.total and customer.vip and customer.seats more than 5
        decline because trust {REST}"""
    assert asks(decide(rules)) == ["customer.seats", "customer.vip", "order.paid", "order.total"]


def test_asking_in_this_order_settles_and_an_answer_that_changes_nothing_is_not_asked_for_again() -> None:
    rules = f"{PLAN} {SEATS} {REST}"
    facts: dict[str, object] = {}
    answers = {"customer.seats": 3, "customer.plan": "pro"}
    asked: list[str] = []
    while (decision := decide(rules, facts)).verdict is None:
        asked.append(asks(decision)[0])
        facts[asked[-1]] = answers[asked[-1]]
    assert (decision.verdict, asked) == ("decline", ["customer.seats", "customer.plan"])


# --- branches ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "fact", "expected"),
    [
        ("customer.vip", "customer.vip", {"is True": "decline", "is False": "accept"}),
        (
            "customer.plan is pro",
            "customer.plan",
            {"is one of free, enterprise": "accept", "is pro": "decline"},
        ),
        (
            "customer.plan is one of free, pro",
            "customer.plan",
            {"is one of free, pro": "decline", "is enterprise": "accept"},
        ),
        ("customer.seats at least 200", "customer.seats", {"at most 199": "accept", "at least 200": "decline"}),
        ("customer.seats is 3", "customer.seats", {"at most 2": "accept", "is 3": "decline", "at least 4": "accept"}),
        (
            "order.total more than 50 USD",
            "order.total",
            {"at most 50 USD": "accept", "more than 50 USD": "decline"},
        ),
        (
            "order.total between 1 USD and 5 USD",
            "order.total",
            {"less than 1 USD": "accept", "between 1 USD, 5 USD": "decline", "more than 5 USD": "accept"},
        ),
        (
            "order.total more than 1 USD and order.total less than 5 USD",
            "order.total",
            {
                "at most 1 USD": "accept",
                "more than … and less than 1 USD, 5 USD": "decline",
                "at least 5 USD": "accept",
            },
        ),
        (
            "time since order.shipped at most 14 days",
            "order.shipped",
            {"at most 2026-05-31": "accept", "at least 2026-06-01": "decline"},
        ),
        (
            "customer.renewal before 2026-07-01",
            "customer.renewal",
            {"at most 2026-06-30": "decline", "at least 2026-07-01": "accept", "is None": "accept"},
        ),
        ("order.created before 2026-06-01", "order.created", {
            "at most 2026-05-31T14:59:59.999999Z": "decline", "at least 2026-05-31T15:00:00Z": "accept"}),
        ('order.id is "P-1"', "order.id", {"is P-1": "decline", "is another text": "accept"}),
        (
            "customer.tags include any of beta, partner",
            "customer.tags",
            {
                "include beta": "decline",
                "include none of beta": "decline or accept",
                "include partner": "decline",
                "include none of partner": "decline or accept",
            },
        ),
        (
            "request mentions refund",
            "request.text",
            {"asks for refund": "decline", "mentions refund": "decline", "mentions none of refund": "accept"},
        ),
        (
            "request asks for refund",
            "request.text",
            {"asks for refund": "decline", "mentions refund": "accept", "mentions none of refund": "accept"},
        ),
        (
            "order.total at most 3 USD times customer.seats",
            "customer.seats",
            {"at most 4": "accept", "at least 5": "decline"},
        ),
    ],
)  # fmt: skip
def test_branches_say_what_each_answer_leads_to(condition: str, fact: str, expected: dict[str, str]) -> None:
    rules = f"rule one when {condition} decline because trust {REST}"
    known = {"order.total": "15 USD"} if "times" in condition else {}
    decision = decide(rules, known)
    assert asks(decision) == [fact]
    assert branches(decision, fact) == expected


def test_a_question_has_the_words_of_the_fact() -> None:
    rules = f"""{PLAN} {REST}
        fact extra.size is number ask en "How large?" ask customer en "How large is yours?"
        rule size when extra.size more than 5 escalate to lead because trust
    """
    first = data(decide(rules))["ask"][0]
    assert (first["fact"], first["question"], first["ask_customer"]) == (
        "extra.size", "How large?", "How large is yours?",
    )  # fmt: skip


def test_topics_that_change_nothing_by_themselves_are_left_out_of_the_branches() -> None:
    rules = f"rule one about gantt, chat when customer.vip decline because trust {REST}"
    decision = decide(rules)
    assert set(asks(decision)) == {"customer.vip", "request.text"}
    assert branches(decision, "customer.vip") == {"is True": "decline or accept", "is False": "accept"}


def test_what_includes_or_mentions_something_is_not_none() -> None:
    rules = f"""
        fact team.tags is any of beta, partner or none
        rule one when team.tags include beta or ticket.note mentions gantt decline because trust
        {REST}
    """
    decision = decide(rules)
    assert branches(decision, "team.tags") == {
        "include beta": "decline",
        "include none of beta": "decline or accept",
        "is None": "decline or accept",
    }
    assert branches(decision, "ticket.note")["mentions gantt"] == "decline"


def test_a_branch_counts_with_the_fact_being_known_once_somebody_answers() -> None:
    rules = f"""
        rule rumour when customer.plan is pro and customer.plan is unknown escalate to lead because trust
        {PLAN} {REST}
    """
    decision = decide(rules)
    assert decision.possible == ("escalate", "accept")
    assert branches(decision, "customer.plan") == {"is one of free, enterprise": "accept", "is pro": "decline"}
    assert decide(rules, {"customer.plan": "pro"}).verdict == "decline"


# --- two unknown facts ------------------------------------------------------------------------------------------------


def test_two_unknown_facts_that_are_compared_are_both_asked_for() -> None:
    rules = f"rule one when order.paid more than order.total decline because trust {REST}"
    decision = decide(rules)
    assert decision.possible == ("decline", "accept")
    assert asks(decision) == ["order.paid", "order.total"]
    assert branches(decide(rules, {"order.total": "5 USD"}), "order.paid") == {
        "at most 5 USD": "accept",
        "more than 5 USD": "decline",
    }


def test_how_two_unknown_facts_compare_is_one_question_whichever_way_round_it_is_put() -> None:
    rules = """
        rule one when order.paid more than order.total and order.total more than order.paid decline because trust
        rule two when order.paid at most order.total or order.total less than order.paid accept because trust
    """
    assert decide(rules).possible == ("accept",)


def test_comparisons_of_unknown_facts_are_free_of_what_is_known_about_each() -> None:
    rules = f"""{REST} rule one decline because trust
        when order.paid more than order.total and order.paid at most 5 USD and order.total at least 9 USD"""
    assert decide(rules).possible == ("decline", "accept")
    assert decide(rules, {"order.paid": "5 USD"}).possible == ("accept",)


# --- what nobody can find out -----------------------------------------------------------------------------------------


def test_an_unavailable_fact_stays_unknown_and_is_not_asked_for() -> None:
    decision = decide(f"{PLAN} {SEATS} {REST}", unavailable=["customer.plan"])
    assert (decision.verdict, asks(decision)) == (None, ["customer.seats"])


@pytest.mark.parametrize("gone", [["customer.plan", "customer.seats"], ["all"]])
def test_when_only_unavailable_facts_are_left_the_verdict_is_unanswered(gone: list[str]) -> None:
    decision = decide(f"{PLAN} {SEATS} {REST}", unavailable=gone)
    assert (decision.verdict, decision.possible) == ("escalate", ("escalate", "decline", "accept"))
    assert reply(decision) == {"answer": "The support lead answers by 15 June 2026, 16:00 (Japan time)."}
    assert (data(decision)["rules"], asks(decision)) == ([], [])


def test_an_unavailable_fact_that_does_not_matter_changes_nothing() -> None:
    decision = decide(f"{PLAN} {SEATS} {REST}", {"customer.seats": 200}, unavailable=["customer.plan"])
    assert (decision.verdict, asks(decision)) == ("escalate", [])


def test_a_fact_that_is_known_though_it_was_declared_unavailable_counts() -> None:
    assert decide(f"{PLAN} {REST}", {"customer.plan": "pro"}, unavailable=["all"]).verdict == "decline"


# --- settled, but who speaks? -----------------------------------------------------------------------------------------

EITHER = """
    rule pro when customer.plan is pro decline because trust say en answer "Not on Pro."
    rule other when customer.plan is not pro decline because simplicity say en answer "Not yet."
"""


def test_a_verdict_is_settled_whatever_a_fact_is_while_the_reply_waits_and_the_question_stands() -> None:
    decision = decide(EITHER)
    assert (decision.verdict, decision.possible) == ("decline", ("decline",))
    assert decision.reply is None
    assert asks(decision) == ["customer.plan"]
    assert [rule.name for rule in decision.ruling.undetermined] == ["other", "pro"]
    assert reply(decide(EITHER, {"customer.plan": "pro"}))["answer"] == "Not on Pro."


def test_rules_in_force_in_every_completion_speak_and_nothing_is_asked() -> None:
    decision = decide(EITHER + 'rule always decline because fairness say en answer "Not at all."')
    assert reply(decision) == {"answer": "Not at all.", "reason": "The same holds for everyone."}
    assert asks(decision) == []


def test_an_open_demand_of_a_settled_request_is_asked_about() -> None:
    rules = """
        rule no-gantt about gantt decline because simplicity
        rule paid-chat about chat when customer.plan is pro accept because trust
        rule free-chat about chat when customer.plan is not pro decline because trust
    """
    decision = decide(rules, text="Please add gantt and chat")
    assert (decision.verdict, decision.possible) == ("decline", ("decline",))
    assert asks(decision) == ["customer.plan"]
    assert [demand.verdict for demand in decision.ruling.demands] == ["decline", None]
    assert asks(decide(rules, {"customer.plan": "free"}, "Please add gantt and chat")) == []


def test_nobody_asks_about_demands_where_the_request_as_a_whole_is_escalated() -> None:
    rules = """
        rule complaint when request mentions complaint escalate to lead because trust
        rule paid-chat about chat when customer.plan is pro accept because trust
    """
    decision = decide(rules, text="I am disappointed, please add chat")
    assert (decision.verdict, asks(decision)) == ("escalate", [])


# --- held against the engine itself -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answer:
    question: Question
    value: object
    possible: tuple[str, ...]


def answers(policy: kotowari.Policy, decision: kotowari.Decision) -> list[Answer]:
    """A few answers to each question, those at the ends of each branch among them, with what the branch promises."""
    return [
        Answer(question, value, possible)
        for question in decision.ask
        if question.fact != REQUEST_TEXT
        for part, possible in question.branches
        for value in within(policy.model.facts[question.fact].type, part)
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(scenarios())
def test_what_matters_is_asked_for_and_each_branch_says_what_the_engine_then_does(scenario: Scenario) -> None:
    note(f"{scenario.policy.files()} {scenario.request}")
    policy = kotowari.compile_policy(scenario.policy.files())
    decision = policy.decide(scenario.request)
    if decision.verdict is None:
        request = as_reference(policy.model, scenario.request)
        with suppress(reference.TooManyCompletionsError):
            matters = reference.decide(policy.model, request, 1_000).matters
            assert set(asks(decision)) == matters - request.unavailable
    for answer in answers(policy, decision):
        then = policy.decide(with_fact(scenario.request, answer.question.fact, answer.value))
        note(f"{answer}: {then.possible}")
        # Two unknown facts compare freely until one of them is known, which can only leave fewer verdicts.
        assert set(then.possible) <= set(answer.possible)
