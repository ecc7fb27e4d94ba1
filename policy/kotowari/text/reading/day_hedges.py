"""The words by which a text gives a day only roughly, as a bound, or as one of several.

All are regular expressions for folded texts. `..._BEFORE` stand before the day, `..._AFTER` behind it.
"""

from __future__ import annotations

from typing import Final

from kotowari.text.numbers import NUMERALS
from kotowari.text.reading.weekdays import JAPANESE

# What is enough beside English words, and compiled in a moment.
_LETTER: Final = "[a-z]"
_WEEKDAY: Final = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_JA_WEEKDAY: Final = f"[{JAPANESE}]"
_PART_OF_DAY: Final = r"(?:の?(?:朝|昼|夜|夕方|晩|午前中?|午後|[0-9]{1,2}時)|中)"
# What may stand between such words and the date.
LEADING: Final = rf"(?:\s(?:on|of))?[は、]?\s?(?:{_WEEKDAY}\.?(?:, ?| ))?(?:the )?"

BOUND_BEFORE: Final = (
    rf"(?<!{_LETTER})(?:before|after|from|since|starting|beginning|ending|past|prior to|week of"
    r"|as (?:early|late) as"
    r"|(?:no |not )?(?:earlier|later|sooner) than)|早く(?:とも|ても?)"
)
ABOUT_BEFORE: Final = rf"(?<!{_LETTER})(?:by|until|till|through|sometime|somewhere)|遅く(?:とも|ても?)"
BOUND_AFTER: Final = (
    r"以降|以後|以前|から|より|過ぎ|の?(?:前(?!後)|後|翌|次)|の週|~"
    rf"|の[0-9{NUMERALS}]{{1,3}}(?:日|週間|か月)(?:前|後)"
    r"|(?<=\s)(?:or (?:later|earlier|after|before|sooner)|and (?:after|later|before|earlier)|onwards?|at the earliest)"
    rf"(?!{_LETTER})"
)
ABOUT_AFTER: Final = (
    rf"{_PART_OF_DAY}?まで|頃|ころ|ごろ|前後|あたり|辺り|付近|近く|[くぐ]らい|位(?!置)|程度|ほど"
    rf"|(?<=\s)(?:at the latest|or (?:so|thereabouts)|give or take)(?!{_LETTER})|-?ish(?!{_LETTER})"
)

# --- one of several days, of which not all have their year: 2026年12月10日〜12日, "10 or 11 December 2026" ------------

JOINED: Final = r"(?:\s?[-~&]\s?|\s(?:to|or|and|through)\s|\s?(?:から|か|ないし|または|もしくは)\s?)"
_LIST: Final = r"[、・と]\s?"
_DAYS: Final = rf"[0-9{NUMERALS}]{{1,3}}"
# 12泊, 12:00, "12 guests".
_NO_DAY: Final = r"(?![0-9:]|\s?[泊名人つ時個部室席歳週年回本枚万円%]|\s(?:people|[a-z]{3,12}s)(?![a-z]))"
_MONTH: Final = rf"(?<!{_LETTER})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
OTHERS_AFTER: Final = (
    rf"{JOINED}(?:(?:{_WEEKDAY},? )?(?:the )?(?:{_MONTH}|[0-9]{{1,2}}(?:st|nd|rd|th|日|月)?{_NO_DAY})"
    rf"|(?:next |this )?{_WEEKDAY}(?!{_LETTER})|{_JA_WEEKDAY}曜|約|(?:about|around|maybe|perhaps) )"
    rf"|{_LIST}(?:(?:{_DAYS}月)?{_DAYS}日(?!間)|{_JA_WEEKDAY}曜)"
)
OTHERS_BEFORE: Final = (
    rf"(?:(?<![-/.:0-9]){_DAYS}(?:st|nd|rd|th|日)?(?:\s?\(?{_JA_WEEKDAY}(?:曜日?)?\)?)?|(?<!{_LETTER}){_WEEKDAY}\)?|{_JA_WEEKDAY}曜日?)"
    rf"(?:{JOINED}|(?<=[{JAPANESE}曜)]){_LIST})"
)
JOINER: Final = rf"{JOINED}|{_LIST}"
# What of a date may stand before the place where it is found.
LED: Final = rf"(?:{_WEEKDAY},? )?(?:the )?"
