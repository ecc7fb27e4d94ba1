"""Patterns that no text can match."""

from __future__ import annotations

import pytest

from kotowari.text.authoring.dead_patterns import misses_its_own_words, needs_unfolded
from kotowari.text.patterns.pattern import Pattern, compile_pattern


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (r"/\p{Lu}\d/", r"\p{Lu}"),
        (r"/ref[[:upper:]]+/", "[[:upper:]]"),
        (r"/\x41b/", r"\x41"),
        (r"/\x{FF21}/", r"\x{FF21}"),
        ("/すごーーい/", "ーー"),
        (r"/\p{Katakana}+ランド/", r"\p{Katakana}"),
        (r"/[^\s\S]x/", r"/[^\s\S]x/"),
    ],
)
def test_what_folding_never_leaves(text: str, part: str) -> None:
    assert needs_unfolded(Pattern(text, regex=True)) == part


@pytest.mark.parametrize(
    "text",
    [
        r"/[A-Z]\d/",
        r"/\p{Lu}?\d/",
        r"/(\p{Lu}){0,3}z/",
        r"/x(\p{Lu}|b)/",
        r"/\x61b/",
        "/すごーー*い/",
        "/[ァ-ヶ]+/",
        "/ガント/",
        "/ＡＢ/",
        r"/[\p{Lu}\d]x/",
        r"/\p{Han}+/",
        r"/\W/",
        "/[^a]/",
    ],
)
def test_what_some_text_has(text: str) -> None:
    assert needs_unfolded(Pattern(text, regex=True)) == ""


@pytest.mark.parametrize(
    ("text", "misses"),
    [
        ("stop ... !", True),
        ("やめて ... 。", True),
        ("(a|b) ... ?", True),
        ("stop!", False),
        ("what? ... please", False),
        ("www ... .com", False),
        ("#% off", False),
        (r"c\#", False),
        ("京都", False),
    ],
)
def test_patterns_that_miss_their_own_words(text: str, *, misses: bool) -> None:
    assert misses_its_own_words(compile_pattern(Pattern(text))) is misses
