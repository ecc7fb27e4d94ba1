"""`topics`, `lint`, `schema`, `show` and `explain`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import ACME, HERE, Golden, Run

import kotowari
from kotowari.diagnostics.display import columns
from kotowari.diagnostics.pages import codes
from kotowari.schema import topics_schema
from kotowari.text.near.found import Why
from kotowari_cli.main import COMMANDS


def without_lines(out: str) -> str:
    """The output without the numbers of lines in the data about denial, which is edited often."""
    return re.sub(r"(denial\.\w\w\.txt):\d+", r"\1:…", out)


@pytest.mark.usefixtures("acme")
def test_topics_are_marked_in_the_text(kotowari_in: Run, golden: Golden) -> None:
    ended = kotowari_in("topics", "Please add a Gantt chart.\nWe do not need a refund, but a 割引 and gantt.\x1b[2J")
    assert ended.code == 0
    golden("topics", without_lines(ended.out))


@pytest.mark.usefixtures("acme")
def test_a_text_may_mention_nothing(kotowari_in: Run) -> None:
    assert "none of the 4 topics" in kotowari_in("topics", "Good morning").out
    assert json.loads(kotowari_in("topics", "Good morning", "--format", "json").out) == {"topics": []}


@pytest.mark.usefixtures("acme")
def test_topics_as_data(kotowari_in: Run) -> None:
    found = json.loads(kotowari_in("topics", "Gantt", "--format", "json").out)
    jsonschema.validate(found, topics_schema())
    assert found["topics"][0]["topic"] == "gantt"


NEAR = (
    "Our data: can we export all of\nthe data? Dumps would do. I want copies of my notes.\x1b[2J\u202e It is important "
    "for the time sheet. 東京都の個人情報をすべて削除してください。"
)
NOT_GANTT = "Gantt Inc once drew a Ganntt for us, and we saw the ガントチャート展. The plan of the project is a chart."


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(("topic", "text"), [("export", NEAR), ("gantt", NOT_GANTT)])
def test_why_a_text_is_not_about_a_topic(
    kotowari_in: Run, golden: Golden, language: str, topic: str, text: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANG", f"{language}.UTF-8")
        ended = kotowari_in("topics", text, "--topic", topic, "--policy", str(HERE / "near"))
    assert (ended.code, ended.err) == (0, "")
    assert all(columns(line) <= 80 for line in ended.out.splitlines())
    golden(f"topics.{topic}.{language}", ended.out)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_near(kotowari_in: Run, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    out = kotowari_in("topics", "Good morning " * 1000, "--topic", "gantt", "--policy", str(HERE / "near")).out
    assert ("10,000文字だけ" if language == "ja" else "Only the first 10,000 characters") in out
    assert ("惜しいパターンもありません" if language == "ja" else "None of its patterns nearly matches") in out


@pytest.mark.usefixtures("acme")
def test_what_found_a_topic_in_japanese(kotowari_in: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    ended = kotowari_in("topics", "返金は不要です。割引をお願いします。")
    golden("topics.ja", without_lines(ended.out))


@pytest.mark.usefixtures("acme")
def test_near_misses_as_data(kotowari_in: Run) -> None:
    found = json.loads(kotowari_in("topics", "Gannt charts", "--topic", "gantt", "--format", "json").out)
    jsonschema.validate(found, topics_schema())
    assert found["topics"] == []
    assert [(near["why"], near["text"], near["instead"]) for near in found["near"]] == [("spelling", "Gannt", "Gannt")]
    assert "near" not in json.loads(kotowari_in("topics", "Gannt charts", "--format", "json").out)


def test_the_schema_knows_every_kind_of_near_miss() -> None:
    place = {"topic": "t", "start": 0, "end": 1, "text": "x", "pattern": "x", "source": "a.rules:1", "instead": None}
    for why in Why:
        jsonschema.validate({"topics": [], "near": [{**place, "why": why.value}]}, topics_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"topics": [], "near": [{**place, "why": "chance"}]}, topics_schema())


@pytest.mark.usefixtures("acme")
def test_only_topics_that_are_named(kotowari_in: Run) -> None:
    out = kotowari_in("topics", "Gantt and a refund", "--topic", "refund").out
    assert "[refund]" in out
    assert "[Gantt]" not in out


@pytest.mark.usefixtures("acme")
def test_a_topic_that_is_not_there(kotowari_in: Run) -> None:
    ended = kotowari_in("topics", "x", "--topic", "gant")
    assert (ended.code, ended.out) == (2, "")
    assert "did you mean `gantt`?" in ended.err


@pytest.mark.usefixtures("acme")
def test_topics_needs_a_text(kotowari_in: Run) -> None:
    assert "no text is given" in kotowari_in("topics").err
    assert kotowari_in("topics", "x", "--file", "y").code == 2


@pytest.mark.usefixtures("acme")
def test_the_schema_takes_what_check_takes(kotowari_in: Run) -> None:
    schema = json.loads(kotowari_in("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"text": "x", "facts": {"customer": {"seats": 3}}}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"facts": {"customer": {"plan": "prp"}}}, schema)


def test_lint_of_a_good_policy(kotowari_in: Run) -> None:
    ended = kotowari_in("lint", str(ACME))
    assert ended.code == 0
    assert ended.err == ""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    policy = (ACME / "policy.rules").read_text(encoding="utf-8")
    (tmp_path / "policy.rules").write_text(policy.replace("customer.seats at", "customer.sats at"), encoding="utf-8")
    return tmp_path


def test_lint_shows_the_place(kotowari_in: Run, broken: Path) -> None:
    ended = kotowari_in("lint", str(broken))
    assert (ended.code, ended.err) == (1, "")
    assert "`customer.sats`" in ended.out
    assert "did you mean `customer.seats`?" in ended.out
    assert ended.out.splitlines()[-1].startswith("1 error")


def test_lint_for_machines(kotowari_in: Run, broken: Path) -> None:
    as_json = kotowari_in("lint", ".", "--format", "json")
    assert as_json.code == 1
    assert json.loads(as_json.out)["errors"] == 1
    sarif = json.loads(kotowari_in("lint", str(broken), "--format", "sarif").out)
    assert sarif["runs"][0]["tool"]["driver"]["version"] == kotowari.__version__
    location = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "policy.rules"
    assert kotowari_in("lint", "--format", "github").out.startswith("::error file=policy.rules,line=")


@pytest.mark.usefixtures("acme")
def test_everything_that_a_policy_declares(kotowari_in: Run, golden: Golden) -> None:
    golden("show", kotowari_in("show").out)


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize(
    "name", ["no-gantt", "customer.seats", "gantt", "simplicity", "sales", "key-account", "not-now"]
)
def test_one_thing_in_full(kotowari_in: Run, golden: Golden, name: str) -> None:
    ended = kotowari_in("show", name)
    assert ended.code == 0
    golden(f"show.{name}", ended.out)


@pytest.mark.usefixtures("acme")
def test_one_kind_of_things(kotowari_in: Run) -> None:
    out = kotowari_in("show", "teams").out
    assert out.startswith("teams (4)\n")
    assert "sales  " in out
    assert "gantt" not in out


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize(
    ("words", "found"), [("ＧＡＮＴＴ 追加", "rule no-gantt"), ("percent off", "topic discount"), ("管理", "")]
)
def test_words_are_found_in_any_case_and_width(kotowari_in: Run, words: str, found: str) -> None:
    ended = kotowari_in("show", "--find", words)
    if found:
        assert ended.out.startswith(found)
    else:
        assert (ended.code, ended.out) == (2, "")
        assert f"nothing in this policy has the words `{words}`" in ended.err


@pytest.mark.usefixtures("acme")
def test_a_name_that_is_not_there(kotowari_in: Run) -> None:
    ended = kotowari_in("show", "no-gant")
    assert (ended.code, ended.out) == (2, "")
    assert "did you mean `no-gantt`?" in ended.err


def test_explain_lists_and_shows_pages(kotowari_in: Run) -> None:
    listed = kotowari_in("explain").out
    assert "unknown-fact" in listed
    assert all(code in listed for code in codes())
    for code in codes()[:5]:
        assert kotowari_in("explain", code).out.startswith(f"# {code}\n")


def test_a_code_that_is_not_there(kotowari_in: Run) -> None:
    ended = kotowari_in("explain", "no-such-code-at-all")
    assert (ended.code, ended.out) == (2, "")
    assert "`no-such-code-at-all` is no code of a diagnostic" in ended.err


def test_every_command_explains_itself(kotowari_in: Run) -> None:
    overview = kotowari_in("--help").out
    for name in COMMANDS:
        ended = kotowari_in(name, "--help")
        assert ended.code == 0
        assert f"Usage: kotowari {name}" in ended.out
        assert f"\n  {name}  " in overview


def test_without_a_command_there_is_help(kotowari_in: Run) -> None:
    ended = kotowari_in()
    assert ended.code == 0
    assert ended.out.startswith("Usage: kotowari ")


def test_the_version(kotowari_in: Run) -> None:
    assert kotowari_in("--version").out == f"kotowari {kotowari.__version__}\n"


def test_github_is_told_nothing_where_nothing_is_wrong(kotowari_in: Run) -> None:
    ended = kotowari_in("lint", str(kotowari.packs() / "retail"), "--format", "github")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
