"""The reply as a whole: every demand answered in the order of the text, one thanks, one close."""

from __future__ import annotations

import pytest
from tests.small import BOTH, HEAD, decide, policy, put, reply

import kotowari
from kotowari.replies.layout import joined

ENGLISH = {
    "accept": 'thanks "Thank you for {asked|your message}." answer "Yes." next "It is on its way." close "Enjoy."',
    "decline": """
      sorry "We are sorry." thanks "Thank you for {asked|your message}." cushion "As much as we would like to:"
      answer "No." reason "{because}" instead "A board." next "We wrote it down." close "Bye."
    """,
    "escalate": 'thanks "Thank you for {asked|your message}." answer "Our {team} answers by {by}."',
}
JAPANESE = {
    "accept": "thanks 「{asked|ご連絡}をありがとうございます。」 answer 「承知いたしました。」",
    "decline": """
      thanks 「{asked|ご連絡}をありがとうございます。」 cushion 「恐れ入りますが、」 answer 「いたしかねます。」
      reason 「{because}」 instead 「ボードをお使いください。」
      next 「記録いたしました。」 close 「よろしくお願いいたします。」
    """,
    "escalate": "answer 「{by}までに{team}よりご返信いたします。」",
}
PARTS = "\n".join(f"usual script {verdict} en {parts}" for verdict, parts in ENGLISH.items())
BOTH_PARTS = "\n".join(
    f"usual script {verdict} en {parts} ja {JAPANESE[verdict]}" for verdict, parts in ENGLISH.items()
)
NO_GANTT = 'rule no-gantt about gantt decline because simplicity say en answer "No Gantt charts."'
NO_CHAT = 'rule no-chat about chat decline because fairness say en answer "No chat."'
REFUND = 'rule pay about refund accept because trust say en answer "We pay it back."'


def speak(rules: str, text: str) -> kotowari.Decision:
    return put(policy(rules, HEAD, PARTS), text=text)


def order(decision: kotowari.Decision) -> list[str]:
    assert decision.reply is not None
    return [f"{part.part} {' '.join(part.about)}" for part in decision.reply.parts]


# --- one demand -------------------------------------------------------------------------------------------------------


def test_the_parts_come_in_their_order_whatever_the_order_in_the_script() -> None:
    shuffled = f'{NO_GANTT} say en close "Bye." instead "Lists." thanks "Thanks."'
    decision = speak(shuffled, "Please add gantt")
    assert [part.split()[0] for part in order(decision)] == [
        "sorry", "thanks", "cushion", "answer", "reason", "instead", "next", "close",
    ]  # fmt: skip


def test_paragraphs_are_the_greeting_the_answer_and_what_comes_next() -> None:
    decision = speak(NO_GANTT, "Please add gantt")
    assert decision.reply is not None
    assert decision.reply.text.split("\n\n") == [
        "We are sorry. Thank you for Gantt charts.",
        "As much as we would like to: No Gantt charts. We keep it simple. That keeps the price low. A board.",
        "We wrote it down. Bye.",
    ]


def test_japanese_is_set_without_spaces_and_the_cushion_runs_into_the_answer() -> None:
    rules = f"{NO_GANTT} say ja answer 「ガントチャートの追加はいたしかねます。」 instead 「ボードを。」"
    decision = put(policy(rules, BOTH, BOTH_PARTS), text="ガントチャートがほしい")
    assert decision.reply is not None
    assert decision.reply.language == "ja"
    assert decision.reply.text == (
        "ガントチャートをありがとうございます。\n\n"
        "恐れ入りますが、ガントチャートの追加はいたしかねます。"
        "シンプルさを大切にしております。お求めやすい価格でお届けしております。ボードを。\n\n"
        "記録いたしました。よろしくお願いいたします。"
    )


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ({"text": "gantt please"}, "en"),
        ({"text": "ガントチャートがほしい"}, "ja"),
        ({"text": "gantt please", "language": "ja"}, "ja"),
        ({"text": "ガントチャートがほしい", "language": "en-GB"}, "en"),
        ({"topics": {"gantt": "asks"}}, "en"),
        ({"topics": {"gantt": "asks"}, "text": "12345"}, "en"),
    ],
)
def test_the_language_given_or_that_of_the_text_chooses_the_reply(request_: dict[str, object], expected: str) -> None:
    decision = policy(NO_GANTT, BOTH, BOTH_PARTS).decide(request_)
    assert decision.reply is not None
    assert decision.reply.language == expected


