"""Every mutant of a policy, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from kotowari.api import Policy, compile_policy
from kotowari.cached import cached_property
from kotowari.cases.coverage import Share
from kotowari.cases.mutation.every import mutants
from kotowari.cases.mutation.mutant import Mutant
from kotowari.record import record
from kotowari.testing.catching import Catcher
from kotowari.testing.mutation import Trials
from kotowari.testing.parallel import shared_out, texts_of
from kotowari.testing.proposal import Proposal
from kotowari.testing.scenes import Scenes
from kotowari.testing.trial import Kind, Trial

# Few enough that all processes are busy to the end: some mutants take a thousand times as long as others.
_AT_ONCE = 8


class Fate(StrEnum):
    """What became of a mutant; one that is equivalent decides every request as the policy does."""

    KILLED = "killed"
    SURVIVED = "survived"
    EQUIVALENT = "equivalent"


@record
class Judged:
    """A mutant with its fate.

    `noticed_by` names the trial that fails. `catch` is a request that would notice a survivor; None where none was
    found.
    """

    mutant: Mutant
    fate: Fate
    noticed_by: str | None = None
    catch: Proposal | None = None


def score(found: Sequence[Judged]) -> Share:
    """How many are noticed of those that make a difference."""
    killed = sum(one.fate is Fate.KILLED for one in found)
    return Share(killed, killed + sum(one.fate is Fate.SURVIVED for one in found))


@record
class Mutation:
    """Changes a policy in one place at a time; `now` is the moment for trials that name none.

    Trials that do not pass, or are not expected to, notice nothing.
    """

    policy: Policy
    trials: tuple[Trial, ...]
    now: datetime

    @cached_property
    def _trials(self) -> Trials:
        return Trials.of(self.policy, self.trials, self.now)

    @cached_property
    def _catcher(self) -> Catcher:
        return Catcher(Scenes(self.policy, self.trials, self.now), self._trials)

    @cached_property
    def mutants(self) -> tuple[Mutant, ...]:
        """All of them, by place."""
        return mutants(self._trials.version.program(Kind.CASE))

    def judge(self, mutant: Mutant) -> Judged:
        """What becomes of a mutant."""
        noticed = self._trials.noticing(mutant)
        if noticed is not None:
            return Judged(mutant, Fate.KILLED, noticed.name)
        hunt = self._catcher.hunt(mutant)
        if hunt.equivalent():
            return Judged(mutant, Fate.EQUIVALENT)
        return Judged(mutant, Fate.SURVIVED, None, self._catcher.catch(hunt))

    def run(self, wanted: Sequence[Mutant], jobs: int = 1) -> Iterator[Judged]:
        """What becomes of these mutants, in order; `jobs` processes share the work."""
        if jobs == 1:
            yield from map(self.judge, wanted)
            return
        places = {id(mutant): place for place, mutant in enumerate(self.mutants)}
        numbers = [places[id(mutant)] for mutant in wanted]
        chunks = [numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE)]
        found = shared_out(_judge, chunks, jobs, _start, texts_of(self.policy), self.trials, self.now)
        for chunk, judged in zip(chunks, found, strict=True):
            for number, (fate, name, catch) in zip(chunk, judged, strict=True):
                yield Judged(self.mutants[number], fate, name, catch)


# The mutation of a process that was started for it.
_own: list[Mutation] = []
_Bare = tuple[Fate, str | None, Proposal | None]


def _start(files: Mapping[str, str], trials: tuple[Trial, ...], now: datetime) -> None:
    _own.append(Mutation(compile_policy(files), trials, now))


def _judge(numbers: Sequence[int]) -> list[_Bare]:
    found = [_own[0].judge(_own[0].mutants[number]) for number in numbers]
    return [(one.fate, one.noticed_by, one.catch) for one in found]
