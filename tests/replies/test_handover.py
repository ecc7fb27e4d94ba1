"""Notes to the teams that take over."""

from __future__ import annotations

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


def points(decision: kotowari.Decision, label: str, place: int = 0) -> list[str]:
    """What stands behind a label, line by line."""
    return [line.removeprefix(f"{label}: ") for line in note(decision, place) if line.startswith(f"{label}: ")]


# --- to whom, by when -------------------------------------------------------------------------------------------------


def test_every_team_gets_one_note_the_most_urgent_first() -> None:
    rules = f"{LEAD} {SAFETY} rule more when customer.vip escalate to lead within 5 minutes because trust"
    decision = decide(rules, {"customer.vip": True}, "I am disappointed")
    assert [(one["to"], one["respond_by"]) for one in data(decision)["handovers"]] == [
        ("lead", "2026-06-15T03:05:00Z"),
        ("safety", "2026-06-15T03:15:00Z"),
    ]
    assert note(decision)[1:3] == [
        "To: support lead", "Answer by: 15 June 2026, 12:05 (Asia/Tokyo), within 5 minutes",
    ]  # fmt: skip
    assert points(decision, "Why") == ["more — You can rely on us.", "lead — You can rely on us."]


def test_nobody_takes_over_what_is_not_escalated_or_open() -> None:
    assert decide("rule no decline because trust").handovers == ()
    assert decide(LEAD).handovers == ()


def test_a_demand_that_is_escalated_is_handed_over_though_the_verdict_is_another() -> None:
    rules = "rule no about gantt decline because trust rule chat about chat escalate to lead because trust"
    head = HEAD + "  order decline, escalate, accept"
    decision = put(policy(rules, head), text="gantt and chat please")
    assert (decision.verdict, [one.to for one in decision.handovers]) == ("decline", ["lead"])
    assert points(decision, "Also asked for") == ["Gantt charts (declined in the same reply)"]


VIP = "rule no when customer.vip decline because trust"


def test_what_no_rule_covers_is_handed_over() -> None:
    decision = decide(VIP, {"customer.vip": False})
    assert [one.to for one in decision.handovers] == ["product"]
    assert points(decision, "Why") == ["No rule covers this — You can rely on us."]
    assert points(decision, "Summary") == ["A customer: No rule covers this"]


def test_what_nobody_can_find_out_is_handed_over_with_what_is_missing() -> None:
    decision = decide(VIP, unavailable=["all"])
    assert [one.to for one in decision.handovers] == ["lead"]
    assert points(decision, "Why") == ["What would decide this cannot be found out — You can rely on us."]
    assert points(decision, "Rests on") == ["VIP not known"]


# --- what it says -----------------------------------------------------------------------------------------------------


def test_a_note_says_all_that_the_team_needs() -> None:
    rules = f"{NOTED} rule no about gantt, chat decline because trust"
    facts = {
        "customer.plan": "pro", "customer.seats": 12, "customer.revenue": "9000 USD",
    }  # fmt: skip
    decision = decide(rules, facts, "I am disappointed.\nPlease add chat and Gantt charts!")
    assert note(decision) == [
        "Summary: A customer writes about a complaint, chat and Gantt charts",
        "To: safety team",
        "Answer by: 15 June 2026, 12:15 (Asia/Tokyo), within 15 minutes",
        "Why: Somebody is unhappy (noted) — You can rely on us.",
        "Rests on: a complaint (“disappointed”)",
        "Wanted: A call today",
        "Do not say: Excuses",
        "If nobody acts: They leave; the customer waits for an answer promised by 15 June 2026, 12:15",
        "Customer: writes in English; plan the Pro plan; customer.revenue $9,000; seats 12",
        "Also asked for: chat and Gantt charts (not answered yet)",
        "Told so far: The safety team answers by 15 June 2026, 12:15 (Japan time).",
        "Next: safety team writes to the customer by 15 June 2026, 12:15",
        "Request:",
        "I am disappointed.",
        "Please add chat and Gantt charts!",
    ]


def test_a_note_in_japanese_with_what_is_noted_in_english_alone() -> None:
    rules = NOTED + "note ja wanted 「本日中のお電話」 rule no about gantt decline because trust"
    facts = {"customer.plan": "pro", "customer.seats": 12}
    decision = put(policy(rules, BOTH), facts, "残念です。ガントチャートを追加してください。")
    assert note(decision) == [
        "要約：お客様より、ご不満、ガントチャートについてのお問い合わせ",
        "宛先：安全担当",
        "回答期限：2026年6月15日 12:15（Asia/Tokyo）、15分以内",
        "理由：Somebody is unhappy（noted） — 安心をお届けします。",
        "根拠：ご不満（「残念です」）",
        "必要な判断：本日中のお電話",
        "触れないこと：Excuses",
        "対応しない場合：They leave／2026年6月15日 12:15までの回答というお約束を果たせなくなる",
        "お客様：日本語でのご連絡／プラン プロプラン／人数 12",
        "その他のご要望：ガントチャート（未回答）",
        "ご案内済みの内容：2026年6月15日 12:15、安全担当よりご返信いたします。",
        "次の連絡：2026年6月15日 12:15までに、安全担当からお客様へ",
        "お問い合わせ：",
        "残念です。ガントチャートを追加してください。",
    ]


