"""`kotowari what-if`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import ACME, Ended, Golden, Run

import kotowari
from kotowari.diagnostics.display import columns
from kotowari.schema import what_if_schema

NOW = ("--now", "2026-11-22T09:00:00Z")
REQUESTS = [
    {"id": "T-1", "text": "Please add a Gantt chart", "facts": {"customer": {"seats": 3, "revenue": "90 USD"}}},
    {"id": "T-2", "text": "A discount, please", "facts": {"request": {"discount": 20}}},
    {"id": "T-3", "text": "A discount, please", "facts": {"request": {"discount": 5}}},
    {"id": "<b>`|*@all \x1b[2J", "text": "My lawyer will write to you"},
    {"text": "A discount, please"},
]
CHANGED = """
rule small-discount about discount
  when request.discount at most 3%
  accept because trust
  say en answer "We take that off."
  say ja answer 「お値引きいたします。」
topic refund en "a refund" ja 「ご返金」
  words en "refund", "money back"
  words ja 「返金」
rule hello
  when request mentions refund
  escalate to lead because trust
"""


@pytest.fixture(autouse=True)
def policy(acme: kotowari.Policy, tmp_path: Path) -> kotowari.Policy:
    lines = (json.dumps(request, ensure_ascii=False) for request in REQUESTS)
    (tmp_path / "requests.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "changed.rules").write_text(CHANGED, encoding="utf-8")
    return acme


def told(ended: Ended) -> str:
    assert (ended.code, ended.err) == (0, "")
    assert "\x1b" not in ended.out
    return ended.out


ALL = ("what-if", "--requests", "requests.jsonl", *NOW)
RUNS: dict[str, tuple[str, ...]] = {
    "without": (*ALL, "--without", "no-gantt", "--without", "legal-threat"),
    "with": (*ALL, "--with", "changed.rules", "--replies"),
    "one": ("what-if", "Please add a Gantt chart", "-f", "seats=3", "-f", "revenue=90 USD", "--without", "no-gantt",
            "--replies", *NOW),
    "same": ("what-if", "A discount, please", "-f", "discount=20", "--without", "no-gantt", *NOW),
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", RUNS)
def test_what_would_be_different(
    kotowari_in: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    out = told(kotowari_in(*RUNS[name]))
    assert all(columns(line) <= 80 for line in out.splitlines())
    golden(f"what-if.{name}.{language}", out)
    markdown = told(kotowari_in(*RUNS[name], "--format", "markdown"))
    golden(f"what-if.{name}.{language}.md", markdown)


@pytest.mark.parametrize("name", RUNS)
def test_as_data(kotowari_in: Run, name: str) -> None:
    data = json.loads(told(kotowari_in(*RUNS[name], "--format", "json")))
    jsonschema.validate(data, what_if_schema())
    requests = data["requests"]
    others = [requests[f"{what}_changed"] or 0 for what in ("possible", "teams", "replies")]
    assert requests["changed"] == sum(one["count"] for one in requests["transitions"]) + sum(others)


def test_what_is_replaced_and_what_is_new(kotowari_in: Run) -> None:
    data = json.loads(told(kotowari_in(*RUNS["with"], "--format", "json")))
    assert (data["replaced"], data["added"]) == (["refund", "small-discount"], ["hello"])


def test_a_rule_takes_its_exceptions_with_it(kotowari_in: Run) -> None:
    one = ("what-if", "Please add a Gantt chart", "-f", "seats=300", "--format", "json", "--without")
    (listed,) = json.loads(told(kotowari_in(*one, "no-gantt")))["requests"]["listed"]
    assert (listed["from"]["rules"], listed["to"]["rules"]) == (["key-account-gantt"], ["otherwise"])
    (listed,) = json.loads(told(kotowari_in(*one, "key-account-gantt")))["requests"]["listed"]
    assert listed["to"]["rules"] == ["no-gantt"]


def test_no_more_than_asked_for_is_listed(kotowari_in: Run) -> None:
    data = json.loads(told(kotowari_in(*RUNS["without"], "--most", "1", "--format", "json")))
    assert (data["requests"]["changed"], len(data["requests"]["listed"])) == (2, 1)
    assert "and 1 more" in kotowari_in(*RUNS["without"], "--most", "1").out


def test_declarations_may_stand_in_a_file_of_any_name(kotowari_in: Run, tmp_path: Path) -> None:
    (tmp_path / "changed.rules").rename(tmp_path / "changed.txt")
    assert "another refund, small-discount" in told(kotowari_in("what-if", "Any discount?", "--with", "changed.txt"))


TABLE = """
table discounts "Small discounts" from "limits.csv" about discount
  every row
