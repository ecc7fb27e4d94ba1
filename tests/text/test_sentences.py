from __future__ import annotations

import pytest

from kotowari.text.fold import fold
from kotowari.text.sentences import clause


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("First. We need X here. Last.", "We need X here."),
        ("Ask Dr. X now. Bye", "Ask Dr. X now."),
        ("we like it, but we need X now", "we need X now"),
        ("we need A, X or B, and please call", "we need A, X or B, "),
        ("note: X; other", " X;"),
        ("one\n\nX here", "\nX here"),
        ("list:\n- A\n- X\n- B", "- X\n"),
        ("1.5 X at 10:30", "1.5 X at 10:30"),
        ("要ります。Xは不要です。次", "Xは不要です。"),
        ("急ぎませんが、Xは、不要です", "Xは、不要です"),
        ("朝食、Xは不要", "朝食、Xは不要"),
        ("外食するのでXは不要", "Xは不要"),
    ],
)
def test_the_clause_around_a_place(text: str, expected: str) -> None:
    folded = fold(text).text
    start = folded.index("x")
    low, high = clause(folded, start, start + 1)
    assert folded[low:high] == fold(expected).text


def test_a_clause_ends_somewhere() -> None:
    low, high = clause("a " * 1000, 1000, 1001)
    assert (low, high) == (800, 1201)