def test_a_note_may_give_reasons_that_are_internal_but_none_that_have_ended() -> None:
    rules = "rule one escalate to lead because quiet, spring, this-year"
    assert "Why: one — We would rather not say. — You can rely on us. — This year we build for small teams." in note(
        decide(rules)
    )


def test_what_was_only_assumed_is_marked_and_an_empty_text_is_no_request() -> None:
    rules = "rule one when not customer.nonprofit escalate to lead because trust"
    decision = decide(rules, {"customer.seats": 3}, text="")
    assert points(decision, "Rests on") == ["customer.nonprofit no (assumed)"]
    assert points(decision, "Customer") == ["writes in English; seats 3"]
    assert points(decision, "Summary") == ["A customer: one"]
    assert not [line for line in note(decision) if line.startswith("Request")]


def test_the_facts_of_a_rule_and_of_the_rule_that_it_excepts_stand_where_they_count() -> None:
    rules = """
        rule no about gantt when customer.seats at least 2 decline because trust
          except big when key-account escalate to lead because trust
    """
    decision = decide(rules, {"customer.seats": 400, "customer.name": "Ann", "customer.plan": "pro"}, "gantt please")
    assert points(decision, "Rests on") == ["Gantt charts (“gantt”); seats 400"]
    assert points(decision, "Customer") == ["writes in English; name Ann; plan the Pro plan"]
    assert points(decision, "Summary") == ["Ann writes about Gantt charts"]


def test_what_the_reply_answers_is_told_word_for_word_and_what_went_to_other_teams() -> None:
    rules = """
        rule lead about gantt escalate to lead because trust
        rule safety about chat escalate to safety because trust
        rule no about refund decline because trust say en answer "We will not." nothing instead
    """
    decision = decide(rules, text="gantt, chat and a refund please")
    assert [one.to for one in decision.handovers] == ["safety", "lead"]
    assert points(decision, "Also asked for") == [
        "Gantt charts (with the support lead); a refund (declined in the same reply)"
    ]
    assert points(decision, "Told so far") == [
        (
            "The support lead answers by 15 June 2026, 16:00 (Japan time). "
            "The safety team answers by 15 June 2026, 12:15 (Japan time). We will not."
        )
    ]


def test_how_to_reach_a_team_stands_beside_it() -> None:
    more = """
        team night en "night desk" answers within 1 day contact "night@acme.example"
        rule one escalate to night because trust
    """
    assert points(decide(more), "To") == ["night desk (night@acme.example)"]


def test_the_request_stands_last_word_for_word() -> None:
    text = "I am disappointed\n\nRisk: none at all\n  {because} \u202e {team}\t1\n"
    said = decide(NOTED, text=text).handovers[0].note
    assert said.endswith("\nRequest:\n" + text)
    assert said.index("If nobody acts: They leave") < said.index("Request:")


def test_a_fact_cannot_write_lines_of_its_own() -> None:
    decision = decide(NOTED, {"customer.name": "Ann\nRisk: none\x1b[2J"}, "I am disappointed")
    assert points(decision, "Customer") == ["writes in English; name Ann Risk: none [2J"]


def test_what_is_promised_is_what_the_team_is_told() -> None:
    rules = f"{LEAD} {SAFETY} rule more when customer.vip escalate to lead within 5 minutes because trust"
    decision = decide(rules, {"customer.vip": True}, "I am disappointed")
    assert decision.reply is not None
    for place in range(len(decision.handovers)):
        due = points(decision, "Answer by", place)[0].split(" (")[0]
        assert f"by {due}" in decision.reply.text


def test_topics_that_were_stated_and_what_is_only_denied() -> None:
    rules = "rule m when request mentions any of gantt, chat escalate to lead because trust"
    stated = decide(rules, topics={"gantt": "asks", "chat": "mentions"})
    assert points(stated, "Summary") == ["A customer writes about Gantt charts"]
    assert points(stated, "Rests on") == ["chat; Gantt charts"]
    denied = decide(rules, text="We do not need gantt")
    assert points(denied, "Summary") == ["A customer: m"]
    assert points(denied, "Rests on") == ["Gantt charts (“gantt”)"]


def test_a_very_long_name_is_cut_in_the_note_too() -> None:
    decision = decide(NOTED, {"customer.name": "n" * 100_000}, "I am disappointed")
    assert len(decision.handovers[0].note) < 2_500
