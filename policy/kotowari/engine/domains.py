"""The values that an unknown fact can have, as far as they matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Final

from kotowari.engine.circuit import Circuit, Unknown
from kotowari.engine.regions import Region
from kotowari.model import conditions as c
from kotowari.model.model import Model
from kotowari.model.types import Kind, Value
from kotowari.record import record

# Large domains take much room, and no less time to look at than to make.
_MOST_PARTS: Final = 100
# What the two sides of a comparison say.
Sides = tuple[str, str]


@record(eq=False)
class Domain:
    """The parts of a fact's values, which are the choices of its `unknown`.

    `signs` keeps how they compare, `literals` what that comes to for an operator, or for a list of values.
    """

    unknown: Unknown
    regions: tuple[Region, ...]
    signs: dict[Sides, tuple[int | None, ...]] = field(default_factory=dict[Sides, "tuple[int | None, ...]"])
    literals: dict[tuple[Sides, c.Op] | tuple[Value, ...], Circuit] = field(
        default_factory=dict["tuple[Sides, c.Op] | tuple[Value, ...]", Circuit]
    )


class Lasting:
    """Domains that hang on nothing but the policy and the day: those of the latest day are kept."""

    def __init__(self, model: Model, comparisons: Mapping[str, Sequence[c.Compare]]) -> None:
        self._model = model
        self._comparisons = comparisons
        self._lasts: dict[str, bool] = {}
        # One object, so that another thread never sees half of it.
        self._latest: tuple[date | None, dict[str, Domain]] = (None, {})

    def get(self, fact: str, today: date) -> Domain | None:
        """The domain of a fact on a day, where it has been kept."""
        day, domains = self._latest
        return domains.get(fact) if day == today else None

    def keep(self, fact: str, today: date, domain: Domain) -> None:
        """Keep the domain of a fact where it is the same for all requests of a day."""
        if len(domain.regions) > _MOST_PARTS or not self._is_lasting(fact):
            return
        day, domains = self._latest
        if day != today:
            domains = {}
            self._latest = (today, domains)
        domains[fact] = domain

    def _is_lasting(self, fact: str) -> bool:
        found = self._lasts.get(fact)
        if found is None:
            atoms = self._comparisons.get(fact, ())
            found = self._lasts[fact] = all(len(atom.facts) == 1 for atom in atoms) and not (
                self._model.facts[fact].type.kind is Kind.TIME and any(map(_reads_now, atoms))
            )
        return found


def _reads_now(atom: c.Compare) -> bool:
    return any(isinstance(side, c.NowRef | c.Elapsed) for side in (atom.left, atom.right))
