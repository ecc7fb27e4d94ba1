"""Which rules apply at a moment."""

from __future__ import annotations

from datetime import UTC, datetime

from kotowari.engine.program import Program
from kotowari.model import calendar
from kotowari.model.moments import read_time


class Seasons:
    """The rules that apply at a moment."""

    def __init__(self, program: Program) -> None:
        self._index = program.index
        self._zone = program.model.zone

    def at(self, now: datetime) -> int | None:
        """The rules that apply then; None for a moment that the calendar does not have in UTC."""
        moment = now if now.tzinfo is UTC else read_time(now, UTC)
        if moment is None:
            return None
        if not self._index.dated:
            return self._index.all
        zone = calendar.zone(self._zone)
        assert zone is not None
        return self._index.applying(calendar.day_of(moment, zone))
