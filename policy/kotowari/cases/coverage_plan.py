"""What there is to cover in a policy: its rules and definitions with their clauses, its thresholds and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from kotowari.cases.coverage_tree import Leaf, leaves
from kotowari.diagnostics.span import Span
from kotowari.engine.program import Program
from kotowari.engine.reads import atoms
from kotowari.model import conditions as c
from kotowari.model.model import Rule, Table
from kotowari.model.types import NUMERIC, TEMPORAL, Kind
from kotowari.record import record

_MEASURED = frozenset({*NUMERIC, *TEMPORAL, Kind.DURATION})


class Sort(StrEnum):
    """What has a condition; that of a table is what all its rows share."""

    RULE = "rule"
    EXCEPTION = "exception"
    TABLE = "table"
    ROW = "row"
    DEFINITION = "definition"


class End(StrEnum):
    """Which end of a `between` a threshold is."""

    LOW = "low"
    HIGH = "high"


@record
class Unit:
    """A rule, an exception, a table, a row of one, or a definition.

    `skip` is how many of the condition's leaves are not its own but those of the rule it is an exception to, or of its
    table. `topics` are what it looks for in texts, where nothing above it does already; `rows` are those of a table.
    """

    name: str
    sort: Sort
    span: Span
    condition: c.Condition
    skip: int = 0
    topics: frozenset[str] = frozenset()
    rows: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from all others: a definition and a rule may have the same name."""
        return f"{self.sort} {self.name}"

    @property
    def is_rule(self) -> bool:
        """Whether it gives an outcome itself."""
        return self.sort in (Sort.RULE, Sort.EXCEPTION, Sort.ROW)

    @property
    def clauses(self) -> tuple[Leaf, ...]:
        """The leaves that are its own."""
        return leaves(self.condition)[self.skip :]


@record
class Threshold:
    """An amount or a moment that values are held against; a `between` has two."""

    comparison: c.Compare
    end: End | None

    @property
    def key(self) -> tuple[Span, End | None]:
        """What tells it from all others of the policy."""
        return self.comparison.span, self.end


@record
class Plan:
    """Everything to cover, by place."""

    units: tuple[Unit, ...]
    thresholds: tuple[Threshold, ...]
    topics: tuple[str, ...]


def plan(program: Program) -> Plan:
    """What there is to cover."""
    conditions = program.conditions
    rules = [_rule(program, rule) for rule in program.model.rules.values()]
    tables = [_table(program, table) for table in program.model.tables.values() if table.rows]
    heads = [unit for unit in tables if unit.clauses]
    definitions = sorted(_definitions(conditions.values()).values(), key=_place)
    topics = frozenset[str]().union(*map(_topics, conditions.values()))
    thresholds = _thresholds(conditions.values())
    return Plan(
        (*sorted([*heads, *rules], key=_place), *definitions), tuple(thresholds.values()), tuple(sorted(topics))
    )


def _place(unit: Unit) -> tuple[str, int]:
    return unit.span.source, unit.span.start


def _rule(program: Program, rule: Rule) -> Unit:
    whole = program.conditions[rule.name]
    sort = Sort.EXCEPTION if rule.parent else Sort.ROW if rule.table else Sort.RULE
    skip, above = 0, frozenset[str]()
    if rule.parent is not None:
        skip, above = len(leaves(whole)) - len(leaves(rule.condition)), _topics(program.conditions[rule.parent])
    elif rule.table is not None:
        head = _head(program, program.model.tables[rule.table])
        skip, above = len(leaves(head)), _topics(head)
    return Unit(rule.name, sort, rule.span, whole, skip, _topics(whole) - above)


def _table(program: Program, table: Table) -> Unit:
    head = _head(program, table)
    return Unit(table.name, Sort.TABLE, table.span, head, 0, _topics(head), table.rows)


def _head(program: Program, table: Table) -> c.Condition:
    """What the rows of a table share, in the order in which it stands in the condition of each."""
    about = leaves(program.conditions[table.rows[0]])[:1] if table.about else ()
    parts = (*(replace(leaf, span=table.span) for leaf in about), table.condition)
    return c.All("", table.span, parts)


def _topics(condition: c.Condition) -> frozenset[str]:
    """What a condition looks for in texts."""
    return frozenset(name for atom in atoms(condition) if isinstance(atom, c.Mentions) for name in atom.topics)


def _definitions(conditions: Iterable[c.Condition]) -> Mapping[str, Unit]:
    """The definitions that rules use, themselves or by other definitions."""
    found: dict[str, Unit] = {}
    left = [leaf for condition in conditions for leaf in leaves(condition)]
    while left:
        leaf = left.pop()
        if isinstance(leaf, c.Defined) and leaf.name not in found:
            found[leaf.name] = Unit(leaf.name, Sort.DEFINITION, leaf.condition.span, leaf.condition)
            left.extend(leaves(leaf.condition))
    return found


def _thresholds(conditions: Iterable[c.Condition]) -> dict[tuple[Span, End | None], Threshold]:
    read = (atom for condition in conditions for atom in atoms(condition))
    return {threshold.key: threshold for atom in read for threshold in _ends(atom)}


def _ends(atom: c.Atom) -> Iterator[Threshold]:
    match atom:
        case c.Compare() if atom.left.type.kind in _MEASURED:
            yield Threshold(atom, None)
        case c.Between():
            low, high = atom.sides
            yield from (Threshold(low, End.LOW), Threshold(high, End.HIGH))
        case _:
            return
