"""Where a string ends: at its closing quote or, where that is missing, with its first line.

An unclosed string would swallow the file up to the next quote, and every string behind it would be read inside out.
So a string also counts as unclosed where a line in it begins with a declaration, and where the quote that would close
it stands behind words that come before a string, such as `answer`: there it rather opens the next one.
"""

from __future__ import annotations

import re

from kotowari.language.words import DECLARATIONS

# Nobody writes a longer one, and without a limit every unclosed quote would be looked for to the end of the file.
LONGEST = 20_000
_LONGEST_LINE_BEFORE = 200

_IN_QUOTES = re.compile(r'\\.|["\n]', re.DOTALL)
_IN_CORNERS = re.compile(r"\\.|[「」\n]", re.DOTALL)
_DECLARATION_LINE = re.compile(rf"([^\S\n]*)(?:{'|'.join(DECLARATIONS)})[^\S\n]+[^\W\d]")
_BEFORE_A_STRING = re.compile(
    r"\s*(?:\||(?:(?:[a-z]{2}|say|only|do|note|ask|customer|(?:call|except) [\w-]+|words|read|from|not|example|"
    r"counterexample|answer|reason|instead|sorry|thanks|cushion|next|close|wanted|avoid|risk|contact|zone|by|"
    r"allow [\w, -]{1,100} because)\s+)+)"
)


def closing(quote: str) -> str:
    """The quote that closes what `quote` opens."""
    return "」" if quote == "「" else '"'


def close(text: str, start: int, limit: int, indent: int) -> tuple[int, bool]:
    """Where the string that opens at `start` ends, and whether it is closed.

    `limit` is the end of what may be read, `indent` the column of the declaration that the string belongs to.
    """
    inside, depth, first_line = (_IN_CORNERS if text[start] == "「" else _IN_QUOTES), 1, -1
    for match in inside.finditer(text, start + 1, min(limit, start + LONGEST)):
        position, what = match.start(), match.group()
        if what == "\n":
            first_line = position if first_line < 0 else first_line
            if _begins_declaration(text, match.end(), indent):
                break
        elif what == "「":
            if first_line >= 0 and _follows_a_word(text, position):
                break
            depth += 1
        elif what in '"」':
            depth -= 1
            if depth == 0 and first_line >= 0 and _opens_rather(text, position, limit):
                break
            if depth == 0:
                return match.end(), True
    return first_line if first_line >= 0 else _end_of_line(text, start, limit), False


def past(text: str, position: int, limit: int) -> int:
    """The place behind the character at `position`, or behind the string that opens there, to the end if unclosed."""
    if text[position] not in '"「':
        return position + 1
    end, closed = close(text, position, limit, 0)
    return end if closed else limit


def _end_of_line(text: str, start: int, limit: int) -> int:
    newline = text.find("\n", start, limit)
    return limit if newline < 0 else newline


def _begins_declaration(text: str, line_start: int, indent: int) -> bool:
    match = _DECLARATION_LINE.match(text, line_start)
    return match is not None and len(match.group(1)) <= indent


def _opens_rather(text: str, position: int, limit: int) -> bool:
    """Whether the quote that seems to close a string of several lines really opens the next one."""
    follows = text[position + 1] if position + 1 < limit else " "
    return not follows.isspace() and follows not in ",、，)）#＃|｜" and _follows_a_word(text, position)


def _follows_a_word(text: str, position: int) -> bool:
    """Whether what stands before `position` on its line is what comes before a string."""
    start = text.rfind("\n", max(0, position - _LONGEST_LINE_BEFORE), position)
    return start >= 0 and _BEFORE_A_STRING.fullmatch(text, start + 1, position) is not None
