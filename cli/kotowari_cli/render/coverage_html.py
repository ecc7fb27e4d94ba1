"""The coverage as one page of HTML that needs nothing else: no script, no other file, no network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import groupby

from kotowari.cases.coverage import Coverage, CoveredCondition, CoveredPattern, CoveredUnit, Share
from kotowari.cases.coverage_plan import Sort
from kotowari.diagnostics.display import printable
from kotowari.diagnostics.span import Span
from kotowari.model.model import Model
from kotowari.record import record
from kotowari_cli.render.coverage_gaps import fraction, gaps, threshold_gap, totals
from kotowari_cli.strings_coverage import CoverageWords

_VIEW = '<meta name="viewport" content="width=device-width">'
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #ddd }
td.number, th.number { text-align: right; white-space: nowrap }
td.count { white-space: nowrap }
tr.missing td:first-child { border-left: 4px solid #c77700 }
tr.whole td:first-child { border-left: 4px solid #2e7d32 }
small, .place { color: #5a5a5a }
ul { margin: .3rem 0; padding-left: 1.2rem }
"""


@record
class CoveragePage:
    """How a coverage becomes a page: whose it is, in which words, with places as `money.rules:7`."""

    model: Model
    words: CoverageWords
    place: Callable[[Span], str]

    def page(self, found: Coverage) -> str:
        """The whole page; it ends with a line feed."""
        title = self.words.page_title.format(policy=self.model.texts.get(self.words.language, self.model.name))
        parts = (
            f"<h1>{_safe(title)}</h1>",
            self._totals(found),
            f"<p>{_safe(self.words.explained)}</p>",
            self._units([unit for unit in found.units if unit.sort is not Sort.DEFINITION], self.words.rule),
            self._units([unit for unit in found.units if unit.sort is Sort.DEFINITION], self.words.definition),
            self._thresholds([one for one in found.thresholds if not one.covered]),
            self._topics(found.patterns),
        )
        head = f'<meta charset="utf-8">\n{_VIEW}\n<title>{_safe(title)}</title>\n<style>{_STYLE}</style>'
        body = "\n".join(part for part in parts if part)
        return f'<!doctype html>\n<html lang="{self.words.language}">\n{head}\n<body>\n{body}\n</body>\n</html>\n'

    def _totals(self, found: Coverage) -> str:
        return _table((), (self._total(title, share) for title, share in reversed(totals(self.words, found))))

    def _total(self, title: str, share: Share) -> str:
        counted = self.words.of.format(covered=share.covered, total=share.total)
        bar = f'<meter min="0" max="100" value="{share.percent}"></meter>'
        return f'<tr><td>{_safe(title)}<td>{bar}<td class="number">{share.percent}%<td class="count">{_safe(counted)}'

    def _units(self, units: Sequence[CoveredUnit], title: str) -> str:
        words = self.words
        fired = words.held if title == words.definition else words.fired
        heads = (title, fired, words.near, words.clauses)
        return _table(heads, map(self._unit, units)) if units else ""

    def _unit(self, unit: CoveredUnit) -> str:
        numbers = "".join(f'<td class="number">{cell}' for cell in (unit.fired, unit.near, fraction(unit.share)))
        state = "whole" if unit.complete else "missing"
        missing = _listed(self._told(text, span) for text, span in gaps(self.words, unit))
        return f'<tr class="{state}"><td><b>{_safe(unit.name)}</b>{self._title(unit)}{missing}{numbers}'

    def _title(self, unit: CoveredUnit) -> str:
        named = self.model.tables if unit.sort is Sort.TABLE else self.model.rules
        own = named.get(unit.name) if unit.sort not in (Sort.DEFINITION, Sort.ROW) else None
        return f" <small>{_safe(own.title)}</small>" if own and own.title else ""

    def _told(self, text: str, span: Span) -> str:
        return f'{_safe(text)} <span class="place">{_safe(self.place(span))}</span>'

    def _thresholds(self, missing: Sequence[CoveredCondition]) -> str:
        told = [self._told(threshold_gap(self.words, one), one.span) for one in missing]
        return f"<h2>{_safe(self.words.thresholds_title)}</h2>{_listed(told)}" if told else ""

    def _topics(self, patterns: Sequence[CoveredPattern]) -> str:
        told = [self._topic(topic, list(own)) for topic, own in groupby(patterns, lambda one: one.topic)]
        shown = "\n".join(text for text in told if text)
        return f"<h2>{_safe(self.words.patterns_title)}</h2>\n{shown}" if shown else ""

    def _topic(self, topic: str, patterns: Sequence[CoveredPattern]) -> str:
        missing = [one for one in patterns if not one.matched]
        if not missing:
            return ""
        share = fraction(Share(len(patterns) - len(missing), len(patterns)))
        told = _listed(self._told(one.text, one.span) for one in missing)
        return f"<details><summary>{_safe(topic)} {share}</summary>{told}</details>"


def _safe(text: str) -> str:
    return escape(printable(text))


def _listed(items: Iterable[str]) -> str:
    shown = "".join(f"<li>{item}" for item in items)
    return f"<ul>{shown}</ul>" if shown else ""


def _table(heads: Sequence[str], rows: Iterable[str]) -> str:
    cells = "".join(f"<th{' class=number' if number else ''}>{_safe(head)}" for number, head in enumerate(heads))
    head = f"<tr>{cells}\n" if heads else ""
    body = "\n".join(rows)
    return f"<table>\n{head}{body}\n</table>"
