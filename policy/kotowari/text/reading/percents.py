"""Percentages: 15%, fifteen percent, 15パーセント, 3割, 3割5分, half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Context, Decimal
from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import LETTER
from kotowari.text.patterns.matching import View
from kotowari.text.reading.found import Found
from kotowari.text.reading.numerals import number, numeral, places

_EXACT: Final = Context(prec=60)
_UNIT: Final = regex(rf"\s{{0,2}}(?:%|(?:percent|per cent|pct)(?!{LETTER})|ぱーせんと)")
# 割 is a tenth, 分 and 厘 behind it a hundredth and a thousandth: 割合 and 割り勘 are other words.
_TENTHS: Final = regex(r"\s?割(?![合勘])(?:([0-9一二三四五六七八九])分)?(?:([0-9一二三四五六七八九])厘)?")
_HALF: Final = regex(rf"(?<!{LETTER})(?<!{LETTER}[-'])half(?!'?{LETTER})(?![ -](?:an?|dozen|hour|day|year)\b)")
_MOST_TENTHS: Final = 10
# What may stand at the edge of a pattern beside a bare number, and how many percent it makes of 1.
_IN_PATTERN: Final = {"%": 1, "percent": 1, "pct": 1, "ぱーせんと": 1, "割": 10}


class Percents:
    """Reads percentages."""

    def starts(self, view: View) -> Iterator[int]:
        """Numbers, and "half"."""
        text = view.folded.text
        return iter(sorted({*places(text), *(found.start() for found in _HALF.finditer(text))}))

    def at(self, view: View, start: int) -> Sequence[Found]:
        """The percentage, and the bare number before its sign."""
        text = view.folded.text
        if half := _HALF.match(text, start):
            return (Found(start, half.end(), Decimal(50)),)
        found = number(text, start)
        if found is None:
            return ()
        bare = Found(start, found.end, found.value, bare=True)
        if unit := _UNIT.match(text, found.end):
            return (Found(start, unit.end(), found.value), bare)
        tenths = _TENTHS.match(text, found.end)
        if not tenths or abs(found.value) > _MOST_TENTHS:
            return (bare,)
        return (Found(start, tenths.end(), _of_tenths(found.value, tenths)), bare)


def _of_tenths(value: Decimal, rest: re.Match[str]) -> Decimal:
    hundredths, thousandths = (numeral(part, 0) if part else None for part in rest.groups())
    percent = _EXACT.multiply(value, Decimal(10))
    percent = _EXACT.add(percent, hundredths.value if hundredths else Decimal(0))
    return _EXACT.add(percent, _EXACT.scaleb(thousandths.value, -1) if thousandths else Decimal(0))
