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
    assert search.places("全額返金") == [(2, 0)]
