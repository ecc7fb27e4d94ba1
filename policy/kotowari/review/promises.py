"""Whether an escalation promises an answer earlier than its team gives one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import say
from kotowari.model.duration import Duration
from kotowari.model.model import Verdict
from kotowari.model.wording import say_duration
from kotowari.review.objections import fault
from kotowari.review.reading import Reading

_HOUR, _DAY = 3600, 86400
_SECONDS: Final[dict[str, int]] = {
    "minute": 60, "hour": _HOUR, "day": _DAY, "week": 7 * _DAY,
    "分": 60, "時間": _HOUR, "日": _DAY, "営業日": _DAY, "週間": 7 * _DAY,
}  # fmt: skip
_NUMBERS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_WITHIN: Final = re.compile(
    r"\b(?:within|in|in less than|in under)\s+(?:the next\s+)?"
    r"(?P<count>[0-9]{1,4}|an?|one|two|three|four|five|six|ten)\s+"
    r"(?:(?:business|working|short)\s+)?(?P<unit>minute|hour|day|week)s?\b"
    r"|(?P<number>[0-9]{1,4})(?P<counter>分|時間|営業日|日|週間)(?:以内|で|のうち|後)"
)
# Times without a number, and how far off they are at most, in seconds.
_SOON: Final[dict[str, int]] = {
    **dict.fromkeys(("right away", "immediately", "straight away", "at once", "in a moment"), _HOUR),
    **dict.fromkeys(("today", "tonight", "by the end of the day"), _DAY),
    **dict.fromkeys(("すぐに", "ただちに", "直ちに", "至急", "今すぐ", "即座に"), _HOUR),
    **dict.fromkeys(("本日中", "今日中", "当日中"), _DAY),
    **dict.fromkeys(("tomorrow", "明日"), 2 * _DAY),
}
_SOON_WORDS: Final = re.compile("|".join(rf"\b{word}\b" if word.isascii() else word for word in _SOON))


def early_promise(reading: Reading) -> Iterator[Diagnostic]:
    """The first time in the draft that is earlier than the team answers."""
    within = reading.expected.within
    if reading.verdict is not Verdict.ESCALATE or within is None:
        return
    allowed = seconds_of(within)
    for start, end, promised in _promises(reading.draft.folded.text):
        if promised < allowed:
            yield fault(
                "promises-too-early",
                reading.draft,
                (start, end),
                say("`{text}` promises more than the team keeps", text=reading.draft.written(start, end)),
                say("the team answers within {within}: say that, or `{{by}}`", within=say_duration(within, "en")),
                Severity.ERROR,
            )
            return


def seconds_of(duration: Duration) -> int:
    """A duration as seconds; a month counts as thirty days."""
    return int(duration.seconds) + (duration.days + 30 * duration.months) * _DAY


def _promises(text: str) -> Iterator[tuple[int, int, int]]:
    """Each time that a text names, and how many seconds off it is."""
    for found in _WITHIN.finditer(text):
        count, unit = found["count"] or found["number"], found["unit"] or found["counter"]
        yield *found.span(), (_NUMBERS.get(count) or int(count)) * _SECONDS[unit]
    for found in _SOON_WORDS.finditer(text):
        yield *found.span(), _SOON[found.group()]
