"""What a change of a policy changes: proved over all requests that give every fact, each change with a witness.

Everything here needs z3, which the extra `verify` installs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import permutations

import z3

from kotowari.analysis.logic import Logic, Undecided
from kotowari.analysis.witness import Claim, Witness, witness
from kotowari.api import Decision, Policy
from kotowari.comparison.names_of import names_of
from kotowari.comparison.replay import rules_of
from kotowari.comparison.structure import Item, Status
from kotowari.comparison.texts import text_changes
from kotowari.comparison.transitions import State, Transition, by_gravity
from kotowari.model import calendar
from kotowari.model.model import Verdict
from kotowari.record import record

# Nobody reads more of one transition; what is left is said to be untold.
MOST_TURNS = 8


@record
class Turn:
    """A way in which a verdict changes: the rule that causes it, None where no rule does, and a request that shows it.

    `before` and `after` are the rules that give the two verdicts.
    """

    rule: str | None
    transition: Transition
    witness: Witness
    before: tuple[str, ...]
    after: tuple[str, ...]


@record
class Meaning:
    """All ways in which verdicts change, and the transitions of which that could not be told."""

    turns: tuple[Turn, ...]
    untold: tuple[Transition, ...]

    @property
    def equivalent(self) -> bool | None:
        """Whether every request gets the same verdict; None where that could not be told."""
        if self.turns:
            return False
        return None if self.untold else True


def meaning(old: Policy, new: Policy, items: Sequence[Item], now: datetime) -> Meaning:
    """What changes from the old policy to the new one, on the day of `now` and all later ones.

    `items` says what is different about their declarations.
    """
    zone = calendar.zone(new.model.zone)
    assert zone is not None  # a policy that compiled has one
    since = calendar.day_of(now, zone)
    logic = Logic(old, new, now=now, since=since)
    search = _Search(logic, _suspects(old, new, items), _texts(logic, (old, new)))
    turns: list[Turn] = []
    untold: list[Transition] = []
    for transition in by_gravity(Transition(State(a.value), State(b.value)) for a, b in permutations(Verdict, 2)):
        found, told = search.turns(transition)
        turns += found
        untold += [] if told else [transition]
    return Meaning(tuple(turns), tuple(untold))


@record
class _Suspect:
    """A rule that may cause a change, by its names in both policies; None where one does not have it.

    A rule is `touched` where it was changed itself, or what it reads was.
    """

    names: tuple[str | None, str | None]
    verdicts: tuple[Verdict | None, Verdict | None]
    touched: bool

    @property
    def name(self) -> str:
        """What it is called, now or, where it is gone, before."""
        return self.names[1] or self.names[0] or ""


def _suspects(old: Policy, new: Policy, items: Sequence[Item]) -> list[_Suspect]:
    """Every rule, by name."""
    were = {item.name: item.was for item in items if item.status is Status.RENAMED and item.was is not None}
    changed = frozenset({name for item in items for name in (item.name, item.was) if name is not None})
    pairs = [(were.get(name, name), name) for name in new.model.rules]
    gone = old.model.rules.keys() - {was for was, _ in pairs}
    rules = [(old.model.rules.get(was), new.model.rules.get(name)) for was, name in pairs]
    rules += [(old.model.rules[name], None) for name in sorted(gone)]
    found = [
        _Suspect(
            (before.name if before else None, after.name if after else None),
            (before.outcome.verdict if before else None, after.outcome.verdict if after else None),
            any(one is not None and not changed.isdisjoint(names_of(one)) for one in (before, after)),
        )
        for before, after in rules
    ]
    return sorted(found, key=lambda suspect: suspect.name)


def _texts(logic: Logic, policies: tuple[Policy, Policy]) -> list[z3.BoolRef]:
    """For each text of changed words what both policies find it to ask for: often more than the topic that changed."""
    made: list[z3.BoolRef] = []
    for text in (change.text for change in text_changes(*policies)):
        if text is not None:
            asked = (_asked(logic, policy, of, text) for of, policy in enumerate(policies))
            made.append(logic.terms.both(*(formula for formulas in asked for formula in formulas)))
    return made


def _asked(logic: Logic, policy: Policy, of: int, text: str) -> Iterator[z3.BoolRef]:
    asked = {match.topic for match in policy.topics(text) if not match.denied}
    for topic in policy.model.topics:
        asks = logic.asks(topic, of)
        yield asks if topic in asked else logic.terms.opposite(asks)


class _Search:
    """Asks for each transition which rules cause it."""

    def __init__(self, logic: Logic, suspects: Sequence[_Suspect], texts: Sequence[z3.BoolRef]) -> None:
        self.logic = logic
        self.suspects = suspects
        self.texts = texts

    def turns(self, transition: Transition) -> tuple[list[Turn], bool]:
        """The ways in which this transition happens, one for each rule that causes it, and whether that are all."""
        logic, wanted = self.logic, _verdicts(transition)
        left = [logic.verdict(wanted[0], 0), logic.verdict(wanted[1], 1)]
        found: list[Turn] = []
        try:
            if not logic.possible(*left):
                return [], True
            for suspect, gains in self._steps():
                cause = _cause(logic, suspect, wanted, gains=gains)
                shown = None if cause is None else self._shown(_claim(wanted, suspect), *left, cause)
                if cause is None or shown is None:
                    continue
                if all(turn.rule != suspect.name for turn in found):
                    found.append(_turn(suspect.name, transition, shown))
                left.append(logic.terms.opposite(cause))
                if not logic.possible(*left):
                    return found, True
                if len(found) == MOST_TURNS:
                    return found, False
            shown = self._shown(_claim(wanted, None), *left)
        except Undecided:
            return found, False
        return ([*found, _turn(None, transition, shown)], True) if shown else (found, False)

    def _shown(self, claim: Claim, *formulas: z3.BoolRef) -> Witness | None:
        """A request that makes the formulas true; the words that changed are tried where no others would do."""
        found = witness(self.logic, claim, *formulas)
        if found is not None or not self.texts or not self.logic.possible(*formulas):
            return found
        shown = (witness(self.logic, claim, *formulas, text) for text in self.texts)
        return next((one for one in shown if one is not None), None)

    def _steps(self) -> Iterator[tuple[_Suspect, bool]]:
        """The suspects in turn: what newly applies explains more than what no longer does."""
        for group in (True, False):
            for gains in (True, False):
                yield from ((suspect, gains) for suspect in self.suspects if suspect.touched is group)


def _cause(logic: Logic, suspect: _Suspect, wanted: tuple[Verdict, Verdict], *, gains: bool) -> z3.BoolRef | None:
    """That the rule newly gives the new verdict (`gains`), or no longer the old one; None where it never gives that."""
    terms = logic.terms
    before, after = (terms.false if name is None else logic.in_force(name, of) for of, name in enumerate(suspect.names))
    if suspect.verdicts == wanted:
        return terms.either(before, after) if gains else None
    if suspect.verdicts[gains] is not wanted[gains]:
        return None
    return terms.both(after, terms.opposite(before)) if gains else terms.both(before, terms.opposite(after))


def _verdicts(transition: Transition) -> tuple[Verdict, Verdict]:
    return Verdict(transition.before.value), Verdict(transition.after.value)


def _claim(wanted: tuple[Verdict, Verdict], suspect: _Suspect | None) -> Claim:
    """What the real engine has to show: both verdicts, and that the rule is in force on one side alone, or turns."""

    def holds(decisions: Sequence[Decision]) -> bool:
        # What is left open is not asked for: the facts that would settle it take long to find, and nobody needs them.
        for decision, verdict in zip(decisions, wanted, strict=True):
            if decision.judge.outcome() != (verdict,):
                return False
        return suspect is None or _is_cause(suspect, wanted, decisions)

    return holds


def _is_cause(suspect: _Suspect, wanted: tuple[Verdict, Verdict], decisions: Sequence[Decision]) -> bool:
    gave, gives = (
        name is not None and name in rules_of(decision) for name, decision in zip(suspect.names, decisions, strict=True)
    )
    if suspect.verdicts == wanted:
        return gave or gives
    return gave is not gives


def _turn(rule: str | None, transition: Transition, shown: Witness) -> Turn:
    before, after = (rules_of(decision) for decision in shown.decisions)
    return Turn(rule, transition, shown, before, after)
