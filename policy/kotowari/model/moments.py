"""Dates, times and durations as requests write them, and as Kotowari writes them back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Context, Decimal, Inexact
from functools import lru_cache

from kotowari.model.amounts import exact, folded, plain
from kotowari.model.duration import Duration
from kotowari.regex import regex

# No date, time or duration that means something is written longer than this.
_LONGEST = 200
_TOO_LONG = 10**12
_MONTHS_OF_A_YEAR = 12
_EXACT = Context(prec=60, traps=[Inexact])

_DATE = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = regex(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]{1,9}))?)?"
    r"\s?(?P<offset>[Zz]|[+-][0-9]{2}(?::?[0-5][0-9]){0,2})?",
)
_WHOLE = "[0-9]{1,15}"
_PARTED = r"[0-9]{1,15}(?:\.[0-9]{1,9})?"
_ISO = regex(
    rf"P(?=[0-9T])(?:(?P<year>{_WHOLE})Y)?(?:(?P<month>{_WHOLE})M)?(?:(?P<week>{_WHOLE})W)?(?:(?P<day>{_WHOLE})D)?"
    rf"(?:T(?=[0-9])(?:(?P<hour>{_PARTED})H)?(?:(?P<minute>{_PARTED})M)?(?:(?P<second>{_PARTED})S)?)?",
)
_PART = regex(
    rf"(?P<amount>[0-9]{{1,3}}(?:[,_][0-9]{{3}}){{1,4}}|{_PARTED})\s*"
    r"(?:(?P<word>year|month|week|day|hour|minute|second)s?(?![a-z])"
    r"|(?P<kanji>年|か月|ヶ月|カ月|ヵ月|ケ月|箇月|週|日|時間|分|秒)間?)"
    r"(?:\s*,\s*(?:and\s+)?(?=[0-9])|\s+and\s+(?=[0-9])|\s*)",
    re.IGNORECASE,
)
_KANJI = {"年": "year", "週": "week", "日": "day", "時間": "hour", "分": "minute", "秒": "second"}

_CALENDAR = {"year": (12, 0), "month": (1, 0), "week": (0, 7), "day": (0, 1)}
_CLOCK = {"hour": Decimal(3600), "minute": Decimal(60), "second": Decimal(1)}


def duration_of(parts: Iterable[tuple[Decimal, str]]) -> Duration:
    """The duration of amounts with their units, units in the singular: `[(Decimal(3), "day")]`.

    Raises ValueError where years, months, weeks or days come in fractions: the calendar has none.
    """
    months, days, seconds = 0, 0, Decimal(0)
    for amount, unit in parts:
        if unit in _CLOCK:
            seconds = _EXACT.add(seconds, _EXACT.multiply(amount, _CLOCK[unit]))
        elif amount == amount.to_integral_value():
            months_each, days_each = _CALENDAR[unit]
            months, days = months + int(amount) * months_each, days + int(amount) * days_each
        else:
            raise ValueError(f"{plain(amount)} {unit}s: the calendar counts whole {unit}s")
    return Duration(months, days, exact(seconds))


def read_duration(raw: object) -> Duration | None:
    """The duration that `raw` is or writes, in ISO 8601 or in words; None where it writes none or a negative one."""
    match raw:
        case Duration():
            return _kept(raw.months, raw.days, raw.seconds)
        case timedelta():
            return _kept(0, raw.days, Decimal(f"{raw.seconds}.{raw.microseconds:06}"))
        case str() if len(raw) <= _LONGEST:
            parts = _iso_parts(folded(raw)) or _word_parts(folded(raw))
            return length_of(parts) if parts else None
        case _:
            return None


def _kept(months: int, days: int, seconds: Decimal) -> Duration | None:
    """The duration of these parts, None where one of them is negative or longer than any calendar."""
    parts = (Decimal(months), Decimal(days), seconds)
    if not seconds.is_finite() or min(parts) < 0 or max(parts) >= _TOO_LONG:
        return None
    return Duration(months, days, exact(seconds))


def length_of(parts: Iterable[tuple[Decimal, str]]) -> Duration | None:
    """The duration of amounts with their units, as for `duration_of`; None where a request can have no such one."""
    try:
        duration = duration_of(parts)
    except ValueError:
        return None
    return _kept(duration.months, duration.days, duration.seconds)


def _iso_parts(text: str) -> list[tuple[Decimal, str]]:
    match = _ISO.fullmatch(text)
    return [(Decimal(amount), unit) for unit, amount in match.groupdict().items() if amount] if match else []


def _word_parts(text: str) -> list[tuple[Decimal, str]]:
    """Amounts with their units, each unit once; nothing where something else stands between them."""
    parts: dict[str, Decimal] = {}
    position = 0
    while position < len(text):
        match = _PART.match(text, position)
        if not match:
            return []
        unit = match["word"].lower() if match["word"] else _KANJI.get(match["kanji"], "month")
        if unit in parts:
            return []
        parts[unit] = Decimal(re.sub("[,_]", "", match["amount"]))
        position = match.end()
    return [(amount, unit) for unit, amount in parts.items()]


def read_date(raw: object) -> date | None:
    """The date that `raw` is or writes as `2026-04-01`; None for anything else, a time among it."""
    if isinstance(raw, datetime):
        return None
    if isinstance(raw, date):
        return date(raw.year, raw.month, raw.day)
    text = folded(raw) if isinstance(raw, str) and len(raw) <= _LONGEST else ""
    return _valid_date(text) if _DATE.fullmatch(text) else None


def _valid_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_time(raw: object, offset: tzinfo | None) -> datetime | None:
    """The moment that `raw` is or writes, with the offset it was given in; one without an offset is in `offset`.

    None for anything else, a bare date and a moment that UTC cannot express among it, and, where `offset` is None,
    a time without an offset. Fractions of a second finer than a microsecond are cut off.
    """
    if isinstance(raw, datetime):
        return _anchored(raw, offset)
    text = folded(raw) if isinstance(raw, str) and len(raw) <= _LONGEST else ""
    match = _TIME.fullmatch(text)
    return _written_time(match, offset) if match else None


def _written_time(match: re.Match[str], offset: tzinfo | None) -> datetime | None:
    fraction = (match["fraction"] or "").ljust(6, "0")[:6]
    try:
        clock = time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), int(fraction))
        zone = _offset(match["offset"]) if match["offset"] else None
        return _anchored(datetime.combine(date.fromisoformat(match["day"]), clock, zone), offset)
    except ValueError:
        return None


@lru_cache(maxsize=256)
def _offset(text: str) -> timezone:
    """The offset `Z`, `+09`, `+0900`, `+09:00` or `+09:00:00`. Raises ValueError from 24 hours on."""
    digits = re.sub("[^0-9]", "", text).ljust(6, "0")
    hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    size = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return timezone(-size if text.startswith("-") else size)


def _anchored(moment: datetime, offset: tzinfo | None) -> datetime | None:
    """`moment` with a fixed offset, so that equality and order never hang on the rules of a zone."""
    try:
        distance = moment.utcoffset()
        if distance is None:
            if offset is None:
                return None
            moment = moment.replace(tzinfo=offset)
            distance = moment.utcoffset() or timedelta(0)
        if not date.min.year < moment.year < date.max.year:
            moment.astimezone(UTC)
    except OverflowError:
        return None
    if type(moment.tzinfo) is timezone and not moment.fold:
        return moment
    return moment.replace(tzinfo=timezone(distance), fold=0)


def duration_text(duration: Duration) -> str:
    """A duration in ISO 8601: `P1Y2M10DT2H30M`; a negative part carries its own sign."""
    years, months = _split(Decimal(duration.months), _MONTHS_OF_A_YEAR)
    minutes, seconds = _split(duration.seconds, 60)
    hours, minutes = _split(minutes, 60)
    calendar = _written((years, "Y"), (months, "M"), (Decimal(duration.days), "D"))
    clock = _written((hours, "H"), (minutes, "M"), (seconds, "S"))
    if not calendar and not clock:
        return "PT0S"
    return f"P{calendar}T{clock}" if clock else f"P{calendar}"


def _split(amount: Decimal, size: int) -> tuple[Decimal, Decimal]:
    """How many whole units of `size` there are in `amount`, and what is left, both with its sign."""
    whole = _EXACT.divide_int(amount, Decimal(size))
    return whole, _EXACT.subtract(amount, _EXACT.multiply(whole, Decimal(size)))


def _written(*parts: tuple[Decimal, str]) -> str:
    return "".join(f"{plain(amount)}{letter}" for amount, letter in parts if amount)


def time_text(moment: datetime) -> str:
    """A moment in ISO 8601 with its offset, `Z` for UTC: `2026-04-01T09:00:00+09:00`."""
    text = moment.isoformat()
    return text.removesuffix("+00:00") + "Z" if moment.utcoffset() == timedelta(0) else text
