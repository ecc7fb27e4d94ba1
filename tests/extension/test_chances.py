"""What is compiled refuses what it is not made for; what it finds is tested with the other way to find it."""

from __future__ import annotations

import copy
import pickle
import sys
from typing import Any

import pytest

from kotowari.extension import _compiled

SEARCH = _compiled.MultiSearch(("返", "金"))
GOOD: tuple[Any, ...] = (SEARCH, ((0,), (0, 1)), ("refund", "cash"), ((0, False, ()), (1, True, (SEARCH,))), "。")


def test_it_takes_what_it_is_made_for() -> None:
    assert _compiled.Chances(*GOOD).of("返金", []) == {"refund": [(0, 0), (1, 0)], "cash": [(1, 1)]}


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (0, ("返",)),
        (1, ((0,),)),
        (1, ((0,), (0, 2))),
        (1, ((0,), (0, -1))),
        (1, ((0,), ("0",))),
        (1, ((0,), [0])),
        (2, ("refund",)),
        (2, ["refund", "cash"]),
        (3, ((0, False, ()),)),
        (3, ((0, False, ()), (2, False, ()))),
        (3, ((0, False, ()), (-1, False, ()))),
        (3, ((0, False, ()), (1, False, ("返",)))),
        (3, ((0, False, ()), (1, False))),
        (3, ((0, False, ()), [1, False, ()])),
        (4, b"."),
        (4, None),
    ],
)
def test_parts_of_another_kind_are_an_error(place: int, wrong: object) -> None:
    parts: tuple[Any, ...] = (*GOOD[:place], wrong, *GOOD[place + 1 :])
    with pytest.raises(TypeError):
        _compiled.Chances(*parts)


@pytest.mark.parametrize("wrong", [b"a", None, 1])
def test_a_text_of_another_kind_is_an_error(wrong: Any) -> None:  # noqa: ANN401 - the type checker knows better
    with pytest.raises(TypeError, match="a string"):
        _compiled.Chances(*GOOD).of(wrong, [])


@pytest.mark.parametrize(
    "wrong", [(), None, "a", [0], [(0,)], [(0, 0)], [(0, (0,))], [("0", [0])], [(0, [2])], [(0, [-1])], [(0, ["0"])]]
)
def test_words_of_another_kind_are_an_error(wrong: Any) -> None:  # noqa: ANN401 - the type checker knows better
    with pytest.raises(TypeError):
        _compiled.Chances(*GOOD).of("返金", wrong)


def test_words_beyond_the_text_have_nothing_behind_them() -> None:
    assert _compiled.Chances(*GOOD).of("返", [(5, [0, 1])]) == {"refund": [(0, 0), (5, 0)]}


def test_nothing_is_kept_of_a_text() -> None:
    made = _compiled.Chances(*GOOD)
    text = "返金" * 10
    before = sys.getrefcount(text), sys.getrefcount("refund")
    for _ in range(100):
        made.of(text, [(0, [0, 1])])
    assert (sys.getrefcount(text), sys.getrefcount("refund")) == before


def test_it_can_be_copied_and_pickled() -> None:
    made = _compiled.Chances(*GOOD)
    for other in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):  # noqa: S301 - our own
        assert other.of("返金", []) == made.of("返金", [])
