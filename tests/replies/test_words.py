"""What placeholders say."""

from __future__ import annotations

import pytest
from tests.small import BOTH, HEAD, decide, policy, put, reply

import kotowari
from kotowari.replies.fill import LONGEST

REST = ' usual script en thanks "Hi." answer "A." reason "R." nothing instead'
BOTH_REST = REST + " ja answer 「A。」 reason 「R。」 nothing instead"


def answer(words: str, facts: dict[str, object] | None = None, outcome: str = "accept", text: str | None = None) -> str:
    """What a rule with this answer says; nothing where the part is left out."""
    rules = f'rule one {outcome} because trust say en answer "{words}"'
    return reply(put(policy(rules, HEAD, REST), facts, text)).get("answer", "")


def answer_ja(words: str, facts: dict[str, object], outcome: str = "accept") -> str:
    rules = f"rule one {outcome} because trust say ja answer 「{words}」"
    return reply(put(policy(rules, BOTH, BOTH_REST), facts, language="ja")).get("answer", "")


# --- facts ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "en", "ja"),
    [
        ("customer.name", "Ann", "Ann", "Ann"),
        ("customer.plan", "pro", "the Pro plan", "プロプラン"),
        ("customer.plan", "free", "free", "free"),
        ("customer.seats", 12_345, "12,345", "12,345"),
        ("customer.vip", True, "yes", "はい"),
        ("customer.tags", ["partner", "beta"], "beta and partner", "beta、partner"),
        ("customer.tags", [], "none", "なし"),
        ("order.total", "5000 USD", "$5,000", "5,000米ドル"),
        ("request.discount", "12.5%", "12.5%", "12.5%"),
        ("customer.tenure", "P1Y2M", "1 year 2 months", "1年2か月"),
        ("customer.renewal", "2026-04-01", "1 April 2026", "2026年4月1日"),
        ("order.created", "2026-04-01T00:30:00Z", "1 April 2026, 09:30", "2026年4月1日 9:30"),
    ],
)
def test_a_fact_is_said_as_the_language_does(name: str, value: object, en: str, ja: str) -> None:
    assert answer(f"It is {{{name}|?}}.", {name: value}) == f"It is {en}."
    assert answer_ja(f"{{{name}|?}}です。", {name: value}) == f"{ja}です。"


def test_the_words_for_when_a_fact_is_not_known() -> None:
    assert answer("Hello {customer.name|there}.") == "Hello there."
    assert answer("Hello {customer.name|there}.", {"customer.name": ""}) == "Hello there."
    assert answer("Hello{customer.name|}.") == "Hello."


def test_a_fact_that_is_none_is_not_there_to_be_said() -> None:
    assert answer("It renews {customer.renewal|never}.", {"customer.renewal": None}) == "It renews never."


def test_a_default_is_said() -> None:
    assert answer("Nonprofit: {customer.nonprofit}.") == "Nonprofit: no."


def test_the_text_of_the_request_can_be_said() -> None:
    assert answer("You wrote: {request.text|nothing}.", text="Hello") == "You wrote: Hello."


def test_an_internal_fact_is_never_said() -> None:
    with pytest.raises(kotowari.PolicyError, match="internal"):
        answer("{customer.revenue|?}")


# --- facts are data ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{because}", "{because}"),
        ("{customer.seats|9}", "{customer.seats|9}"),
        ("}{", "}{"),
        ("\\{team}", "\\{team}"),
        ("a\nb\r\nc\td", "a b c d"),
        ("a\x00\x1b[31mb\x9bc", "a [31mb c"),
        ("a\u202eb\u2066c\u200ed", "a b c d"),
        ("a\u2028b\u2029c", "a b c"),
        ("  Ann  ", "Ann"),
        ("\x00\n", "?"),
        ("a\u200bb\u00adc\ufeffd\U000e0041e", "abcde"),  # nothing is seen of these
        ("<script>alert(1)</script> & *b* [c](d)", "<script>alert(1)</script> & *b* [c](d)"),
        ("山田\u3000太郎", "山田\u3000太郎"),
        ("安藤さん", "安藤さん"),
        ("👩‍💻", "👩‍💻"),  # a joiner is no control character
    ],
)
def test_nothing_in_a_value_is_interpreted(value: str, expected: str) -> None:
    assert answer("{customer.name|?}", {"customer.name": value, "customer.seats": 3}) == expected


def test_a_long_value_is_cut() -> None:
    said = answer("{customer.name|?}", {"customer.name": "a" * 100_000})
    assert said == "a" * LONGEST + "…"
    assert answer("{customer.name|?}", {"customer.name": "a" * LONGEST}) == "a" * LONGEST


