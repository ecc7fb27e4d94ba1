"""Where matches have a chance to begin, against a look at every place for every matcher."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kotowari.extension import IS_COMPILED
from kotowari.text.patterns.chances import chances
from kotowari.text.patterns.needs import Needs, Strings

pytestmark = pytest.mark.skipif(not IS_COMPILED, reason="what finds the chances is there only where it was compiled")

# A topic, the openings, the strings of which one each is needed, and whether these may stand beyond the sentence.
Matcher: TypeAlias = tuple[str, Sequence[str], Sequence[Sequence[str]], bool]

_CHARACTERS = "ab返金か。\n𠮷"
_STRINGS = st.lists(st.text(_CHARACTERS, min_size=1, max_size=3), min_size=1, max_size=4, unique=True)
MATCHERS = st.lists(
    st.tuples(st.sampled_from(["one", "two", "three"]), _STRINGS, st.lists(_STRINGS, max_size=2), st.booleans()),
    max_size=6,
)
TEXTS = st.text(_CHARACTERS, max_size=40)


def found(
    matchers: Sequence[Matcher], text: str, words: Sequence[tuple[int, list[int]]] = ()
) -> Mapping[str, Sequence[tuple[int, int]]]:
    openings: dict[str, list[int]] = {}
    for number, (_, opens, _, _) in enumerate(matchers):
        for opening in opens:
            openings.setdefault(opening, []).append(number)
    needed = {
        number: Needs(tuple(Strings(tuple(each)) for each in needs), 100, beyond=beyond)
        for number, (_, _, needs, beyond) in enumerate(matchers)
    }
    look = chances(openings, [topic for topic, _, _, _ in matchers], needed)
    assert look is not None
    return look(text, [*words])


def slowly(
    matchers: Sequence[Matcher], text: str, words: Mapping[int, list[int]] | None = None
) -> dict[str, list[tuple[int, int]]]:
    expected: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(text) + 1):
        begun = (words or {}).get(start, [])
        for number, (topic, opens, needs, beyond) in enumerate(matchers):
            rest = text[start:] if beyond else re.split("[!?。]", text[start:])[0]
            begins = number in begun or text.startswith(tuple(opens), start)
            if begins and all(any(one in rest for one in each) for each in needs):
                expected.setdefault(topic, []).append((start, number))
    return expected


@given(MATCHERS, TEXTS)
@example([("one", ["返", "返金"], [], True)], "返金")  # two openings of one matcher at one place
@example([("one", ["返金"], [], True), ("one", ["返"], [], True)], "返金")
@example([("one", ["返"], [["金"]], False)], "返か。返か金。返")
@example([("one", ["返"], [["金"]], True)], "返か。返か金。返")
@example([("one", ["。"], [["。"]], False)], "。。")
@example([("one", ["か"], [["か", "金"], ["返"]], False), ("two", ["か"], [["返金"]], False)], "かか返かか。か返金")
def test_a_chance_is_where_a_match_can_begin_and_has_what_it_needs(matchers: list[Matcher], text: str) -> None:
    assert found(matchers, text) == slowly(matchers, text)


@given(MATCHERS.filter(bool), TEXTS, st.data())
def test_words_come_with_the_text(matchers: list[Matcher], text: str, data: st.DataObject) -> None:
    numbers = st.lists(st.integers(0, len(matchers) - 1), max_size=3)
    words = data.draw(st.dictionaries(st.integers(0, len(text)), numbers, max_size=5))
    assert found(matchers, text, sorted(words.items())) == slowly(matchers, text, words)


def test_topics_come_in_the_order_in_which_they_were_given() -> None:
    matchers: list[Matcher] = [("one", ["返"], [], True), ("two", ["金"], [], True)]
    assert list(found(matchers, "金返")) == ["one", "two"]


def test_what_is_needed_of_too_many_strings_that_begin_alike_is_left_for_later() -> None:
    alike = [f"返金{chr(0x4E00 + number)}" for number in range(100)]
    assert found([("one", ["か"], [alike, ["a"]], True)], "か。a") == {"one": [(0, 0)]}
    assert found([("one", ["か"], [alike, ["a"]], True)], "か。") == {}


def test_too_many_openings_that_begin_alike_are_found_in_another_way() -> None:
    assert chances({f"返金{number}": [0] for number in range(100)}, ["one"], {}) is None
