from __future__ import annotations

import pytest

from kotowari.text.fold import fold
from kotowari.text.numbers import number_end


@pytest.mark.parametrize(
    "number",
    [
        "3",
        "３",
        "1,000",
        "12.5",
        "１，０００．５",
        "三",
        "十二",
        "二〇二六",
        "5万",
        "3千万",
        "three",
        "Twelve",
        "twenty-five",
        "two hundred",
        "two dozen",
        "zero",
    ],
)
def test_a_number_is_read_whole(number: str) -> None:
    text = fold(f"{number} 泊").text
    assert number_end(text, 0) == text.index(" 泊")


@pytest.mark.parametrize(
    ("text", "start"), [("1,000", 2), ("v1.5", 3), ("someone", 4), ("oneself", 0), ("十二", 1), ("", 0), ("1" * 200, 0)]
)
def test_no_number_begins_there(text: str, start: int) -> None:
    assert number_end(text, start) is None
