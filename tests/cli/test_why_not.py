"""`kotowari check --why-not`."""

from __future__ import annotations

import json

import jsonschema
import pytest
from tests.cli.conftest import Golden, Run

import kotowari
from kotowari.diagnostics.display import columns
from kotowari.schema import why_not_schema

NOW = ("--now", "2026-11-22T09:00:00Z")
SMALL = ("-f", "seats=12", "-f", "revenue=90 USD")
ASKED: dict[str, tuple[str, ...]] = {
    "escalate": ("Please add a Gantt chart", *SMALL),
    "accept": ("A Gantt chart and 20% off, please", "-f", "request.discount=20"),
    "no-gantt": ("A discount, please", "-f", "request.discount=20"),
    "decline": ("Please add a Gantt chart", *SMALL),
}


@pytest.fixture(autouse=True)
def policy(acme: kotowari.Policy) -> kotowari.Policy:
    return acme


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("goal", ASKED)
def test_what_stands_in_the_way(
    kotowari_in: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch, goal: str, language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    ended = kotowari_in("check", *ASKED[goal], *NOW, "--why-not", goal)
    assert (ended.code, ended.err) == (0, "")
    assert all(columns(line) <= 80 for line in ended.out.splitlines())
    golden(f"why-not.{goal}.{language}", ended.out)


@pytest.mark.parametrize("goal", ASKED)
def test_as_data(kotowari_in: Run, goal: str) -> None:
    data = json.loads(kotowari_in("check", *ASKED[goal], *NOW, "--why-not", goal, "--format", "json").out)
    jsonschema.validate(data, why_not_schema())
    assert data["reached"] is (goal == "decline")
    assert data["goal"] in ({"verdict": goal}, {"rule": goal})
    assert bool(data["routes"]) is not data["reached"]


@pytest.mark.parametrize(
    ("goal", "advice"),
    [("acept", "did you mean `accept`?"), ("no-gant", "did you mean `no-gantt`?"), ("", "`kotowari show rules`")],
)
def test_what_is_neither_a_verdict_nor_a_rule(kotowari_in: Run, goal: str, advice: str) -> None:
    ended = kotowari_in("check", "gantt", "--why-not", goal)
    assert (ended.code, ended.out) == (2, "")
    assert advice in ended.err


def test_it_sends_no_reply(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "gantt", "--why-not", "accept", "--reply", "text")
    assert (ended.code, ended.out) == (2, "")
    assert "--why-not" in ended.err


def test_the_exit_code_is_that_of_the_verdict(kotowari_in: Run) -> None:
    assert kotowari_in("check", "gantt", *SMALL, "--why-not", "accept", "--exit-code").code == 10


def test_hostile_text_stays_text(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "no gantt \x1b[2J, my l\u202eawyer", "--why-not", "accept")
    assert "\x1b" not in ended.out
    assert "\u202e" not in ended.out


def test_a_verdict_may_be_written_as_the_terminal_shows_it(kotowari_in: Run) -> None:
    asked = ("check", *ASKED["accept"], *NOW, "--why-not")
    assert kotowari_in(*asked, "ACCEPT").out == kotowari_in(*asked, "accept").out
    assert kotowari_in(*asked, "承諾").out == kotowari_in(*asked, "accept").out
