"""All that is known of the difference between two policies."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from kotowari.api import Policy
from kotowari.comparison.gate import Approval, Gate
from kotowari.comparison.structure import Item
from kotowari.comparison.tally import Tally
from kotowari.comparison.texts import TextChange
from kotowari.record import record

if TYPE_CHECKING:
    from kotowari.comparison.meaning import Meaning, Turn


@record
class Side:
    """A policy, and how it was named."""

    given: str
    policy: Policy


@record
class Diff:
    """The difference between two policies.

    `meaning` is None without z3; `turns` are its changes, each with whether it is approved. `tally` is None where no
    requests were looked at.
    """

    old: Side
    new: Side
    items: tuple[Item, ...]
    texts: tuple[TextChange, ...]
    meaning: Meaning | None
    turns: tuple[tuple[Turn, bool], ...]
    tally: Tally | None
    gate: Gate = field(default_factory=Gate)

    @property
    def stale(self) -> list[Approval]:
        """Approvals of changes that do not happen, as far as that was looked at."""
        if self.meaning is None and self.tally is None:
            return []
        return self.gate.stale(requests=self.tally is not None)

    @property
    def untold(self) -> list[str]:
        """Kinds of change that must not happen, and of which it could not be told whether they do."""
        transitions = self.meaning.untold if self.meaning else ()
        return [str(one) for one in transitions if any(kind.matches(one, None) for kind in self.gate.kinds)]

    @property
    def fails(self) -> bool:
        """Whether something changes that must not, or that could not be told."""
        return bool(self.gate.failing) or bool(self.untold)


def approved(meaning: Meaning, gate: Gate) -> tuple[tuple[Turn, bool], ...]:
    """The changes of meaning, looked at one by one."""
    return tuple((turn, gate.look(turn.transition, None, [turn.rule] if turn.rule else [])) for turn in meaning.turns)
