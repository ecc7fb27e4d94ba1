from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import ACME, Golden, Run

import kotowari
from kotowari.schema import decision_schema

NOW = ("--now", "2026-11-22T09:00:00Z")
SMALL = ("-f", "seats=12", "-f", "revenue=90 USD")


@pytest.fixture(autouse=True)
def policy(acme: kotowari.Policy) -> kotowari.Policy:
    return acme


def test_the_verdict_comes_first_then_the_reply_then_why(kotowari_in: Run, golden: Golden) -> None:
    ended = kotowari_in("check", "Please add a Gantt chart", *SMALL, *NOW)
    assert ended.code == 0
    assert ended.err == ""
    golden("check", ended.out)


def test_a_japanese_text_gets_a_japanese_reply(
    kotowari_in: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    ended = kotowari_in("check", "ガントチャートを追加してほしい", *SMALL, *NOW)
    golden("check.ja", ended.out)


def test_several_demands_each_have_their_verdict(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "Gantt charts and a discount please", *SMALL, "-f", "discount=5", *NOW)
    lines = ended.out.splitlines()
    assert lines[0] == "DECLINE"
    assert lines[1] == "  Gantt charts  DECLINE  Not now"
    assert lines[2] == "  a discount    ACCEPT"


def test_json_is_valid_and_safe(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "gantt \x1b[2J \u202e", *SMALL, "--format", "json", *NOW)
    assert "\x1b" not in ended.out
    assert "\u202e" not in ended.out
    decision = json.loads(ended.out)
    jsonschema.validate(decision, decision_schema())
    assert decision["verdict"] == "decline"
    assert decision["request"]["text"] == "gantt \x1b[2J \u202e"


def test_the_request_can_be_left_out(kotowari_in: Run) -> None:
    assert "request" not in json.loads(kotowari_in("check", "gantt", "--format", "json", "--no-request").out)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("gantt", *SMALL), 10),
        (("my lawyer",), 20),
        (("gantt",), 30),
        (("a discount", "-f", "discount=5", "-f", "order.total=100 USD"), 0),
    ],
)
def test_with_exit_code_the_verdict_is_the_exit_code(kotowari_in: Run, arguments: tuple[str, ...], code: int) -> None:
    assert kotowari_in("check", *arguments, "--exit-code").code == code
    assert kotowari_in("check", *arguments).code == 0


def test_options_win_over_the_request(kotowari_in: Run, tmp_path: Path) -> None:
    document = {
        "id": "R-7",
        "text": "a refund",
        "facts": {"customer": {"seats": 500, "revenue": "90 USD"}},
        "unavailable": ["customer.renewal"],
    }
    (tmp_path / "request.json").write_text(json.dumps(document), encoding="utf-8")
    options = ("-f", "customer.seats=3", "-f", "renewal=none", "--unavailable", "revenue", "-t", "refund=no")
    ended = kotowari_in("check", "gantt", "--request", "request.json", *options, "--format", "json")
    request = json.loads(ended.out)["request"]
    assert request["id"] == "R-7"
    assert request["text"] == "gantt"
    assert request["facts"] == {"customer": {"seats": 3, "renewal": None}}
    assert request["unavailable"] == ["customer.revenue"]
    assert request["topics"] == {"refund": False}


def test_yaml_on_standard_input(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "--request", "-", "--exit-code", stdin="text: gantt\nunavailable: [all]\n")
    assert ended.code == 20


def test_the_text_from_a_file(kotowari_in: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes(b"\xef\xbb\xbfmy lawyer\r\n")
    assert (
        json.loads(kotowari_in("check", "--file", "text.txt", "--format", "json").out)["request"]["text"]
        == "my lawyer\r\n"
    )


@pytest.mark.parametrize(("state", "verdict"), [("", "escalate"), ("=mentions", "escalate"), ("=no", "decline")])
def test_topics_that_the_caller_states(kotowari_in: Run, state: str, verdict: str) -> None:
    ended = kotowari_in("check", "gantt, says my lawyer", *SMALL, "-t", f"legal{state}", "--format", "json")
    assert json.loads(ended.out)["verdict"] == verdict


def test_without_a_policy_the_starter_answers_people_alone(kotowari_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KOTOWARI_POLICY")
    ended = kotowari_in("check", "ガントチャートを追加してほしい")
    assert ended.code == 0
    assert ended.out.startswith("DECLINE")
    assert "the shipped pack `starter` answers" in " ".join(ended.err.split())
    for_machines = kotowari_in("check", "gantt", "--format", "json")
    assert for_machines.code == 2
    assert for_machines.out == ""


@pytest.mark.parametrize("folder", ["rules", "."])
def test_a_policy_here_is_found(kotowari_in: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: str) -> None:
    monkeypatch.delenv("KOTOWARI_POLICY")
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / folder / "policy.rules").write_bytes((ACME / "policy.rules").read_bytes())
    ended = kotowari_in("check", "gantt", *SMALL, "--format", "json")
    assert json.loads(ended.out)["policy"]["name"] == "acme-notes"


def test_rule_files_that_declare_no_policy_are_named(
    kotowari_in: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("KOTOWARI_POLICY")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.rules").write_text('polcy acme en "Acme"\n', encoding="utf-8")
    ended = kotowari_in("check", "gantt")
    assert "there are rule files in `rules`, but none of them declares `policy`" in " ".join(ended.err.split())
