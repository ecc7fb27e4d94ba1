"""The syntax as it was written: every word, in the shape that the grammar gives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import TypeAlias

from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.language.drive import Driver
from kotowari.language.grammar import CELL, FILE, HEADER, NAME_CELL, OUTCOME_CELL, Reduction, grammar
from kotowari.language.reading import Reading
from kotowari.language.scan import Page
from kotowari.language.stack import Build, Kid
from kotowari.language.tokens import Leaf
from kotowari.language.words import DECLARATIONS
from kotowari.record import record

_CELLS = {"header_outcome": OUTCOME_CELL, "header_name": NAME_CELL}


@record
class Tree(n.Node):
    """A rule of grammar.lark with what stands in it."""

    name: str
    parts: tuple[Part, ...]


Part: TypeAlias = "Tree | Leaf"
Row: TypeAlias = "tuple[Part | None, ...]"


@record
class Written:
    """A file without faults: its declarations, and for each table its rows, cell by cell (None for an empty one).

    `rows` is keyed by where the line of a row begins.
    """

    source: Source
    declarations: tuple[Tree, ...]
    rows: Mapping[int, Row]
    comments: tuple[Span, ...]


def read_written(source: Source) -> Written:
    """The words of a source in which the parser found nothing wrong."""
    reading = Reading(Page.of(source))
    reading.build = _build()
    scanned = reading.page.scan()
    found = Driver(reading, scanned.tokens, FILE, (0, len(source.text))).run()
    assert isinstance(found, Tree)
    declarations = tuple(part for part in found.parts if isinstance(part, Tree))
    tables = [declaration for declaration in declarations if declaration.name == "table"]
    rows = {start: row for table in tables for start, row in _rows(reading, table)}
    return Written(source, declarations, rows, tuple(scanned.comments))


def leaves(part: Part) -> Iterator[Leaf]:
    """The words of a part, in order."""
    pending = [part]
    while pending:
        last = pending.pop()
        if isinstance(last, Leaf):
            yield last
        else:
            pending.extend(reversed(last.parts))


def clings(leaf: Leaf) -> bool:
    """Whether a word never begins a line: a comma, or a name that would look like a declaration there."""
    return leaf.text == "," or (leaf.terminal == "IDENT" and leaf.text in DECLARATIONS)


def name_of(part: Part) -> str:
    """The name of the rule, empty for a word."""
    return part.name if isinstance(part, Tree) else ""


@cache
def _build() -> Build:
    steps = {step for row in grammar().actions.values() for step in row.values() if isinstance(step, Reduction)}
    return {step.name: partial(_made, step.name) for step in steps if not step.helper}


def _made(name: str, kids: list[Kid]) -> Tree:
    parts = tuple(_part(kid) for kid in kids)
    start, end = (_start(parts[0]), _end(parts[-1])) if parts else (0, 0)
    return Tree(Span("", start, end), name, parts)


def _part(kid: Kid) -> Part:
    assert isinstance(kid, Tree | Leaf)
    return kid


def _start(part: Part) -> int:
    return part.span.start if isinstance(part, Tree) else part.start


def _end(part: Part) -> int:
    return part.span.end if isinstance(part, Tree) else part.end


# --- tables -----------------------------------------------------------------------------------------------------------


def _rows(reading: Reading, table: Tree) -> Iterator[tuple[int, Row]]:
    lines = [leaf for part in table.parts if name_of(part) == "row" for leaf in leaves(part)]
    whats = [HEADER] * len(reading.page.split_row(lines[0].start, lines[0].end)) if lines else []
    for number, line in enumerate(lines):
        places = reading.page.split_row(line.start, line.end)
        row = tuple(_cell(reading, *place, what) for place, what in zip(places, whats, strict=True))
        if number == 0:
            whats = [_CELLS.get(name_of(part) if part else "", CELL) for part in row]
        yield line.start, row


def _cell(reading: Reading, start: int, end: int, what: str) -> Part | None:
    tokens = reading.page.scan_cell(start, end).tokens
    if not tokens:
        return None
    found = Driver(reading, tokens, what, (start, end)).run()
    assert found is not None
    return _part(found)
