"""`kotowari lint` counts what a policy silences, and `kotowari show` tells why."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run

PREAMBLE = Path(__file__).parent.parent / "diagnostics" / "preamble.replies.rules"
RULE = """
rule no-gantt about gantt
  decline because care
  say en
    answer "Unfortunately we will not be adding Gantt charts."
    instead "You'll have to use a board."
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], str]:
    def written(allow: str) -> str:
        (tmp_path / "policy.rules").write_text(PREAMBLE.read_text(encoding="utf-8"), encoding="utf-8")
        (tmp_path / "case.rules").write_text(RULE + allow, encoding="utf-8")
        return str(tmp_path)

    return written


BOTH = '  allow regret-words, commands-customer because "The board is the only way."\n'


def test_nothing_is_said_of_none(kotowari_in: Run, write: Callable[[str], str]) -> None:
    assert "silenced" not in kotowari_in("lint", write("")).out


def test_the_summary_counts_them(kotowari_in: Run, write: Callable[[str], str]) -> None:
    ended = kotowari_in("lint", write(BOTH))
    assert (ended.code, ended.out.splitlines()[1:]) == (0, ["2 checks silenced"])
    assert ended.out.startswith("no problems in 2 files of ")


def test_below_what_was_found(kotowari_in: Run, write: Callable[[str], str]) -> None:
    ended = kotowari_in("lint", write('  allow regret-words because "They lose a day."\n'))
    assert (ended.code, ended.out.splitlines()[-2:]) == (1, ["1 error", "1 check silenced"])


def test_in_japanese(kotowari_in: Run, write: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert "理由を付けて止めている検査：2件" in kotowari_in("lint", write(BOTH)).out
    assert "2個のファイルに問題はありません" in kotowari_in("lint", write(BOTH)).out


def test_json_has_each_with_its_reason(kotowari_in: Run, write: Callable[[str], str]) -> None:
    record = json.loads(kotowari_in("lint", write(BOTH), "--format", "json").out)
    assert (record["errors"], record["warnings"], record["diagnostics"]) == (0, 0, [])
    assert [(one["code"], one["because"], len(one["diagnostics"])) for one in record["silenced"]] == [
        ("regret-words", "The board is the only way.", 1),
        ("commands-customer", "The board is the only way.", 1),
    ]


def test_sarif_has_them_as_suppressed_in_the_source(kotowari_in: Run, write: Callable[[str], str]) -> None:
    allow = '  allow regret-words because "They lose a day."\n'
    run = json.loads(kotowari_in("lint", write(allow), "--format", "sarif").out)["runs"][0]
    suppressed = {one["ruleId"]: one["suppressions"] for one in run["results"]}
    assert suppressed["commands-customer"] == []
    (suppression,) = suppressed["regret-words"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "They lose a day.")
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 7


def test_sarif_says_nothing_of_suppressions_where_there_are_none(kotowari_in: Run, write: Callable[[str], str]) -> None:
    assert "suppressions" not in kotowari_in("lint", write(""), "--format", "sarif").out


def test_github_shows_none(kotowari_in: Run, write: Callable[[str], str]) -> None:
    assert kotowari_in("lint", write(BOTH), "--format", "github").out == ""


def test_show_tells_why(kotowari_in: Run, write: Callable[[str], str]) -> None:
    shown = kotowari_in("show", "no-gantt", "--policy", write(BOTH)).out
    line = next(line for line in shown.splitlines() if "allow" in line)
    assert " ".join(line.split()) == "allow regret-words The board is the only way."
