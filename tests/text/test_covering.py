"""Which patterns find all that others find."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kotowari.text.authoring.alike_denied import denied_alike
from kotowari.text.authoring.covering import MOST_ROWS, covered, rows
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.pattern import Pattern, Words, compile_pattern
from kotowari.text.patterns.search import Search


def covers(wider: str | Pattern, pattern: str | Pattern) -> bool:
    both = [one if isinstance(one, Pattern) else Pattern(one) for one in (pattern, wider)]
    return list(covered(compile_pattern(one) for one in both).by(0)) == [1]


@pytest.mark.parametrize(
    ("wider", "pattern"),
    [
        ("export", "export"),
        ("export", "exports"),
        ("exports", "export"),
        ("export", "export data"),
        ("data", "export data"),
        ("export", "(export|exported) ... (data|notes)"),
        ("(a|b) c", "a c"),
        ("(a|b) c", "(b|a) c"),
        ("move ... boards", "move all boards"),
        ("move ... boards", "please move all the boards now"),
        ("host*", "hosting"),
        ("ho*", "host*"),
        ("申し込み", "申込"),
        ("申込", "申込みの変更"),
        ("個人情報", "個人情報の削除"),
        ("# nights", "# nights stay"),
        ("cannot", "can't"),
        ("refund", "refunded"),
        ("cancel", "cancelled"),
        ("plan", "planned"),
    ],
)
def test_what_finds_all_of_it(wider: str, pattern: str) -> None:
    assert covers(wider, pattern)


@pytest.mark.parametrize(
    ("wider", "pattern"),
    [
        ("export data", "export"),
        ("a c", "(a|b) c"),
        ("a c", "a ... c"),
        ("c a", "a c"),
        ("a ... c", "a one two three four five six seven eight c"),
        ("a ... c", "a ... b ... c"),
        ("stop ... !", "stop now!"),
        ("a ... b", "a! b"),
        ("import", "important"),
        ("host", "host*"),
        ("bath", "bathed"),
        ("meet", "meeting"),
        ("plan", "planed"),
        ("返金", "返品"),
        ("京都", "東京都"),
        ("使わない", "使えない"),
        ("書き出*", "書き出し"),
        ("#%", "#泊"),
    ],
)
def test_what_finds_less(wider: str, pattern: str) -> None:
    assert not covers(wider, pattern)


def test_exactly_finds_less() -> None:
    assert covers("export", Pattern("exports", exact=True))
    assert not covers(Pattern("export", exact=True), "export")


def test_expressions_are_not_compared() -> None:
    assert not covers(Pattern("/a/", regex=True), Pattern("/a/", regex=True))


def test_many_alternatives_are_given_up() -> None:
    options = "(one two|three four|five six|seven eight|nine ten|eleven twelve|red blue)"
    matcher = compile_pattern(Pattern(f"{options} {options} {options} {options}"))
    assert isinstance(matcher, Words)
    assert MOST_ROWS < 7**4
    assert rows(matcher.phrase) == ()


WORDS = ("red", "reds", "blue", "a", "now", "返金", "安い", "安く", "申込", "申し込み", "を", "!", "-")
ELEMENTS = st.sampled_from((*WORDS[:-2], "(red|blue)", "(a|red now)", "re*", "#", "(安い|返金)", "!"))
PATTERNS = st.lists(ELEMENTS, min_size=1, max_size=4).flatmap(
    lambda words: st.lists(st.sampled_from((" ", " ... ")), min_size=len(words) - 1, max_size=len(words) - 1).map(
        lambda gaps: "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    )
)
TEXTS = st.lists(st.sampled_from((*WORDS, "3", ". ", "。")), max_size=9).map(" ".join)


@given(st.lists(PATTERNS, min_size=2, max_size=5), st.lists(TEXTS, min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_what_is_covered_is_found(patterns: list[str], texts: list[str]) -> None:
    matchers = [compile_pattern(Pattern(text)) for text in patterns]
    known = covered(matchers)
    for text in (*texts, *(pattern.replace("...", "a") for pattern in patterns)):
        hits = list(Search(matchers).hits(View(fold(text))))
        for number in range(len(matchers)):
            for other in known.by(number):
                for hit in (hit for hit in hits if hit.number == number):
                    assert any(
                        one.number == other and hit.start <= one.start and one.start < hit.end for one in hits
                    ), (patterns[other], patterns[number], text)


@pytest.mark.parametrize(
    ("pattern", "other", "alike"),
    [
        ("no refund", "refund", False),
        ("(never|no) ... refund", "refund", False),
        ("返金されない", "返金", True),
        ("refund my order", "refund", True),
        ("クーポンを使いたい", "クーポン", True),
        ("exports", "export", True),
    ],
)
def test_a_match_hides_its_words_from_denial(pattern: str, other: str, *, alike: bool) -> None:
    assert denied_alike(compile_pattern(Pattern(pattern)), compile_pattern(Pattern(other))) is alike
