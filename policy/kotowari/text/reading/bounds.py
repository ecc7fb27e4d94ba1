"""Where a text gives an amount only roughly, as a bound, or as a difference: "at least $30", 約3000円, 1000円引き.

Such an amount is not known exactly, and is the value only where the pattern says so: by the same words (「#円以内」,
"up to #"), or by being about a budget or limit, which is itself what is spent at most, and about.
"""

from __future__ import annotations

import re
from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import LETTER
from kotowari.text.numbers import NUMERALS

# So many characters before an amount are looked at.
_BACK: Final = 30
_SIGN: Final = r"(?:[a-z]{0,3} ?[$¥€£₩₹] ?|[a-z]{3} )?"
_TAX: Final = r"(?:\s?\(?税(?:込|抜|別)み?\)?)?"
_PARTING: Final = r"引(?:き|い|く|け)?(?!き?(?:落|出|換|替|越|っ))"

# What joins two ends of a range, and what makes one of them rough.
_JOINED: Final = r"(?:\s?[-~]\s?|\s(?:to|or|and)\s|\s?(?:から|か|ないし|または|もしくは)\s?)"
_ROUGHLY: Final = r"(?:[くぐ]らい|ほど|程度|前後|位)"
_AN_END: Final = rf"(?:[0-9円{NUMERALS}]|(?<!{LETTER})(?:dollars?|euros?|pounds?|yen|usd|eur|gbp))"

_BOUND_BEFORE: Final = (
    rf"(?<!{LETTER})(?:at least|(?:not |no )?less than|(?:more|greater|higher|lower) than|over|above|under|below"
    r"|(?:a )?minimum|upwards)|(?:最低|少なく|安く)(?:とも|でも|ても|限)?"
    rf"|{_AN_END}{_ROUGHLY}{_JOINED}"
)
_ABOUT_BEFORE: Final = (
    rf"(?<!{LETTER})(?:at (?:the )?most|up to|(?:no|not) more than|within|(?:a )?max(?:imum)?|about|around"
    r"|approximately|approx\.?|roughly|nearly|almost|circa)|(?<![0-9円])~(?!\s)"
    r"|(?<![契予規解成要節公誓制婚条密盟])約|(?:おお)?およそ|だいたい|大体|ざっと|最大|最高|せいぜい|(?:多く|高く)ても"
)
_DIFFERENCE_BEFORE: Final = rf"(?<!{LETTER})(?:discount|reduction|rebate)"
_BOUND_AFTER: Final = (
    r"以上|(?:を|は)?(?:超|越え|上回|下回)|未満|より(?=[上下高安多少])|\+(?!\w|\s?(?:税|消費税|送料|tax|vat|shipping))|~(?!\s?[0-9])"
    rf"|(?<=\s)(?:or (?:more|above|higher|over)|and (?:up|above|over)|at least|minimum)(?!{LETTER})"
    rf"|{_ROUGHLY}{_JOINED}{_SIGN}(?=[0-9{NUMERALS}])|{_JOINED}(?:{_ABOUT_BEFORE})"
)
_ABOUT_AFTER: Final = (
    r"以内|以下|まで|[くぐ]らい|位(?!置)|程度|ほど|程(?!度)|前後|見当|ちょっと|[強弱](?!い)|余り|かそこら"
    rf"|(?<=\s)(?:or (?:less|so|under|below|thereabouts)|at (?:the )?most|max(?:imum)?|tops|give or take"
    rf"|more or less)(?!{LETTER})|-?ish(?!{LETTER})"
)
_DIFFERENCE_AFTER: Final = (
    rf"(?:[くぐ]らい|ほど|程度|だけ|分|も)?(?:割引|値引|(?:を|の)(?:割引|値引|{_PARTING})|{_PARTING}|おふ(?![ろぃぉ])|[安高][いくか])"
    rf"|(?<=\s)(?:off|discount|less|cheaper|more(?! or less))(?!{LETTER})"
)


def _kinds(bound: str, about: str, difference: str) -> str:
    return rf"(?P<difference>{difference})|(?P<bound>{bound})|(?P<about>{about})"


_BEFORE: Final = _kinds(_BOUND_BEFORE, _ABOUT_BEFORE, _DIFFERENCE_BEFORE)
_AFTER: Final = _kinds(_BOUND_AFTER, _ABOUT_AFTER, _DIFFERENCE_AFTER)
_JUST_BEFORE: Final = regex(rf"(?:{_BEFORE})(?: of| for)?[は、で]?\s?{_SIGN}$")
_JUST_AFTER: Final = regex(rf",?\s?円?{_TAX}\s?(?:{_AFTER})")
_IN_PATTERN: Final = regex(rf"{_BOUND_BEFORE}|{_ABOUT_BEFORE}|{_BOUND_AFTER}|{_ABOUT_AFTER}")
# What is a bound by itself, and what is a difference.
_LIMIT: Final = regex(rf"予算|上限|限度|(?<!{LETTER})(?:budget|limit|max|maximum)(?!{LETTER})")
_DIFFERENCE: Final = regex(rf"割引|値引|引|おふ|[安高][いく]|(?<!{LETTER})(?:off|discount|less|cheaper|more|reduction)")
# Of a range both ends are taken: two values, so that the fact is not known.
_OTHER_BEFORE: Final = regex(rf"{_AN_END}{_JOINED}{_SIGN}$")
_OTHER_AFTER: Final = regex(rf"{_JOINED}{_SIGN}[0-9{NUMERALS}]")


def is_inexact(pattern: str, text: str, start: int, ends: tuple[int, ...]) -> bool:
    """Whether an amount from `start`, seen up to each of the `ends`, is not the one that the folded pattern wants."""
    before = text[max(0, start - _BACK) : start]
    if _OTHER_BEFORE.search(before) or any(_OTHER_AFTER.match(text, end) for end in ends):
        return False
    ahead = _JUST_BEFORE.search(before)
    told = (ahead, *(_JUST_AFTER.match(text, end) for end in ends))
    return any(not _is_wanted(pattern, found) for found in told if found)


def _is_wanted(pattern: str, found: re.Match[str]) -> bool:
    kind = str(found.lastgroup)
    if kind == "difference":
        return _DIFFERENCE.search(pattern) is not None
    named = {each.group() for each in _IN_PATTERN.finditer(pattern)}
    return found[kind] in named or (kind == "about" and _LIMIT.search(pattern) is not None)