def test_half_a_character_is_replaced() -> None:
    assert answer("{customer.name|?}", {"customer.name": "a\ud800b"}) == "a\ufffdb"


def test_escaped_braces_are_braces() -> None:
    assert answer("\\{customer.name\\} {customer.name|?}", {"customer.name": "Ann"}) == "{customer.name} Ann"


# --- the placeholders that are no facts -------------------------------------------------------------------------------


def test_asked_names_the_topics_of_the_demand() -> None:
    rules = 'rule no about gantt, chat, refund accept because trust say en answer "On {asked|this}: yes."'
    asked = [reply(put(policy(rules, HEAD, REST), text=text)).get("answer") for text in
             ("gantt please", "a refund, gantt and chat please")]  # fmt: skip
    assert asked == ["On Gantt charts: yes.", "On a refund, Gantt charts and chat: yes."]
    assert answer("On {asked|this}: yes.") == "On this: yes."


def test_asked_in_japanese_lists_with_commas() -> None:
    rules = "rule no about gantt, chat accept because trust say ja answer 「{asked}の件です。」"
    decision = put(policy(rules, BOTH, BOTH_REST), text="チャットとガントチャートをお願いします")
    assert reply(decision)["answer"] == "チャット、ガントチャートの件です。"


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("escalate to lead", "support lead by 15 June 2026, 16:00 (Japan time)"),
        ("escalate to lead within 90 minutes", "support lead by 15 June 2026, 13:30 (Japan time)"),
        ("escalate to product", "product team by 18 June 2026, 12:00 (Japan time)"),
        ("escalate to archive within 1 month", "archive by 15 July 2026, 12:00 (Japan time)"),
        ("accept", "? by ?"),
    ],
)
def test_the_team_and_by_when_it_answers(outcome: str, expected: str) -> None:
    assert answer("{team|?} by {by|?}", outcome=outcome) == expected


def test_the_team_and_the_moment_in_japanese() -> None:
    assert answer_ja("{by|?}までに{team|?}より", {}, "escalate to lead") == "2026年6月15日 16:00までに責任者より"


def test_by_is_a_moment_on_the_clocks_of_the_policy_wherever_now_was_given() -> None:
    rules = 'rule one escalate to product because trust say en answer "{by}"'
    berlin = policy(rules, HEAD.replace("Asia/Tokyo", "Europe/Berlin"), REST)
    # The clocks go forward in between: three days later it is the same time of day, and one hour less.
    assert reply(put(berlin, now="2026-03-28T11:00:00Z")) == {
        "thanks": "Hi.",
        "answer": "31 March 2026, 12:00 (Berlin time)",
    } | {"reason": "R."}


def test_what_is_granted() -> None:
    facts: dict[str, object] = {"order.total": "90 USD", "request.discount": 10}
    outcome = "accept granting request.discount of order.total"
    assert answer("We take {grant|that} off.", facts, outcome) == "We take $9 off."
    assert answer("We take {grant|that} off.", {}, outcome) == "We take that off."
    assert answer("We take {grant|that} off.", facts) == "We take that off."
    assert answer_ja("{grant|その分}をお値引きします。", facts, outcome) == "9米ドルをお値引きします。"


# --- parts that have nothing to say -----------------------------------------------------------------------------------


def test_a_part_whose_placeholder_has_nothing_to_say_is_left_out() -> None:
    usual = 'usual script decline en thanks "{asked}?" answer "No." reason "{because}" nothing instead'
    rules = "rule no decline because quiet, trust rule more about gantt decline because trust"
    scripts = usual + ' usual script escalate en answer "{team} {by}."'
    assert reply(put(policy(rules, HEAD, scripts), text="Hello")) == {"answer": "No.", "reason": "You can rely on us."}


def test_the_sentence_of_a_value_in_a_part_that_was_left_out_is_still_there_to_be_said() -> None:
    """The first rule holds whatever the fact is, so it holds as well where the fact is not known."""
    rules = """
        rule one about gantt when order.id is "1" or not order.id is "1" decline because simplicity
          say en reason "{because} It was {order.id}."
        rule two about chat decline because simplicity
    """
    decision = decide(rules, text="gantt and chat please")
    assert reply(decision)["reason"] == "We keep it simple. That keeps the price low."
    known = decide(rules, {"order.id": "2"}, text="gantt and chat please")
    assert reply(known)["reason"] == "We keep it simple. That keeps the price low. It was 2."
