"""From characters to tokens.

White space carries no meaning but in tables. The scanner never stops: what it cannot read becomes a diagnostic, and
it goes on behind it, in one pass over the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language.tokens import Shape, Token

DECLARATIONS = (
    "policy", "value", "strategy", "team", "fact", "topic", "define", "label", "rule", "table", "script", "usual",
)  # fmt: skip

# Unclosed strings are looked for to the end of the text; more than this many and the rest is not worth the time.
MOST_UNCLOSED = 20

# Outside of strings these read as ASCII; every one is one character for one, so that offsets stay.
_ASCII = str.maketrans("、，｜％（）＜＞＝！＃．／＿－　\u00a0０１２３４５６７８９", ",,|%()<>=!#./_-  0123456789")

_LETTERS = r"[^\W\d_](?:[\w・\u0300-\u036f\u3099\u309a-])*"
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<comment>\#[^\n]*)
  | (?P<dotted>{_LETTERS}(?:\.{_LETTERS})+)
  | (?P<word>{_LETTERS})
  | (?P<time>\d{{4}}-\d{{2}}-\d{{2}}T[\d:.]+(?:Z|[+-]\d{{2}}:?\d{{2}})?)
  | (?P<date>\d{{4}}-\d{{2}}-\d{{2}})
  | (?P<digits>-?[0-9][0-9_]*(?:\.[0-9]+)?)
  | (?P<regex>/(?:[^/\\\n]|\\[^\n])+/)
  | (?P<quote>["「])
  | (?P<bar>\|)
  | (?P<mark><=|>=|!=|[<>=%(),])
    """,
    re.VERBOSE,
)
_SHAPES = {
    "dotted": Shape.DOTTED,
    "word": Shape.WORD,
    "time": Shape.CLOCK_TIME,
    "date": Shape.CALENDAR_DATE,
    "digits": Shape.DIGITS,
    "regex": Shape.REGEX,
    "mark": Shape.MARK,
}
_IN_QUOTES = re.compile(r'\\.|["\n]', re.DOTALL)
_IN_CORNERS = re.compile(r"\\.|[「」\n]", re.DOTALL)
_DECLARATION_LINE = re.compile(rf"([^\S\n]*)(?:{'|'.join(DECLARATIONS)})[^\S\n]+[^\W\d]")
_BEFORE_A_STRING = re.compile(
    r"\s*(?:(?:[a-z]{2}|say|only|do|note|ask|customer|call [\w-]+|words|not|example|counterexample|answer|reason|instead|"
    r"sorry|thanks|cushion|next|close|wanted|avoid|risk|contact|zone|by)\s+)+"
)
# Characters that make a text look other than it is (Unicode, "Trojan Source").
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


@dataclass(slots=True)
class Scan:
    """The tokens of a source, its comments, and what was wrong with its characters."""

    tokens: list[Token] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


def scan(source: Source) -> Scan:
    """All tokens of a source."""
    scanner = _Scanner(source, len(source.text))
    scanner.run(0)
    scanner.hidden()
    return scanner.found


def scan_cell(source: Source, start: int, end: int) -> Scan:
    """The tokens of one cell of a table."""
    scanner = _Scanner(source, end)
    scanner.run(start)
    return scanner.found


