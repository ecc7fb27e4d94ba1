"""Rules, their exceptions, and the rows of tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from kotowari.language import nodes as n
from kotowari.model import conditions as c
from kotowari.model import literals
from kotowari.model.cells import Cells
from kotowari.model.declared import Declared
from kotowari.model.faults import Faults
from kotowari.model.literals import NoValue
from kotowari.model.model import Example, Outcome, Rule, Table, Verdict
from kotowari.model.names import Names
from kotowari.model.outcomes import Outcomes
from kotowari.model.types import Kind, Value
from kotowari.model.typing import Typer

T = TypeVar("T", bound=n.Node)


@dataclass(slots=True)
class Rules:
    """Makes rules. A rule without an outcome is reported and left out."""

    names: Names
    declared: Declared
    typer: Typer
    outcomes: Outcomes
    faults: Faults

    def rule(self, node: n.Rule) -> list[Rule]:
        """The rule and its exceptions."""
        intact = self.declared.intact(node)
        made = [self._rule(node, None, intact=intact)]
        made.extend(self._rule(exception, node, intact=intact) for exception in node.exceptions)
        return [rule for rule in made if rule is not None]

    def _rule(self, node: n.Rule, parent: n.Rule | None, *, intact: bool) -> Rule | None:
        outcome = self._outcome(node, intact=intact)
        about = self._names(node, "about")
        for name in about:
            self.names.topic(name)
        if parent is not None and about:
            self.faults.add("misplaced-clause", "an exception has no topics of its own", about[0].span,
                            help="it is about what its rule is about: leave `about` out, "
                            "or write a rule that `overrides` this one")  # fmt: skip
        overrides = self._names(node, "overrides")
        for name in overrides:
            self.names.find("rule", name, self.names.rules)
        above = (parent.name.text,) if parent else ()
        whens = self._of(node, n.When)
        when = self.declared.one(whens, "`when`")
        says = self._of(node, n.Say)
        starts, ends = self.declared.days(node.clauses, node.span)
        condition = self.typer.condition(when.condition) if when else c.Always("", node.name.span)
        parts = self.outcomes.parts(says)
        examples = tuple(self._example(example) for example in self._of(node, n.Example))
        owner = self._owner(node)
        approved = self.declared.argument(node.clauses, "approved by", n.String)
        steps = self.outcomes.steps(self._of(node, n.Step))
        notes = self.outcomes.notes(self._of(node, n.HandOver))
        if outcome is None:
            return None
        return Rule(
            node.name.text,
            node.name.span,
            title=node.title.plain if node.title else None,
            about=tuple(dict.fromkeys(name.text for name in (self._names(parent, "about") if parent else about))),
            condition=condition,
            outcome=outcome,
            parent=above[0] if above else None,
            overrides=tuple(sorted({*above, *(name.text for name in overrides)})),
            final=self.declared.has(node.clauses, "final"),
            parts=parts,
            say_only=any(say.only for say in says),
            steps=steps,
            notes=notes,
            owner=owner,
            approved=approved.plain if approved else None,
            review=self.declared.day(node.clauses, "review by"),
            starts=starts,
            ends=ends,
            examples=examples,
        )

    def _owner(self, node: n.Rule | n.Table) -> str | None:
        owner = self.declared.argument(node.clauses, "owner", n.Name)
        if owner is not None:
            self.names.find("team", owner, self.names.teams)
        return owner.text if owner else None

    def _of(self, node: n.Rule | n.Table, kind: type[T]) -> list[T]:
        return [clause for clause in node.clauses if isinstance(clause, kind)]

    def _names(self, node: n.Rule | n.Table, word: str) -> tuple[n.Name, ...]:
        found = [clause for clause in self._of(node, n.Names) if clause.word == word]
        clause = self.declared.one(found, f"`{word}`")
        return clause.names if clause else ()

    def _outcome(self, node: n.Rule, *, intact: bool) -> Outcome | None:
        outcomes = [self.outcomes.outcome(outcome) for outcome in self._of(node, n.Outcome)]
        self.declared.one(self._of(node, n.Outcome), "the outcome")
        if not outcomes and intact:
            self.faults.add("missing-outcome", f"`{node.name.text}` gives no verdict", node.name.span,
                            help="add `accept`, `decline` or `escalate to` a team, and `because` a value")  # fmt: skip
        return outcomes[0] if outcomes else None

    # --- examples -----------------------------------------------------------------------------------------------------

    def _example(self, node: n.Example) -> Example:
        given: dict[str, Value] = {}
        now: str | None = None
        for item in node.given:
            value = item.values[0]
            if item.fact.text == "now":
                now = value.text if isinstance(value, n.Moment) else None
                continue
            fact = self.names.find("fact", item.fact, self.typer.facts)
            if fact is None or item.fact.text not in self.typer.facts:
                continue
            try:
                known = self.typer.facts[item.fact.text]
                given[known.name] = literals.read(item.values, known.type, self.typer.zone, self.faults)
            except NoValue:
                continue
        text = node.text.plain if node.text else None
        gives = Verdict(node.gives.text) if node.gives else None
        return Example(node.holds, text, dict(sorted(given.items())), now, gives, node.span)

    # --- tables -------------------------------------------------------------------------------------------------------

    def table(self, node: n.Table) -> tuple[Table, list[Rule]]:
        """A table and its rows, each of which is a rule."""
        about = self._names(node, "about")
        for name in about:
            self.names.topic(name)
        when = self.declared.one(self._of(node, n.When), "`when`")
        condition = self.typer.condition(when.condition) if when else c.Always("", node.name.span)
        one_row, every_row = (self.declared.has(node.clauses, word) for word in ("one row", "every row"))
        intact = self.declared.intact(node)
        if one_row == every_row and intact:
            self.faults.add("missing-clause", f"table `{node.name.text}` does not say how its rows are read",
                            node.name.span, help="write `one row` where exactly one row holds, else `every row`")  # fmt: skip
        rules = self._rows(node, condition, tuple(dict.fromkeys(name.text for name in about)))
        if not node.rows and intact:
            self.faults.add("empty-table", f"table `{node.name.text}` has no rows", node.name.span,
                            help="write a line of heads, and a line for each row, each beginning with `|`")  # fmt: skip
        names = tuple(rule.name for rule in rules)
        title = node.title.plain if node.title else None
        table = Table(
            node.name.text, node.name.span, title, rules[0].about if rules else (), condition, one_row, names
        )
        return table, rules

    def _rows(self, node: n.Table, condition: c.Condition, about: tuple[str, ...]) -> list[Rule]:
        cells = Cells(self.typer, self.names, self.faults)
        outcome_at = self._place(node, "outcome")
        name_at = self._place(node, "name")
        if outcome_at is None:
            if self.declared.intact(node) and node.columns:
                self.faults.add("missing-outcome", f"table `{node.name.text}` has no column `outcome`",
                                node.name.span, help="add it, with an outcome in each of its cells")  # fmt: skip
            return []
        rules: list[Rule] = []
        for number, row in enumerate(node.rows, 1):
            if row.cells:
                rule = self._row(node, row, number, cells, (condition, about), (outcome_at, name_at))
                rules.extend([rule] if rule else [])
        return rules

    def _place(self, node: n.Table, kind: str) -> int | None:
        found = [place for place, column in enumerate(node.columns) if column is not None and column.kind == kind]
        if len(found) > 1:
            second = node.columns[found[1]]
            assert second is not None
            self.faults.add("duplicate", f"the column `{kind}` stands here twice", second.span)
        return found[0] if found else None

    def _row(
        self,
        node: n.Table,
        row: n.Row,
        number: int,
        cells: Cells,
        shared: tuple[c.Condition, tuple[str, ...]],
        places: tuple[int, int | None],
    ) -> Rule | None:
        outcome_at, name_at = places
        cell = row.cells[outcome_at]
        if not isinstance(cell, n.OutcomeCell):
            return None
        name = row.cells[name_at] if name_at is not None else None
        conditions = cells.conditions(node.columns, row)
        parts = [part for part in (shared[0], *conditions) if not isinstance(part, c.Always)]
        condition = parts[0] if len(parts) == 1 else c.All(" and ".join(p.clause for p in parts), row.span, tuple(parts))
        starts, ends = self.declared.days(node.clauses, node.span)
        says = [n.Say(cell.script.span, only=False, script=cell.script, block=None)] if cell.script else []
        approved = self.declared.argument(node.clauses, "approved by", n.String)
        return Rule(
            name.text if isinstance(name, n.Name) else f"{node.name.text}/{number}",
            row.span,
            title=node.title.plain if node.title else None,
            about=shared[1],
            condition=condition if parts else c.Always("", row.span),
            outcome=self.outcomes.outcome(cell.outcome),
            table=node.name.text,
            parts=self.outcomes.parts(says),
            owner=self._owner(node) if number == 1 else self._quiet_owner(node),
            approved=approved.plain if approved else None,
            review=self.declared.day(node.clauses, "review by"),
            starts=starts,
            ends=ends,
        )

    def _quiet_owner(self, node: n.Table) -> str | None:
        """The owner again, for a further row: what is wrong with it has been said."""
        owner = self.declared.argument(node.clauses, "owner", n.Name)
        return owner.text if owner else None


def is_flag(kind: Kind) -> bool:
    """Whether a column of this kind takes `yes` and `no`."""
    return kind is Kind.FLAG


def rules_by_name(rules: Sequence[Rule]) -> dict[str, Rule]:
    """Rules in the order of their names."""
    return {rule.name: rule for rule in sorted(rules, key=lambda rule: rule.name)}
