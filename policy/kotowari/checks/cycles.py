"""Values that lead to one another in a circle, and rules that override one another in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.span import Span
from kotowari.model.model import Model
from kotowari.model.overriding import overriders


def cycles(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Every circle once, at the first of its names."""
    del today
    leads = {name: (one.leads_to,) for name, one in model.principles.items() if one.leads_to}
    for circle in _circles(leads):
        yield _fault(
            circle, model.principles[circle[0]].span, "leads back to itself", "let one of them lead to nothing"
        )
    for circle in _circles({name: tuple(by) for name, by in overriders(model).items()}):
        shown = (circle[0], *reversed(circle[1:]))
        yield _fault(shown, model.rules[shown[0]].span, "overrides itself in the end", "take one `overrides` away")


def _fault(circle: Sequence[str], span: Span, what: str, help_: str) -> Diagnostic:
    way = " → ".join([*circle, circle[0]])
    return Diagnostic("cycle", f"`{circle[0]}` {what}: {way}", span, help=help_)


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
