"""What is written as people are used to it in Japanese: the fix is what the language has instead."""

from __future__ import annotations

import pytest

from kotowari.diagnostics.source import Source
from kotowari.language.parse import parse


def fixed(text: str) -> str:
    """The text with every fix put in."""
    for fault in sorted(parse(Source("case.rules", text)).faults, key=lambda one: -one.span.start):
        assert fault.fix is not None, fault.message
        text = text[: fault.fix.span.start] + fault.fix.replacement + text[fault.fix.span.end :]
    return text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("when 注文.金額 ５，０００円以上", "when 注文.金額 at least 5_000 JPY"),
        ("when 注文.金額 at most 1万円", "when 注文.金額 at most 10_000 JPY"),
        ("when 顧客.年齢 20歳未満", "when 顧客.年齢 less than 20"),
        ("when 注文.割引 at least 3割", "when 注文.割引 at least 30%"),
        ("when time since 注文.日 14日以内", "when time since 注文.日 at most 14 days"),
        ("when 注文.日時 before 2026-12-10 17時半", "when 注文.日時 before 2026-12-10T17:30"),
        ("until 令和8年12月10日", "until 2026-12-10"),
        ("from 2026年10月1日 until 2027年3月31日", "from 2026-10-01 until 2027-03-31"),
    ],
)
def test_the_fix_is_read_without_a_fault(written: str, meant: str) -> None:
    text = "rule 一\n  {}\n  accept because 親切\n"
    assert fixed(text.format(written)) == text.format(meant)
    assert parse(Source("case.rules", text.format(meant))).faults == ()


def test_a_date_without_its_year_has_no_fix() -> None:
    (fault,) = parse(Source("case.rules", "rule 一\n  until 12月10日\n  accept because 親切\n")).faults
    assert fault.fix is None
