"""From characters to tokens.

White space carries no meaning but in tables. The scanner never stops: what it cannot read becomes a diagnostic, and
it goes on behind it, in one pass over the text.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import field

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import say
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import quotes
from kotowari.language.strange import HIDDEN, help_for, help_in_cell, shown
from kotowari.language.tokens import Shape, Token
from kotowari.language.words import DECLARATIONS
from kotowari.record import record

# Nobody writes a file of more words than this; it would take long to read.
MOST_TOKENS = 500_000

# Nobody mends more than this in one go, and every fault costs time.
MOST_FAULTS = 100

# Outside of strings these read as ASCII; every one is one character for one, so that offsets stay.
_ASCII = str.maketrans("、，｜％（）＜＞＝！＃．／＿－　\u00a0０１２３４５６７８９", ",,|%()<>=!#./_-  0123456789")

_LETTERS = r"[^\W\d_](?:[\w・\u0300-\u036f\u3099\u309a-])*"
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<comment>\#[^\n]*)
  | (?P<dotted>{_LETTERS}(?:\.{_LETTERS})+)
  | (?P<word>{_LETTERS})
  | (?P<time>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9:.]+(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?)
  | (?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]+(?:[./-][0-9]+){{2,}})
  | (?P<digits>-?[0-9][0-9_]*(?:\.[0-9]+)?)
  | (?P<regex>/(?:[^/\\\n]|\\[^\n]){{1,500}}/)
  | (?P<string>"[^"\\\n]{{0,1000}}"|「[^「」\\\n]{{0,1000}}」)
  | (?P<quote>["「])
  | (?P<quoted>“[^“”\n]*”|„[^“”„\n]*[“”]|‘[^‘’\n]*’|'[^'\n]*'|『[^『』\n]*』|＂[^＂\n]*＂|«[^«»\n]*»)
  | (?P<bar>\|)
  | (?P<mark><>|<=|>=|!=|==|[<>=%(),])
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
    "string": Shape.STRING,
    "mark": Shape.MARK,
}
_QUOTE_OR_COMMENT = re.compile('["「#]')
_QUOTE_OR_BAR = re.compile('["「|]')
_TAB = 4


@record(frozen=False)
class Scan:
    """The tokens of a text, its comments, and what was wrong with its characters.

    `torn` holds the places where the meaning of a clause may have been lost; `cut` says that there was so much wrong
    that the rest was not read.
    """

    tokens: list[Token] = field(default_factory=list[Token])
    comments: list[Span] = field(default_factory=list[Span])
    faults: list[Diagnostic] = field(default_factory=list[Diagnostic])
    torn: list[int] = field(default_factory=list[int])
    cut: bool = False


@record
class Page:
    """A source with its text as the scanner sees it: marks and digits in ASCII."""

    source: Source
    view: str

    @classmethod
    def of(cls, source: Source) -> Page:
        """The page of a source."""
        return cls(source, source.text.translate(_ASCII))

    def scan(self) -> Scan:
        """All tokens."""
        scanner = _Scanner(self, len(self.view))
        scanner.run(0)
        scanner.hidden()
        return scanner.found

    def scan_cell(self, start: int, end: int) -> Scan:
        """The tokens of one cell of a table."""
        scanner = _Scanner(self, end, self.source.text[start:end])
        scanner.run(start)
        return scanner.found

    def hidden(self) -> list[Diagnostic]:
        """Invisible characters anywhere in the text, each a fault."""
        scanner = _Scanner(self, len(self.view))
        scanner.hidden()
        return scanner.found.faults

    def split_row(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches between the bars of a table's line; bars in strings do not count."""
        cells: list[tuple[int, int]] = []
        position = begin = start + 1
        while match := _QUOTE_OR_BAR.search(self.view, position, end):
            position = quotes.past(self.view, match.start(), end)
            if match.group() == "|":
                cells.append((begin, match.start()))
                begin = position
        if self.view[begin:end].strip():
            cells.append((begin, end))
        return cells


