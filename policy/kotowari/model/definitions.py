"""Definitions, each typed when something first refers to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from kotowari.diagnostics.said import say
from kotowari.model import conditions as c
from kotowari.model.faults import Faults
from kotowari.model.model import Definition
from kotowari.model.names import Names
from kotowari.model.typing import Typer
from kotowari.record import record

# Definitions that refer to one another are typed within one another.
_DEEPEST = 50


@record(frozen=False)
class Definitions:
    """Definitions by name; a circle is reported once."""

    names: Names
    faults: Faults
    _made: dict[str, c.Condition] = field(default_factory=dict[str, c.Condition])
    _open: list[str] = field(default_factory=list[str])

    def condition(self, name: str, typer: Typer) -> c.Condition | None:
        """The condition of a definition as it is typed, None where there is none of this name."""
        node = self.names.definitions.get(name)
        if name in self._made or node is None:
            return self._made.get(name)
        if name in self._open:
            self._circle(name)
            return c.Always("", node.name.span)
        if len(self._open) >= _DEEPEST:
            self.faults.add(
                "too-deep",
                say("definitions lead through at most {deepest} others", deepest=_DEEPEST),
                node.name.span,
                help=say("say directly what some of them say through others"),
            )
            return c.Always("", node.name.span)
        self._open.append(name)
        condition = typer.condition(node.condition)
        self._open.remove(name)
        return self._made.setdefault(name, condition)

    def _circle(self, name: str) -> None:
        circle = [*self._open[self._open.index(name) :], name]
        first = self.names.definitions[name]
        self.faults.add(
            "cycle",
            say("the definition `{name}` leads back to itself: {way}", name=name, way=" → ".join(circle)),
            first.name.span,
            help=say("let one of them say what it means without the others"),
        )

    def all(self, typer: Typer) -> Mapping[str, Definition]:
        """Every definition, in the order of names."""
        found: dict[str, Definition] = {}
        for name, node in sorted(self.names.definitions.items()):
            found[name] = Definition(name, node.name.span, self.condition(name, typer) or c.Always("", node.span))
        return found
