"""What guests, users and buyers ask for, in sentences that were written before the data was tried on them.

In those of `denial_desk` a wish looks like a denial, or a denial like a wish.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kotowari.text.denial.denial import is_denied
from kotowari.text.fold import fold

FILES = ("denial_customers.en.txt", "denial_customers.ja.txt", "denial_desk.en.txt", "denial_desk.ja.txt")


def cases(name: str) -> list[tuple[str, str]]:
    """The sentences of a file, each with its sign."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [(line[0], line[2:]) for line in lines if line.startswith(("-", "+"))]


@pytest.mark.parametrize(("sign", "sentence"), [case for name in FILES for case in cases(name)])
def test_what_a_customer_asks_for(sign: str, sentence: str) -> None:
    before, topic, after = re.split(r"[\[\]]", sentence)
    start = len(fold(before).text)
    assert is_denied(fold(before + topic + after), start, start + len(fold(topic).text)) == (sign == "-")
