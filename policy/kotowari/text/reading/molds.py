"""A pattern with `#` in it, made ready: what stands before the value, how the value is read, what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from typing import Final

from kotowari.diagnostics.said import say
from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.errors import PatternError
from kotowari.text.fold import fold
from kotowari.text.patterns.nodes import Gap, Number, Step
from kotowari.text.patterns.pattern import Pattern
from kotowari.text.patterns.syntax import parse
from kotowari.text.reading.choices import Choices
from kotowari.text.reading.dates import Dates
from kotowari.text.reading.found import Reader
from kotowari.text.reading.lengths import Lengths
from kotowari.text.reading.money import Amounts
from kotowari.text.reading.people import COUNTERS, People
from kotowari.text.reading.percents import Percents
from kotowari.text.reading.plain import Plain
from kotowari.text.reading.sorts import Sort
from kotowari.text.reading.units import Bare, unit_in

_HOLE: Final = regex(r"(?<!\\)#")


@record
class Wanted:
    """A fact to read: its patterns; the currency of money; for a choice, what each one is called."""

    fact: str
    sort: Sort
    patterns: tuple[Pattern, ...]
    currency: str = ""
    names: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])


@record
class Parted:
    """The steps before the value and behind it; `gap` is what may stand between the first and the value."""

    before: tuple[Step, ...]
    gap: Gap
    after: tuple[Step, ...]


@record
class Mold:
    """One way in which a pattern gives a fact; `bare` says what a number without a unit stands for.

    `words` is the folded pattern: a value is told exactly, or in the pattern's own words.
    """

    fact: str
    phrase: Parted
    reader: Reader
    bare: Bare | None
    sort: Sort
    words: str


def molds(wanted: Wanted, pattern: Pattern) -> Iterator[Mold]:
    """The pattern made ready; raises `PatternError`.

    Where it has the unit beside `#`, the value is looked for with its unit as well, however that is written: `#% off`
    reads "15 percent off", too.
    """
    unit = unit_in(wanted.sort, wanted.currency, pattern.text)
    own = (wanted.sort, fold(pattern.text).text)
    yield Mold(wanted.fact, parted(pattern), _reader(wanted, pattern), unit.bare if unit else None, *own)
    if unit and unit.without:
        without = replace(pattern, text=unit.without)
        if wanted.sort is Sort.NUMBER:
            yield Mold(wanted.fact, parted(without), _people(pattern.text, unit.without), unit.bare, *own)
        else:
            yield Mold(wanted.fact, parted(without), _reader(wanted, without), None, *own)


def parted(pattern: Pattern) -> Parted:
    """The steps of a pattern before and behind its `#`; raises `PatternError` where it has not exactly one."""
    whole = (0, len(pattern.text))
    if pattern.regex:
        advice = say("write a pattern with `#` for the value")
        raise PatternError(say("a regular expression does not say where the value stands"), *whole, advice)
    steps = parse(pattern.text, exact=pattern.exact).steps
    holes = [place for place, step in enumerate(steps) if isinstance(step.node, Number)]
    signs = len(_HOLE.findall(fold(pattern.text).text))
    if not signs:
        raise PatternError(
            say("`#` is missing, which stands for the value"), *whole, say("write `#` where the value stands")
        )
    if not holes:
        advice = say("write a pattern for each of the alternatives")
        raise PatternError(say("`#` cannot stand in brackets, where it may be left out"), *whole, advice)
    if signs > 1:
        raise PatternError(
            say("`#` stands here more than once"), *whole, say("leave the one that is the value of this fact")
        )
    before, hole, after = steps[: holes[0]], steps[holes[0]], steps[holes[0] + 1 :]
    first = tuple(replace(step, gap=Gap.NONE) for step in before[:1])
    return Parted((*first, *before[1:]), hole.gap if before else Gap.NONE, after)


def _reader(wanted: Wanted, pattern: Pattern) -> Reader:
    match wanted.sort:
        case Sort.MONEY:
            return _amounts(wanted.currency, bool(_HOLE.split(fold(pattern.text).text)[0].strip()))
        case Sort.CHOICE:
            before, after = _HOLE.split(pattern.text.replace("＃", "#"), maxsplit=1)
            return Choices(wanted.names, (before, after))
        case _:
            return _READERS[wanted.sort]


_READERS: Final[Mapping[Sort, Reader]] = {
    Sort.NUMBER: Plain(),
    Sort.PERCENT: Percents(),
    Sort.DATE: Dates(),
    Sort.LENGTH: Lengths(),
}


def _people(pattern: str, without: str) -> People:
    """What reads people in other words than the pattern, which has its own beside the `#`."""
    return People(frozenset(each for each in COUNTERS if pattern.count(each) > without.count(each)))


@cache
def _amounts(currency: str, led: bool) -> Amounts:  # noqa: FBT001 - a key of the cache
    """Patterns that share a reader are tried on its values together; `led` ones have words before the value."""
    return Amounts(currency, round_yen=led)