class _Scanner:
    def __init__(self, page: Page, end: int, cell: str | None = None) -> None:
        self.name = page.source.name
        self.text = page.source.text
        self.view = page.view
        self.end = end
        self.cell = cell
        self.found = Scan()
        self.line_start = 0
        self.first = True
        self.indent = 0
        self.strange_line = -1

    def run(self, position: int) -> None:
        self.line_start = self.view.rfind("\n", 0, position) + 1
        while position < self.end and not self.found.cut:
            match = _TOKEN.match(self.view, position, self.end)
            position = self.strange(position) if match is None else self.take(match)
            if len(self.found.tokens) > MOST_TOKENS:
                self.fault(
                    "too-large",
                    say("a rule file has at most {most:,} words and marks", most=MOST_TOKENS),
                    (position, position),
                    say("split it into several files"),
                )
                self.found.cut = True

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
        elif kind == "quoted":
            self.wrongly_quoted(start, end)
        elif kind == "bar":
            return self.row(start) if self.cell is None else self.strange(start)
        else:
            text = self.text[start:end] if kind == "string" else match.group()
            self.add(_SHAPES[kind], text, start, end)
        return end

    def add(self, shape: Shape, text: str, start: int, end: int) -> None:
        column = column_of(self.text[self.line_start : start]) if self.first else 0
        if shape in {Shape.WORD, Shape.DOTTED}:
            text = sys.intern(unicodedata.normalize("NFC", text))  # a large policy says the same names again and again
            is_second = bool(self.found.tokens) and self.found.tokens[-1].text == "usual"  # of `usual script`
            if self.first and text in DECLARATIONS and not is_second:
                self.indent = start - self.line_start
        self.found.tokens.append(Token(shape, text, start, end, self.first, column))
        self.first = False

    # --- strings and rows ---------------------------------------------------------------------------------------------

    def string(self, start: int) -> int:
        end, closed = quotes.close(self.text, start, self.end, self.indent)
        quote = "" if closed else quotes.closing(self.text[start])
        if not closed:
            self.fault(
                "unclosed-string",
                say("this string is never closed"),
                (start, end),
                say("close it with `{quote}`", quote=quote),
            )
        self.add(Shape.STRING, self.text[start:end] + quote, start, end)
        newline = self.text.rfind("\n", start, end)
        if newline >= 0:
            self.line_start = newline + 1
        return end

    def wrongly_quoted(self, start: int, end: int) -> None:
        self.fault(
            "wrong-quotes",
            say("text stands in straight quotes or in 「」, not in these"),
            (start, end),
            say('write `"…"` or `「…」` instead of `{first}…{last}`', first=self.text[start], last=self.text[end - 1]),
            tears=False,
        )
        self.add(Shape.STRING, self.text[start:end], start, end)

    def row(self, start: int) -> int:
        if not self.first:
            self.strange_once(
                start,
                say("`|` stands only in the lines of a table, which begin with it"),
                say("begin the line with `|`; in a text it stands in quotes"),
            )
            return start + 1
        end = _row_end(self.view, start, self.end)
        stop = self.view.rfind("|", start, end) + 1
        if self.view[stop:end].strip():
            stop = start + len(self.view[start:end].rstrip())
        self.add(Shape.TABLE_LINE, self.text[start:stop], start, stop)
        return end

    # --- what has no meaning ------------------------------------------------------------------------------------------

    def strange(self, position: int) -> int:
        """Report a character that nothing begins with."""
        character = self.text[position]
        if self.cell is None:
            help_ = help_for(self.text, position, first=self.first)
        else:
            help_ = help_in_cell(self.text, position, self.cell)
        self.strange_once(position, say("{character} has no meaning here", character=shown(character)), help_)
        return position + 1

    def strange_once(self, position: int, message: str, help_: str) -> None:
        """Once a line: a second strange character is mostly the other end of the first."""
        if self.strange_line != self.line_start:
            self.strange_line = self.line_start
            tears = self.text[position] not in ":：;；。"
            self.fault("unexpected-character", message, (position, position + 1), help_, tears=tears)

    def hidden(self) -> None:
        for match in HIDDEN.finditer(self.text, 0, self.end):
            name = unicodedata.name(match.group()).lower()
            self.fault(
                "hidden-character",
                say("an invisible character ({name}) makes this text look other than it is", name=name),
                match.span(),
                say("leave the character out"),
                tears=False,
            )
            if self.found.cut:
                break

    def span(self, start: int, end: int) -> Span:
        return Span(self.name, start, end)

    def fault(self, code: str, message: str, place: tuple[int, int], help_: str, *, tears: bool = True) -> None:
        self.found.faults.append(Diagnostic(code, message, self.span(*place), help=help_))
        self.found.cut = len(self.found.faults) > MOST_FAULTS
        if tears:
            self.found.torn.append(place[0])


def column_of(before: str) -> int:
    """How far a line is indented; wide blanks take two columns, tabs run to the next of every four."""
    return len(before.replace("\u3000", "  ").expandtabs(_TAB))


def _row_end(view: str, start: int, limit: int) -> int:
    """The end of a table's line: its line break, or the comment that ends it; strings are skipped."""
    newline = view.find("\n", start, limit)
    limit = limit if newline < 0 else newline
    position = start
    while match := _QUOTE_OR_COMMENT.search(view, position, limit):
        if match.group() == "#":
            return match.start()
        position = quotes.past(view, match.start(), limit)
    return limit
