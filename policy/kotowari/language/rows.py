"""The rows of tables: lines whose cells are read one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kotowari.diagnostics.said import say
from kotowari.language import nodes as n
from kotowari.language.builders import Lines
from kotowari.language.drive import Driver
from kotowari.language.grammar import CELL, HEADER, NAME_CELL, OUTCOME_CELL
from kotowari.language.reading import Reading
from kotowari.language.stack import Kid
from kotowari.language.tokens import Leaf

MOST_ROWS = 5_000
MOST_COLUMNS = 50

_STARTS = {"outcome": OUTCOME_CELL, "name": NAME_CELL}


class RowPlace(NamedTuple):
    """Where a row stands, and each of its cells."""

    start: int
    end: int
    cells: Sequence[tuple[int, int]]


def read_rows(reading: Reading, table: Lines) -> n.Table:
    """The table with the rows that stand below it."""
    split = reading.page.split_row
    return with_rows(
        reading, table.table, [RowPlace(line.start, line.end, split(line.start, line.end)) for line in table.lines]
    )


def with_rows(reading: Reading, table: n.Table, places: Sequence[RowPlace]) -> n.Table:
    """The table with the rows that stand at these places, the first of which has the heads."""
    if not places:
        return table
    head, *rest = _few(reading, places)
    if len(head.cells) > MOST_COLUMNS:
        span = reading.span(head.start, head.end)
        reading.fault(
            "table-too-large",
            say("a table has at most {most} columns", most=MOST_COLUMNS),
            span,
            help_=say("say in the table's `when` what all rows share, or split the table"),
        )
        reading.tear(span, "row")
        return table
    columns = tuple(_column(reading, *place) for place in head.cells)
    if None not in columns and not any(column and column.kind == "outcome" for column in columns):
        # That is reported for the table; what its cells are cannot be said.
        return replace(table, columns=columns, rows=tuple(n.Row(reading.span(*line[:2]), ()) for line in rest))
    rows = tuple(_row(reading, columns, line) for line in rest if not reading.is_hopeless)
    return replace(table, columns=columns, rows=rows)


def _few(reading: Reading, places: Sequence[RowPlace]) -> Sequence[RowPlace]:
    """The rows of a table; those beyond the limit are not read."""
    if len(places) > MOST_ROWS + 1:
        beyond = places[MOST_ROWS + 1]
        reading.fault(
            "table-too-large",
            say("a table has at most {most:,} rows", most=MOST_ROWS),
            reading.span(beyond.start, beyond.end),
            help_=say("split it into several tables, each with a `when` of its own"),
        )
    return places[: MOST_ROWS + 1]


def _column(reading: Reading, start: int, end: int) -> n.Column | None:
    value = _read(reading, start, end, HEADER)
    if value is None or isinstance(value, n.Column):
        return value
    assert isinstance(value, n.Expression)
    return n.Column(value.span, "value", value)


def _row(reading: Reading, columns: tuple[n.Column | None, ...], line: RowPlace) -> n.Row:
    span = reading.span(line.start, line.end)
    cells = line.cells
    if len(cells) != len(columns):
        reading.fault(
            "wrong-row",
            say(
                "this row has {cells}, the table has {columns}",
                cells=say("1 cell") if len(cells) == 1 else say("{count} cells", count=len(cells)),
                columns=say("1 column") if len(columns) == 1 else say("{count} columns", count=len(columns)),
            ),
            span,
            help_=say("give every column a cell; an empty one is no condition"),
        )
        reading.tear(span, "row")
        return n.Row(span, ())
    return n.Row(span, tuple(_cell(reading, column, *place) for column, place in zip(columns, cells, strict=True)))


def _cell(reading: Reading, column: n.Column | None, start: int, end: int) -> n.Cell | n.OutcomeCell | n.Name | None:
    kind = column.kind if column else "value"
    if kind != "outcome" and not reading.source.text[start:end].strip():
        return None if kind == "name" else n.Cell(reading.span(start, end), "any")
    found = _read(reading, start, end, _STARTS.get(kind, CELL))
    if isinstance(found, Leaf):
        return n.Cell(reading.span(found.start, found.end), "state", operator=found.text)
    assert found is None or isinstance(found, n.Cell | n.OutcomeCell | n.Name)
    return found


def _read(reading: Reading, start: int, end: int, what: str) -> Kid | None:
    """What stands in a cell; None where something of it was lost."""
    scanned = reading.page.scan_cell(start, end)
    before = len(reading.torn)
    reading.faults.extend(scanned.faults)
    is_strange = any(fault.code == "unexpected-character" for fault in scanned.faults)
    if scanned.torn or is_strange:
        reading.tear(reading.span(start, end), "row")
    if is_strange:
        return None  # the rest, without this character, would be something else
    found = Driver(reading, scanned.tokens, what, (start, end)).run()
    return found if len(reading.torn) == before else None
