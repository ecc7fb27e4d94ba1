"""The review of a policy's own scripts, where it is linted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.small import BOTH, policy, put

from kotowari.checks.letters import letter
from kotowari.checks.spoken import speeches, sure_parts
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.loader import compile_sources

DIAGNOSTICS = Path(__file__).parent.parent / "diagnostics"
TODAY = date(2026, 6, 1)


def linted(rules: str, preamble: str = "replies", today: date | None = TODAY) -> tuple[Diagnostic, ...]:
    name = f"preamble.{preamble}.rules"
    files = {name: (DIAGNOSTICS / name).read_text(encoding="utf-8"), "case.rules": rules}
    return compile_sources(files, today=today)[1]


def places(found: tuple[Diagnostic, ...], rules: str) -> list[tuple[str, str]]:
    return [(one.code, rules[one.span.start : one.span.end]) for one in found]


BAD = """
rule no-gantt about gantt
  decline because care
  say en
    answer "Unfortunately we will not be adding Gantt charts."
    instead "You'll have to use a board."
"""


def test_findings_stand_at_the_strings_that_say_them() -> None:
    assert places(linted(BAD), BAD) == [
        ("regret-words", '"Unfortunately we will not be adding Gantt charts."'),
        ("commands-customer", '"You\'ll have to use a board."'),
    ]


def test_a_policy_decides_whatever_its_replies_say() -> None:
    assert linted(BAD, today=None) == ()


def test_what_a_value_says_is_found_at_the_value() -> None:
    rules = """
value speed en "Our standard policy is to be quick."
rule no-gantt about gantt
  decline because speed
  say en answer "We will not be adding Gantt charts." instead "You can use a board."
"""
    found = linted(rules)
    assert [one.code for one in found] == ["appeal-to-rules"]
    assert rules[found[0].span.start :].startswith(("value speed", "speed en"))


def test_one_string_of_many_rules_is_reported_once() -> None:
    rules = """
topic maps en "maps" words en "map"
usual script decline as late
  en close "As a courtesy we read every letter."
label late en "late"
rule no-gantt about gantt
  decline as late because care
  say en answer "We will not be adding Gantt charts." instead "You can use a board."
rule no-maps about maps
  decline as late because care
  say en answer "We will not be adding maps." instead "You can link to one."
"""
    assert [one.code for one in linted(rules)] == ["as-a-favour"]


def test_scripts_with_a_condition_are_read_too_but_need_not_be_whole_letters() -> None:
    rules = """
topic complaint en "a complaint" words en "complaint"
usual script when request mentions complaint
  en sorry "We are sorry if it was slow."
"""
    assert places(linted(rules), rules) == [("doubting-apology", '"We are sorry if it was slow."')]


@pytest.mark.parametrize(("said", "codes"), [("say only", []), ("say", ["no-thanks"])])
def test_who_says_only_this_need_not_thank(said: str, codes: list[str]) -> None:
    rules = f"""
usual script decline as plain
  en thanks "About {{asked|this}}."
label plain en "plain"
rule no-gantt about gantt
  decline as plain because care
  {said} en
    answer "We will not be adding Gantt charts."
    reason "{{because}}"
    instead "You can use a board."
"""
    assert [one.code for one in linted(rules)] == codes


def test_a_placeholder_counts_with_its_longest_words() -> None:
    rules = """
fact customer.plan en "plan" is one of free, pro
  call pro en "the plan that is always fast and will never be slow"
rule no-gantt about gantt
  decline because care
  say en answer "We will not be adding Gantt charts to {customer.plan|your plan}." instead "You can use a board."
"""
    assert {one.code for one in linted(rules)} == {"absolute-words"}


def test_a_fact_that_may_be_unknown_may_be_asked_for() -> None:
    rules = """
fact customer.plan en "plan" is one of free, pro
rule no-gantt about gantt
  when customer.plan is pro or request asks for gantt
  decline because care
  say en answer "We will not be adding Gantt charts." instead "You can use a board." next "Please tell us your plan."
"""
    assert linted(rules) == ()


WHOLE = """
rule no-gantt about gantt
  decline because simplicity
  say en
    sorry "We are sorry."
    thanks "Thank you for asking about {asked}."
    cushion "It is a pity, but"
    answer "we do without Gantt charts."
    reason "{because} That is why."
    instead "You can do this:\n- open a board\n- set due dates"
    next "We note it."
    close "Write to us again."
  say ja
    sorry 「申し訳ございません。」
    thanks 「{asked}についてのご連絡をありがとうございます。」
    cushion 「恐れ入りますが、」
    answer 「ガントチャートはございません。」
    reason 「{because}」
    instead 「次のようにできます。\n- ボードを開く\n- 期日を決める」
    next 「控えておきます。」
    close 「またお知らせください。」
"""


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_letter_is_set_as_the_reply_is(language: str) -> None:
    compiled = policy(WHOLE, head=BOTH)
    (speech,) = (one for one in speeches(compiled.model) if one.rule)
    parts = {part: text for part, text in sure_parts(compiled.model, speech, language).items() if text is not None}
    made = letter(compiled.model, speech, parts, language)
    reply = put(compiled, text="gantt", language=language).reply
    assert reply is not None
    assert made.source.text == reply.text
    assert [(part.part, made.source.text[part.start : part.end]) for part in made.parts] == [
        (part.part, part.text) for part in reply.parts
    ]


def test_what_is_surely_known_is_not_read_with_the_words_for_when_it_is_not() -> None:
    rules = """
rule no-gantt about gantt
  decline because care
  say en
    thanks "Thank you for writing to us about {asked|whatever it may be that you want}."
    answer "We will not be adding that."
    instead "You can use a board."
"""
    assert linted(rules) == ()
    whole = rules.replace(" about gantt", "").replace("no-gantt", "no-thing")
    assert [one.code for one in linted(whole)] == []


def test_of_a_letter_that_lacks_parts_it_is_not_said_again_what_it_lacks() -> None:
    rules = """
rule no-gantt about gantt
  decline because care
  say en
    close "We are sorry if it was slow."
"""
    assert [one.code for one in linted(rules)] == ["missing-reply", "doubting-apology"]
