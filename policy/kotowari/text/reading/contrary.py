"""Where a text says that a value is not the one: "I'm not on the free plan", 「3泊ではなく2泊」."""

from __future__ import annotations

import re
from typing import Final

from kotowari.text.characters import LETTER
from kotowari.text.denial.denial import is_denied
from kotowari.text.fold import Folded
from kotowari.text.reading.capture import Captured

# So many characters before a pattern are looked at.
_BACK: Final = 40
_SMALL: Final = r"on|in|at|for|by|to|of|a|an|the|my|our|your|really|currently|actually|anymore|any|just"
_NOT_BEFORE: Final = re.compile(
    rf"(?<!{LETTER})(?:not|[a-z]+n't|never|no longer|nor|instead of|rather than|other than)(?: (?:{_SMALL}))*\s$"
)
_NOT_AFTER: Final = re.compile(r"(?:様|分)?(?:で|じゃ)(?:は|も)?(?:な[いくか]|ありません|ございません)|以外")


def is_contrary(folded: Folded, captured: Captured) -> bool:
    """Whether the text says that this is not so, or not wanted."""
    text, found = folded.text, captured.found
    if _NOT_AFTER.match(text, captured.end) or _NOT_BEFORE.search(
        text[max(0, captured.start - _BACK) : captured.start]
    ):
        return True
    return is_denied(folded, found.start, found.end)