"""
LIMIT = "request.discount,outcome\nat most {}%,escalate to lead because trust\n"


def test_rows_are_looked_for_beside_the_file_that_names_them(kotowari_in: Run, tmp_path: Path) -> None:
    for folder, limit in (("low", 3), ("high", 30)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "table.rules").write_text(TABLE, encoding="utf-8")
        (tmp_path / folder / "limits.csv").write_text(LIMIT.format(limit), encoding="utf-8")
    asked = ("what-if", "A discount, please", "-f", "discount=20", "--format", "json")
    low = json.loads(told(kotowari_in(*asked, "--with", "low/table.rules")))
    assert low["added"] == ["discounts"]
    high = json.loads(told(kotowari_in(*asked, "--with", str(tmp_path / "high" / "table.rules"))))
    verdicts = [data["requests"]["listed"][0]["to"]["verdict"] if data["requests"]["listed"] else None
                for data in (low, high)]  # fmt: skip
    assert verdicts == [None, "escalate"]


def test_rows_that_stand_only_in_the_policy_are_not_those_of_another_file(kotowari_in: Run, tmp_path: Path) -> None:
    (tmp_path / "table.rules").write_text(TABLE, encoding="utf-8")
    ended = kotowari_in("what-if", "A discount, please", "--with", "table.rules")
    assert (ended.code, ended.out) == (2, "")
    assert "there is no file `limits.csv`" in ended.err
    assert "`table.rules` names it for the rows of `discounts`" in " ".join(ended.err.split())


def test_lines_that_are_no_requests_are_told(kotowari_in: Run) -> None:
    lines = b'{"text": "gantt"}\nnot json\n{"facts": {"customer": {"plam": 1}}}\n'
    ended = kotowari_in("what-if", "--requests", "-", "--without", "no-gantt", "--format", "json", stdin=lines)
    data = json.loads(ended.out)
    jsonschema.validate(data, what_if_schema())
    assert ended.code == 2
    assert "2 lines could not be decided" in ended.err
    assert [line["line"] for line in data["requests"]["error_lines"]] == [2, 3]
    assert data["requests"]["total"] == 1


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize(
    "words",
    [
        ("what-if", "--without", "no-gantt", "--requests"),
        ("diff", ".", "--requests"),
        ("batch",),
        ("topics", "--format", "json", "--file"),
    ],
    ids=lambda words: words[0],
)
def test_a_workbook_is_no_file_of_requests(
    kotowari_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(ACME)
    (tmp_path / "requests.xlsx").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40)
    ended = kotowari_in(*words, str(tmp_path / "requests.xlsx"))
    assert (ended.code, ended.out) == (2, "")
    told = " ".join(ended.err.split())
    assert "requests.xlsx` is a ZIP archive, as Excel workbooks are, not text" in told
    assert "write one request on each line, such as" in told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (b"", "There are no requests."),
        ('{"text": "返金"}\n'.encode("cp932") * 2, "None of the requests could be decided."),
    ],
)
def test_no_requests_and_none_that_could_be_decided(kotowari_in: Run, lines: bytes, told: str) -> None:
    ended = kotowari_in("what-if", "--requests", "-", "--without", "no-gantt", stdin=lines)
    assert told in ended.out
    assert ended.code == (2 if lines else 0)


BAD: list[tuple[tuple[str, ...], int, str]] = [
    (("x",), 2, "nothing is to be different"),
    (("--without", "no-gantt"), 2, "no request is given"),
    (("x", "--requests", "requests.jsonl", "--without", "no-gantt"), 2, "no place for another one"),
    (("x", "--without", "no-gant"), 2, "did you mean `no-gantt`?"),
    (("x", "--with", "nowhere.rules"), 2, "no file `nowhere.rules`"),
    (("x", "--with", "empty.rules"), 2, "declares nothing"),
    (("x", "--with", "broken.rules"), 1, "error[missing-word]"),
    (("x", "--with", "changed.rules", "--without", "small-discount"), 2, "switched off and declared anew"),
    (("x", "--without", "no-gantt", "--now", "noon"), 2, "is not a time"),
    (("x", "--without", "no-gantt", "-f", "plan=prp"), 2, "did you mean `pro`?"),
    (("--requests", "nowhere.jsonl", "--without", "no-gantt"), 2, "no file `nowhere.jsonl`"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), BAD)
def test_wrong_input_is_told(
    kotowari_in: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    (tmp_path / "empty.rules").write_text("# nothing\n", encoding="utf-8")
    (tmp_path / "broken.rules").write_text("rule x when\n", encoding="utf-8")
    ended = kotowari_in("what-if", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert message in " ".join(ended.err.split())


@pytest.mark.parametrize(
    "words",
    [
        ("--with", "-", "--requests", "-"),
        ("--with", "-", "--with", "-", "--requests", "requests.jsonl"),
        ("--with", "-", "--request", "-"),
    ],
    ids=" ".join,
)
def test_standard_input_is_read_once(kotowari_in: Run, words: tuple[str, ...]) -> None:
    ended = kotowari_in("what-if", *words, stdin=CHANGED)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "error: standard input is given twice\n  put one of them into a file\n"


def test_a_hint_asks_the_same_policy(kotowari_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KOTOWARI_POLICY")
    (tmp_path / "my policy").mkdir()
    (tmp_path / "my policy" / "policy.rules").write_text((ACME / "policy.rules").read_text("utf-8"), encoding="utf-8")
    words = ("what-if", "hello", "--without", "x", "--policy")
    ended = kotowari_in(*words, "my policy")
    assert "`kotowari show rules --policy 'my policy'` lists them" in " ".join(ended.err.split())
