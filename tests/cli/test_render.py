from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import pytest
from tests.cli.conftest import Golden, Run

import kotowari
from kotowari.diagnostics.display import columns
from kotowari_cli import language_of
from kotowari_cli.names import Names
from kotowari_cli.render.decision import decision_lines
from kotowari_cli.render.view import View
from kotowari_cli.shape import Decision
from kotowari_cli.strings import ENGLISH, JAPANESE, Words

DECISIONS = Path(__file__).parent / "decisions"
NAMES = sorted(path.stem for path in DECISIONS.glob("*.json"))


def rendered(policy: kotowari.Policy, name: str, words: Words, *, width: int = 80, why: bool = False) -> str:
    decision = cast("Decision", json.loads((DECISIONS / f"{name}.json").read_text(encoding="utf-8")))
    lines = decision_lines(View(decision, Names(policy.model, words), width, why))
    return "".join(f"{line.plain}\n" for line in lines)


def changed(policy: kotowari.Policy, name: str, **more: object) -> str:
    decision = {**json.loads((DECISIONS / f"{name}.json").read_text(encoding="utf-8")), **more}
    lines = decision_lines(View(cast("Decision", decision), Names(policy.model, ENGLISH), 80))
    return "\n".join(line.plain for line in lines)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", [ENGLISH, JAPANESE], ids=lambda words: words.language)
def test_a_decision_reads_well(acme: kotowari.Policy, golden: Golden, name: str, words: Words) -> None:
    golden(f"{name}.{words.language}", rendered(acme, name, words))


@pytest.mark.parametrize("name", ["decline", "open"])
def test_with_why_every_condition_is_shown(acme: kotowari.Policy, golden: Golden, name: str) -> None:
    golden(f"{name}.why", rendered(acme, name, ENGLISH, why=True))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(acme: kotowari.Policy, name: str, width: int) -> None:
    for words in (ENGLISH, JAPANESE):
        lines = rendered(acme, name, words, width=width, why=True).splitlines()
        assert max(map(columns, lines)) <= width


def test_the_reply_has_nothing_beside_it(acme: kotowari.Policy) -> None:
    lines = rendered(acme, "decline", ENGLISH).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("─── Reply"))
    end = next(number for number, line in enumerate(lines) if number > start and line.startswith("────"))
    reply = lines[start + 2 : end - 1]
    assert reply[0] == "Hello there, thank you for writing to us about Gantt charts."
    assert "- open the board" in reply
    assert not any("─" in line or line.startswith(" ") for line in reply)


def test_text_of_the_customer_cannot_steer_the_terminal(acme: kotowari.Policy) -> None:
    steering = "Gantt\x1b[2J\x1b]0;title\x07\u202e"
    evidence = [
        {
            "fact": "request.text",
            "topic": "gantt",
            "start": 0,
            "end": 5,
            "text": steering,
            "denied": False,
            "source": "a:1",
        }
    ]
    reply = {"language": "en", "text": f"first {steering}\nsecond"}
    text = changed(acme, "decline", evidence=evidence, reply=reply, do=[steering])
    assert not set(text) & {"\x1b", "\x07", "\u202e"}
    assert "␛[2J" in text
    assert "first" in text.splitlines()[4]
    assert text.splitlines()[5] == "second"


def test_a_reply_that_waits_says_so(acme: kotowari.Policy) -> None:
    text = changed(acme, "open", verdict="decline", possible=["decline"])
    assert text.startswith("DECLINE")
    assert "The reply waits for the answer to the question below." in text


def test_possible_verdicts_that_may_not_be_exact(acme: kotowari.Policy) -> None:
    assert "too much to try out" in changed(acme, "open", exact=False)


@pytest.mark.parametrize(
    ("op", "value", "said"),
    [
        ("at least … and less than", ["5", "10"], "number of people (customer.seats) at least 5 and less than 10"),
        ("between", ["5", "10"], "number of people (customer.seats) between 5 and 10"),
        ("is one of", ["5", "10"], "number of people (customer.seats) is one of 5 or 10"),
    ],
)
def test_conditions_in_words(acme: kotowari.Policy, op: str, value: object, said: str) -> None:
    changes = [{"set": [{"fact": "customer.seats", "op": op, "value": value}], "verdict": "accept"}]
    assert f"  {said} → ACCEPT" in changed(acme, "decline", changes=changes)


def test_a_topic_that_would_have_to_be_asked_for(acme: kotowari.Policy) -> None:
    changes = [{"set": [{"fact": "request.text", "op": "asks for", "value": "legal"}], "verdict": "escalate"}]
    assert "  the request asks for a legal matter → ESCALATE" in changed(acme, "decline", changes=changes)


def test_of_many_rules_and_questions_only_the_first_are_told(acme: kotowari.Policy) -> None:
    decision = json.loads((DECISIONS / "open.json").read_text(encoding="utf-8"))
    text = changed(acme, "open", ask=decision["ask"] * 5, undetermined=decision["undetermined"] * 3)
    assert "number of people (customer.seats) and 3 more" in " ".join(text.split())
    assert "and 2 more; --why shows all" in text


def test_choices_are_told_as_they_are_typed(acme: kotowari.Policy) -> None:
    branches = [{"when": {"op": "is one of", "value": ["free", "pro"]}, "possible": ["decline"]}]
    asked = [{"fact": "customer.plan", "question": None, "ask_customer": None, "branches": branches}]
    assert "    is one of free or pro → DECLINE" in changed(acme, "open", ask=asked)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, "en"),
    ],
)
def test_the_labels_follow_the_locale(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


ENGLISH_ALONE = """
policy desk en "Desk" edition 1 languages en zone "UTC"
  otherwise escalate to clerk because care
  unanswered escalate to clerk because care
value care en "We care."
team clerk en "clerks" answers within 1 day
fact customer.plan en "plan" is one of free, pro
fact customer.seats is whole number
topic invoice en "an invoice" words en "invoice"
rule billing about invoice
  when customer.plan is free and customer.seats less than 5
  decline because care
usual script decline en answer "No." reason "{because}" nothing instead
usual script escalate en answer "Our {team} will answer you by {by}."
"""


def test_names_of_another_script_stand_in_brackets_within_japanese(
    kotowari_in: Run, golden: Golden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "policy.rules").write_text(ENGLISH_ALONE, encoding="utf-8")
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    asked = ("--policy", "desk", "--now", "2026-06-15T12:00:00Z")
    other = ("Hello", "-f", "plan=pro", "-f", "seats=7")
    runs = [("An invoice, please",), other, (*other, "--why-not", "decline"), (*other, "--why-not", "billing")]
    golden("names.ja", "=====\n".join(kotowari_in("check", *words, *asked).out for words in runs))
