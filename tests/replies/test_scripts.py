"""Which parts a rule speaks: its own, and the usual ones for what it leaves out."""

from __future__ import annotations

import pytest
from tests.small import HEAD, policy, put, reply

from kotowari.model.model import PartName
from kotowari.replies.layout import ReplyPart

NO = "rule no about gantt decline because simplicity"


def said(
    rules: str, scripts: str, facts: dict[str, object] | None = None, text: str = "gantt please"
) -> dict[str, str]:
    """The parts of the reply under these usual scripts."""
    more = 'usual script accept en answer "Yes." usual script escalate en answer "{team} {by}."'
    return reply(put(policy(rules, HEAD, scripts + more), facts, text))


DECLINE = 'usual script decline en thanks "Thanks." answer "No." reason "{because}" nothing instead close "Bye."'


# --- the usual ones ---------------------------------------------------------------------------------------------------


def test_what_a_rule_leaves_out_comes_from_the_usual_script_of_its_verdict() -> None:
    assert said(f'{NO} say en answer "No Gantt charts." instead "Boards."', DECLINE) == {
        "thanks": "Thanks.",
        "answer": "No Gantt charts.",
        "reason": "We keep it simple. That keeps the price low.",
        "instead": "Boards.",
        "close": "Bye.",
    }


def test_the_script_of_the_verdict_comes_before_that_of_every_verdict() -> None:
    every = 'usual script en thanks "Hello." next "More soon."'
    found = said(NO, DECLINE + every)
    assert (found["thanks"], found["next"]) == ("Thanks.", "More soon.")


def test_the_script_with_the_label_comes_before_the_plain_one() -> None:
    labelled = 'usual script decline as not-now en thanks "Thanks for now." next "We keep it in mind."'
    later = "rule no about gantt decline as not-now because simplicity"
    assert {name: said(later, DECLINE + labelled)[name] for name in ("thanks", "next", "answer")} == {
        "thanks": "Thanks for now.", "next": "We keep it in mind.", "answer": "No.",
    }  # fmt: skip
    assert said(NO, DECLINE + labelled)["thanks"] == "Thanks."


def test_the_script_with_a_condition_that_holds_comes_before_all() -> None:
    special = 'usual script when request mentions complaint en thanks "Thanks for the open words." sorry "Sorry."'
    labelled = 'usual script decline as not-now en thanks "Thanks for now."'
    later = "rule no about gantt decline as not-now because simplicity"
    angry = said(later, DECLINE + labelled + special, text="I am disappointed. gantt please")
    assert (angry["sorry"], angry["thanks"]) == ("Sorry.", "Thanks for the open words.")
    assert "sorry" not in said(later, DECLINE + labelled + special)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({}, "Thanks."), ({"customer.vip": False}, "Thanks."), ({"customer.vip": True}, "Dear you.")],
)
def test_a_condition_that_may_or_may_not_hold_does_not(facts: dict[str, object], expected: str) -> None:
    special = 'usual script decline when customer.vip en thanks "Dear you."'
    assert said(NO, DECLINE + special, facts)["thanks"] == expected


def test_a_condition_that_holds_whatever_is_unknown_does() -> None:
    special = 'usual script decline when customer.vip or not customer.vip en thanks "Whoever you are."'
    assert said(NO, DECLINE + special)["thanks"] == "Whoever you are."


def test_where_scripts_declare_themselves_shows_in_no_reply() -> None:
    special = 'usual script decline when customer.vip en thanks "Dear you."'
    assert said(NO, DECLINE + special, {"customer.vip": True}) == said(NO, special + DECLINE, {"customer.vip": True})


# --- a rule's own -----------------------------------------------------------------------------------------------------


def test_a_rule_can_name_a_script_and_the_rest_is_usual() -> None:
    named = 'script kindly en answer "Kindly, no." '
    assert said(f"{NO} say kindly", DECLINE + named)["answer"] == "Kindly, no."
    assert said(f"{NO} say kindly", DECLINE + named)["thanks"] == "Thanks."


def test_say_only_takes_nothing_from_the_usual_scripts() -> None:
    only = f'{NO} say only en answer "No." reason "It would not be Acme." nothing instead'
    assert said(only, DECLINE) == {"answer": "No.", "reason": "It would not be Acme."}


def test_nothing_instead_is_not_filled_from_a_usual_script() -> None:
    usual = DECLINE.replace("nothing instead", 'instead "Boards."')
    assert said(NO, usual)["instead"] == "Boards."
    assert "instead" not in said(f"{NO} say en nothing instead", usual)


def test_beside_a_rule_that_says_only_its_own_nothing_usual_is_said_before_or_behind() -> None:
    rules = """
        rule threat when request mentions complaint escalate to safety because trust say only en answer "We are here."
        rule late when customer.vip escalate to lead because trust say en sorry "We are sorry."
    """
    usual = 'usual script escalate en thanks "Thank you!" close "Cheers!"'
    found = said(rules, DECLINE + usual, {"customer.vip": True}, "I am disappointed")
    assert found == {
        "sorry": "We are sorry.", "answer": "We are here. support lead 15 June 2026, 16:00 (Japan time).",
    }  # fmt: skip


def test_a_demand_keeps_its_usual_answer_beside_a_rule_that_says_only_its_own() -> None:
    rules = f"""
        {NO}
        rule chat about chat decline because fairness say only en answer "No chat." reason "Quiet." nothing instead
    """
    decision = put(policy(rules, HEAD, DECLINE + 'usual script escalate en answer "{team} {by}."'), text="gantt, chat")
    assert decision.reply is not None
    assert [(part.about, part.text) for part in decision.reply.parts if part.part == "answer"] == [
        (("gantt",), "No."), (("chat",), "No chat."),
    ]  # fmt: skip
    assert (
        ReplyPart(PartName.REASON, "We keep it simple. That keeps the price low.", ("gantt",)) in decision.reply.parts
    )
    assert {part.part for part in decision.reply.parts} == {"answer", "reason"}
