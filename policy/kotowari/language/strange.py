"""Characters that have no meaning outside of strings, and those that have none anywhere."""

from __future__ import annotations

import re
import unicodedata

from kotowari.diagnostics.said import say

# Characters that make a text look other than it is (Unicode, "Trojan Source").
HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")

_QUOTES = say('write straight quotes, "…", or 「…」')
_CURRENCY = say("write the currency behind the amount: `5_000 USD`")
_COMMENT = say("a comment begins with `#`")
_BULLET = say("leave it out: no bullet stands before a line")
_DATE = say("write a date as `2026-04-01` and a time as `2026-04-01T09:00`")
_RANGE = say("write a range as `between 5 and 10`")
_RANGE_OR_BOUNDS = say("write a range as `between 5 and 10`, and the bounds of a fact as `from 5 to 10`")
_COMMAS = say("part the values with commas, such as `free, pro`")
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
    **dict.fromkeys("~〜～", _RANGE_OR_BOUNDS),
    **dict.fromkeys("―‐‑–—−", say("write `-`")),
    "※": _COMMENT,
    **dict.fromkeys("●○◆◇■□•‣▪★☆", _BULLET),
    "・": _COMMAS,
}
_IN_CELLS = {
    **dict.fromkeys("|｜/／;；", _COMMAS),
    **dict.fromkeys("~〜～–—―", _RANGE),
    "-": say("write a range as `between 5 and 10`, and `minus` between two amounts"),
    "+": say("write `at least 5` for five and more, and `plus` between two amounts"),
    "≠": say("write `not`"),
    **dict.fromkeys("○◯〇✓✔☑", say("write `yes`")),
    **dict.fromkeys("×✕✖✗☒", say("write `no`")),
}
# What spreadsheets and other tables have where anything will do.
_ANYTHING = frozenset({"-", "－", "ー", "–", "—", "―", "*", "＊"})


def shown(character: str) -> str:
    """The character itself or, where it cannot be seen, its name."""
    if character.isprintable():
        return f"`{character}`"
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def help_for(text: str, position: int, *, first: bool) -> str:
    """What to write instead of the character there; `first` says that it begins its line."""
    character, before, behind = text[position], text[position - 1 : position], text[position + 1 : position + 2]
    if character in ":：/" and before.isdecimal() and behind.isdecimal():
        return _DATE
    if character == "/" and behind == "/":
        return _COMMENT
    if character == "・" and first:
        return _BULLET
    return _HELP.get(character, say("put text in quotes, or leave the character out"))


def help_in_cell(text: str, position: int, cell: str) -> str:
    """What to write instead of the character there, in a cell of a table that holds this."""
    if cell.strip() in _ANYTHING:
        return say("leave the cell empty, or write `any`")
    return _IN_CELLS.get(text[position]) or help_for(text, position, first=False)
