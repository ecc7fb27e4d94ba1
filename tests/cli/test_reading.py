"""Facts that are read from the text, as the command line shows them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Golden, Run

READS = Path(__file__).resolve().parent / "reads"
NOW = ("--now", "2026-11-22T09:00:00Z")
ONE = "Can I get 15% off? That is fifteen percent off. I am on the Pro plan."
TWO = "10% off would be good, 20 % off even better."
DECLINED = "１５％割引してください。無料プランです。"


@pytest.fixture(autouse=True)
def reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The policy of these tests."""
    monkeypatch.setenv("KOTOWARI_POLICY", str(READS))


@pytest.mark.parametrize("name", ["one", "two", "declined"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_was_read_is_shown(
    kotowari_in: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    text = {"one": ONE, "two": TWO, "declined": DECLINED}[name]
    golden(f"read.{name}.{language}", kotowari_in("check", text, *NOW).out)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_why_marks_what_was_read(
    kotowari_in: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    golden(f"read.why.{language}", kotowari_in("check", DECLINED, "--why", *NOW).out)


def test_a_fact_that_is_given_is_not_read(kotowari_in: Run) -> None:
    ended = kotowari_in("check", ONE, "-f", "discount=5", "-f", "plan=free", *NOW)
    assert "ACCEPT" in ended.out
    assert "the text says" not in ended.out.lower()


def test_two_values_are_asked_about(kotowari_in: Run) -> None:
    ended = kotowari_in("check", TWO, "--ask", *NOW, stdin="10%\n")
    assert "How much of a discount is asked for?" in ended.err
    assert "The text gives more than one value: “10%”, 20% “20 %”. Which is it?" in ended.err
    assert "ACCEPT" in ended.out


def test_batch_reads_as_well(kotowari_in: Run) -> None:
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate((ONE, TWO, "")))
    ended = kotowari_in("batch", stdin=lines)
    found = [json.loads(line) for line in ended.out.splitlines()]
    assert [[item["value"] for item in one["read"]] for one in found] == [["15", "15", "pro"], ["10", "20"], []]
    assert [one["verdict"] for one in found] == ["escalate", None, "escalate"]


def test_text_that_was_read_cannot_steer_the_terminal(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "15\u202e% off, 15\u200b% off", *NOW)
    assert not set(ended.out) & {"\u202e", "\u200b"}
