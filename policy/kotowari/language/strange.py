"""Characters that have no meaning outside of strings, and those that have none anywhere."""

from __future__ import annotations

import re
import unicodedata

from kotowari.diagnostics.said import say

# Characters that make a text look other than it is (Unicode, "Trojan Source").
HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")

_QUOTES = say('write straight quotes, "…", or 「…」')
_CURRENCY = say("write the currency behind the amount: `5_000 USD`")
_HELP = {
    **dict.fromkeys("“”„‘’'＂«»`´", _QUOTES),
    **dict.fromkeys("『』", say("write 「…」")),
    **dict.fromkeys("$€£¥￥", _CURRENCY),
    **dict.fromkeys(":：", say("no colon is needed")),
    **dict.fromkeys(";；", say("no semicolon is needed")),
    **dict.fromkeys("{}", say("placeholders stand inside of strings")),
    **dict.fromkeys("&＆", say("write `and`")),
    "」": say("this quote closes nothing"),
    ".": say("the name of a fact has a dot inside, such as `customer.plan`"),
    "。": say("no full stop is needed"),
    "+": say("write `plus`"),
    "-": say("write `minus` between two amounts; the text of a list stands in quotes"),
    "*": say("write `times`"),
    "/": say("a regular expression stands between two slashes on one line"),
    "!": say("write `is not` or `not`"),
    **dict.fromkeys("≥≧", say("write `at least`")),
    **dict.fromkeys("≤≦", say("write `at most`")),
    "≠": say("write `is not`"),
    "×": say("write `times`"),
}
_COMMAS = say("part the values with commas, such as `free, pro`")
_RANGE = say("write a range as `between 5 and 10`")
_IN_CELLS = {
    **dict.fromkeys("|｜/／;；", _COMMAS),
    **dict.fromkeys("~〜～–—―", _RANGE),
    "-": say("write a range as `between 5 and 10`, and `minus` between two amounts"),
    "+": say("write `at least 5` for five and more, and `plus` between two amounts"),
    "≠": say("write `not`"),
}
# What spreadsheets and other tables have where anything will do.
_ANYTHING = frozenset({"-", "－", "ー", "–", "—", "―", "*", "＊"})


def shown(character: str) -> str:
    """The character itself or, where it cannot be seen, its name."""
    if character.isprintable():
        return f"`{character}`"
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def help_for(character: str) -> str:
    """What to write instead."""
    return _HELP.get(character, say("put text in quotes, or leave the character out"))


def help_in_cell(character: str, cell: str) -> str:
    """What to write instead in a cell of a table that holds this."""
    if cell.strip() in _ANYTHING:
        return say("leave the cell empty, or write `any`")
    return _IN_CELLS.get(character) or help_for(character)
