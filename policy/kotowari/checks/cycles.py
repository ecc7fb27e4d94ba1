"""Values that lead to one another in a circle, and rules that override one another in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import Span
from kotowari.model.model import Model
from kotowari.model.overriding import overriders


def cycles(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Every circle once, at the first of its names."""
    del today
    leads = {name: (one.leads_to,) for name, one in model.principles.items() if one.leads_to}
    for circle in _circles(leads):
        name, way = circle[0], _way(circle)
        message = say("`{name}` leads back to itself: {way}", name=name, way=way)
        yield _fault(message, model.principles[name].span, say("let one of them lead to nothing"))
    for circle in _circles({name: tuple(by) for name, by in overriders(model).items()}):
        name, way = circle[0], _way((circle[0], *reversed(circle[1:])))
        message = say("`{name}` overrides itself in the end: {way}", name=name, way=way)
        yield _fault(message, model.rules[name].span, say("take one `overrides` away"))


def _way(circle: Sequence[str]) -> str:
    return " → ".join([*circle, circle[0]])


def _fault(message: str, span: Span, help_: str) -> Diagnostic:
    return Diagnostic("cycle", message, span, help=help_)


def _circles(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """A circle for each group of names that reach one another, walked without recursion."""
    done: set[str] = set()
    for start in sorted(edges):
        path: list[str] = []
        stack: list[tuple[str, int]] = [(start, 0)]
        while stack:
            name, place = stack.pop()
            if place == 0:
                if name in path:
                    yield tuple(path[path.index(name) :])
                    continue
                if name in done:
                    continue
                done.add(name)
                path.append(name)
            following = edges.get(name, ())
            if place < len(following):
                stack.append((name, place + 1))
                stack.append((following[place], 0))
            else:
                path.pop()
