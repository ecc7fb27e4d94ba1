from __future__ import annotations

import io
import json
from pathlib import Path
from typing import BinaryIO, cast

import jsonschema
import pytest
from tests.cli.conftest import Run

import kotowari
from kotowari.schema import batch_error_schema, decision_schema, topics_schema
from kotowari_cli.lines import numbered

REQUESTS = (
    b'\xef\xbb\xbf{"id": "a", "text": "gantt"}\n'
    b"\n"
    b'{"id": 7, "text": "my lawyer"}\r\n'
    b'{"id": "c", "fcts": {}}\n'
    b"   \n"
    b"{not json}\n"
    b'{"id": "e", "facts": {"customer": {"seats": "many"}}}\n'
    b'"caf\xe9"\n'
    b'{"id": "g", "text": "\\u001b[2J\\u202e refund"}'
)


@pytest.fixture(autouse=True)
def policy(acme: kotowari.Policy) -> kotowari.Policy:
    return acme


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_line_gets_its_answer_in_order(kotowari_in: Run) -> None:
    ended = kotowari_in("batch", stdin=REQUESTS)
    answers = lines(ended.out)
    assert [answer.get("id") for answer in answers] == ["a", 7, "c", None, "e", None, "g"]
    assert [answer.get("line") for answer in answers] == [None, None, 4, 6, 7, 8, None]
    for answer in answers:
        jsonschema.validate(answer, batch_error_schema() if "line" in answer else decision_schema())
    assert ended.code == 2
    assert "4 of 7 lines could not be answered\n  line 4: `fcts`: a request has no such key" in ended.err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_first_line_that_is_wrong_is_told_in_the_language_of_the_person(
    kotowari_in: Run, jobs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    ended = kotowari_in("batch", "-j", jobs, stdin=b'{"text": "x"}\n' * 300 + b'{"text": "a",}\n[1]\n')
    assert "302行のうち2行に答えられませんでした\n  最初の誤り：301行目：14文字目：" in ended.err


def test_errors_say_what_and_where(kotowari_in: Run) -> None:
    errors = [str(answer["error"]) for answer in lines(kotowari_in("batch", stdin=REQUESTS).out) if "error" in answer]
    assert "did you mean `facts`?" in errors[0]
    assert errors[1].startswith("column 2: this is not JSON")
    assert "`facts.customer.seats`" in errors[2]
    assert "not UTF-8: byte 4 (from 0) is 0xe9" in errors[3]


def test_nothing_in_it_steers_a_terminal(kotowari_in: Run) -> None:
    out = kotowari_in("batch", stdin=REQUESTS).out
    assert not set(out) & {"\x1b", "\u202e"}
    request = cast("dict[str, object]", lines(out)[-1]["request"])
    assert request["text"] == "\x1b[2J\u202e refund"


def test_good_lines_alone_end_well(kotowari_in: Run) -> None:
    ended = kotowari_in("batch", "-", "--no-request", stdin='{"text": "gantt"}\n')
    assert (ended.code, ended.err) == (0, "")
    assert "request" not in lines(ended.out)[0]


def test_an_empty_file_has_no_answers(kotowari_in: Run) -> None:
    ended = kotowari_in("batch", stdin=b"")
    assert (ended.code, ended.out, ended.err) == (0, "", "")


def test_the_output_file_is_whole(kotowari_in: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(REQUESTS)
    ended = kotowari_in("batch", "in.jsonl", "-o", "out.jsonl")
    assert (ended.code, ended.out) == (2, "")
    assert len(lines((tmp_path / "out.jsonl").read_text(encoding="utf-8"))) == 7
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_where_the_run_fails_the_old_output_stays(
    kotowari_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, acme: kotowari.Policy
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    (tmp_path / "out.jsonl").write_text("old", encoding="utf-8")
    monkeypatch.setattr(type(acme), "decide", broken)
    assert kotowari_in("batch", "-o", "out.jsonl", stdin="{}\n").code == 70
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("nowhere.jsonl",), "there is no file `nowhere.jsonl`"),
        ((".",), "`.` is a folder, not a file"),
        (("-", "-o", "."), "`.` is a folder, not a file"),
        (("-", "-o", "nowhere/out.jsonl"), "there is no folder for `nowhere/out.jsonl`"),
    ],
)
def test_files_that_cannot_be_used(kotowari_in: Run, options: tuple[str, ...], told: str) -> None:
    ended = kotowari_in("batch", *options, stdin="{}\n")
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


class Endless:
    """Lines without end, which counts how many were taken."""

    def __init__(self) -> None:
        self.taken = 0

    def readline(self, _: int) -> bytes:
        self.taken += 1
        return b"{}\n"


def test_lines_are_read_as_they_are_needed() -> None:
    endless = Endless()
    found = numbered(cast("BinaryIO", endless))
    assert [next(found).number for _ in range(5)] == [1, 2, 3, 4, 5]
    assert endless.taken == 5


def test_a_line_beyond_the_limit_is_passed_over_without_being_held() -> None:
    stream = io.BytesIO(b"{}\n" + b"x" * 100 + b"\n{}\n" + b"y" * 11)
    found = list(numbered(stream, limit=10))
    assert [(line.number, line.data) for line in found] == [(1, b"{}\n"), (2, None), (3, b"{}\n"), (4, None)]


def test_topics_of_many_requests(kotowari_in: Run) -> None:
    ended = kotowari_in("topics", "--format", "json", "--file", "-", stdin=REQUESTS)
    answers = lines(ended.out)
    assert ended.code == 2
    assert [answer.get("id") for answer in answers] == ["a", 7, "c", None, "e", None, "g"]
    assert answers[0]["topics"] == [
        {"topic": "gantt", "start": 0, "end": 5, "text": "gantt", "denied": False, "source": "policy.rules:49"}
    ]
    for answer in answers:
        jsonschema.validate(answer, batch_error_schema() if "line" in answer else topics_schema())