def test_there_is_no_reply_while_the_verdict_is_open() -> None:
    assert decide("rule no when customer.vip decline because trust").reply is None


def test_where_nobody_has_anything_to_say_there_is_no_reply() -> None:
    silent = 'usual script decline en answer "No." reason "R." nothing instead usual script escalate en answer "A."'
    assert put(policy("rule yes accept because trust", HEAD, silent)).reply is None


# --- several demands --------------------------------------------------------------------------------------------------


def test_every_demand_is_answered_in_the_order_of_the_text_with_one_thanks_and_one_close() -> None:
    decision = speak(f"{NO_GANTT} {NO_CHAT} {REFUND}", "A refund please. Add chat. Add gantt.")
    assert order(decision) == [
        "sorry refund chat gantt", "thanks refund chat gantt",
        "answer refund", "next refund",
        "cushion chat", "answer chat", "reason chat", "instead chat",
        "answer gantt", "reason gantt",
        "next chat gantt", "close refund chat gantt",
    ]  # fmt: skip
    assert reply(decision)["thanks"] == "Thank you for a refund, chat and Gantt charts."
    assert reply(decision)["close"] == "Enjoy."


def test_answers_reasons_and_alternatives_of_several_rules_are_joined_each_once() -> None:
    rules = """
        rule one about gantt decline because simplicity say en answer "No Gantt charts." instead "A board."
        rule two about gantt decline because fairness, simplicity say en answer "For nobody." instead "A list."
        rule three about gantt decline because trust say en answer "No Gantt charts." instead "A board."
    """
    found = reply(speak(rules, "gantt please"))
    assert found["answer"] == "No Gantt charts. For nobody."
    assert found["reason"] == (
        "We keep it simple. That keeps the price low. You can rely on us. The same holds for everyone."
    )
    assert found["instead"] == "A board. A list."


def test_a_value_that_two_demands_rest_on_is_given_once() -> None:
    rules = f"{NO_GANTT} rule no-chat about chat decline because simplicity, trust"
    decision = speak(rules, "Please add gantt and chat")
    assert decision.reply is not None
    assert [part.text for part in decision.reply.parts if part.part == "reason"] == [
        "We keep it simple. That keeps the price low.", "You can rely on us.",
    ]  # fmt: skip


def test_a_demand_whose_words_have_all_been_said_adds_nothing() -> None:
    rules = "rule one about gantt decline because simplicity rule two about chat decline because simplicity"
    decision = speak(rules, "gantt and chat please")
    assert [part for part in order(decision) if part.endswith(" chat")] == [
        "sorry gantt chat", "thanks gantt chat", "next gantt chat", "close gantt chat",
    ]  # fmt: skip


def test_one_cushion_in_all_and_none_without_an_answer_behind_it() -> None:
    decision = speak(f"{NO_GANTT} {NO_CHAT}", "Please add gantt and chat")
    assert [part for part in order(decision) if part.startswith("cushion")] == ["cushion gantt"]


def test_further_refusals_in_japanese_are_softened_in_other_words() -> None:
    rules = "".join(
        f"rule no-{topic} about {topic} decline because trust say ja answer 「{topic}は{ending}」 "
        for topic, ending in (
            ("gantt", "いたしかねます。"),
            ("chat", "お受けいたしかねます。"),
            ("refund", "控えております。"),
        )
    )
    text = "ガントチャートとチャットと返金をお願いします"
    assert cushions(put(policy(rules, BOTH, BOTH_PARTS), text=text)) == ["恐れ入りますが、", "また、", "なお、"]


def test_a_refusal_behind_good_news_has_the_cushion_itself() -> None:
    rules = """
        rule no-gantt about gantt decline because trust say ja answer 「いたしかねます。」
        rule chat about chat accept because trust
        rule no-refund about refund decline because trust say ja answer 「お受けいたしかねます。」
    """
    text = "ガントチャートとチャットと返金をお願いします"
    assert cushions(put(policy(rules, BOTH, BOTH_PARTS), text=text)) == ["恐れ入りますが、", "恐れ入りますが、"]


def cushions(decision: kotowari.Decision) -> list[str]:
    assert decision.reply is not None
    return [part.text for part in decision.reply.parts if part.part == "cushion"]


def test_what_a_rule_writes_itself_comes_before_what_is_usual_wherever_it_stands() -> None:
    rules = f'{NO_GANTT} rule chat about chat accept because trust say en sorry "Sorry for the wait." close "See you."'
    found = reply(speak(rules, "gantt and chat please"))
    assert (found["sorry"], found["close"]) == ("Sorry for the wait.", "See you.")


