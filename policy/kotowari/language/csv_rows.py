"""The rows of a table in a file of comma-separated values, as spreadsheets export it (RFC 4180).

Commas, semicolons or tabs part the cells, in ASCII or full-width, or what a first line such as `sep=;` says; a cell in
quotes may hold them, line breaks, and quotes written twice. What stands in a cell is written as in the lines of a
table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from kotowari.diagnostics.said import say
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.language.reading import Reading
from kotowari.language.rows import MOST_ROWS, RowPlace, with_rows
from kotowari.language.scan import Page

# What parts the cells of a file: of these the first that stands in its first line.
_PARTING: Final = ("\t", ";", ",", "；", "，")
_BLANK: Final = "[ \u3000\u00a0]*"
# The line in which Excel says what parts the cells; where it was opened and saved, signs without cells may follow.
_SAYS_PARTING: Final = re.compile(r'"?(?i:sep)=(?P<mark>[^\w\s"]|\t)"?(?P=mark)*[ ]*(?:\n|\Z)')


class _Field(NamedTuple):
    """A cell: the place of its content, without quotes, and of what wrongly stands behind the closing quote."""

    start: int
    end: int
    quoted: bool
    closed: bool
    behind: tuple[int, int]
    ends_row: bool


def as_written(source: Source) -> Source:
    """The file as its cells are read: no quotes round them, one quote for two; every place stays where it is."""
    parts: list[str] = []
    end = 0
    for field in _fields(source.text):
        if field.quoted:
            stop = field.end + field.closed
            parts += [source.text[end : field.start - 1], " ", _single(source.text[field.start : field.end])]
            parts.append(" " * field.closed)
            end = stop
    return Source(source.name, "".join(parts) + source.text[end:])


def read_csv(source: Source, table: n.Table) -> tuple[n.Table, Reading]:
    """The table with the rows of a file, and the reading, which tells what is wrong with them."""
    reading = Reading(Page.of(as_written(source)))
    reading.faults += reading.page.hidden()
    rows = list(islice(_rows(reading, source.text), MOST_ROWS + 2))
    return with_rows(reading, table, _even(rows, source.text)), reading


def _single(content: str) -> str:
    """Content without doubled quotes: a blank stands outside of each, so that every place stays."""
    first, *others = content.split('""')
    return first + "".join((' "', '" ')[number % 2] + part for number, part in enumerate(others))


# --- cells ------------------------------------------------------------------------------------------------------------


def _rows(reading: Reading, text: str) -> Iterator[RowPlace]:
    """The rows in which something stands, with the places of their cells."""
    begin, _ = _parting(text)
    cells: list[tuple[int, int]] = []
    for field in _fields(text):
        sound = _is_sound(reading, field)
        if field.quoted and not field.closed:
            return
        cells.append((field.start, field.end if sound else field.start))
        if field.ends_row:
            if any(text[low:high].strip() for low, high in cells):
                yield RowPlace(begin, field.behind[1], cells)
            cells, begin = [], field.behind[1] + 1


def _even(rows: Sequence[RowPlace], text: str) -> list[RowPlace]:
    """The rows without the empty columns that spreadsheets add on the right."""
    width = max((_width(row, text) for row in rows), default=0)
    return [row._replace(cells=row.cells[:width]) for row in rows]


def _width(row: RowPlace, text: str) -> int:
    return max((place for place, (low, high) in enumerate(row.cells, 1) if text[low:high].strip()), default=0)


def _fields(text: str) -> Iterator[_Field]:
    position, parting = _parting(text)
    cell = re.compile(
        rf'(?:{_BLANK}"(?P<quoted>(?:[^"]|"")*+)(?P<closed>"?){_BLANK}|(?P<bare>))(?P<behind>[^{re.escape(parting)}\n]*)'
    )
    while position <= len(text):
        found = cell.match(text, position)
        assert found is not None  # a cell may be empty
        quoted = found["quoted"] is not None
        start, end = found.span("quoted" if quoted else "behind")
        stop = found.end()
        behind = found.span("behind") if quoted else (stop, stop)
        yield _Field(start, end, quoted, bool(found["closed"]), behind, stop == len(text) or text[stop] == "\n")
        position = stop + 1


def _parting(text: str) -> tuple[int, str]:
    """Where the cells of a file begin, and what parts them."""
    if said := _SAYS_PARTING.match(text):
        return said.end(), said["mark"]
    head = re.sub(r'"[^"]*"', "", text[: text.find("\n") % (len(text) + 1)])
    return 0, next((mark for mark in _PARTING if mark in head), ",")


# --- what is wrong ----------------------------------------------------------------------------------------------------


def _is_sound(reading: Reading, field: _Field) -> bool:
    """Whether a cell is written as it may be; where it is not, that is reported, and it had better not be read."""
    if field.quoted and not field.closed:
        _lost(
            "unclosed-string",
            reading,
            say("this cell is never closed"),
            (field.start - 1, field.end),
            say("close it with `{quote}`", quote='"'),
        )
    elif field.behind[0] < field.behind[1]:
        _lost(
            "unexpected-character",
            reading,
            say("something stands behind the quote that closes this cell"),
            field.behind,
            say('quotes within a cell are written twice, such as `"is ""P-1042"""`'),
        )
    elif comment := _comment(reading, field):
        _lost(
            "unexpected-character",
            reading,
            say("`#` has no meaning in a cell of a spreadsheet"),
            comment,
            say("leave it out; where the spreadsheet shows an error such as `#N/A`, mend that"),
        )
    else:
        return True
    return False


def _comment(reading: Reading, field: _Field) -> tuple[int, int] | None:
    comments = reading.page.scan_cell(field.start, field.end).comments
    return (comments[0].start, comments[0].end) if comments else None


def _lost(code: str, reading: Reading, message: str, place: tuple[int, int], help_: str) -> None:
    span = Span(reading.source.name, *place)
    reading.fault(code, message, span, help_=help_)
    reading.tear(span, "row")
