"""What a coverage lacks, in words, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from kotowari.cases.coverage import Coverage, CoveredCondition, CoveredUnit, Share
from kotowari.cases.coverage_plan import Sort
from kotowari.diagnostics.span import Span
from kotowari_cli.render.view import brief
from kotowari_cli.strings_coverage import CoverageWords


def gaps(words: CoverageWords, unit: CoveredUnit) -> Iterator[tuple[str, Span]]:
    """What nobody has tried of a rule, safe to print, and where it stands."""
    if not unit.fired:
        yield (words.never_held if unit.sort is Sort.DEFINITION else words.never_fired), unit.span
    if unit.only_unsure and unit.sort is not Sort.DEFINITION:
        yield words.only_unsure, unit.span
    for clause in unit.clauses:
        if not clause.covered:
            yield _clause(words, clause), clause.span
    if unit.languages:
        yield words.no_text.format(languages=words.comma.join(unit.languages)), unit.span


def _clause(words: CoverageWords, clause: CoveredCondition) -> str:
    missing = words.no_false if clause.when_true else words.no_true if clause.when_false else words.no_either
    return missing.format(clause=brief(clause.text))


def threshold_gap(words: CoverageWords, one: CoveredCondition) -> str:
    """Which side of a threshold nobody has tried, safe to print."""
    said = words.only_true if one.when_true else words.only_false if one.when_false else words.no_value
    return said.format(clause=brief(one.text) + words.ends[one.end])


def totals(words: CoverageWords, found: Coverage) -> list[tuple[str, Share]]:
    """The shares with what they are of, that of rules and clauses together last; none of nothing but that."""
    shares = {
        "rules": found.rules,
        "clauses": found.clauses,
        "patterns": found.matched,
        "thresholds": found.sides,
        "languages": found.languages,
    }
    rows = [(words.totals[name], share) for name, share in shares.items() if share.total]
    return [*rows, (words.total, found.total)]


def fraction(share: Share) -> str:
    """A share as `3/4`."""
    return f"{share.covered}/{share.total}" if share.total else "-"
