"""What is safe to print, and how wide it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.diagnostics.display import UNPRINTABLE, clusters, columns, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, 日本語, ｶﾅ, é, 👩‍💻", "plain, 日本語, ｶﾅ, é, 👩‍💻"),
        ("\x1b[2J", "␛[2J"),
        ("a\x00b\x07\x7f", "a␀b␇␡"),
        ("one\r\ntwo\tthree", "one␍␊two␉three"),
        ("\x9b31m", "\\u009b31m"),
        ("abc\u202edef\u2066", "abc\\u202edef\\u2066"),
        ("\u200e\u200f\u061c", "\\u200e\\u200f\\u061c"),
        ("pl\u200ban \ufeff", "pl\\u200ban \\ufeff"),
        ("pl\u200dan", "pl\\u200dan"),
        ("\udc80 \ud800", "\\udc80 \\ud800"),
        ("\u2028\u2029\x85", "\\u2028\\u2029\\u0085"),
        ("tag \U000e0041", "tag \\U000e0041"),
        ("葛\U000e0100", "葛\U000e0100"),
    ],
)
def test_printable_shows_what_a_terminal_would_obey(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_printable_lines_keep_their_layout_and_nothing_else() -> None:
    assert printable("a\r\nb\n\tc\rd\x1b", lines=True) == "a\nb\n\tc␍d␛"


@given(st.text(st.characters(codec=None)))
def test_printable_leaves_nothing_that_it_would_change(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert not UNPRINTABLE.search(shown)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", 0),
        ("abc", 3),
        ("工程表", 6),
        ("ＡＢ（）", 8),
        ("ｶﾞﾝﾄ", 4),
        ("…│±", 3),
        ("e\u0301", 1),
        ("か\u3099", 2),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("👩‍💻", 2),
        ("👍🏽", 2),
        ("❤\ufe0f", 2),
        ("\u0301", 0),
    ],
)
def test_columns(text: str, size: int) -> None:
    assert columns(text) == size


@given(st.text())
def test_clusters_lose_nothing(text: str) -> None:
    assert "".join(cluster for cluster, _ in clusters(text)) == text


def test_marks_that_tower_end_in_clusters_of_their_own() -> None:
    assert max(len(cluster) for cluster, _ in clusters("a" + "\u0301" * 1000)) < 10
