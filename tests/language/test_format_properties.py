"""What holds of the layout of every rule file."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from tests.language.layouts import files

from kotowari.diagnostics.source import Source
from kotowari.language.formatting import format_source
from kotowari.language.parse import parse
from kotowari.language.scan import Page
from kotowari.language.tokens import Shape, Token

GOLDEN = Path(__file__).resolve().parent / "golden"


def laid_out(text: str) -> str:
    formatted = format_source(Source("case.rules", text)).text
    assert formatted is not None
    return formatted


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(files())
def test_meaning_and_comments_stay_and_the_layout_is_one(text: str) -> None:
    """That nothing is lost is checked by `format_source` itself, which raises where it is not so."""
    faults = parse(Source("case.rules", text)).faults
    event(f"fault {faults[0].code}" if faults else "fine")
    assume(not faults)
    once = laid_out(text)
    assert laid_out(once) == once
    assert re.search(r"\n\n\n|[^\S\n]\n|^\n|\n\n\Z|[^\n]\Z", without_strings(once)) is None


@pytest.mark.parametrize("language", ["en", "ja"])
@settings(max_examples=20)
@given(seed=st.randoms(use_true_random=False))
def test_the_layout_depends_on_the_words_alone(language: str, seed: random.Random) -> None:
    tokens = tokens_of((GOLDEN / f"tidy.{language}.rules").read_text(encoding="utf-8"))
    spaces = (" ", "  ", "\n    ", "\n\t\t", "\u3000")
    assert laid_out(spaced(tokens, lambda: seed.choice(spaces))) == laid_out(spaced(tokens, lambda: " "))


def tokens_of(text: str) -> list[Token]:
    return Page.of(Source("case.rules", text)).scan().tokens


def without_strings(text: str) -> str:
    """Strings may hold what stands nowhere else."""
    for token in reversed(tokens_of(text)):
        text = text[: token.start] + "word" + text[token.end :]
    return text


def spaced(tokens: Sequence[Token], space: Callable[[], str]) -> str:
    """The words without comments, with a space before each; only what has to begin a line does."""
    text = ""
    for token in tokens:
        if token.shape is Shape.TABLE_LINE or token.text == "except":
            text += "\n  "
        else:
            text += "\n" if token.first and token.column == 0 else space()
        text += token.text
    return text
