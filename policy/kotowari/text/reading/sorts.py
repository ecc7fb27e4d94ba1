"""What sorts of values are read from texts."""

from __future__ import annotations

from enum import StrEnum


class Sort(StrEnum):
    """What is to be read."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    LENGTH = "duration"
    CHOICE = "choice"
