"""Text to syntax.

The scanner makes tokens, Lark's LALR(1) tables say which may follow which (`stack.py` walks them), `build` makes nodes,
and `drive.py` finds its way on after an error.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import say
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.language.builders import Lines
from kotowari.language.drive import Driver
from kotowari.language.grammar import FILE
from kotowari.language.reading import Clauses, Reading
from kotowari.language.rows import read_rows
from kotowari.language.scan import MOST_FAULTS, Page, Scan
from kotowari.record import record


@record
class Parsed:
    """A file's syntax and what was wrong with it."""

    file: n.File
    faults: tuple[Diagnostic, ...]


def parse(source: Source) -> Parsed:
    """The syntax of a rule file. Never raises: whatever is wrong is among the faults."""
    reading = Reading(Page.of(source))
    scanned = reading.page.scan()
    reading.faults.extend(scanned.faults)
    reading.torn.extend(_torn_by_characters(scanned, source))
    found = Driver(reading, scanned.tokens, FILE, (0, len(source.text))).run()
    file = n.File(
        source.name,
        tuple(_declarations(reading, found if isinstance(found, tuple) else ())),
        tuple(scanned.comments),
        frozenset(reading.lost),
        tuple(reading.torn),
        cut=scanned.cut or reading.is_hopeless,
    )
    return Parsed(file, _limited(source, reading.faults))


def _declarations(reading: Reading, kids: tuple[object, ...]) -> Iterator[n.Declaration]:
    for kid in kids:
        if isinstance(kid, Lines):
            yield read_rows(reading, kid)
        else:
            assert isinstance(kid, n.Declaration)
            yield kid


def _torn_by_characters(scanned: Scan, source: Source) -> Iterator[n.Torn]:
    """The clauses in which the scanner could not read something."""
    clauses = Clauses(scanned.tokens)
    starts = [token.start for token in scanned.tokens]
    for place in scanned.torn:
        if starts:
            token = max(0, bisect_right(starts, place) - 1)
            yield clauses.torn(token, source.name, len(source.text))


def _limited(source: Source, faults: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The faults in order, without those that only follow from a strange character on the same line."""
    ordered = sorted(faults, key=lambda fault: fault.order)
    strange = {_line(source, fault) for fault in ordered if fault.code in _ROOTS}
    kept = [fault for fault in ordered if fault.code not in _FOLLOWING or _line(source, fault) not in strange]
    if len(kept) <= MOST_FAULTS:
        return tuple(kept)
    place = kept[MOST_FAULTS].span.start
    last = Diagnostic(
        "too-many-errors",
        say("so much is wrong with this file that the rest is not shown"),
        Span(source.name, place, place),
        help=say("mend the first ones and look again"),
    )
    return (*kept[:MOST_FAULTS], last)


_ROOTS = frozenset({"unexpected-character", "unclosed-string"})
_FOLLOWING = frozenset({"unexpected-word", "unexpected-end", "missing-word"})


def _line(source: Source, fault: Diagnostic) -> int:
    return source.place(fault.span.start)[0]
