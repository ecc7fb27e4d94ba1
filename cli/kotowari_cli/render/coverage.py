"""What the examples and cases cover, and what is missing, for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from rich.text import Text

from kotowari.cases.coverage import Coverage, CoveredCondition, CoveredPattern, CoveredUnit, Share
from kotowari.cases.coverage_plan import Sort
from kotowari.diagnostics.display import columns, printable
from kotowari.diagnostics.span import Span
from kotowari.record import record
from kotowari.testing import Suite
from kotowari_cli import language_of
from kotowari_cli.render.coverage_gaps import fraction, gaps, threshold_gap, totals
from kotowari_cli.render.view import Lines, hanging, heading
from kotowari_cli.screen import console, print_lines, width
from kotowari_cli.strings_coverage import CoverageWords, coverage_words

_GAP = 2
# A topic may have hundreds of patterns; the first few show what sort of words nobody has tried.
_MOST_PATTERNS = 4
_LONGEST_PATTERN = 40


@record
class CoverageView:
    """How a coverage is told: in which words, with places as `money.rules:7`, in lines of so many columns."""

    words: CoverageWords
    place: Callable[[Span], str]
    width: int

    def lines(self, found: Coverage) -> Lines:
        """The whole: rules, definitions, thresholds, topics, totals."""
        rules = [unit for unit in found.units if unit.sort is not Sort.DEFINITION]
        definitions = [unit for unit in found.units if unit.sort is Sort.DEFINITION]
        parts = (
            self._units(rules, self.words.rule, self.words.fired),
            self._units(definitions, self.words.definition, self.words.held),
            self._thresholds([one for one in found.thresholds if not one.covered]),
            self._topics(found.patterns),
            self._totals(found),
        )
        return [line for part in parts if part for line in (*part, Text())][:-1]

    # --- rules and definitions ----------------------------------------------------------------------------------------

    def _units(self, units: Sequence[CoveredUnit], title: str, fired: str) -> Lines:
        if not units:
            return []
        heads = (fired, self.words.near, self.words.clauses)
        cells = [(str(unit.fired), str(unit.near), fraction(unit.share)) for unit in units]
        widths = [max(map(columns, column)) for column in zip(heads, *cells, strict=True)]
        room = self.width - sum(widths) - _GAP * len(widths)
        first = min(room, max(columns(printable(name)) for name in (title, *(unit.name for unit in units))))
        lines = _row(title, heads, widths, first, "bold")
        for unit, numbers in zip(units, cells, strict=True):
            lines += _row(printable(unit.name), numbers, widths, first, "" if unit.complete else "yellow")
            lines += self._missing(unit)
        return lines

    def _missing(self, unit: CoveredUnit) -> Lines:
        return [line for text, span in gaps(self.words, unit) for line in self._told(text, span)]

    def _told(self, text: str, span: Span) -> Lines:
        return hanging(f"{text}  {printable(self.place(span))}", self.width, indent="    ", style="dim")

    # --- thresholds and words -----------------------------------------------------------------------------------------

    def _thresholds(self, missing: Sequence[CoveredCondition]) -> Lines:
        if not missing:
            return []
        told = (self._told(threshold_gap(self.words, one), one.span) for one in missing)
        return [heading(self.words.thresholds_title), *(line for lines in told for line in lines)]

    def _topics(self, patterns: Sequence[CoveredPattern]) -> Lines:
        groups = ((topic, list(own)) for topic, own in groupby(patterns, lambda one: one.topic))
        told = [self._topic(topic, own) for topic, own in groups if not all(one.matched for one in own)]
        return [heading(self.words.patterns_title), *(line for lines in told for line in lines)] if told else []

    def _topic(self, topic: str, patterns: Sequence[CoveredPattern]) -> Lines:
        """The first patterns that found nothing, and where they begin."""
        missing = [one for one in patterns if not one.matched]
        share = Share(len(patterns) - len(missing), len(patterns))
        shown = [_short(printable(one.text)) for one in missing[:_MOST_PATTERNS]]
        if len(missing) > _MOST_PATTERNS:
            shown.append(self.words.more.format(count=len(missing) - _MOST_PATTERNS))
        told = self._told(self.words.comma.join(shown), missing[0].span)
        return [Text(f"  {printable(topic)}  {fraction(share)}"), *told]

    # --- totals -------------------------------------------------------------------------------------------------------

    def _totals(self, found: Coverage) -> Lines:
        rows = totals(self.words, found)
        first = max(columns(title) for title, _ in rows)
        return [self._total(title, share, first, last=title is self.words.total) for title, share in rows]

    def _total(self, title: str, share: Share, first: int, *, last: bool) -> Text:
        counted = self.words.of.format(covered=share.covered, total=share.total)
        space = " " * (first - columns(title) + _GAP)
        return Text(f"{title}{space}{share.percent:>3}%  {counted}", "bold" if last else "")


def print_coverage(suite: Suite, found: Coverage) -> None:
    """Print it."""
    target = console()
    view = CoverageView(coverage_words(language_of()), suite.place, width(target))
    print_lines(target, [Text(), *view.lines(found)])


def _short(pattern: str) -> str:
    return pattern if len(pattern) <= _LONGEST_PATTERN else f"{pattern[: _LONGEST_PATTERN - 1]}…"


def _row(name: str, cells: Sequence[str], widths: Sequence[int], first: int, style: str) -> Lines:
    """A name and its numbers, on a line of their own below a name that is too long."""
    numbers = "".join(
        f"{' ' * (_GAP + width - columns(cell))}{cell}" for cell, width in zip(cells, widths, strict=True)
    )
    space = first - columns(name)
    if space < 0:
        return [Text(name, style), Text(" " * first + numbers)]
    return [Text.assemble((name, style), " " * space, numbers)]
