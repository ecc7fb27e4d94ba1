"""Plain words looked for in a text, against the expressions that stand for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kotowari.extension import _compiled
from kotowari.text.ascii_words import Row, phrase, stand, told
from kotowari.text.fold import fold

FORMS = ("a", "ab", "abc", "b", "bc", "c1", "export", "exports")
ROWS = st.lists(
    st.lists(st.lists(st.sampled_from(FORMS), min_size=1, max_size=4, unique=True), min_size=1, max_size=3), max_size=3
)
GAPS = (" ", "  ", "\n", "\n\n", " \n ", "-", "'", "''", ". ", "", "_", "~", "\t", "\x1c", "\x00", "*", '"', " " * 40,
        " " * 41, "-" * 39 + "\n", "/", "`", "(")  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(FORMS), st.sampled_from(GAPS)), max_size=14).map("".join)


def rows_of(given: list[list[list[str]]]) -> list[Row]:
    return [tuple(tuple(sorted(forms)) for forms in row) for row in given]


def never(_: str) -> bool:
    raise AssertionError("nobody has to be asked")


def compiled(rows: list[Row] | None) -> _compiled.Mentioned[str]:
    return _mentioned(told(lambda: rows, never))


def _mentioned(found: Callable[[str], bool]) -> _compiled.Mentioned[str]:
    assert isinstance(found, _compiled.Mentioned)
    return cast("_compiled.Mentioned[str]", found)


def wrongly(rows: object) -> _compiled.Mentioned[str]:
    return _compiled.Mentioned(lambda: rows, never)  # type: ignore[arg-type, return-value] # pyright: ignore[reportArgumentType]


@given(ROWS, TEXTS)
@example([[["a"], ["b"]]], "a\n\nb")
@example([[["a"], ["b"]]], "a" + " " * 40 + "b")
@example([[["a"], ["b"]]], "a" + " " * 41 + "b")
@example([[["a"]]], "b'a")
@example([[["a"]]], "a'b a'")
@example([[["a"]]], "'a")
@example([[["ab"]]], "abab ab")
def test_plain_words_stand_where_their_expressions_match(given: list[list[list[str]]], text: str) -> None:
    rows = rows_of(given)
    assert compiled(rows).stands(text) is stand(text, map(phrase, rows))


@given(ROWS, st.text(st.characters(max_codepoint=127), max_size=40))
def test_any_text_in_ascii_is_told_of_alike(given: list[list[list[str]]], written: str) -> None:
    rows, text = rows_of(given), fold(written).text
    assert compiled(rows).stands(text) is stand(text, map(phrase, rows))


OTHERS: tuple[list[Row] | None, ...] = (None, [(("e-mail",),)], [(("don't",),)])


def test_other_patterns_are_left_to_the_callable() -> None:
    for rows in OTHERS:
        assert compiled(rows).stands("e-mail don't") is None
    answers = iter((True, False))
    there: Callable[[str], bool] = lambda _: next(answers)  # noqa: E731 - an answer for any text
    found = told(lambda: None, there)
    assert [found("x"), found("y")] == [True, False]


def test_an_error_in_what_reads_the_words_is_raised_and_they_are_read_again() -> None:
    calls: list[int] = []

    def read() -> list[Row]:
        calls.append(1)
        if len(calls) == 1:
            raise OSError("gone")
        return [(("a",),)]

    found = _mentioned(told(read, never))
    with pytest.raises(OSError, match="gone"):
        found.stands("a")
    assert found.stands("a") is True
    assert found.stands("b") is False
    assert len(calls) == 2


def test_words_that_are_no_words_are_refused() -> None:
    wrong: tuple[object, ...] = (
        1, (1,), (((),),), (((), ()),), ((("a",), (1,)),), ((("é",), (("é",),)),), ((("",), (("",),)),),
    )  # fmt: skip
    for rows in wrong:
        with pytest.raises(TypeError):
            wrongly(rows).stands("a")
