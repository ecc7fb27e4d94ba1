"""A request as the engine sees it: typed, its text searched, its moment fixed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from kotowari.cached import cached_property
from kotowari.model import calendar
from kotowari.model.types import Value
from kotowari.record import record
from kotowari.text.topics import Match


class Mention(StrEnum):
    """What a text has to do with a topic. Who asks for something also mentions it."""

    NO = "no"
    MENTIONS = "mentions"
    ASKS = "asks"


def mentions_of(matches: Iterable[Match]) -> dict[str, Mention]:
    """What a text has to do with topics, by the places where they were found."""
    found: dict[str, Mention] = {}
    for match in matches:
        if not match.denied:
            found[match.topic] = Mention.ASKS
        else:
            found.setdefault(match.topic, Mention.MENTIONS)
    return found


@record
class Reading:
    """A value of a fact that was read from the text, and where; `end` is behind the last character."""

    fact: str
    value: Value
    start: int
    end: int
    text: str


@record
class Situation:
    """Everything that a decision depends on besides the policy.

    `facts` holds the values: given, read or assumed. `known` names those given or read, the others are defaults.
    `mentions` says for each text that is known what it has to do with the topics that may be in it, and each of them is
    looked for when it is asked for; a topic missing there is not mentioned, a text missing there is unknown. `matches`
    are the places. `stated` are the topics that the caller stated of the request. `readings` are the places that facts
    were read at; a fact with two different values is unknown.
    """

    now: datetime
    zone: ZoneInfo
    facts: Mapping[str, Value]
    known: frozenset[str] = frozenset()
    mentions: Mapping[str, Mapping[str, Mention]] = field(default_factory=dict[str, Mapping[str, Mention]])
    matches: Mapping[str, tuple[Match, ...]] = field(default_factory=dict[str, tuple[Match, ...]])
    stated: Mapping[str, Mention] = field(default_factory=dict[str, Mention])
    unavailable: frozenset[str] = frozenset()
    readings: tuple[Reading, ...] = ()
    language: str = "en"

    @property
    def assumed(self) -> frozenset[str]:
        """The facts whose defaults were taken because nobody gave them."""
        return frozenset(self.facts) - self.known

    @cached_property
    def today(self) -> date:
        """The day of the decision in the policy's zone."""
        return calendar.day_of(self.now, self.zone)
