"""What changes over many requests: counted as they come, the first ones kept, so that memory stays bounded."""

from __future__ import annotations

from collections import Counter
from dataclasses import field, replace

from kotowari.comparison.gate import Gate
from kotowari.comparison.replay import Difference, Side
from kotowari.comparison.transitions import Besides, Transition, by_gravity
from kotowari.record import record


@record(frozen=False)
class Tally:
    """Counts of changes. No more than `most` of them are kept in `listed`, and as many of the lines that are `bad`.

    `transitions` counts changed verdicts, `besides` what changed under the same verdict. `same` is what both policies
    make of the last request that they treat alike. `gate` looks at every change, and may approve it.
    """

    most: int
    gate: Gate = field(default_factory=Gate)
    total: int = 0
    transitions: Counter[Transition] = field(default_factory=Counter[Transition])
    besides: Counter[Besides] = field(default_factory=Counter[Besides])
    listed: list[Difference] = field(default_factory=list[Difference])
    same: Side | None = None
    approved: int = 0
    bad_total: int = 0
    bad: list[dict[str, object]] = field(default_factory=list[dict[str, object]])

    @property
    def changed(self) -> int:
        """How many requests change in any way."""
        return self.transitions.total() + self.besides.total()

    @property
    def by_gravity(self) -> list[tuple[Transition, int]]:
        """The changed verdicts with their counts, the gravest first."""
        return [(transition, self.transitions[transition]) for transition in by_gravity(self.transitions)]

    def add(self, found: Difference | None) -> None:
        """Count a request that was decided; None is one of which no more is known than that nothing changes."""
        self.total += 1
        if found is None or not found.is_any:
            self.same = found.after if found is not None else None
            return
        if found.besides is None:
            self.transitions[found.transition] += 1
        else:
            self.besides[found.besides] += 1
        approved = self.gate.look_at(found)
        self.approved += approved
        if len(self.listed) < self.most:
            self.listed.append(replace(found, approved=approved))

    def add_bad(self, told: dict[str, object]) -> None:
        """Count a line that holds no request that could be decided."""
        self.bad_total += 1
        if len(self.bad) < self.most:
            self.bad.append(told)
