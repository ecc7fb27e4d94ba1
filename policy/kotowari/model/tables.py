"""Decision tables: each row is a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kotowari.diagnostics.diagnostic import Note
from kotowari.diagnostics.said import say
from kotowari.language import nodes as n
from kotowari.model import conditions as c
from kotowari.model.cells import Cells
from kotowari.model.faults import Faults
from kotowari.model.model import Rule, Table
from kotowari.model.rules import NO_OUTCOME, Rules
from kotowari.model.torn import TornFiles
from kotowari.record import record


@record
class Tables:
    """Makes tables and their rows."""

    rules: Rules
    cells: Cells
    torn: TornFiles
    faults: Faults

    def table(self, node: n.Table) -> tuple[Table, list[Rule]]:
        """A table and its rows."""
        clauses = self.rules.clauses
        one_row, every_row = (clauses.has(node.clauses, word) for word in ("one row", "every row"))
        if one_row == every_row and self.torn.is_intact(node.span, "one", "every"):
            self.faults.add(
                "missing-clause",
                say("table `{name}` does not say how its rows are read", name=node.name.text),
                node.name.span,
                help=say("write `one row` where exactly one row holds, else `every row`"),
            )
        common = self._common(node)
        rows = list(self._rows(node, common))
        if not node.rows and node.name.text and self.torn.is_intact(node.span, "row"):
            self.faults.add(
                "empty-table",
                say("table `{name}` has no rows", name=node.name.text),
                node.name.span,
                help=say("write a line of heads, and a line for each row, each beginning with `|`")
                if node.file is None
                else say("`{file}` needs a line of heads, and a line for each row", file=node.file.plain),
            )
        table = Table(
            node.name.text,
            node.name.span,
            common.title,
            common.about,
            common.condition,
            one_row,
            tuple(row.name for row in rows),
        )
        return table, rows

    def _common(self, node: n.Table) -> Rule:
        """What all rows share, as a rule without their conditions and outcomes."""
        clauses = self.rules.clauses
        starts, ends = clauses.days(node.clauses)
        approved = clauses.argument(node.clauses, "approved by", n.String)
        return Rule(
            node.name.text,
            node.name.span,
            title=node.title.plain if node.title else None,
            about=self.rules.about(node),
            condition=self.rules.condition(node),
            outcome=NO_OUTCOME,
            table=node.name.text,
            owner=self.rules.owner(node),
            approved=approved.plain if approved else None,
            review=clauses.day(node.clauses, "review by"),
            starts=starts,
            ends=ends,
        )

    # --- rows ---------------------------------------------------------------------------------------------------------

    def _rows(self, node: n.Table, common: Rule) -> Iterator[Rule]:
        outcome_at, name_at = self._place(node, "outcome"), self._place(node, "name")
        if outcome_at is None:
            if node.columns and None not in node.columns and self.torn.is_intact(node.span, "row"):
                heads = [column.value.text for column in node.columns if column and isinstance(column.value, n.Word)]
                meant = next((head for head in heads if head.casefold() == "outcome"), None)
                self.faults.add(
                    "missing-outcome",
                    say("table `{name}` has no column `outcome`", name=node.name.text),
                    node.name.span,
                    help=say("write `outcome`, not `{word}`", word=meant)
                    if meant
                    else say("add a column whose head is `outcome`"),
                )
            return
        columns = self.cells.heads(node.columns)
        for number, row in enumerate(node.rows, 1):
            outcome = row.cells[outcome_at] if row.cells else None
            conditions = list(self.cells.conditions(columns, row)) if row.cells else []
            if isinstance(outcome, n.OutcomeCell):
                name = row.cells[name_at] if name_at is not None else None
                shown = name.text if isinstance(name, n.Name) else f"{node.name.text}/{number}"
                own = replace(
                    common, name=shown, span=row.span, condition=_joined([common.condition, *conditions], row)
                )
                yield self._with_outcome(outcome, own)

    def _place(self, node: n.Table, kind: str) -> int | None:
        """Which column has this head."""
        places = [(place, column) for place, column in enumerate(node.columns) if column and column.kind == kind]
        for _, second in places[1:]:
            self.faults.add(
                "duplicate",
                say("the column `{kind}` stands here twice", kind=kind),
                second.span,
                help=say("leave one of them out"),
                notes=(Note(say("the first one"), places[0][1].span),),
            )
        return places[0][0] if places else None

    def _with_outcome(self, cell: n.OutcomeCell, row: Rule) -> Rule:
        says = [n.Say(cell.script.span, only=False, script=cell.script, block=None)] if cell.script else []
        outcomes = self.rules.outcomes
        return replace(row, outcome=outcomes.outcome(cell.outcome), parts=outcomes.parts(says))


def _joined(conditions: Sequence[c.Condition], row: n.Row) -> c.Condition:
    """All conditions of a row, those aside that hold always."""
    parts = tuple(part for part in conditions if not isinstance(part, c.Always))
    if len(parts) < 2:
        return parts[0] if parts else c.Always("", row.span)
    return c.All(" and ".join(part.clause for part in parts), row.span, parts)
