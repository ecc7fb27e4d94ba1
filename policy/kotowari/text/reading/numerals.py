"""Numbers with their values: digits, kanji numerals, English words, and mixtures such as 1.5万 and 2 million."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal
from typing import Final

from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.characters import IS_JAPANESE, LETTER
from kotowari.text.numbers import NUMERALS
from kotowari.text.reading.counting import WORD, count
from kotowari.text.reading.edges import begins, ends

# More digits than any sum of what can be written here needs, so that nothing is ever rounded.
_EXACT: Final = Context(prec=200)
_DIGITS: Final = regex(
    r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,11}|[0-9]{1,3}(?:、[0-9]{3}){1,11}|[0-9]{1,40})(?:\.[0-9]{1,40})?"
)
# 007 is an id; 1.234 is a thousand and more in half of Europe.
_UNSURE: Final = regex(r"[+-]?(?:0[0-9].*|[1-9][0-9]{0,2}\.[0-9]{3})")
_SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12, "k": 1000}
_SCALE: Final = regex(rf"(?: ?(?P<word>hundred|thousand|million|billion)| (?P<dozen>dozen)|(?P<k>k))(?!{LETTER})")

_KANJI: Final = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10**4, "億": 10**8, "兆": 10**12}
_JAPANESE: Final = regex(rf"(?:[{NUMERALS}]|[0-9][0-9,]{{0,20}}(?:\.[0-9]{{1,20}})?){{1,24}}")
_TOKEN: Final = regex(rf"[0-9][0-9,]*(?:\.[0-9]+)?|[{''.join(_KANJI)}]+|[{NUMERALS}]")
# 一 in 同一, 統一, 唯一 … counts nothing, and 十分 is "enough" more often than ten minutes.
_NO_COUNT: Final = regex(r"(?<=[同統唯均単随専逐])一|十分(?!間)|一(?=[緒応番旦般])")
_PLACE: Final = regex(
    rf"(?<![0-9{NUMERALS}])[0-9{NUMERALS}]|[+-](?=[0-9])|(?<!{LETTER})(?<!{LETTER}')(?:{WORD})(?!'?{LETTER})"
)


@record
class Numeral:
    """A number that ends at `end`."""

    end: int
    value: Decimal


def places(text: str) -> Iterator[int]:
    """The places of a folded text where a number may begin, in order."""
    for found in _PLACE.finditer(text):
        yield found.start()


def number(text: str, start: int) -> Numeral | None:
    """The whole number that begins at `start` of a folded text; None where none does, or where it is a part."""
    return numeral(text, start) if begins(text, start) else None


def numeral(text: str, start: int) -> Numeral | None:
    """The number that begins at `start`, whatever stands before it, such as a sign of money."""
    found = _written(text, start)
    return found if found and ends(text, start, found.end) else None


def _written(text: str, start: int) -> Numeral | None:
    first = text[start : start + 1]
    if not first:
        return None
    if first in NUMERALS:
        return None if _NO_COUNT.match(text, start) else _japanese(text, start)
    if first in "0123456789+-":
        return _digits(text, start)
    return None if IS_JAPANESE.match(first) else _words(text, start)


def _words(text: str, start: int) -> Numeral | None:
    found = count(text, start)
    return Numeral(found[1], Decimal(found[0])) if found else None


def _digits(text: str, start: int) -> Numeral | None:
    found = _DIGITS.match(text, start)
    if not found:
        return None
    if text[found.end() : found.end() + 1] in (*_SMALL, *_LARGE):
        return _japanese(text, start)
    if _UNSURE.fullmatch(found.group()):
        return None
    value = Decimal(found.group().replace(",", "").replace("、", ""))
    scale = _SCALE.match(text, found.end())
    if not scale:
        return Numeral(found.end(), value)
    times = _SCALES[scale["word"] or scale["dozen"] or scale["k"]]
    return Numeral(scale.end(), _EXACT.multiply(value, Decimal(times)))


# --- 二十三, 一万五千, 3万5千, 1.5億, 二〇二六 ------------------------------------------------------------------------


def _japanese(text: str, start: int) -> Numeral | None:
    found = _JAPANESE.match(text, start)
    if not found:
        return None
    value = _sum([token.group() for token in _TOKEN.finditer(found.group())])
    return None if value is None else Numeral(found.end(), value)


def _sum(tokens: list[str]) -> Decimal | None:
    """What the parts of a numeral add up to; None where they are no numeral, or could be several."""
    total = section = Decimal(0)
    last: Decimal | None = None
    small, large = 10**4, 10**16
    for token in tokens:
        if token in _SMALL:
            if _SMALL[token] >= small:
                return None
            small = _SMALL[token]
            section, last = _EXACT.fma(1 if last is None else last, Decimal(small), section), None
        elif token in _LARGE:
            section = section if last is None else _EXACT.add(section, last)
            if _LARGE[token] >= large or not section:
                return None
            large, small = _LARGE[token], 10**4
            total, section, last = _EXACT.fma(section, Decimal(large), total), Decimal(0), None
        else:
            last = _group(token, alone=len(tokens) == 1) if last is None else None
            if last is None:
                return None
    return _with_rest(total, section, last, tokens)


def _with_rest(total: Decimal, section: Decimal, last: Decimal | None, tokens: list[str]) -> Decimal | None:
    """The sum with its ones. 2万5 is 25,000 to some and 20,005 to others; 百五 can only be 105."""
    if last is None:
        return _EXACT.add(total, section)
    after = tokens[-2] if len(tokens) > 1 else ""
    unsure = after in _LARGE if tokens[-1] in _KANJI else after in _SMALL
    if unsure or (after in _LARGE and len(tokens[-1]) < len("100")):
        return None
    return _EXACT.add(total, _EXACT.add(section, last))


def _group(token: str, *, alone: bool) -> Decimal | None:
    """Digits, or kanji in the place of digits. 二三人 are two or three."""
    if token[0] in "0123456789":
        plain = re.fullmatch(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*)(?:\.[0-9]+)?", token)
        return Decimal(token.replace(",", "")) if plain else None
    if len(token) == 1:
        return Decimal(_KANJI[token])
    by_place = alone and token[0] not in "〇零" and (len(token) > 2 or token[-1] in "〇零")
    return Decimal("".join(str(_KANJI[sign]) for sign in token)) if by_place else None