def test_the_next_step_of_one_demand_stands_with_it_and_that_of_several_at_the_end() -> None:
    rules = f'{NO_GANTT} {NO_CHAT} rule pay about refund accept because trust say en next "It takes a week."'
    decision = speak(rules, "A refund please. Add chat. Add gantt.")
    assert decision.reply is not None
    paragraphs = decision.reply.text.split("\n\n")
    assert paragraphs[1] == "Yes. It takes a week."
    assert paragraphs[-1] == "We wrote it down. Enjoy."


def test_words_that_are_the_name_of_a_part_are_words() -> None:
    rules = f'{NO_CHAT} rule no-gantt about gantt decline because trust say en answer "cushion" reason "answer"'
    decision = speak(rules, "Please add gantt and chat")
    assert order(decision)[2:8] == [
        "cushion gantt", "answer gantt", "reason gantt", "instead gantt", "answer chat", "reason chat",
    ]  # fmt: skip


# --- escalations ------------------------------------------------------------------------------------------------------

WHOLE = "rule angry when request mentions complaint escalate to lead because trust"


def test_where_the_request_as_a_whole_is_escalated_only_that_speaks() -> None:
    decision = speak(f"{NO_GANTT} {WHOLE}", "I am disappointed: please add gantt")
    assert order(decision) == ["thanks ", "answer "]
    assert reply(decision)["answer"] == "Our support lead answers by 15 June 2026, 16:00 (Japan time)."


def test_where_only_a_demand_is_escalated_the_others_are_answered_too() -> None:
    decision = speak(f"{NO_GANTT} rule chat about chat escalate to lead because trust", "chat and gantt please")
    assert [part for part in order(decision) if part.startswith("answer")] == ["answer chat", "answer gantt"]


def test_of_several_teams_the_most_urgent_speaks_first() -> None:
    rules = """
        rule a escalate to product because trust
        rule b escalate to lead because trust
        rule c escalate to product within 10 minutes because trust
        rule d escalate to safety because trust
    """
    answer = reply(speak(rules, "Hello"))["answer"]
    assert [sentence.split(" answers by")[0] for sentence in answer.split("Our ")[1:]] == [
        "product team", "safety team", "support lead",
    ]  # fmt: skip


def test_the_outcome_of_the_policy_itself_speaks_through_the_usual_scripts() -> None:
    assert reply(speak(NO_GANTT, "Hello")) == {
        "thanks": "Thank you for your message.",
        "answer": "Our product team answers by 18 June 2026, 12:00 (Japan time).",
    }
    assert reply(put(policy("rule no when customer.vip decline because trust", HEAD, PARTS), unavailable=["all"])) == {
        "thanks": "Thank you for your message.",
        "answer": "Our support lead answers by 15 June 2026, 16:00 (Japan time).",
    }


def test_the_same_team_speaks_once_and_promises_the_earliest_answer() -> None:
    rules = """
        rule a escalate to product because trust
        rule b escalate to product within 2 hours because trust
        rule c escalate to product within 1 hour because trust say en answer "{team}: {by}."
    """
    assert reply(speak(rules, "Hello"))["answer"] == (
        "product team: 15 June 2026, 13:00 (Japan time). Our product team answers by 15 June 2026, 14:00 (Japan time)."
    )


def test_where_no_rule_could_decide_the_reply_names_what_was_asked_for() -> None:
    rules = "rule no about gantt when customer.vip decline because trust"
    decision = put(policy(rules, HEAD, PARTS), text="Please add gantt", unavailable=["all"])
    assert reply(decision)["thanks"] == "Thank you for Gantt charts."


# --- layout -----------------------------------------------------------------------------------------------------------


def test_a_list_keeps_its_lines_to_itself() -> None:
    rules = """rule no about gantt decline because simplicity say en
        answer "You can:
        - use a board
        - use a list"
        reason "R."
    """
    decision = speak(rules, "gantt please")
    assert decision.reply is not None
    assert decision.reply.text.split("\n\n")[1] == (
        "As much as we would like to:\nYou can:\n- use a board\n- use a list\nR. A board."
    )


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        ([], "en", ""),
        (["A."], "en", "A."),
        (["A.", "B."], "en", "A. B."),
        (["あ。", "い。"], "ja", "あ。い。"),
        (["A:\n- a", "B.", "C."], "en", "A:\n- a\nB. C."),
    ],
)
def test_sentences_are_joined_as_the_language_does(texts: list[str], language: str, expected: str) -> None:
    assert joined(texts, language) == expected
