"""What to ask next: the facts that still matter, the one that settles soonest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from kotowari.engine import parts
from kotowari.engine.circuit import Circuit, Given, Literal, Unknown, either, opposite, unknowns
from kotowari.engine.decision import Part, Question
from kotowari.engine.judge import Judge, reopened
from kotowari.engine.regions import is_measured
from kotowari.engine.search import OverBudget, exists
from kotowari.model.model import Rule, Verdict
from kotowari.model.types import TEMPORAL
from kotowari.record import record


def open_facts(judge: Judge) -> tuple[str, ...]:
    """The facts that are not known, can be known, and matter for the verdict, by name."""
    if judge.open is None:
        judge.open = tuple(_open_facts(judge))
    return judge.open


def is_open(judge: Judge) -> bool:
    """Whether there are such facts; the first one tells."""
    return next(_open_facts(judge), None) is not None


def _open_facts(judge: Judge) -> Iterator[str]:
    candidates = [fact for fact in _candidates(judge) if fact not in judge.situation.unavailable]
    return (fact for fact in candidates if _matters(judge, fact))


def questions(judge: Judge) -> tuple[Question, ...]:
    """The questions that are open, the one that settles soonest first."""
    return _sorted(judge, open_facts(judge))


def questions_about(judge: Judge, rules: Sequence[Rule]) -> tuple[Question, ...]:
    """The questions about these rules, which a settled verdict leaves undetermined."""
    facts = _owners(judge, [judge.rule(rule.name) for rule in rules])
    return _sorted(judge, [fact for fact in facts if fact not in judge.situation.unavailable])


def _sorted(judge: Judge, facts: Sequence[str]) -> tuple[Question, ...]:
    asked = sorted((_ask(judge, fact) for fact in facts), key=lambda one: (one.unsettled, one.left, one.question.fact))
    return tuple(one.question for one in asked)


def _candidates(judge: Judge) -> tuple[str, ...]:
    return _owners(judge, [judge.rule(rule.name) for rule in judge.candidates()])


def _owners(judge: Judge, circuits: Sequence[Circuit]) -> tuple[str, ...]:
    """The facts that these circuits still read."""
    found = {unknown for circuit in circuits for unknown in unknowns(circuit)}
    return tuple(sorted({fact for unknown in found for fact in judge.unknowns.of[unknown]}))


def _unknowns_of(judge: Judge, fact: str) -> list[Unknown]:
    return sorted(
        (unknown for unknown, facts in judge.unknowns.of.items() if fact in facts), key=lambda unknown: unknown.name
    )


# --- whether a fact matters -------------------------------------------------------------------------------------------


def _matters(judge: Judge, fact: str) -> bool:
    """Whether there are two completions that differ in this fact alone and get different verdicts."""
    won = judge.won()
    if won is not None:
        return any(judge.completions.differ(list(won.values()), unknown) for unknown in _unknowns_of(judge, fact))
    for unknown in _unknowns_of(judge, fact):
        outcomes = {judge.outcome({unknown: frozenset({choice})}) for choice in range(unknown.choices)}
        if len(outcomes) > 1:
            return True
    return any(_flips(judge, unknown) for unknown in _unknowns_of(judge, fact))


def _flips(judge: Judge, unknown: Unknown) -> bool:
    """The same question in full: two choices, one completion of everything else."""
    candidates = judge.candidates()
    reading = [place for place, rule in enumerate(candidates) if unknown in unknowns(judge.rule(rule.name))]
    forces = [_ranked(judge, judge.forces(candidates, {unknown: frozenset({choice})}))
              for choice in range(unknown.choices)]  # fmt: skip
    try:
        return any(
            _outranks(judge, forces[one], forces[other], place)
            for one, other in permutations(range(unknown.choices), 2)
            for place in reading
        )
    except OverBudget:
        judge.exact = False
        return True


def _ranked(judge: Judge, forces: Sequence[tuple[Verdict, Circuit]]) -> list[tuple[int, Circuit]]:
    return [(judge.order.index(verdict), circuit) for verdict, circuit in forces]


def _outranks(
    judge: Judge, here: Sequence[tuple[int, Circuit]], there: Sequence[tuple[int, Circuit]], place: int
) -> bool:
    """Whether a rule can give the verdict here, while what is in force there, if anything is, is weaker.

    Wherever two choices of one unknown differ in their verdicts, some rule that reads it does so, for one of them.
    Raises OverBudget.
    """
    rank, circuit = here[place]
    if circuit is False or there[place][1] is True:
        return False
    quiet = [other for number, other in here if number < rank] + [other for number, other in there if number <= rank]
    needed = [circuit, *map(opposite, dict.fromkeys(quiet))]
    if judge.order.index(judge.program.model.otherwise.verdict) == rank:  # with none in force it is the same verdict
        needed.append(either(*(other for number, other in there if number > rank)))
    return exists(needed, judge.budget)


# --- questions --------------------------------------------------------------------------------------------------------


@record
class _Asked:
    question: Question
    unsettled: float
    left: float


def _ask(judge: Judge, fact: str) -> _Asked:
    """A question; its branches say what comes of an answer, which makes the fact known."""
    if fact in judge.program.tested:
        judge = reopened(judge, (fact,), judge.budget)
    judge.read_all()
    branches: list[tuple[Part, tuple[Verdict, ...]]] = []
    weights: list[tuple[float, float]] = []
    for unknown in _unknowns_of(judge, fact):
        if judge.unknowns.of[unknown] != (fact,):
            continue
        givens = [_answer(judge, unknown, choice) for choice in range(unknown.choices)]
        outcomes = [judge.outcome(given) for given in givens]
        branches.extend(_branches(judge, unknown, outcomes))
        weights.extend(_weights(judge, unknown, givens, outcomes))
    if not weights:  # it is only compared with another fact that is not known: by itself it settles nothing
        return _Asked(Question(fact, ()), 1.0, len(_candidates(judge)))
    unsettled, left = (sum(each) / len(weights) for each in zip(*weights, strict=True))
    return _Asked(Question(fact, tuple(branches)), unsettled, left)


def _answer(judge: Judge, unknown: Unknown, choice: int) -> Given:
    """What is known after an answer; what is said to include or mention something, or not to, is not none."""
    given = {unknown: frozenset({choice})}
    absent = judge.unknowns.absent(judge.unknowns.of[unknown][0])
    if unknown not in judge.unknowns.domains and isinstance(absent, Literal):
        given.setdefault(absent.unknown, frozenset(range(absent.unknown.choices)) - absent.choices)
    return given


def _weights(
    judge: Judge, unknown: Unknown, givens: Sequence[Given], outcomes: Sequence[tuple[Verdict, ...]]
) -> list[tuple[float, float]]:
    """For each answer whether it leaves the verdict open, and how many facts would still be read.

    Answers are the values of a list. Those of a measure are the stretches that come out alike: into how many parts a
    stretch is cut says nothing of how likely it is.
    """
    left = [_left(judge, given) for given in givens]
    fact = judge.program.model.facts[judge.unknowns.of[unknown][0]]
    if unknown not in judge.unknowns.domains or not (is_measured(fact.type.kind) or fact.type.kind in TEMPORAL):
        return [(float(len(outcome) > 1), each) for outcome, each in zip(outcomes, left, strict=True)]
    found: list[tuple[float, float]] = []
    for run, outcome in parts.runs(judge.unknowns.domains[unknown], outcomes):
        these, left = left[: len(run)], left[len(run) :]
        found.append((float(len(outcome) > 1), sum(these) / len(run)))
    return found


def _left(judge: Judge, given: Given) -> int:
    """How many facts would still be read after this answer, by rules that could still turn the verdict."""
    forces = [(judge.order.index(verdict), circuit) for verdict, circuit in judge.forces(judge.candidates(), given)]
    settled = min((rank for rank, circuit in forces if circuit is True), default=len(judge.order))
    return len(_owners(judge, [circuit for rank, circuit in forces if rank < settled]))


def _branches(
    judge: Judge, unknown: Unknown, outcomes: Sequence[tuple[Verdict, ...]]
) -> list[tuple[Part, tuple[Verdict, ...]]]:
    fact = judge.unknowns.of[unknown][0]
    regions = judge.unknowns.domains.get(unknown)
    if regions is not None:
        kind = judge.program.model.facts[fact].type.kind
        found = parts.runs(regions, outcomes)
        return [(parts.describe(kind, run), group) for run, group in found]
    _, _, member = unknown.name.partition(" ")
    word, _, name = member.partition(" ")
    if word == "none":
        return [(Part("is", None), outcomes[1])]
    if word == "include":
        return [(Part("include", name), outcomes[1]), (Part("include none of", name), outcomes[0])]
    if len(set(outcomes)) == 1:  # a text has many topics: those that change nothing by themselves are left out
        return []
    words = ("mentions none of", "mentions", "asks for")
    return [(Part(words[choice], name), outcomes[choice]) for choice in (2, 1, 0)]
