"""The sentences behind an outcome: of the values that it cites, and of what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kotowari.model.model import Model, Outcome, Principle


def reasons(model: Model, outcome: Outcome, today: date) -> Iterator[str]:
    """The names of what a reply gives as reasons: what an outcome cites, and what that leads to, in order, each once.

    A strategy that has ended or not begun is silent, but the value that it serves speaks. What is internal is silent.
    """
    seen: set[str] = set()
    for name in outcome.because:
        step: str | None = name
        while step is not None and step not in seen:
            seen.add(step)
            principle = model.principles[step]
            if _runs(principle, today) and not principle.internal:
                yield step
            step = principle.leads_to


def cited(model: Model, outcome: Outcome, today: date) -> list[str]:
    """The names of what an outcome cites; for a strategy that does not run now, the value that it serves."""
    found = (model.principles[name] for name in outcome.because)
    return list(dict.fromkeys(one.name if _runs(one, today) else one.leads_to or one.name for one in found))


def _runs(principle: Principle, today: date) -> bool:
    return (principle.starts or date.min) <= today <= (principle.ends or date.max)


def sentences(model: Model, names: Iterable[str], language: str) -> list[str]:
    """The sentences of these values and strategies in a language, each once."""
    found = (model.principles[name].texts.get(language) for name in names)
    return list(dict.fromkeys(sentence for sentence in found if sentence))
