"""What a pattern captures at one place of a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.characters import LETTER
from kotowari.text.numbers import NUMERALS
from kotowari.text.patterns.matching import View, follow, starts_after
from kotowari.text.patterns.nodes import Gap, Japanese, Step
from kotowari.text.reading.found import Found, Raw
from kotowari.text.reading.molds import Mold
from kotowari.text.reading.people import counts_nobody

# A bare number may have so long a sign before it: "US$50".
_LONGEST_SIGN: Final = 4

# Between the two ends of a range, and between one of two and the other.
_EITHER: Final = regex(r"\s?[-~]\s?|\s(?:to|or)\s|\s?(?:から|か|ないし|または|もしくは)\s?")
_FROM: Final = regex(rf"(?:{_EITHER.pattern}|\sand\s)$")
_LONGEST_JOINER: Final = 6
# As much of a value as is looked at before the other end of its range.
_LONGEST_VALUE: Final = 24

# What turns a count into something else: the second night.
_NO_COUNT: Final = regex(r"目|ひとり|一人")
# One of something is a measure of prices, also one person a night: 1泊1万円, 1人1泊5千円, 1人いくら.
_PRICE: Final = regex(
    r"様?[、,]?\s?(?:[1一](?:泊|人|名)様?(?:あたり|当たり|につき)?[、,]?\s?)?"
    rf"(?:[0-9{NUMERALS}][0-9,{NUMERALS}]{{0,12}}(?:円|(?<=[万千])|(?<=[0-9]{{3}}))|いくら|何円)"
)
_GOES_ON: Final = regex(rf"{LETTER}|\s?[%$¥€£₩₹]")
_MONEY_BEFORE: Final = regex(r"[$¥€£₩₹] ?$")


@record
class Captured:
    """A value, and where the whole pattern stands that captured it, in the folded text."""

    found: Found
    start: int
    end: int


def behind(mold: Mold, view: View, start: int) -> Iterator[Captured]:
    """What is captured by a pattern whose first words stand at `start`: the nearest value that it can have.

    Of a range ("a budget of $50 to $60") it is both ends.
    """
    phrase = mold.phrase
    places = follow(phrase.before, view, {start})
    begins = sorted({begin for place in places for begin in starts_after(phrase.gap, view, place)})
    tried = (_fitting(mold, view, start, mold.reader.at(view, begin)) for begin in begins)
    first = next((captured for captured in tried if captured), None)
    if first:
        yield first
        joined = _EITHER.match(view.folded.text, first.end)
        second = _fitting(mold, view, start, mold.reader.at(view, joined.end())) if joined else None
        yield from (second,) if second else ()


def anywhere(molds: Sequence[Mold], view: View) -> Iterator[tuple[Mold, Captured]]:
    """What is captured by patterns that begin with their values and share a reader.

    Where `...` follows the value, the nearest one counts. Of a range ("$50 to $60 off") it is both ends.
    """
    last: list[Captured | None] = [None] * len(molds)
    for start in molds[0].reader.starts(view):
        found = molds[0].reader.at(view, start)
        for number, mold in enumerate(molds) if found else ():
            before = last[number]
            if before and start < before.found.end:
                continue
            captured = _fitting(mold, view, start, found)
            if captured and before and before.end != captured.end:
                yield from ((mold, each) for each in _with_first_end(mold, view, before))
            last[number] = captured or before
    for mold, captured in zip(molds, last, strict=True):
        if captured:
            yield from ((mold, each) for each in _with_first_end(mold, view, captured))


def _with_first_end(mold: Mold, view: View, captured: Captured) -> Iterator[Captured]:
    """What is captured, and the value from which it is the other end of a range."""
    start = captured.found.start
    joined = _FROM.search(view.folded.text, max(0, start - _LONGEST_JOINER), start)
    for begin in range(max(0, joined.start() - _LONGEST_VALUE), joined.start()) if joined else ():
        for found in mold.reader.at(view, begin):
            if joined and found.end == joined.start() and not found.bare:
                yield Captured(found, begin, captured.end)
                yield captured
                return
    yield captured


def _fitting(mold: Mold, view: View, start: int, values: Iterable[Found]) -> Captured | None:
    """The first of the values that begin at one place that the pattern can have there."""
    text = view.folded.text
    for found in values:
        value = _meant(mold, found)
        if value is None or not (mold.phrase.before or _is_apart(text, found)):
            continue
        ends = _ends(mold.phrase.after, view, found.end)
        if not ends or (found.bare and not _counts(mold, found, text, max(ends))):
            continue
        whole = _whole(mold, view, Found(found.start, found.end, value)) if found.bare else found
        return Captured(whole, start, max(ends))
    return None


def _ends(after: Sequence[Step], view: View, end: int) -> Collection[int]:
    """Where what has to stand behind a value ends."""
    places: Collection[int] = {end}
    for step in after:
        if isinstance(step.node, Japanese) and step.gap is not Gap.FEW:
            places = [place for place in places if _opens(step.node, step.gap, view, place)]
        places = follow((step,), view, places)
    return places


def _opens(word: Japanese, gap: Gap, view: View, place: int) -> bool:
    """Whether the word can begin here; a look at the characters spares cutting an English text into morphemes."""
    return any(view.folded.text.startswith(word.openings, begin) for begin in starts_after(gap, view, place))


def _meant(mold: Mold, found: Found) -> Raw | None:
    """The value, that of a bare number by the unit in the pattern."""
    if not found.bare:
        return found.value
    assert isinstance(found.value, Decimal)
    return mold.bare(found.value) if mold.bare else None


def _is_apart(text: str, found: Found) -> bool:
    """Whether a bare number is not an amount of money, which its pattern does not ask for."""
    return not (found.bare and _MONEY_BEFORE.search(text, max(0, found.start - 2), found.start))


def _counts(mold: Mold, found: Found, text: str, end: int) -> bool:
    """Whether a bare number is an amount of what the pattern says."""
    if not mold.phrase.after and _GOES_ON.match(text, end):
        return False
    if counts_nobody(text, found.end, end):
        return False
    return not (_NO_COUNT.match(text, end) or (found.value == 1 and _PRICE.match(text, end)))


def _whole(mold: Mold, view: View, bare: Found) -> Found:
    """The bare number with the unit beside it, where both are read as the same value: the whole is shown."""
    for start in range(max(0, bare.start - _LONGEST_SIGN), bare.start + 1):
        for found in mold.reader.at(view, start):
            if not found.bare and found.end >= bare.end and found.value == bare.value:
                return found
    return bare
