"""What benchmarks/japanese.py does; how fast it is, is for a person to read."""

from __future__ import annotations

import json

import pytest
from benchmarks import japanese

import kotowari
from kotowari.text.topics import TopicFinder, searched_text

TEXTS = (*japanese.WITH_TOPICS, *japanese.ALIKE, *japanese.NOTHING)


@pytest.mark.parametrize("options", [(), ("--again",)])
def test_each_request_is_measured(capsys: pytest.CaptureFixture[str], options: tuple[str, ...]) -> None:
    assert japanese.main(["--rounds", "1", *options]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sum("chars" in line for line in lines) == len(TEXTS)
    assert sum("median" in line for line in lines) == 3


def test_each_request_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert japanese.main(["--rounds", "1", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["kind"], row["chars"]) for row in rows] == [
        (kind, len(text))
        for kind, texts in (
            ("topics", japanese.WITH_TOPICS),
            ("alike", japanese.ALIKE),
            ("nothing", japanese.NOTHING),
        )
        for text in texts
    ]
    assert all(row[cost] > 0 for row in rows for cost in ("sudachi_us", "topics", "verdict", "data"))


def test_beyond_a_limit_is_told_by_the_exit_code() -> None:
    assert japanese.main(["--rounds", "1", "--within", "0", "1000"]) == 1


def test_some_requests_mention_topics_and_some_do_not() -> None:
    policy = kotowari.load(kotowari.packs() / "starter")
    assert [bool(policy.topics(text)) for text in japanese.WITH_TOPICS] == [True] * len(japanese.WITH_TOPICS)
    assert {policy.topics(text) for text in (*japanese.ALIKE, *japanese.NOTHING)} == {()}
    assert {190 < len(text) < 210 for text in TEXTS} == {True}


def test_where_nothing_is_alike_nothing_is_analysed() -> None:
    finder = TopicFinder(kotowari.load(kotowari.packs() / "starter").topic_words())
    texts = [searched_text(text) for text in (*japanese.NOTHING, *japanese.ALIKE)]
    assert [finder.find_in(text) for text in texts] == [()] * 4
    # Of the first text that is alike, three characters of each word tell already.
    assert [len(text.view.stretches._kept) > 0 for text in texts] == [False, False, True, True]


@pytest.mark.parametrize("words", [["--rounds", "0"], ["one"], ["--within", "1"]])
def test_wrong_options_are_told(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        japanese.main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: ")
