"""Notes to the teams that take over."""

from __future__ import annotations

import pytest
from tests.small import BOTH, HEAD, data, decide, policy, put

import kotowari

LEAD = "rule lead when customer.vip escalate to lead because trust"
SAFETY = "rule safety when request mentions complaint escalate to safety because fairness, trust"
NOTED = """
rule noted "Somebody is unhappy" when request mentions complaint
  escalate to safety because trust
  note en wanted "A call today" avoid "Excuses" risk "They leave"
"""


def note(decision: kotowari.Decision, place: int = 0) -> list[str]:
    return decision.handovers[place].note.split("\n")


# --- to whom, by when -------------------------------------------------------------------------------------------------


def test_every_team_gets_one_note_the_most_urgent_first() -> None:
    rules = f"{LEAD} {SAFETY} rule more when customer.vip escalate to lead within 5 minutes because trust"
    decision = decide(rules, {"customer.vip": True}, "I am disappointed")
    assert [(one["to"], one["respond_by"]) for one in data(decision)["handovers"]] == [
        ("lead", "2026-06-15T03:05:00Z"),
        ("safety", "2026-06-15T03:15:00Z"),
    ]
    assert note(decision)[:2] == ["To: support lead", "Answer by: 15 June 2026, 12:05"]
    assert [line for line in note(decision) if line.startswith("Why")] == [
        "Why: more — You can rely on us.", "Why: lead — You can rely on us.",
    ]  # fmt: skip


def test_nobody_takes_over_what_is_not_escalated_or_open() -> None:
    assert decide("rule no decline because trust").handovers == ()
    assert decide(LEAD).handovers == ()


def test_a_demand_that_is_escalated_is_handed_over_though_the_verdict_is_another() -> None:
    rules = "rule no about gantt decline because trust rule chat about chat escalate to lead because trust"
    head = HEAD + "  order decline, escalate, accept"
    decision = put(policy(rules, head), text="gantt and chat please")
    assert (decision.verdict, [one.to for one in decision.handovers]) == ("decline", ["lead"])
    assert "Also asked for: Gantt charts" in note(decision)


@pytest.mark.parametrize(
    ("rules", "facts", "unavailable", "to"),
    [("rule no when customer.vip decline because trust", {"customer.vip": False}, [], "product"),
     ("rule no when customer.vip decline because trust", {}, ["all"], "lead")],
)  # fmt: skip
def test_the_outcome_of_the_policy_itself_is_handed_over(
    rules: str, facts: dict[str, object], unavailable: list[str], to: str
) -> None:
    decision = decide(rules, facts, unavailable=unavailable)
    assert [one.to for one in decision.handovers] == [to]
    assert "Why: You can rely on us." in note(decision)


# --- what it says -----------------------------------------------------------------------------------------------------


def test_a_note_says_all_that_the_team_needs() -> None:
    rules = f"{NOTED} rule no about gantt, chat decline because trust"
    facts = {
        "customer.plan": "pro", "customer.seats": 12, "customer.revenue": "9000 USD",
        "order.created": "2026-06-01T00:00:00Z",
    }  # fmt: skip
    decision = decide(rules, facts, "I am disappointed.\nPlease add chat and Gantt charts!")
    assert note(decision) == [
        "To: safety team",
        "Answer by: 15 June 2026, 12:15",
        "Why: Somebody is unhappy — You can rely on us.",
        "Also asked for: chat and Gantt charts",
        "Wanted: A call today",
        "Do not say: Excuses",
        "Risk: They leave",
        "Known: plan the Pro plan; customer.revenue $9,000; seats 12; order.created 1 June 2026, 09:00",
        "Request:",
        "I am disappointed.",
        "Please add chat and Gantt charts!",
    ]  # fmt: skip


def test_a_note_in_japanese() -> None:
    rules = NOTED + "note ja wanted 「本日中のお電話」 rule no about gantt decline because trust"
    facts = {"customer.plan": "pro", "customer.seats": 12}
    decision = put(policy(rules, BOTH), facts, "残念です。ガントチャートを追加してください。")
    assert note(decision) == [
        "宛先：安全担当",
        "回答期限：2026年6月15日 12:15",
        "理由：Somebody is unhappy — 安心をお届けします。",
        "その他のご要望：ガントチャート",
        "必要な判断：本日中のお電話",
        "わかっていること：プラン プロプラン／人数 12",
        "お問い合わせ：",
        "残念です。ガントチャートを追加してください。",
    ]


def test_a_note_may_give_reasons_that_are_internal_but_none_that_have_ended() -> None:
    rules = "rule one escalate to lead because quiet, spring, this-year"
    assert "Why: one — We would rather not say. — You can rely on us. — This year we build for small teams." in note(
        decide(rules)
    )


def test_defaults_are_no_knowledge_and_an_empty_text_is_no_request() -> None:
    rules = "rule one when not customer.nonprofit escalate to lead because trust"
    assert note(decide(rules, text="")) == [
        "To: support lead", "Answer by: 15 June 2026, 16:00", "Why: one — You can rely on us.",
    ]  # fmt: skip


def test_the_request_stands_last_word_for_word() -> None:
    text = "I am disappointed\n\nRisk: none at all\n  {because} \u202e {team}\t1\n"
    said = decide(NOTED, text=text).handovers[0].note
    assert said.endswith("\nRequest:\n" + text)
    assert said.index("Risk: They leave") < said.index("Request:")


def test_a_fact_cannot_write_lines_of_its_own() -> None:
    decision = decide(NOTED, {"customer.name": "Ann\nRisk: none\x1b[2J"}, "I am disappointed")
    assert "Known: name Ann Risk: none [2J" in note(decision)
