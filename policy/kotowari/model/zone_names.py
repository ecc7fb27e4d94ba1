"""On whose clocks a promised moment stands: `Japan time`, 「ロンドン時間」, `UTC+9`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from kotowari.model.calendar import wall_clock
from kotowari.model.wording import say_time
from kotowari.regex import regex

# Where everybody who reads the language lives on one clock, it need not be named.
_HOME: Final = {"ja": frozenset({"Asia/Tokyo", "Japan"})}
_UNIVERSAL: Final = frozenset({"UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"})
# A zone is named after a place: `America/Argentina/Buenos_Aires`, not `EST5EDT` or `Etc/GMT+5`.
_PLACE: Final = regex(r"(?!Etc/|SystemV/)(?:[A-Za-z_-]+/)*([A-Z][a-z]+(?:[_-][A-Za-z][a-z]*)*)")
# People name the country where it has one clock.
_PLACES_EN: Final = {"Tokyo": "Japan", "London": "UK"}
_PLACES_JA: Final = {
    "Tokyo": "日本",
    "London": "ロンドン",
    "Paris": "パリ",
    "Berlin": "ベルリン",
    "New_York": "ニューヨーク",
    "Chicago": "シカゴ",
    "Los_Angeles": "ロサンゼルス",
    "Honolulu": "ハワイ",
    "Sydney": "シドニー",
    "Singapore": "シンガポール",
    "Hong_Kong": "香港",
    "Shanghai": "中国",
    "Taipei": "台湾",
    "Seoul": "韓国",
    "Bangkok": "バンコク",
}


def say_deadline(moment: datetime, language: str, zone: ZoneInfo) -> str:
    """`1 April 2026, 15:00 (Japan time)`, 「2026年4月1日 15:00」: a moment that somebody else is to keep an eye on."""
    name, said = zone_name(moment, language, zone), say_time(moment, language, zone)
    if not name:
        return said
    return f"{said}（{name}）" if language.partition("-")[0].lower() == "ja" else f"{said} ({name})"


def zone_name(moment: datetime, language: str, zone: ZoneInfo) -> str:
    """What people call the clocks of `zone`; empty where readers of the language take no others for granted.

    Where the language has no name for the place, the distance from UTC at this moment stands for it.
    """
    spoken = language.partition("-")[0].lower()
    if zone.key in _HOME.get(spoken, ()):
        return ""
    if zone.key in _UNIVERSAL:
        return "UTC"
    place = _PLACE.fullmatch(zone.key)
    if place and spoken == "en":
        return f"{_PLACES_EN.get(place[1], place[1].replace('_', ' '))} time"
    if place and spoken == "ja" and place[1] in _PLACES_JA:
        return f"{_PLACES_JA[place[1]]}時間"
    return _offset(moment, zone)


def _offset(moment: datetime, zone: ZoneInfo) -> str:
    offset = wall_clock(moment, zone) - moment.astimezone(UTC).replace(tzinfo=None)
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"
