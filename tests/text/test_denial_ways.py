from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.text.denial.lines import data
from kotowari.text.denial.ways import ways
from kotowari.text.regular.linear import LinearExpression

# An expression of RE2 with more instructions than this may run out of the memory of its automaton, and get slow.
MOST_INSTRUCTIONS = 3500
LEAVES = st.sampled_from(["a", "bb", "ccc", "ab", ""])


def choice(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=4).map(lambda each: f"({'|'.join(each)})")
    return st.one_of(several, st.tuples(inner, inner).map("".join))


@pytest.mark.parametrize(
    ("pattern", "cut"),
    [
        ("X(aa|bb)", ("X(aa)", "X(bb)")),
        ("X(aa|bb)c", ("X(aa)c", "X(bb)c")),
        ("X((aa|bb)|cc)", ("X(aa)", "X(bb)", "X(cc)")),
        ("X", ("X",)),
        ("Xaaaaaaaaaaaa", ("Xaaaaaaaaaaaa",)),
    ],
)
def test_choices_are_tried_apart(pattern: str, cut: tuple[str, ...]) -> None:
    assert tuple(way.replace("(", "").replace(")", "") for way in ways(pattern, 6)) == tuple(
        way.replace("(", "").replace(")", "") for way in cut
    )


@given(st.recursive(LEAVES, choice, max_leaves=12), st.integers(3, 30), st.text("abc", max_size=8))
def test_all_ways_together_match_what_the_pattern_does(pattern: str, longest: int, text: str) -> None:
    def matches(source: str) -> bool:
        return LinearExpression(f"^(?:{source})$").search(text) is not None

    assert any(matches(way) for way in ways(pattern, longest)) == matches(pattern)


def test_no_expression_of_the_data_is_too_large() -> None:
    sizes = {str(line): max(LinearExpression(source).size for source in line.sources) for line in data()}
    assert {line: size for line, size in sizes.items() if size > MOST_INSTRUCTIONS} == {}
