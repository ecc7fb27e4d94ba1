"""What a pattern misses that nearly matches."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kotowari.text.authoring.tracing import Stated, StatedTopic
from kotowari.text.near.found import Near, Why
from kotowari.text.near.misses import LONGEST, MOST, near_misses
from kotowari.text.patterns.pattern import Pattern
from kotowari.text.topics import TopicFinder, TopicWords


def topic(*patterns: str | Pattern, excluded: tuple[str, ...] = ()) -> StatedTopic:
    written = [Pattern(one) if isinstance(one, str) else one for one in patterns]
    return StatedTopic(
        "topic",
        tuple(Stated(pattern, f"policy.rules:{number}") for number, pattern in enumerate(written, 1)),
        tuple(Stated(Pattern(text), "policy.rules:99") for text in excluded),
    )


def near(pattern: str | Pattern, text: str, *excluded: str) -> list[Near]:
    return list(near_misses(topic(pattern, excluded=excluded), text))


@pytest.mark.parametrize(
    ("pattern", "text", "why", "at"),
    [
        ("import", "This is important to us", Why.BEGINNING, "important"),
        ("export", "Where is the exporter?", Why.BEGINNING, "exporter"),
        ("relate", "What is the relation?", Why.BEGINNING, "relation"),
        ("gantt", "We want Ganntt charts", Why.SPELLING, "Ganntt"),
        ("money back", "I'd like my money backk", Why.SPELLING, "backk"),
        ("invoice", "Where is my invocie?", Why.SPELLING, "invocie"),
        ("download*", "The downlaods fail", Why.SPELLING, "downlaods"),
        ("(export|download) data", "I exprted my data", Why.SPELLING, "exprted"),
        ("export data", "export all of my data", Why.APART, "export all of my data"),
        ("export data", "export, data", Why.PARTED, "export, data"),
        ("export data", "a data export", Why.ORDER, "data export"),
        ("export ... data", "Export it. Data is all we have", Why.SENTENCES, "Export it. Data"),
        ("export ... data", "export the whole of the very long list of our own data", Why.FAR, None),
        ("export data", "download my data", Why.MISSING, "data"),
        ("log in", "I cannot login", Why.JOINED, "login"),
        ("timesheet", "where is my time sheet", Why.SPLIT, "time sheet"),
        ("京都", "東京都に行きたい", Why.WITHIN, "東京都"),
        ("規則", "不規則な生活", Why.WITHIN, "不規則"),
        ("ガントチャート", "ガンチャートが欲しい", Why.SPELLING, "ガンチャート"),
        ("個人情報の削除", "個人情報をすべて削除してください", Why.APART, "個人情報をすべて削除"),
        ("送料無料", "送料は無料ですか", Why.APART, "送料は無料"),
        ("データ ... 消して", "消してからデータを送る", Why.ORDER, "消してからデータ"),
        ("個人情報の削除", "個人情報を見せて", Why.MISSING, "個人情報"),
    ],
)
def test_what_keeps_a_pattern_from_matching(pattern: str, text: str, why: Why, at: str | None) -> None:
    found = near(pattern, text)
    assert [one.why for one in found] == [why]
    assert at is None or text[found[0].start : found[0].end] == at


@pytest.mark.parametrize(
    ("pattern", "text", "instead"),
    [
        ("import", "This is important to us", "import*"),
        ("export data", "export all of my data", "export ... data"),
        ("export data", "a data export", "data ... export"),
        ("export data", "Export it. Data is all we have", None),
        ("export data", "exporter of data", "export* ... data"),
        ("log in", "I cannot login", "login"),
        ("死", "死にたい", "死ぬ"),
        ("書き出", "データを書き出したい", "書き出*"),
        ("京都", "東京都に行きたい", "東京都"),
        ("個人情報の削除", "個人情報をすべて削除してください", "個人情報 ... 削除"),
    ],
)
def test_what_to_write_instead_does_match(pattern: str, text: str, instead: str | None) -> None:
    (first, *_) = near(pattern, text)
    assert (first.instead and first.instead.text) == instead
    if first.instead:
        found = TopicFinder([TopicWords("topic", ((first.instead, "policy.rules:1"),))]).find(text)
        assert any(match.start < first.end and first.start < match.end for match in found)


def test_exactly_keeps_other_forms_out() -> None:
    (found,) = near(Pattern("export", exact=True), "Exports are slow")
    assert (found.why, found.seen, found.instead) == (Why.EXACT, "Exports", Pattern("export"))


def test_a_match_that_a_not_took_away() -> None:
    (found,) = near("gantt", "We met Gantt Inc today", "Gantt Inc")
    assert (found.why, found.seen) == (Why.REMOVED, "Gantt")
    assert found.by == Stated(Pattern("Gantt Inc"), "policy.rules:99")


def test_a_match_that_a_not_took_away_hides_no_near_miss() -> None:
    found = near("gantt", "Gantt Inc drew a Ganntt", "Gantt Inc")
    assert [(one.why, one.seen) for one in found] == [(Why.REMOVED, "Gantt"), (Why.SPELLING, "Ganntt")]


def test_the_order_of_the_pattern_is_worth_some_words() -> None:
    (found,) = near("export data", "Our data: can we export all of the data?")
    assert (found.why, found.seen) == (Why.APART, "export all of the data")


def test_what_a_not_would_take_away_is_not_suggested() -> None:
    found = near_misses(topic("gantt", "gantt chart", excluded=("Gantt Inc",)), "Gantt Inc sells charts")
    assert [one.why for one in found] == [Why.REMOVED]


def test_what_is_there_is_told_with_what_is_missing() -> None:
    (found,) = near("backup of ... (notes|boards)", "I want a copy of my notes")
    assert (found.why, found.piece, found.there, found.seen) == (Why.MISSING, "backup", ("notes",), "notes")


def test_how_a_longer_word_is_read() -> None:
    (found,) = near("京都", "東京都の天気")
    assert found.read == ("東京", "都")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("gantt", "Good morning"),
        ("how to", "How nice, I want to go"),
        ("cat", "The category is wrong"),
        ("SSO", "A lesson about assorted things"),
        ("返金", "返品の方法"),
        ("バグ", "とても便利です"),
        ("#% off", "ten percent off"),
    ],
)
def test_chance_is_no_near_miss(pattern: str, text: str) -> None:
    assert near(pattern, text) == []


def test_the_nearest_come_first_and_only_few() -> None:
    patterns = ["export notes", "gantt", "export data", "export boards", "export lists", "export all", "export now"]
    found = near_misses(topic(*patterns), "Export my data as a Ganntt chart")
    assert [one.why for one in found] == [Why.APART, Why.SPELLING, Why.MISSING]
    many = near_misses(
        topic(*(f"{word} data" for word in ["red", "green", "blue", "white", "black", "grey"])), "data red data,"
    )
    assert len(many) <= MOST


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert near("gantt", "ganntt " + "x" * LONGEST)
    assert near("gantt", "x " * LONGEST + "ganntt") == []


def test_hostile_text_is_looked_at_all_the_same() -> None:
    for text in ("", "\x00\u202e", "\ud800" * 50, "ー" * 5000, "a'" * 5000, "京都" * 3000, "((((" * 500):
        assert len(near_misses(topic("export ... data", "京都の旅", "a|b".replace("|", " "), "日#"), text)) <= MOST


def test_places_count_characters_as_written() -> None:
    text = "ﾃﾞｰﾀ㌔ ＧＡＮＮＴＴ ください"
    (found,) = near("gantt", text)
    assert text[found.start : found.end] == found.seen == "ＧＡＮＮＴＴ"


LATIN = ["export", "exports", "exporter", "exprot", "data", "my", "the", "in", "login", "log", "time", "sheet", "3"]
JAPANESE = ["返金", "返品", "東京都", "京都", "安く", "個人情報", "の", "削除", "データ", "ﾃﾞｰﾀ"]
SIGNS = [". ", "\n", "。", "it's", "\x00"]
PATTERN_WORDS = [
    "export",
    "data",
    "log",
    "in",
    "京都",
    "個人情報の削除",
    "安い",
    "#",
    "(data|返金)",
    "exp*",
    "timesheet",
]


def pattern_of(words: list[str], gap: str, *, exact: bool) -> Pattern:
    return Pattern(gap.join(words), exact=exact)


def text_of(words: list[str], space: str) -> str:
    return space.join(words)


PATTERNS = st.builds(
    pattern_of,
    st.lists(st.sampled_from(PATTERN_WORDS), min_size=1, max_size=3),
    st.sampled_from([" ", " ... "]),
    exact=st.booleans(),
)
TEXTS = st.builds(
    text_of, st.lists(st.sampled_from([*LATIN, *JAPANESE, *SIGNS]), max_size=12), st.sampled_from(["", " "])
)


@given(PATTERNS, TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_near_miss_has_a_place_and_what_is_suggested_matches(pattern: Pattern, text: str) -> None:
    for found in near(pattern, text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.seen == text[found.start : found.end]
        if found.instead is not None:
            matches = TopicFinder([TopicWords("topic", ((found.instead, "policy.rules:1"),))]).find(text)
            assert any(match.start < found.end and found.start < match.end for match in matches)
