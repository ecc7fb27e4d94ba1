"""Single topics looked up at a glance, against what the finder of topics says of the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kotowari.text.fold import fold
from kotowari.text.glance import Search, Seen, glance, needles_of
from kotowari.text.patterns.pattern import Pattern
from kotowari.text.topics import TopicFinder, TopicWords

PATTERNS = (
    Pattern("export"),
    Pattern("export", exact=True),
    Pattern("delete data"),
    Pattern("delete ... data"),
    Pattern("host*"),
    Pattern("(log|sign) in"),
    Pattern("can't export"),
    Pattern("24h plan"),
    Pattern("C++"),
    Pattern("3 nights"),
    Pattern("# nights"),
    Pattern("/ex+port/", regex=True),
    Pattern("don't worry"),
    Pattern("返金"),
    Pattern("SSO 対応"),
)
TOPICS = (
    *(TopicWords(f"t{number}", ((pattern, "a:1"),)) for number, pattern in enumerate(PATTERNS)),
    TopicWords("all", tuple((pattern, "a:1") for pattern in PATTERNS)),
    TopicWords("without", ((Pattern("export"), "a:1"),), (Pattern("export data"),)),
)
FINDER, GLANCE = TopicFinder(TOPICS), glance(TOPICS)
WORDS = (
    "export", "Exporting", "EXPORTED", "xexport", "export's", "exports'", "'export", "24h", "plan", "delete", "data",
    "datas", "host", "hosting", "log", "sign", "in", "can't", "cannot", "can", "not", "C++", "c", "3", "three",
    "nights", "don't", "worry", "dont", "we do not need", "~", "~~", "返金", "SSO対応", "返金不要です", "İ",
    "ＥＸＰＯＲＴ",
)  # fmt: skip
GAPS = (" ", "  ", "\n", "\n\n", "-", "'", ". ", ", ", "", "_", "~", " " * 41, " \n ", "\t", "\x1c")


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Words of the patterns, parted in all kinds of ways."""
    pairs = draw(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=8))
    return "".join(word + gap for word, gap in pairs)


def there(searches: Iterable[Search], seen: Seen) -> bool:
    return any(needle in seen.text and found(seen) for needle, found in searches)


def agree(text: str) -> None:
    matches = FINDER.find(text)
    seen = GLANCE.seen(text, GLANCE.folded(text))
    assert seen.text == fold(text).text
    mentioned = {match.topic for match in matches}
    asked = {match.topic for match in matches if not match.denied}
    assert {topic.name for topic in TOPICS if there(GLANCE.mentioned(topic.name), seen)} == mentioned
    assert {topic.name for topic in TOPICS if there(GLANCE.asked(topic.name), seen)} == asked
    found = GLANCE.there(seen.text)
    assert [needle for needle in GLANCE.needles if needle in found] == [
        needle for needle in GLANCE.needles if needle in seen.text
    ]


NEEDLES = {topic.name: needles_of(topic) for topic in TOPICS}


@settings(max_examples=500)
@given(texts())
@example("3nights")
@example("3 nights, 2nights")
@example("i cannotexport, can'export")
def test_a_needle_that_matters_at_words_begins_one_wherever_its_topic_is(text: str) -> None:
    folded = GLANCE.folded(text)
    for name in {match.topic for match in FINDER.find(text)}:
        needles = NEEDLES[name]
        if needles is not None and needles.at_words:
            assert any(re.search(rf"(?<![a-z]){re.escape(needle)}", folded) for needle in needles.strings)


def test_needles_of_words_alone_matter_at_words() -> None:
    every = [needles for needles in NEEDLES.values() if needles is not None]
    strings = [string for needles in every if needles.at_words for string in needles.strings]
    assert {"export", "host", "delete", "nights", "sign"} & {*strings} == {"export", "host", "delete", "sign"}
    assert [string for string in strings if not string[0].isalnum()] == []
    assert GLANCE.at_words == {*strings} - {
        string for needles in every if not needles.at_words for string in needles.strings
    }


@settings(max_examples=500)
@given(texts())
def test_a_glance_finds_what_the_finder_finds(text: str) -> None:
    agree(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Export!",
        "please delete\ndata",
        "please delete\n\ndata",
        "delete - 'data'",
        "export'export export",
        "a'export",
        "''export",
        "1export 1'export",
        f"delete{' ' * 40}data",
        f"delete{' ' * 41}data",
        "export~~ ~~export",
        "Ｅｘｐｏｒｔ",
    ],
)
def test_a_glance_finds_what_the_finder_finds_at_edges(text: str) -> None:
    agree(text)


def test_topics_without_needles_are_searched_for_by_what_is_in_every_text() -> None:
    assert {needle for needle, _ in GLANCE.mentioned("t11")} == {""}
    assert "" in GLANCE.there("")
