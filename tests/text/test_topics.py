from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.finding import found, matches

from kotowari.text.fold import fold
from kotowari.text.patterns.pattern import Pattern, PatternError
from kotowari.text.topics import MOST_PLACES, Match, TopicFinder, TopicWords


def topic(name: str, *patterns: str, excluded: tuple[str, ...] = ()) -> TopicWords:
    words = tuple((Pattern(pattern), f"topics.rules:{number}") for number, pattern in enumerate(patterns, 1))
    return TopicWords(name, words, tuple(Pattern(pattern) for pattern in excluded))


GANTT = topic("gantt", "gantt", "timeline view", "gantt chart", "ガントチャート", excluded=("Gantt Inc",))
EXPORT = topic("export", "export", "データ ... 出力")
FINDER = TopicFinder([EXPORT, GANTT])


def test_a_match_says_what_where_and_by_what() -> None:
    assert FINDER.find("Please add a Gantt chart; no need for an export.") == (
        Match("gantt", 13, 24, "Gantt chart", denied=False, source="topics.rules:3", pattern="gantt chart"),
        Match("export", 41, 47, "export", denied=True, source="topics.rules:1", pattern="export"),
    )


def test_languages_mix_word_by_word() -> None:
    text = "ｶﾞﾝﾄﾁｬｰﾄをExportしたい。データをＣＳＶで出力"
    assert [(match.topic, match.text) for match in FINDER.find(text)] == [
        ("gantt", "ｶﾞﾝﾄﾁｬｰﾄ"),
        ("export", "Export"),
        ("export", "データをＣＳＶで出力"),
    ]


def test_excluded_patterns_remove_only_what_they_overlap() -> None:
    assert [match.start for match in FINDER.find("Gantt Inc sells gantt charts")] == [16]
    assert found("gantt", "the big gantt", "big gantt") == []
    assert found("gantt", "gantt gmbh, gantt", "gantt gmbh") == ["gantt"]


def test_an_excluded_match_leaves_room_for_another_at_its_place() -> None:
    finder = TopicFinder([topic("chat", "support chat", "support", excluded=("chat with us",))])
    assert [match.text for match in finder.find("support chat with us")] == ["support"]


def test_one_entry_a_place() -> None:
    finder = TopicFinder([topic("t", "data", "data export", "export file", "data")])
    assert [(match.text, match.source) for match in finder.find("data export file, data")] == [
        ("data export", "topics.rules:2"),
        ("data", "topics.rules:1"),
    ]


def test_topics_may_overlap_each_other() -> None:
    finder = TopicFinder([topic("b", "data export"), topic("a", "data"), topic("c", "data")])
    assert [(match.topic, match.end) for match in finder.find("data export")] == [("a", 4), ("c", 4), ("b", 11)]


def test_regular_expressions_sort_among_the_others() -> None:
    words = TopicWords("t", ((Pattern(r"\d+ eur", regex=True), "a:1"), (Pattern("refund"), "a:2")))
    assert [match.text for match in TopicFinder([words]).find("refund 5 EUR, refund")] == ["refund", "5 EUR", "refund"]


def test_nothing_is_found_in_nothing() -> None:
    assert FINDER.find("") == ()
    assert TopicFinder([]).find("anything") == ()
    assert TopicFinder([topic("empty")]).find("anything") == ()


def test_a_pattern_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(PatternError):
        TopicFinder([topic("t", "(a")])


@pytest.mark.parametrize(
    "text", ["\ud800gantt\udfff", "\0gantt\x1b[31m", "\u202egantt\u202c", "g\u00adant\u200bt", "\ufeffgantt"]
)
def test_odd_characters_do_not_hide_a_word(text: str) -> None:
    (match,) = FINDER.find(text)
    assert text[match.start : match.end] == match.text
    assert "gantt" in fold(match.text).text


@pytest.mark.parametrize(
    ("pattern", "unit"),
    [
        ("a ... b", "a "),
        ("a ... b", "a,"),
        ("a ... a ... a ... b", "a\n"),
        ("((a|a a)|((a|b a)|a)) ((a|b)|(a a|a)) c", "a "),
        ("ああああああ ... い", "あ"),
        ("#泊", "一"),
        ("# nights", "one "),
        ("# nights", "1,"),
        ("データ* ... # ... 消", "データ"),
        ("aa", "a"),
        ("a", "\u0301\u0316"),
        ("a", " "),
        ("a", "\ud800"),
        ("a", "\n"),
        ("a", "."),
        ("a", "、"),
    ],
)
def test_a_long_monotonous_text_is_read_to_its_end(pattern: str, unit: str) -> None:
    text = unit * (60_000 // len(unit)) + "。 gantt"
    assert [match.topic for match in TopicFinder([topic("t", pattern), GANTT]).find(text)] == ["gantt"]


@pytest.mark.parametrize("sign", ["。", "!", "\n", "?\n"])
def test_any_number_of_signs_may_end_a_sentence(sign: str) -> None:
    assert found("返金", f"返金{sign * 60_000}返金") == ["返金", "返金"]


def test_words_far_apart_are_looked_for_all_the_same() -> None:
    assert found("a ... b", "a " * 20_000 + "b") == ["a a a a a a a b"]


@pytest.mark.parametrize("filler", ["not need, ", "X ", "a, ", "なく", "(", "i want "])
def test_denial_looks_at_a_bounded_stretch(filler: str) -> None:
    (match,) = FINDER.find(filler * 20_000 + " gantt " + filler * 20_000)
    assert match.text == "gantt"


def test_evidence_is_bounded() -> None:
    assert len(matches("gantt", "gantt, " * (MOST_PLACES + 10))) == MOST_PLACES


PIECES = st.sampled_from(
    [
        *(
            "gantt",
            "ＧＡＮＴＴ",
            "Export",
            "ｶﾞﾝﾄﾁｬｰﾄ",
            "ガントチャート",
            "timeline",
            "view",
            "Inc",
            "データ",
            "出力",
            "を",
        ),
        *("データ", "出力", "を", " ", "、", "。", "-", "x", "ﬃ", "㍿", "e\u0301", "\u3099", "\u200b", "\ud800", "💥"),
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_every_match_points_at_characters_that_say_it(text: str) -> None:
    found_matches = FINDER.find(text)
    assert list(found_matches) == sorted(found_matches, key=lambda match: (match.start, match.end, match.topic))
    for match in found_matches:
        assert 0 <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.text
        folded = fold(match.text).text
        assert all(fold(word).text in folded for word in match.pattern.split(" ... "))
    for name in ("gantt", "export"):
        own = [match for match in found_matches if match.topic == name]
        assert all(one.end <= other.start for one, other in pairwise(own))


@given(st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES, max_size=3).map("".join))
def test_a_sentence_of_its_own_is_found_wherever_it_stands(before: str, after: str) -> None:
    """What is found in a text alone is found with other sentences around it."""
    alone = [match.text for match in FINDER.find("Please add a gantt chart.")]
    around = FINDER.find(f"{before}。\n\nPlease add a gantt chart.\n\n{after}")
    assert alone[0] in [match.text for match in around]
