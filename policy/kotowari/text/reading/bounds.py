"""Where a text gives a value only roughly, as a bound, as a difference, or for each: "at least $30", 10人ほど, 5席追加.

Such a value is not known exactly, and is the value only where the pattern says so: by the same words (「#円以内」,
"up to #"), or by being about a budget, limit or deadline, which is itself what is spent at most, and about.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import Final

from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.numbers import NUMERALS
from kotowari.text.reading import day_hedges, hedges
from kotowari.text.reading.sorts import Sort

# So many characters before a value are looked at.
_BACK: Final = 40
_TAX: Final = r"(?:\s?\(?税(?:込|抜|別)み?\)?)?"
# What is counted, where the pattern leaves it out: 人数は#, "party of #".
_COUNTED: Final = r"(?:[\u4e00-\u9fff]{1,2}様?|\s(?:people|[a-z]{3,12}s)(?=\s))"
_NOTHING: Final = r"(?!)"
# What is told as about or at most by itself.
_LIMIT: Final = regex(
    r"予算|上限|限度|期限|期日|締め?切|〆切|(?<![a-z])(?:budget|limit|max|maximum|deadline|due)(?![a-z])"
)
# The other end of a range, with what stands before it: 3000円から約4000円.
_OTHER_END: Final = regex(rf"{hedges.JOINED}(?P<lead>[^0-9.。{NUMERALS}]{{1,16}})(?=[0-9{NUMERALS}])")
_PART_OF_DAYS_BEFORE: Final = regex(f"{day_hedges.OTHERS_BEFORE}{day_hedges.LED}$")


@record
class _Words:
    """What makes a value inexact, or one for each: before it, behind it, and in a pattern that wants it so.

    A pattern with any of the words for a difference or for each wants these; of the others it has the same ones.
    `joined` is what stands between the two ends of a range, of which one is inexact.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    same: tuple[re.Pattern[str], ...]
    difference: re.Pattern[str]
    each: re.Pattern[str]
    joined: re.Pattern[str]


class Telling(Enum):
    """How a text tells a value: as its pattern wants it, or else inexactly, or `for_each` of something."""

    WANTED = auto()
    INEXACT = auto()
    FOR_EACH = auto()


def telling(sort: Sort, pattern: str, text: str, start: int, ends: tuple[int, ...]) -> Telling:
    """How a value from `start`, seen up to each of the `ends`, is told, beside how the folded pattern wants it."""
    if sort is Sort.CHOICE:
        return Telling.WANTED
    before = text[max(0, start - _BACK) : start]
    if sort is Sort.DATE and _PART_OF_DAYS_BEFORE.search(before):
        return Telling.INEXACT
    words = _words(sort)
    others = (_OTHER_END.match(text, end) for end in ends)
    if any(other and words.before.search(other["lead"]) for other in others):
        return Telling.INEXACT
    told = (words.before.search(before), *(words.after.match(text, end) for end in ends))
    unwanted = {str(found.lastgroup) for found in told if found and not _is_wanted(words, pattern, found)}
    if not unwanted:
        return Telling.WANTED
    return Telling.FOR_EACH if unwanted == {"each"} else Telling.INEXACT


def are_joined(sort: Sort, text: str, end: int, start: int) -> bool:
    """Whether what stands between two values, up to `end` and from `start` on, makes them one of several: 約3〜4名."""
    # The second of 10名-20名 is read from its dash on.
    start += text.startswith("-", start)
    if sort is Sort.CHOICE or not 0 < start - end <= _BACK:
        return False
    return _words(sort).joined.fullmatch(text, end, start) is not None


def _is_wanted(words: _Words, pattern: str, found: re.Match[str]) -> bool:
    kind = str(found.lastgroup)
    if kind == "difference":
        return words.difference.search(pattern) is not None
    if kind == "each":
        return words.each.search(pattern) is not None
    same = {each.group() for place in words.same for each in place.finditer(pattern)}
    # A pattern for where a span begins or ends ("from #") wants that end.
    if kind == "span":
        return bool(same)
    return found[kind] in same or (kind == "about" and _LIMIT.search(pattern) is not None)


