"""Months and days in words and digits, as dates have them."""

from __future__ import annotations

from typing import Final

from kotowari.text.numbers import NUMERALS
from kotowari.text.reading.numerals import numeral

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH: Final = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
COUNT: Final = rf"[0-9]{{1,2}}|[{NUMERALS}]{{1,4}}"
JAPANESE_DAY: Final = rf"(?P<month>{COUNT})\s?月\s?(?P<day>{COUNT})\s?日(?!間)"


def month_of(name: str) -> int:
    """The number of a month that is named, 1 is January."""
    return 1 + _MONTHS.index(name[:3])


def count(written: str | None) -> int:
    """A small number in digits or kanji, 0 where it is none."""
    if not written:
        return 0
    found = numeral(written, 0)
    whole = found is not None and found.end == len(written)
    return int(written) if written.isascii() else int(found.value) if found and whole else 0
