"""What a policy says of its rules as a whole: tensions that are meant, and facts for which they are complete."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.diagnostics.said import say
from kotowari.language import nodes as n
from kotowari.model.faults import Faults, declare_fact
from kotowari.model.model import Complete, Fact, Rule, Table, Tension
from kotowari.model.names import Names
from kotowari.model.types import TEMPORAL, Kind
from kotowari.record import record


@record
class Claims:
    """Reads them; names that nobody declares are reported."""

    names: Names
    faults: Faults

    def tension(self, node: n.Tension, rules: Mapping[str, Rule], tables: Mapping[str, Table]) -> Tension:
        """The rules of a tension, each row of a table that it names among them."""
        found: dict[str, None] = {}
        for name in node.rules:
            table = tables.get(name.text)
            if table is not None:
                found |= dict.fromkeys(table.rows)
            elif self.names.find("rule", name, self.names.rules) is not None and name.text in rules:
                found[name.text] = None
        values = [name for name in node.because if self.names.find("value", name, self.names.principles) is not None]
        if len(node.rules) == 1 and node.rules[0].text not in tables:
            self.faults.add(
                "missing-clause",
                say("a tension is between two rules or more"),
                node.span,
                help=say("name the other rule as well, with a comma between"),
            )
        return Tension(tuple(found), tuple(name.text for name in values), node.span)

    def complete(self, node: n.Names, facts: Mapping[str, Fact]) -> Complete:
        """The facts and topics over which the rules are to be complete."""
        found: dict[str, None] = {}
        for name in node.names:
            if "." not in name.text:
                found |= {name.text: None} if self.names.topic(name) else {}
            elif name.text not in facts:
                self.names.unknown("fact", name, facts, declare_fact(name.text))
            elif self._is_countable(name, facts[name.text]):
                found[name.text] = None
        topics = tuple(name for name in found if "." not in name)
        return Complete(tuple(name for name in found if "." in name), topics, node.span)

    def _is_countable(self, name: n.Name, fact: Fact) -> bool:
        """Whether the policy cuts the values of a fact in parts that can be told one by one."""
        if fact.type.kind not in {Kind.TEXT, *TEMPORAL}:
            return True
        self.faults.add(
            "wrong-type",
            say("`complete over` takes no {kind}", kind=fact.type.kind.value),
            name.span,
            help=say("name facts with choices or amounts, flags and topics"),
        )
        return False
