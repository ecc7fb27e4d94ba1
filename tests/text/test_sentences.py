from __future__ import annotations

from itertools import pairwise

import pytest

from kotowari.text.fold import fold
from kotowari.text.sentences import REACH, sentence


def cut(text: str) -> str:
    """The sentence around the first x, with a bar wherever one of its clauses begins or ends."""
    folded = fold(text).text
    start = folded.index("x")
    around = sentence(folded, start, start + 1)
    places = [*around.begins, *around.ends]
    return "|".join(folded[low:high] for low, high in pairwise(places))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("First. We need X here. Last.", "we need x here."),
        ("Is it A? We need X! Last.", "we need x!"),
        ("Ask Dr. X now. Bye", "ask dr. x now."),
        ("1.5 X at 10:30", "1.5 x at 10:30"),
        ("well ... X", "well ... x"),
        ("one\n\nX here", "\nx here"),
        ("list:\n- A\n- X\n- B", "- x\n"),
        ("要ります。Xは不要です。次", "xは不要です。"),
    ],
)
def test_where_a_sentence_ends(text: str, expected: str) -> None:
    assert cut(text).replace("|", "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we like it, but we need X now", "we like it, |but |we need x now"),
        ("no A, please add X", "no a,| please add x"),
        ("we want no A and need X", "we want no a |and need x"),
        ("we need A and X", "we need a and x"),
        ("we need A, X or B, and please call", "we need a, x or b, |and please call"),
        ("no A, X, and B.", "no a, x, and b."),
        ("no A, X, and we call", "no a, x, |and we call"),
        ("no A if you add X", "no a |if you add x"),
        ("tell me what we need, X", "tell me what we need,| x"),
        ("note: X; other", "note:| x;| other"),
        ("A - X -- B", "a - |x --| b"),
        ("A (X) B", "a (|x)| b"),
        ("急ぎませんが、Xは、不要です", "急ぎませんが、|xは、不要です"),
        ("朝食、Xは不要", "朝食、xは不要"),
        ("朝食と、Xは不要", "朝食と、xは不要"),
        ("朝食は希望、Xは不要", "朝食は希望、|xは不要"),
        ("外食するのでXは不要", "外食するので|xは不要"),
        ("遠いですけどXは不要", "遠いですけど|xは不要"),
        ("遠いですからXは不要", "遠いですから|xは不要"),
        ("駅からXまで", "駅からxまで"),
        ("朝食付きならXは不要", "朝食付きなら|xは不要"),
        ("安ければXは不要", "安ければ|xは不要"),
        ("遠かったらXは不要", "遠かったら|xは不要"),
        ("要りますのではなくX", "要りますのではなくx"),
        ("夕食は要らなくて、Xだけ", "夕食は要らなくて、|xだけ"),
    ],
)
def test_where_clauses_end(text: str, expected: str) -> None:
    assert cut(text) == expected


def test_nothing_is_looked_at_further_than_this() -> None:
    around = sentence("a " * 1000, 1000, 1001)
    assert (around.begins[0], around.ends[-1]) == (1000 - REACH, 1001 + REACH)
