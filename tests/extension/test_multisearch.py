"""What is compiled refuses what is no string; what it finds is tested with the other way to find it."""

from __future__ import annotations

from typing import Any

import pytest

from kotowari.extension import _compiled


@pytest.mark.parametrize("wrong", [("返金", ""), ("返金", b"a"), ("返金", None)])
def test_strings_of_another_kind_are_an_error(wrong: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        _compiled.MultiSearch(wrong)


@pytest.mark.parametrize("wrong", [(b"a",), (None,), (1,)])
def test_a_text_of_another_kind_is_an_error(wrong: tuple[Any, ...]) -> None:
    search = _compiled.MultiSearch(("返金",))
    with pytest.raises(TypeError, match="a string"):
        search.places(*wrong)
    with pytest.raises(TypeError, match="a string"):
        search.there(*wrong)
    with pytest.raises(TypeError, match="a string"):
        search.stands(wrong[0], 0, 1)
    assert search.places("全額返金") == [(2, 0)]


@pytest.mark.parametrize("wrong", [(), ("返金",), ("返金", 0), ("返金", None, 2), ("返金", 0, "2"), ("返金", 0, 1, 2)])
def test_places_of_another_kind_are_an_error(wrong: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        _compiled.MultiSearch(("返金",)).stands(*wrong)


def test_places_beyond_the_text_are_its_end() -> None:
    search = _compiled.MultiSearch(("返金",))
    assert search.stands("返金", 0, 1 << 62)
    assert not search.stands("返金", 1 << 62, 1 << 62)
    assert not search.stands("返金", 0, -1)
    assert not search.stands("返金", -2, 2)
