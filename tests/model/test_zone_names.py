"""How replies name the clocks that a promise goes by."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kotowari.model import calendar
from kotowari.model.zone_names import say_deadline, zone_name

SUMMER = datetime(2026, 7, 1, 6, tzinfo=UTC)
WINTER = datetime(2026, 12, 1, 6, tzinfo=UTC)


def named(key: str, language: str, moment: datetime = SUMMER) -> str:
    zone = calendar.zone(key)
    assert zone is not None
    return zone_name(moment, language, zone)


@pytest.mark.parametrize(
    ("key", "english", "japanese"),
    [
        ("Asia/Tokyo", "Japan time", ""),
        ("Europe/London", "UK time", "ロンドン時間"),
        ("America/New_York", "New York time", "ニューヨーク時間"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time", "UTC-3"),
        ("Asia/Kathmandu", "Kathmandu time", "UTC+5:45"),
        ("Etc/GMT+5", "UTC-5", "UTC-5"),
        ("EST5EDT", "UTC-4", "UTC-4"),
        ("UTC", "UTC", "UTC"),
    ],
)
def test_zones_are_named_as_people_do(key: str, english: str, japanese: str) -> None:
    assert (named(key, "en"), named(key, "ja"), named(key, "en-GB")) == (english, japanese, english)


def test_the_distance_from_utc_is_that_of_the_moment() -> None:
    assert (named("Europe/Dublin", "ja"), named("Europe/Dublin", "ja", WINTER)) == ("UTC+1", "UTC+0")


def test_another_language_gets_what_needs_no_words() -> None:
    assert named("Asia/Tokyo", "fr") == "UTC+9"


@pytest.mark.parametrize("key", sorted(calendar.zone_names()))
def test_every_zone_has_a_name_in_english(key: str) -> None:
    assert named(key, "en")


def test_a_deadline_says_where_it_holds() -> None:
    zone = calendar.zone("Asia/Tokyo")
    assert zone is not None
    assert say_deadline(SUMMER, "en", zone) == "1 July 2026, 15:00 (Japan time)"
    assert say_deadline(SUMMER, "ja", zone) == "2026年7月1日 15:00"
    london = calendar.zone("Europe/London")
    assert london is not None
    assert say_deadline(SUMMER, "ja", london) == "2026年7月1日 7:00（ロンドン時間）"