def split_row(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between the bars of a table's line; bars in strings do not count."""
    cells: list[tuple[int, int]] = []
    position = begin = start + 1
    while position < end:
        if source.text[position] in "|｜":
            cells.append((begin, position))
            begin = position + 1
        position = _past(source.text, position, end)
    if source.text[begin:end].strip():
        cells.append((begin, end))
    return cells


class _Scanner:
    def __init__(self, source: Source, end: int) -> None:
        self.source = source
        self.text = source.text
        self.view = source.text.translate(_ASCII)
        self.end = end
        self.found = Scan()
        self.line_start = 0
        self.first = True
        self.indent = 0
        self.unclosed = 0

    def run(self, position: int) -> None:
        self.line_start = self.view.rfind("\n", 0, position) + 1
        while position < self.end:
            match = _TOKEN.match(self.view, position, self.end)
            position = self.strange(position) if match is None else self.take(match)

    def take(self, match: re.Match[str]) -> int:
        start, end, kind = match.start(), match.end(), match.lastgroup or ""
        if kind == "space":
            newline = self.view.rfind("\n", start, end)
            if newline >= 0:
                self.line_start, self.first = newline + 1, True
        elif kind == "comment":
            self.found.comments.append(self.span(start, end))
        elif kind == "quote":
            return self.string(start)
        elif kind == "bar":
            return self.row(start)
        else:
            self.add(_SHAPES[kind], match.group(), start, end)
        return end

    def add(self, shape: Shape, text: str, start: int, end: int) -> None:
        column = start - self.line_start
        if self.first and text in DECLARATIONS:
            self.indent = column
        if shape in (Shape.WORD, Shape.DOTTED):
            text = unicodedata.normalize("NFC", text)
        self.found.tokens.append(Token(shape, text, start, end, self.first, column))
        self.first = False

    def string(self, start: int) -> int:
        end, closed = _close(self.text, start, self.end, self.indent)
        if not closed:
            self.unclosed += 1
            self.fault("unclosed-string", "this string is never closed", start, end,
                       f"close it with `{_closing(self.text[start])}`")  # fmt: skip
            if self.unclosed == MOST_UNCLOSED:
                self.fault("too-many-errors", "too many unclosed strings: the rest of this file is not read", end, end)
                self.end = end
        self.add(Shape.STRING, self.text[start:end] + ("" if closed else _closing(self.text[start])), start, end)
        newline = self.text.rfind("\n", start, end)
        if newline >= 0:
            self.line_start = newline + 1
        return end

    def row(self, start: int) -> int:
        if not self.first:
            self.fault("unexpected-character", "`|` stands only in the lines of a table, which begin with it",
                       start, start + 1)  # fmt: skip
            return start + 1
        end = _row_end(self.view, start, self.end)
        stop = self.view.rfind("|", start, end) + 1
        if self.view[stop:end].strip():
            stop = start + len(self.view[start:end].rstrip())
        self.add(Shape.TABLE_LINE, self.text[start:stop], start, stop)
        return end

    def strange(self, position: int) -> int:
        character = self.text[position]
        name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
        shown = f"`{character}`" if character.isprintable() else name
        self.fault("unexpected-character", f"{shown} has no meaning here", position, position + 1,
                   _STRANGE.get(character, "put text in quotes, or leave the character out"))  # fmt: skip
        return position + 1

    def hidden(self) -> None:
        for match in _HIDDEN.finditer(self.text):
            name = unicodedata.name(match.group()).lower()
            self.fault("hidden-character", f"an invisible character ({name}) makes this text look other than it is",
                       match.start(), match.end(), "leave the character out")  # fmt: skip

    def span(self, start: int, end: int) -> Span:
        return Span(self.source.name, start, end)

    def fault(self, code: str, message: str, start: int, end: int, help_: str = "") -> None:
        self.found.faults.append(Diagnostic(code, message, self.span(start, end), help=help_))


_STRANGE = {
    "“": 'write straight quotes, "…", or 「…」',
    "”": 'write straight quotes, "…", or 「…」',
    "‘": 'write straight quotes, "…", or 「…」',
    "’": 'write straight quotes, "…", or 「…」',
    "'": 'write double quotes, "…", or 「…」',
    "」": "this quote closes nothing",
    "『": "write 「…」",
    "』": "write 「…」",
    "＂": 'write straight quotes, "…", or 「…」',
    ":": "no colon is needed",
    "：": "no colon is needed",
    ";": "no semicolon is needed",
    "{": "placeholders stand inside of strings",
    ".": "the name of a fact has a dot inside, such as `customer.plan`",
    "。": "no full stop is needed",
    "/": "a regular expression stands between two slashes on one line",
}


def _closing(quote: str) -> str:
    return "」" if quote == "「" else '"'


def _close(text: str, start: int, limit: int, indent: int) -> tuple[int, bool]:
    """Where the string that opens at `start` ends, and whether it is closed.

    An unclosed string ends with its first line, so that what follows can still be read.
    """
    inside, depth, position = (_IN_CORNERS if text[start] == "「" else _IN_QUOTES), 1, start + 1
    first_line = text.find("\n", start, limit)
    first_line = limit if first_line < 0 else first_line
    while match := inside.search(text, position, limit):
        position, what = match.end(), match.group()
        if what == "\n":
            if _begins_declaration(text, position, indent):
                break
        elif what == "「":
            if position - 1 > first_line and _BEFORE_A_STRING.fullmatch(text, _line_of(text, position), position - 1):
                break
            depth += 1
        elif what in '"」':
            depth -= 1
            if depth == 0:
                if position > first_line and _opens_rather(text, position, limit):
                    break
                return position, True
    return first_line, False


def _begins_declaration(text: str, line_start: int, indent: int) -> bool:
    match = _DECLARATION_LINE.match(text, line_start)
    return match is not None and len(match.group(1)) <= indent


def _opens_rather(text: str, position: int, limit: int) -> bool:
    """Whether the quote that seems to close a string of several lines really opens the next one."""
    follows = text[position] if position < limit else " "
    if follows.isspace() or follows in ",、)#|":
        return False
    return _BEFORE_A_STRING.fullmatch(text, _line_of(text, position), position - 1) is not None


def _line_of(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _row_end(view: str, start: int, limit: int) -> int:
    """The end of a table's line: its line break, or the comment that ends it; strings are skipped."""
    newline = view.find("\n", start, limit)
    limit = limit if newline < 0 else newline
    position = start
    while position < limit and view[position] != "#":
        position = _past(view, position, limit)
    return position


def _past(text: str, position: int, limit: int) -> int:
    """The place behind the character at `position`, or behind the string that opens there and is closed."""
    if text[position] not in '"「':
        return position + 1
    end, closed = _close(text, position, limit, 0)
    return end if closed else limit
