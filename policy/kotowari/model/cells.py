"""The cells of a table: each is the right-hand side of a condition on its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kotowari.diagnostics.said import say
from kotowari.language import nodes as n
from kotowari.model import conditions as c
from kotowari.model.faults import Faults
from kotowari.model.literals import NoValue
from kotowari.model.names import Names
from kotowari.model.types import Kind
from kotowari.model.typing import Typer
from kotowari.record import record

_YES_NO = {"yes": True, "no": False}


@record
class Cells:
    """Turns the cells of a row into conditions."""

    typer: Typer
    names: Names
    faults: Faults

    def heads(self, columns: Sequence[n.Column | None]) -> tuple[n.Column | None, ...]:
        """The columns, those that name nothing reported and left out."""
        return tuple(column if column is not None and self._is_sound(column) else None for column in columns)

    def _is_sound(self, column: n.Column) -> bool:
        if column.topic is not None:
            return self.names.topic(column.topic)
        try:
            if isinstance(column.value, n.Word):
                return self._is_named(n.Name(column.span, column.value.text))
            if column.value is not None:
                self.typer.expressions.typed(column.value)
        except NoValue:
            return False
        return True

    def _is_named(self, name: n.Name) -> bool:
        if name.text in self.names.topics:
            return True
        help_ = say("a column is a fact, the time since one, a topic, a definition, `name` or `outcome`")
        return self.names.find("definition", name, self.names.definitions, help_) is not None

    def conditions(self, columns: Sequence[n.Column | None], row: n.Row) -> Iterator[c.Condition]:
        """One condition for each cell that states one."""
        for column, cell in zip(columns, row.cells, strict=True):
            if column is None or not isinstance(cell, n.Cell) or cell.kind == "any":
                continue
            condition = self._condition(column, cell)
            if condition is not None:
                yield condition

    def _condition(self, column: n.Column, cell: n.Cell) -> c.Condition | None:
        head, shown = self.typer.wording.of(column.span), self.typer.wording.of(cell.span)
        flag = self._flag(column)
        if flag is not None:
            return self._yes_or_no(flag, cell, f"{head}: {shown}")
        value = column.value
        if value is None:
            return None
        node = self._node(value, cell)
        word = "is " if isinstance(node, n.Is | n.State) else ""
        return self.typer.condition(node, f"{head} {word}{shown}")

    def _flag(self, column: n.Column) -> n.Condition | None:
        """The condition of a column that takes `yes` and `no`: a flag, a definition, a topic."""
        if column.topic is not None:
            which = n.Which(column.topic.span, "one", (column.topic,))
            return n.Mentions(column.span, column.value, column.asks, which)
        if isinstance(column.value, n.Word):
            name = n.Name(column.span, column.value.text)
            if name.text in self.names.topics:
                return n.Mentions(column.span, None, asks=True, which=n.Which(column.span, "one", (name,)))
            return n.Defined(column.span, name.text)
        if isinstance(column.value, n.FactValue):
            fact = self.typer.expressions.facts.get(column.value.name)
            if fact is not None and fact.type.kind is Kind.FLAG:
                return n.Flag(column.span, column.value.name)
        return None

    def _yes_or_no(self, flag: n.Condition, cell: n.Cell, shown: str) -> c.Condition | None:
        if cell.kind == "state" and isinstance(flag, n.Flag):
            return self.typer.condition(self._node(n.FactValue(flag.span, flag.fact), cell), shown)
        words = [value.text for value in cell.values if isinstance(value, n.Word) and value.text in _YES_NO]
        if cell.kind != "values" or len(words) != 1 or len(cell.values) != 1:
            message = say("this column takes `yes`, `no` or `any`")
            self.faults.add("wrong-type", message, cell.span, help=say("write one of them"))
            return None
        positive = _YES_NO[words[0]] != cell.negated
        return self.typer.condition(flag if positive else n.Not(flag.span, flag), shown)

    def _node(self, value: n.Expression, cell: n.Cell) -> n.Condition:
        match cell.kind:
            case "compare":
                return n.Comparison(cell.span, value, cell.operator, cell.values[0])
            case "between":
                return n.Between(cell.span, value, *cell.values)
            case "state":
                return n.State(cell.span, value, cell.negated, cell.operator)
            case "include":
                assert cell.which is not None
                return n.Includes(cell.span, value, cell.which)
            case _:
                return self._values(value, cell)

    def _values(self, value: n.Expression, cell: n.Cell) -> n.Condition:
        """A list means any of: of the words of a set, or of the values of anything else."""
        fact = self.typer.expressions.facts.get(value.name) if isinstance(value, n.FactValue) else None
        names = tuple(n.Name(word.span, word.text) for word in cell.values if isinstance(word, n.Word))
        if fact is not None and fact.type.kind is Kind.ANY_OF and len(names) == len(cell.values):
            found: n.Condition = n.Includes(cell.span, value, n.Which(cell.span, "any", names))
            return n.Not(cell.span, found) if cell.negated else found
        return n.Is(cell.span, value, cell.negated, cell.values, listed=True)
