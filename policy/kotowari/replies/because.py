"""The sentences behind an outcome: of the values that it cites, and of what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kotowari.model.model import Model, Outcome


def reasons(model: Model, outcome: Outcome, today: date) -> Iterator[str]:
    """The names of the values and strategies that speak for an outcome, in order, each once.

    A strategy that has ended or not begun is silent, but the value that it serves speaks. What is internal is silent.
    """
    seen: set[str] = set()
    for name in outcome.because:
        step: str | None = name
        while step is not None and step not in seen:
            seen.add(step)
            principle = model.principles[step]
            running = (principle.starts or date.min) <= today <= (principle.ends or date.max)
            if running and not principle.internal:
                yield step
            step = principle.leads_to


def sentences(model: Model, names: Iterable[str], language: str) -> list[str]:
    """The sentences of these values and strategies in a language, each once."""
    found = (model.principles[name].texts.get(language) for name in names)
    return list(dict.fromkeys(sentence for sentence in found if sentence))
