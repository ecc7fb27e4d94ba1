"""The weekday that people write beside a date: 12月10日(木), 12月10日木曜日, Thursday, 10 December 2026."""

from __future__ import annotations

import re
from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import LETTER

JAPANESE: Final = "月火水木金土日"
_ENGLISH: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL: Final = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_SHORT: Final = r"(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)"
# A weekday that is named, and in Japanese with the word that makes it one.
NAME: Final = rf"(?P<weekday>{_FULL}|{_SHORT}\.?)"
JAPANESE_NAME: Final = rf"(?P<weekday>[{JAPANESE}])曜日?"
_HOLIDAY: Final = r"\s?[・,、/]?\s?(?:祝日?|振休|休日?)"
# (木), (木・祝), (Thu). Without brackets only what is the name of a day and nothing else.
_AFTER: Final = regex(
    rf"\s?\(\s?(?:(?P<ja>[{JAPANESE}])(?:曜日?)?(?:{_HOLIDAY})?|(?P<en>{_FULL}|{_SHORT}\.?))\s?\)"
    rf"|[、,]?\s?(?P<ja_name>[{JAPANESE}])曜日?|,?\s(?P<en_name>{_FULL})(?!'?{LETTER})"
)
# How a weekday stands before a date, and where it can begin.
BEFORE: Final = rf"(?<!{LETTER}){NAME}(?:, ?| )(?:the )?"
_BEFORE: Final = regex(BEFORE)
_JUST_BEFORE: Final = regex(rf"{BEFORE}$")
_LONGEST: Final = 16


def before(text: str, start: int) -> tuple[int, int] | None:
    """The weekday that begins at `start`, Monday is 0, and where a date can begin behind it."""
    found = _BEFORE.match(text, start)
    return (_day(found), found.end()) if found else None


def just_before(text: str, start: int) -> int | None:
    """The weekday that stands before the date at `start`."""
    found = _JUST_BEFORE.search(text[max(0, start - _LONGEST) : start])
    return _day(found) if found else None


def after(text: str, end: int) -> tuple[int, int] | None:
    """The weekday that stands behind a date that ends at `end`, and where it ends itself."""
    found = _AFTER.match(text, end)
    return (_day(found), found.end()) if found else None


def number(name: str) -> int:
    """The number of a weekday that is named, Monday is 0."""
    return JAPANESE.index(name) if name in JAPANESE else _ENGLISH.index(name[:3])


def _day(found: re.Match[str]) -> int:
    return number(next(name for name in found.groups() if name))
