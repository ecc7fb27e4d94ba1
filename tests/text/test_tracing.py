"""Which part of a pattern stands where, and what a `not` took away."""

from __future__ import annotations

import pytest

from kotowari.text.authoring.tracing import MOST_REMOVED, Stated, StatedTopic, folded_place, parts, removed
from kotowari.text.denial.denial import denial_of
from kotowari.text.denial.lines import data
from kotowari.text.denial.places import place_of
from kotowari.text.denial.words import deciding_words
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.pattern import Pattern, compile_pattern
from kotowari.text.patterns.search import Search


def traced(pattern: Pattern, text: str) -> list[tuple[str, str]]:
    view = View(fold(text))
    (hit,) = Search([compile_pattern(pattern)]).hits(view)
    start, end = view.folded.span(hit.start, hit.end)
    assert folded_place(view.folded, start, end) == (hit.start, hit.end)
    return [(part.piece, part.text) for part in parts(pattern, view, hit.start, hit.end)]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("refund", "Refunded!", [("refund", "Refunded")]),
        (
            "delete ... (my|our) data",
            "please deleted all of our data",
            [("delete", "deleted"), ("(my|our)", "our"), ("data", "data")],
        ),
        ("安い(料金|価格)", "もっと安い料金で", [("安い", "安い"), ("(料金|価格)", "料金")]),
        ("申込み", "ｻｰﾋﾞｽのお申し込みです", [("申込み", "申し込み")]),
        ("#% off", "１０ % off", [("#", "１０"), ("%", "%"), ("off", "off")]),
        ("can not log in", "I can't log in", [("can not", "can't"), ("log", "log"), ("in", "in")]),
    ],
)
def test_parts_of_a_match(pattern: str, text: str, found: list[tuple[str, str]]) -> None:
    assert traced(Pattern(pattern), text) == found


def test_a_regular_expression_has_no_parts() -> None:
    assert traced(Pattern("/ref-[0-9]+/", regex=True), "REF-12") == []


def test_what_a_not_took_away() -> None:
    topic = StatedTopic(
        "gantt",
        (Stated(Pattern("gantt"), "a.rules:1"), Stated(Pattern("gantt inc chart"), "a.rules:2")),
        (Stated(Pattern("Gantt Inc"), "a.rules:3"),),
    )
    (found,) = removed(topic, "A Gantt chart by Gantt Inc.")
    assert (found.start, found.end, found.text) == (17, 22, "Gantt")
    assert (found.stated.source, found.by.source) == ("a.rules:1", "a.rules:3")
    (longer,) = removed(topic, "Gantt Inc charts")
    assert longer.text == "Gantt Inc charts"
    assert removed(topic, "A Gantt chart") == ()


def test_only_so_many_are_told() -> None:
    topic = StatedTopic("x", (Stated(Pattern("a"), "a.rules:1"),), (Stated(Pattern("a b"), "a.rules:2"),))
    assert len(removed(topic, "a b " * 5000)) == MOST_REMOVED


def test_every_line_about_denial_has_its_place() -> None:
    for line in data():
        name, _, number = place_of(line).partition(":")
        assert name in {"denial.en.txt", "denial.ja.txt"}
        assert int(number) > 0


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("refund", "Hi. We don't really need a refund, but please help", "don't really need a refund"),
        ("refund", "We're not interested in refunds", "not interested in refunds"),
        ("返金", "先日の件です。ご返金は不要ですが、交換をお願いします", "返金は不要"),
        ("ヘンキン", "ﾍﾝｷﾝは不要です。", "ﾍﾝｷﾝは不要"),
    ],
)
def test_the_words_that_deny(pattern: str, text: str, words: str) -> None:
    folded = fold(text)
    (hit,) = Search([compile_pattern(Pattern(pattern))]).hits(View(folded))
    line = denial_of(folded, hit.start, hit.end)
    assert line is not None
    assert deciding_words(folded, hit.start, hit.end, line) == words
