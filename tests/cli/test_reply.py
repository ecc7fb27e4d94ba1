"""`kotowari reply check`: a draft before it is sent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Golden, Run

import kotowari
from kotowari.diagnostics.record import FORMAT

STARTER = str(kotowari.packs() / "starter")
GOOD = (
    "Thank you for asking about a Gantt chart. We will not be adding one: anyone can use Acme Notes within five"
    " minutes, without a manual. You can use a board with due dates.\n"
)
BAD = "No. Our policy does not allow that.\n"
BAD_JA = "ガントチャートの追加はできません。会社の規則ですので、ご了承ください。\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_good_reply(
    kotowari_in: Run, draft: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    ended = kotowari_in("reply", "check", draft.name, "--rule", "no-gantt", "--policy", STARTER)
    assert (ended.code, ended.err) == (0, "")
    golden(f"reply-check.good.{language}", ended.out)


@pytest.mark.parametrize(("language", "text"), [("en", BAD), ("ja", BAD_JA)])
def test_a_bad_reply_is_underlined(kotowari_in: Run, golden: Golden, language: str, text: str) -> None:
    ended = kotowari_in("reply", "check", "-", stdin=text.encode())
    assert (ended.code, ended.err) == (1, "")
    golden(f"reply-check.bad.{language}", ended.out)


def test_warnings_alone_are_no_reason_to_stop(kotowari_in: Run) -> None:
    ended = kotowari_in("reply", "check", "-", stdin=b"Thank you. We cannot add it, because it is slow.")
    assert ended.code == 0
    assert "no-alternative" in ended.out


def test_a_draft_against_a_request(kotowari_in: Run, tmp_path: Path) -> None:
    request = tmp_path / "request.json"
    request.write_text(json.dumps({"text": "Please add a Gantt chart", "facts": {"customer": {"plan": "pro"}}}))
    yes = b"Thank you for asking about Gantt charts. We will add them. What is your plan? Please tell us your plan."
    ended = kotowari_in("reply", "check", "-", "--request", str(request), "--policy", STARTER, stdin=yes)
    assert ended.code == 1
    assert "wrong-verdict" in ended.out
    assert "asks-again" in ended.out


def test_a_draft_as_data(kotowari_in: Run) -> None:
    ended = kotowari_in("reply", "check", "-", "--format", "json", stdin=BAD.encode())
    data = json.loads(ended.out)
    assert (ended.code, data["format"]) == (1, FORMAT)
    spans = {BAD[found["start"] : found["end"]] for found in data["diagnostics"] if found["severity"] == "error"}
    assert spans == {"No.", "Our policy"}


@pytest.mark.parametrize(("format_", "sign"), [("github", "::error "), ("sarif", '"appeal-to-rules"')])
def test_a_draft_for_other_programs(kotowari_in: Run, format_: str, sign: str) -> None:
    ended = kotowari_in("reply", "check", "-", "--format", format_, stdin=BAD.encode())
    assert ended.code == 1
    assert sign in ended.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no-such-file.txt",), "there is no file"),
        (("draft.txt", "--rule", "no-gant", "--policy", STARTER), "did you mean `no-gantt`?"),
        (("draft.txt", "--rule", "no-gantt", "--request", "r.json"), "--rule and --request are both given"),
        (("draft.txt", "--policy", STARTER), "--policy alone says nothing"),
        (("-", "--request", "-"), "standard input cannot be both"),
        (("draft.txt", "--language", "fr"), "is not one of"),
        (("draft.txt", "--rule", "no-gantt"), "no policy is named"),
    ],
)
@pytest.mark.usefixtures("draft")
def test_wrong_usage(kotowari_in: Run, arguments: tuple[str, ...], said: str) -> None:
    ended = kotowari_in("reply", "check", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in " ".join(ended.err.split())


@pytest.mark.parametrize("stdin", [b"", b" \n\t\n", b"\xff\xfeN\x00o\x00", b"caf\xe9", b"x" * (256 * 1024 + 1)])
def test_input_that_is_no_reply(kotowari_in: Run, stdin: bytes) -> None:
    ended = kotowari_in("reply", "check", "-", stdin=stdin)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("error: ")


@pytest.mark.parametrize("text", ["\x1b[2J\u202eNo.\x00 {name}", "No. \U0001f600 \x9b31m", "\u2028No.\u2029\x07"])
def test_hostile_text_does_not_reach_the_terminal(kotowari_in: Run, text: str) -> None:
    ended = kotowari_in("reply", "check", "-", "--language", "en", stdin=text.encode())
    assert ended.code in {0, 1}
    assert not {"\x1b", "\x00", "\u202e"} & set(ended.out)


def test_an_open_decision_is_no_measure(kotowari_in: Run, tmp_path: Path) -> None:
    request = tmp_path / "request.json"
    request.write_text(json.dumps({"text": "I want a refund"}))
    ended = kotowari_in("reply", "check", "-", "--request", str(request), "--policy", STARTER, stdin=GOOD.encode())
    assert (ended.code, ended.out) == (2, "")
    assert "the decision on this request is open" in ended.err
