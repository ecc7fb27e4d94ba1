"""Tables that claim that one row holds: no two rows may hold together, and some row must hold whatever comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import UTC, date, datetime

from kotowari.checks import row_words
from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import Said, and_clauses, say
from kotowari.engine import parts
from kotowari.engine.circuit import Circuit, Unknown, restrict, unknowns
from kotowari.engine.decision import Part
from kotowari.engine.judge import judge
from kotowari.engine.program import compile_program
from kotowari.engine.search import Budget, OverBudget
from kotowari.engine.situation import Situation
from kotowari.engine.unknowns import Unknowns
from kotowari.model import calendar
from kotowari.model.model import Model, Table
from kotowari.model.types import NUMERIC, TEMPORAL, Kind
from kotowari.model.writing import show_value
from kotowari.record import record

# More findings of one table help nobody; more work than this is not worth waiting for.
MOST_FINDINGS = 3
MOST_WORK = 300_000
# Facts whose values stand in a row.
_SCALES = frozenset({*NUMERIC, *TEMPORAL, Kind.DURATION})
# Some moment: rows are told apart by how far a time lies from it, whichever it is.
_NOW = datetime(2026, 1, 1, tzinfo=UTC)


def tables(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """The overlaps and gaps of every table that says `one row`."""
    del today
    zone = calendar.zone(model.zone)
    assert zone is not None
    for table in model.tables.values():
        if table.one_row and table.rows:
            # The comparisons of this table alone cut the domains: others would only split them further.
            rules = {name: replace(model.rules[name], about=()) for name in table.rows}
            alone = compile_program(replace(model, rules=rules))
            seen = judge(alone, Situation(_NOW, zone, {})).unknowns
            yield from _Proof(model, table, seen, Budget(MOST_WORK)).findings()


@record(frozen=False)
class _Proof:
    """Splits everything that can come by one unknown after the other until rows surely hold or surely do not."""

    model: Model
    table: Table
    seen: Unknowns
    budget: Budget
    gaps: list[str] = field(default_factory=list[str])
    overlaps: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    last: Sequence[tuple[Unknown, int]] = ()

    def findings(self) -> Iterator[Diagnostic]:
        rows = {name: self.seen.circuit(self.model.rules[name].condition) for name in self.table.rows}
        try:
            self._split(rows, self.seen.circuit(self.table.condition), [])
        except OverBudget:
            yield Diagnostic(
                "too-many-rows",
                say("table `{table}` is too large to prove that exactly one row holds", table=self.table.name),
                self.table.span,
                help=say("split it, or write `every row`"),
                severity=Severity.WARNING,
            )
        yield from self._faults()

    def _split(self, rows: Mapping[str, Circuit], scope: Circuit, way: list[tuple[Unknown, int]]) -> None:
        self.budget.spend(len(rows) + 1)
        rows = {name: circuit for name, circuit in rows.items() if circuit is not False}
        holding = [name for name, circuit in rows.items() if circuit is True]
        if scope is False or (len(self.gaps) >= MOST_FINDINGS and len(self.overlaps) >= MOST_FINDINGS):
            return
        unknown = self._next(rows, scope, enough=len(holding) > 1 or (len(holding) == 1 and len(rows) == 1))
        if unknown is None:
            self._leaf(holding, way)
            return
        for choice in range(unknown.choices):
            chosen = {unknown: frozenset({choice})}
            kept = {name: restrict(circuit, chosen) for name, circuit in rows.items()}
            self._split(kept, restrict(scope, chosen), [*way, (unknown, choice)])

    def _next(self, rows: Mapping[str, Circuit], scope: Circuit, *, enough: bool) -> Unknown | None:
        """The unknown that most rows read; None where nothing is left to tell."""
        circuits = [scope] if enough else [*rows.values(), scope]
        counts = Counter(unknown for circuit in circuits for unknown in unknowns(circuit))
        return min(counts, key=lambda one: (-counts[one], one.choices, one.name)) if counts else None

    def _leaf(self, holding: Sequence[str], way: Sequence[tuple[Unknown, int]]) -> None:
        if not holding and len(self.gaps) < MOST_FINDINGS:
            if not self._goes_on(way):
                self.gaps.append(self._words(way))
            self.last = way
        elif len(holding) > 1 and len(self.overlaps) < MOST_FINDINGS:
            self.overlaps.setdefault((holding[0], holding[1]), self._words(way))

    def _goes_on(self, way: Sequence[tuple[Unknown, int]]) -> bool:
        """Whether this gap lies right beside the last one, on a scale: it is the same gap then."""
        if not way or not self.last or way[:-1] != self.last[:-1]:
            return False
        (unknown, choice), (before, last) = way[-1], self.last[-1]
        regions = self.seen.domains.get(unknown)
        if regions is None or regions[choice].sample is None or unknown is not before:
            return False
        return choice == last + 1 and self.model.facts[self.seen.of[unknown][0]].type.kind in _SCALES

    # --- words --------------------------------------------------------------------------------------------------------

    def _faults(self) -> Iterator[Diagnostic]:
        for words in dict.fromkeys(self.gaps):
            yield Diagnostic(
                "row-gap",
                say("no row of `{table}` holds where {words}", table=self.table.name, words=words),
                self.table.span,
                help=say("add a row for it, or write `every row` where it need not be covered"),
            )
        for (one, other), words in self.overlaps.items():
            yield Diagnostic(
                "row-overlap",
                say("two rows of `{table}` hold together where {words}", table=self.table.name, words=words),
                self.model.rules[other].span,
                help=say("narrow one of them, or write `every row` where several may hold"),
                notes=(Note(say("the other row"), self.model.rules[one].span),),
            )

    def _words(self, way: Sequence[tuple[Unknown, int]]) -> str:
        return and_clauses(self._word(unknown, choice) for unknown, choice in way) if way else say("nothing is asked")

    def _word(self, unknown: Unknown, choice: int) -> str:
        facts = self.seen.of[unknown]
        regions = self.seen.domains.get(unknown)
        if regions is None and " ? " in unknown.name:
            return self._compared(unknown, choice)
        if regions is None:
            return row_words.member(facts[0], unknown.name, choice)
        fact, region = self.model.facts[facts[0]], regions[choice]
        if fact.type.kind in TEMPORAL and region.sample is not None:
            return row_words.ago(fact.name, region.high.value if region.high else region.sample, _NOW)
        return self._valued(fact.name, parts.describe(fact.type.kind, [region]))

    def _compared(self, unknown: Unknown, choice: int) -> str:
        """How two facts compare that are both unknown, in the words of the table."""
        atoms = {atom.clause: atom for fact in self.seen.of[unknown] for atom in self.seen.atoms.get(fact, ())}
        chosen = {unknown: frozenset({choice})}
        return and_clauses(
            f"`{clause}`" if restrict(circuit, chosen) is not False else say("not `{clause}`", clause=clause)
            for clause, atom in atoms.items()
            if unknown in unknowns(circuit := self.seen.circuit(atom))
        )

    def _valued(self, fact: str, part: Part) -> Said:
        values = parts.value_of(part)
        if values == ("any",) or (part.op == "is" and values == ("another text",)):
            return row_words.stretch(fact, part.op, [str(values[0])])
        shown = [show_value(self.model.facts[fact].type, value) for value in values]
        return row_words.stretch(fact, part.op, shown)
