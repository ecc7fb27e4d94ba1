"""Dates and times as they are written in Japanese, 2026年12月10日17時, in the form of the language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Final

from kotowari.language.tokens import Shape, Token
from kotowari.record import record

# A date and a time of these may be that many tokens: `2026`, `年12月10日`; `2026-12-10`, `17`, `時`.
_MOST_TOKENS: Final = 3
_SHAPES: Final = frozenset({Shape.DIGITS, Shape.WORD, Shape.CALENDAR_DATE})
# The first year of an era is the one after this.
_ERAS: Final = {"令和": 2018, "平成": 1988}
_DATE: Final = re.compile(
    rf"(?:(?:(?P<era>{'|'.join(_ERAS)})(?P<nth>元|[0-9]{{1,2}})|(?P<year>[0-9]{{4}}))年)?"
    r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日?"
    r"|(?P<iso>[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})"
)
_TIME: Final = re.compile(r"\s*(?P<hour>[0-9]{1,2})時(?:(?P<minute>[0-9]{1,2})分|(?P<half>半))?")


@record
class When:
    """A date, or a time, in the form of the language; `YYYY` stands for a year that was left out."""

    written: str
    is_time: bool
    has_year: bool


def when(text: str) -> When | None:
    """The date or time that a text is; None where it is none, none of the calendar, or already in that form."""
    found = _DATE.match(text)
    if found is None:
        return None
    clock = _TIME.fullmatch(text, found.end())
    if clock is None and found.end() < len(text):
        return None
    has_year = bool(found["iso"] or found["year"] or found["era"])
    try:
        day = _day(found)
        moment = time(int(clock["hour"]), 30 if clock["half"] else int(clock["minute"] or 0)) if clock else None
    except ValueError:
        return None
    written = day.isoformat() if has_year else f"YYYY-{day:%m-%d}"
    written = f"{written}T{moment:%H:%M}" if moment else written
    return When(written, moment is not None, has_year) if written != text else None


def _day(found: re.Match[str]) -> date:
    if found["iso"]:
        return date(*map(int, re.split("[-/.]", found["iso"])))
    year = int(found["year"] or 2000)  # a leap year: of a date without its year, any day may be meant
    if found["era"]:
        year = _ERAS[found["era"]] + (1 if found["nth"] == "元" else int(found["nth"]))
    return date(year, int(found["month"]), int(found["day"]))


def when_at(tokens: Sequence[Token], start: int) -> tuple[When, int] | None:
    """The date or time that begins with the token at `start`, as long as it is, and where it ends."""
    if start < 0:
        return None
    best: tuple[When, int] | None = None
    text, end = "", start
    while end < len(tokens) and end - start < _MOST_TOKENS and tokens[end].shape in _SHAPES:
        is_time = tokens[end - 1].shape is Shape.CALENDAR_DATE
        if end > start and tokens[end].start != tokens[end - 1].end and not is_time:
            break
        text, end = f"{text}{' ' if is_time else ''}{tokens[end].text}", end + 1
        found = when(text)
        best = (found, end) if found else best
    return best