@cache
def _words(sort: Sort) -> _Words:
    match sort:
        case Sort.DATE:
            return _of_days()
        case Sort.MONEY:
            price = (hedges.MONEY_BEFORE, hedges.MONEY_AFTER)
            return _of_amounts(price, (f"{hedges.EACH_BEFORE}|{hedges.PRICE_BEFORE}", hedges.EACH_AFTER))
        case Sort.NUMBER:
            more = (f"{hedges.MORE_BEFORE}|{hedges.PART_BEFORE}", hedges.MORE_AFTER)
            return _of_amounts(more, (hedges.EACH_BEFORE, hedges.EACH_AFTER))
        case Sort.LENGTH:
            each = (f"{hedges.EACH_BEFORE}|{hedges.A_DAY_BEFORE}", hedges.EACH_AFTER)
            return _of_amounts((hedges.MORE_BEFORE, hedges.MORE_AFTER), each)
        case _:
            return _of_amounts((hedges.ANOTHER_BEFORE, _NOTHING), (_NOTHING, _NOTHING))


def _of_amounts(difference: tuple[str, str], each: tuple[str, str]) -> _Words:
    ahead = _kinds(difference[0], each[0], hedges.BOUND_BEFORE, hedges.ABOUT_BEFORE)
    behind = _kinds(difference[1], each[1], hedges.BOUND_AFTER, hedges.ABOUT_AFTER)
    same = (f"{hedges.BOUND_BEFORE}|{hedges.ABOUT_BEFORE}", f"{hedges.BOUND_AFTER}|{hedges.ABOUT_AFTER}")
    leading = rf"(?: of| for| is|:)?[は、で]?\s?{hedges.SIGN}"
    trailing = rf"{_COUNTED}??{_TAX}\s?[,(]?\s?"
    return _Words(
        regex(rf"(?:{ahead}){leading}$"),
        regex(rf"{trailing}(?:{behind})"),
        tuple(map(regex, same)),
        regex("|".join(difference)),
        regex("|".join(each)),
        _between(
            f"{trailing}(?:{difference[1]}|{each[1]}|{same[1]})",
            hedges.JOINER,
            f"(?:{difference[0]}|{each[0]}|{same[0]}){leading}",
        ),
    )


def _of_days() -> _Words:
    bound = f"{day_hedges.BOUND_BEFORE}|{hedges.BOUND_BEFORE}"
    about = f"{day_hedges.ABOUT_BEFORE}|{hedges.ABOUT_BEFORE}"
    behind = _kinds(_NOTHING, _NOTHING, day_hedges.BOUND_AFTER, day_hedges.ABOUT_AFTER)
    same = (f"{bound}|{about}", f"{day_hedges.BOUND_AFTER}|{day_hedges.ABOUT_AFTER}")
    return _Words(
        regex(rf"(?:{_kinds(_NOTHING, _NOTHING, bound, about)}){day_hedges.LEADING}$"),
        regex(rf"(?P<span>{day_hedges.OTHERS_AFTER})|,?\s?(?:{behind})"),
        tuple(map(regex, same)),
        regex(_NOTHING),
        regex(_NOTHING),
        _between(rf",?\s?(?:{same[1]})", day_hedges.JOINER, f"(?:{same[0]}){day_hedges.LEADING}"),
    )


def _between(after: str, joined: str, before: str) -> re.Pattern[str]:
    return regex(rf"(?:{_COUNTED}|{after})?\)?(?:{joined})(?:{before}|{day_hedges.LED}|{hedges.SIGN})")


def _kinds(difference: str, each: str, bound: str, about: str) -> str:
    return rf"(?P<difference>{difference})|(?P<each>{each})|(?P<bound>{bound})|(?P<about>{about})"
