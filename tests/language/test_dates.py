"""Dates in Japanese; how they are told to people stands in tests/diagnostics."""

from __future__ import annotations

import pytest

from kotowari.language.dates import when


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026年12月10日", "2026-12-10"),
        ("令和8年1月5日", "2026-01-05"),
        ("平成元年1月8日", "1989-01-08"),
        ("12月10日", "YYYY-12-10"),
        ("2月29日", "YYYY-02-29"),
        ("2026/1/5", "2026-01-05"),
        ("2026-12-10 17時半", "2026-12-10T17:30"),
        ("12月10日9時05分", "YYYY-12-10T09:05"),
    ],
)
def test_a_date_is_put_into_the_form_of_the_language(text: str, written: str) -> None:
    found = when(text)
    assert found is not None
    assert (found.written, found.has_year) == (written, not written.startswith("YYYY"))


@pytest.mark.parametrize("text", ["2026-12-10", "13月1日", "2026/2/30", "12月10日25時", "12月", "10日", "12月10日以降"])
def test_other_words_are_no_date_to_be_rewritten(text: str) -> None:
    assert when(text) is None
