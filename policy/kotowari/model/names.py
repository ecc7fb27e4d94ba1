"""The names of a policy: who declares them, once, and who refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from kotowari.diagnostics.diagnostic import Note
from kotowari.language import nodes as n
from kotowari.model.faults import Faults

RESERVED = frozenset({"known", "unknown", "none", "any", "all", "not", "request", "time", "now"})
BUILT_IN_FACTS = ("request.text", "request.language")

D = TypeVar("D", bound=n.Node)


@dataclass(slots=True)
class Names:
    """All declarations by name. Values and strategies share their names, as `because` does not tell them apart.

    `lost` names belong to declarations that could not be read: nobody complains about those.
    """

    faults: Faults
    lost: frozenset[str]
    policies: list[n.Policy] = field(default_factory=list[n.Policy])
    principles: dict[str, n.Principle] = field(default_factory=dict[str, n.Principle])
    teams: dict[str, n.Team] = field(default_factory=dict[str, n.Team])
    facts: dict[str, n.Fact] = field(default_factory=dict[str, n.Fact])
    topics: dict[str, n.Topic] = field(default_factory=dict[str, n.Topic])
    definitions: dict[str, n.Define] = field(default_factory=dict[str, n.Define])
    labels: dict[str, n.Label] = field(default_factory=dict[str, n.Label])
    rules: dict[str, n.Rule | n.Row] = field(default_factory=dict[str, "n.Rule | n.Row"])
    tables: dict[str, n.Table] = field(default_factory=dict[str, n.Table])
    scripts: dict[str, n.Script] = field(default_factory=dict[str, n.Script])
    usual_scripts: list[n.UsualScript] = field(default_factory=list[n.UsualScript])

    def collect(self, declarations: Iterable[n.Declaration]) -> None:
        """Put every declaration under its name; a second one under the same name is a fault."""
        for declaration in declarations:
            match declaration:
                case n.Policy():
                    self.policies.append(declaration)
                case n.Principle():
                    self._declare(self.principles, declaration.word, declaration.name, declaration)
                case n.Team():
                    self._declare(self.teams, "team", declaration.name, declaration)
                case n.Fact():
                    self._declare(self.facts, "fact", declaration.name, declaration)
                case n.Topic():
                    self._declare(self.topics, "topic", declaration.name, declaration)
                case n.Define():
                    self._declare(self.definitions, "define", declaration.name, declaration)
                case n.Label():
                    self._declare(self.labels, "label", declaration.name, declaration)
                case n.Rule():
                    self._rule(declaration)
                case n.Table():
                    self._table(declaration)
                case n.Script():
                    self._declare(self.scripts, "script", declaration.name, declaration)
                case n.UsualScript():
                    self.usual_scripts.append(declaration)
        self._clashes()

    def _rule(self, rule: n.Rule) -> None:
        self._declare(self.rules, "rule", rule.name, rule)
        for exception in rule.exceptions:
            self._declare(self.rules, "exception", exception.name, exception)

    def _table(self, table: n.Table) -> None:
        self._declare(self.tables, "table", table.name, table)
        for row in table.rows:
            for cell in row.cells:
                if isinstance(cell, n.Name):
                    self._declare(self.rules, "rule", cell, row)

    def _declare(self, known: dict[str, D], word: str, name: n.Name, node: D) -> None:
        if name.text in RESERVED:
            self.faults.add("reserved-name", f"`{name.text}` is a word of the language and cannot be a name", name.span,
                            help=f"choose another name for this {word}")  # fmt: skip
        if word == "fact" and name.text in BUILT_IN_FACTS:
            self.faults.add("reserved-name", f"`{name.text}` is there in every policy", name.span,
                            help="use it without declaring it")  # fmt: skip
        elif (first := known.get(name.text)) is not None:
            self.duplicate(name, _name_of(first, name))
        else:
            known[name.text] = node

    def duplicate(self, name: n.Name, first: n.Name) -> None:
        """`name` is declared a second time."""
        self.faults.add("duplicate", f"`{name.text}` is declared twice", name.span,
                        help="give one of them another name, or leave it out",
                        notes=[Note(f"`{name.text}` is declared here first", first.span)])  # fmt: skip

    def _clashes(self) -> None:
        """A choice of an enumeration, a topic and a definition never share a name."""
        seen: dict[str, tuple[str, n.Name]] = {}
        for kind, name in self._shared():
            other = seen.setdefault(name.text, (kind, name))
            if other[0] != kind:
                self.faults.add("name-clash", f"`{name.text}` is a {kind} and also a {other[0]}", name.span,
                                help="a choice, a topic and a definition never share a name",
                                notes=[Note(f"the {other[0]}", other[1].span)])  # fmt: skip

    def _shared(self) -> Iterable[tuple[str, n.Name]]:
        for fact in self.facts.values():
            for clause in fact.clauses:
                if isinstance(clause, n.TypeNode):
                    yield from (("choice of a fact", choice) for choice in clause.choices)
        yield from (("topic", topic.name) for topic in self.topics.values())
        yield from (("definition", define.name) for define in self.definitions.values())

    # --- references ---------------------------------------------------------------------------------------------------

    def find(self, kind: str, name: n.Name, known: Mapping[str, D], help_: str = "") -> D | None:
        """What a name refers to; reports a name that nobody declares."""
        found = known.get(name.text)
        if found is None and name.text not in self.lost:
            self.faults.unknown(kind, name.text, name.span, known, help_)
        return found

    def topic(self, name: n.Name) -> bool:
        """Whether a topic of this name is declared; reports it where not."""
        return self.find("topic", name, self.topics) is not None


def _name_of(node: n.Node, fallback: n.Name) -> n.Name:
    if isinstance(node, n.Row):
        return next(
            (cell for cell in node.cells if isinstance(cell, n.Name) and cell.text == fallback.text), fallback
        )
    name = getattr(node, "name", fallback)
    return name if isinstance(name, n.Name) else fallback


# What a person may write for a currency: three capital letters (ISO 4217).
CURRENCY = re.compile(r"[A-Z]{3}")
