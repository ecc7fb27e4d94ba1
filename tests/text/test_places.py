"""Where topics are in a text: each looked for when it is asked for, against a slow search that tries everything."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Iterable
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.text.patterns.matching import View, phrase_ends
from kotowari.text.patterns.pattern import Expression, Pattern, compile_pattern
from kotowari.text.places import MOST_PLACES
from kotowari.text.topics import TopicFinder, TopicWords, searched_text


def topic(name: str, *patterns: str | Pattern, excluded: tuple[str, ...] = ()) -> TopicWords:
    given_patterns = (Pattern(each) if isinstance(each, str) else each for each in patterns)
    return TopicWords(
        name, tuple((each, f"t:{number}") for number, each in enumerate(given_patterns)), tuple(map(Pattern, excluded))
    )


TOPICS = (
    topic("refund", "返金", "お金 ... 返して", "返金 ... 手続き", "refund", excluded=("返金の条件",)),
    topic("bug", "動(かない|きません)", "アプリ ... 落ち", "(it|that) doesn't work"),
    topic("bring", "持ち込み", "食べ物 ... 持って", "食べ物 持ち込み", excluded=("持ち込み料",)),
    topic("asked", "何時 ... か？", "# 名", "C++"),
    topic("number", Pattern(r"[0-9]{3,}円?", regex=True), "料金"),
)
FINDER = TopicFinder(TOPICS)
NAMES = [each.name for each in TOPICS]
# Long texts are searched for all topics in one pass.
LONG = "。" + "x " * 2500
PIECES = (
    "返金", "返して", "お金", "手続き", "の条件", "refund", "refunds", "動かない", "動き", "ません", "どう", "アプリ",
    "落ちて",
    "it", "doesn't", "work", "持ち込み", "持込", "もちこみ", "持って", "食べ物", "料", "料金", "何時", "か", "？", "?",
    "3", "三", "名", "C++", "1200", "円", "を", "が", "に", "は", " ", "、", "。", "！", "\n", "\n\n", "...", "A",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def places(text: str, name: str) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in FINDER.found_in(searched_text(text)).of(name)]


def slowly(words: TopicWords, view: View) -> list[tuple[int, int]]:
    """Of all matches that no excluded one overlaps the first counts, the longest of those, and so on behind it."""
    removed = list(every(words.excluded, view))
    left = (
        one
        for one in every((pattern for pattern, _ in words.patterns), view)
        if not any(other[0] < one[1] and one[0] < other[1] for other in removed)
    )
    kept: list[tuple[int, int]] = []
    for start, end in sorted(left, key=lambda one: (one[0], -one[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def every(patterns: Iterable[Pattern], view: View) -> Iterable[tuple[int, int]]:
    text = view.folded.text
    for matcher in map(compile_pattern, patterns):
        if isinstance(matcher, Expression):
            yield from matcher.expression.finditer(text)
        else:
            for start in range(len(text)):
                if re.match("[a-z0-9][a-z0-9]", text[max(0, start - 1) :]) and start:
                    continue  # no phrase begins within a Latin word
                yield from ((start, max(ends)) for ends in [phrase_ends(matcher.phrase, view, start)] if ends)


@given(TEXTS)
def test_what_is_found_is_what_a_slow_search_finds(text: str) -> None:
    searched = searched_text(text)
    for words in TOPICS:
        found = [(hit.start, hit.end) for hit in FINDER.found_in(searched).of(words.name)]
        assert found == slowly(words, searched.view)


@given(TEXTS)
def test_a_long_text_is_searched_like_a_short_one(text: str) -> None:
    for name in NAMES:
        assert places(text + LONG, name) == places(text + "。", name)


@given(TEXTS, st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 2)), max_size=8))
def test_nothing_depends_on_what_is_asked_first(text: str, asked: list[tuple[str, int]]) -> None:
    searched = searched_text(text)
    for name, most in asked:
        found = [(hit.start, hit.end) for hit in islice(FINDER.found_in(searched).of(name), most)]
        assert found == places(text, name)[:most]
    assert {name: [(hit.start, hit.end) for hit in FINDER.found_in(searched).of(name)] for name in NAMES} == {
        name: places(text, name) for name in NAMES
    }


def test_only_as_much_is_analysed_as_is_asked_for() -> None:
    text = searched_text("返金をお願いします。持ち込みはできますか。返金はまだですか。")
    assert next(iter(FINDER.found_in(text).of("refund"))).start == 0
    assert len(text.view.stretches._kept) == 1
    assert len(list(FINDER.found_in(text).of("refund"))) == 2
    assert len(text.view.stretches._kept) == 2


def test_what_was_found_is_gone_with_its_text() -> None:
    text = searched_text("返金をお願いします。返金の条件は承知しています。")
    found = weakref.ref(FINDER.found_in(text))
    hits = iter(FINDER.found_in(text).of("refund"))
    assert next(hits).start == 0
    gc.disable()  # what it takes a collector to find stays for long, and slows every request down
    try:
        del text, hits
        assert found() is None
    finally:
        gc.enable()


def test_an_unknown_topic_is_nowhere() -> None:
    assert list(FINDER.found_in(searched_text("返金")).of("unknown")) == []
    assert list(FINDER.found_in(searched_text("返金" + LONG)).of("unknown")) == []


@pytest.mark.parametrize("count", [MOST_PLACES - 1, MOST_PLACES, MOST_PLACES + 1])
def test_as_many_places_are_kept_of_a_short_text(count: int) -> None:
    assert len(places("c++ " * count, "asked")) == min(count, MOST_PLACES)
    assert len(places("c++ " * count + LONG, "asked")) == min(count, MOST_PLACES)


@pytest.mark.parametrize(
    ("topic_name", "text", "analysed"),
    [
        ("refund", "お金のことです。返してください。", 0),  # what follows stands in another sentence
        ("refund", "お金のことですが、返してください。", 2),  # its two clauses
        ("refund", "先日の本ですが、お金を返してください。", 1),
        ("bug", "どうかだけでも知りたいです。", 0),  # nothing like かない or きません behind どう
        ("bring", "食べたいものがあります。", 0),
        ("number", "料理の話です。", 0),
    ],
)
def test_no_more_is_analysed_than_can_hold_what_is_asked_for(topic_name: str, text: str, analysed: int) -> None:
    searched = searched_text(text)
    list(FINDER.found_in(searched).of(topic_name))
    assert len(searched.view.stretches._kept) == analysed
