"""The pages that `kotowari explain` shows."""

from __future__ import annotations

import re

import pytest

from kotowari.diagnostics import pages

_SHAPE = re.compile(
    r"# (?P<code>[a-z0-9-]+)\n\n"
    r"(?P<sentence>[^#`\n][^\n]*(?:\n[^#\n][^\n]*)*)\n\n"
    r"(?:.*\n\n)?## Avoid\n\n.*```\n\n## Prefer\n\n.*```\n(?:\n.*)?\n## Why\n\n.*\S\n",
    re.DOTALL,
)


@pytest.mark.parametrize("code", pages.codes())
def test_page_has_the_shape_of_a_page(code: str) -> None:
    text = pages.page(code)
    assert text is not None
    shape = _SHAPE.fullmatch(text)
    assert shape, "see the template in kotowari/diagnostics/pages.py"
    assert shape["code"] == code
    assert (pages.sentence(code) or "").endswith(".")


def test_template_has_the_shape_of_a_page() -> None:
    lines = (pages.__doc__ or "").split("\n\n", 2)[2].splitlines()
    template = "\n".join(line.removeprefix("    ") for line in lines) + "\n"
    assert _SHAPE.fullmatch(template)


def test_codes_are_sorted_and_each_has_its_page() -> None:
    found = pages.codes()
    assert list(found) == sorted(set(found))
    assert all(pages.page(code) is not None for code in found)


@pytest.mark.parametrize(
    "code", ["", "no-such-code", "../pages", "..", "a/b", "a\\b", "A", "C:x", "\x00", "工程", "a" * 5000]
)
def test_what_is_no_code_has_no_page(code: str) -> None:
    assert pages.page(code) is None
    assert pages.sentence(code) is None
