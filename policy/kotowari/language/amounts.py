"""Amounts as they are written in Japanese, 5,000円以上 or 30日以内, in the words of the language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kotowari.language.tokens import Shape, Token
from kotowari.record import record

CURRENCIES: Final = {"円": "JPY", "ドル": "USD", "ユーロ": "EUR"}
_UNITS: Final = {
    **CURRENCIES,
    "秒": "seconds",
    "分": "minutes",
    "時間": "hours",
    "日": "days",
    "日間": "days",
    "週間": "weeks",
    "か月": "months",
    "ヶ月": "months",
    "カ月": "months",
    "年": "years",
    # What is counted has no unit in the language.
    **dict.fromkeys(
        ("名", "人", "個", "件", "回", "点", "台", "枚", "本", "席", "歳", "才", "泊", "室", "組", "冊"), ""
    ),
    **dict.fromkeys(("割", "パーセント"), "%"),
}
# What stands behind a number that is only counted.
COUNTERS: Final = tuple(word for word, unit in _UNITS.items() if not unit)
# So many digits stand between the signs that group them.
GROUPED: Final = 3
_LARGE: Final = {"": 1, "千": 1_000, "万": 10_000, "億": 100_000_000}
_BOUNDS: Final = {
    "": "",
    "以上": "at least",
    "以下": "at most",
    "以内": "at most",
    "まで": "at most",
    "未満": "less than",
    "超": "more than",
    "超える": "more than",
    "を超える": "more than",
}
_CONDITION: Final = re.compile(r"(?P<fact>[^0-9]+?)[がはの]?(?P<number>[0-9_]+)(?P<behind>[^0-9]+)")
_BEHIND: Final = re.compile(
    rf"(?P<large>[千万億]?)(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))}|)"
    rf"(?P<bound>{'|'.join(sorted(filter(None, _BOUNDS), key=len, reverse=True))}|)"
)


@record
class Amount:
    """A number with its unit, `5_000 JPY`, and how it bounds, `at least`; each empty where there is none."""

    number: str
    unit: str
    bound: str

    @property
    def written(self) -> str:
        """The amount in the words of the language."""
        return " ".join(filter(None, (self.bound, self.number, self.unit))).replace(" %", "%")


def amount(number: str, behind: str) -> Amount | None:
    """What a number with these words behind it is; None where they are no unit and no bound."""
    found = _BEHIND.fullmatch(behind)
    if found is None or not behind:
        return None
    if found["unit"] == "割":
        number = f"{number}0" if number.isdigit() and not found["large"] else ""
    if found["large"]:
        number = f"{int(number) * _LARGE[found['large']]:_}" if number.isdigit() else ""
    return Amount(number, _UNITS.get(found["unit"], ""), _BOUNDS[found["bound"]]) if number else None


def amount_at(tokens: Sequence[Token], start: int) -> tuple[Amount, int] | None:
    """The amount whose number begins at `start`, where the words behind it are Japanese, and where it ends."""
    if start < 0 or tokens[start].shape is not Shape.DIGITS:
        return None
    number, end = tokens[start].text, start + 1
    while _is_grouped(tokens, end):
        number, end = f"{number}_{tokens[end + 1].text}", end + 2
    if end >= len(tokens) or tokens[end].shape is not Shape.WORD:
        return None
    found = amount(number, tokens[end].text)
    return (found, end + 1) if found else None


def bounded(name: str) -> tuple[str, Amount] | None:
    """The fact and the amount of a condition that was written as one word, such as 金額が5000円以上."""
    found = _CONDITION.fullmatch(name)
    meant = amount(found["number"], found["behind"]) if found else None
    return (found["fact"], meant) if found and meant and meant.bound else None


def _is_grouped(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma and three digits stand right behind what is before them, as in 5,000."""
    if comma + 1 >= len(tokens) or tokens[comma].text != "," or tokens[comma + 1].shape is not Shape.DIGITS:
        return False
    adjacent = tokens[comma - 1].end == tokens[comma].start and tokens[comma].end == tokens[comma + 1].start
    return adjacent and len(tokens[comma + 1].text) == GROUPED
