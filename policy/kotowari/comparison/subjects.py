"""What can be otherwise about a request: a fact, a member of a set, or a topic that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from kotowari.comparison.goals import Goal, fallback_speaks, outranking
from kotowari.comparison.needs import atoms_of
from kotowari.engine.judge import Judge
from kotowari.engine.reads import atoms, facts_of_atom
from kotowari.model import conditions as c
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT, Rule
from kotowari.model.types import Kind
from kotowari.record import record

# Of the rules that would bring the goal, those whose needs are looked at first.
_NEAREST = 8
# More are not looked at: with many there are many groups of three.
MOST = 24


@record
class OfFact:
    """A fact with a single value."""

    fact: str


@record
class OfMember:
    """Whether a set has this member."""

    fact: str
    member: str


@record
class OfTopic:
    """What the request has to do with this topic."""

    topic: str


Subject: TypeAlias = "OfFact | OfMember | OfTopic"


def subjects(judged: Judge, goal: Goal, nearest: Sequence[Rule]) -> list[Subject]:
    """What is worth changing, the most promising first: what the nearest rules lack, then what keeps them down.

    What is `fixed` or unavailable stays as it is, and so do the words of texts.
    """
    found = (subject for atom in _atoms(judged, goal, nearest) for subject in _of(atom))
    kept = dict.fromkeys(subject for subject in found if _can_change(judged, subject))
    return list(kept)[:MOST]


def _atoms(judged: Judge, goal: Goal, nearest: Sequence[Rule]) -> Iterator[c.Atom]:
    program = judged.program
    near = nearest[:_NEAREST]
    for rule in near:
        yield from atoms_of(judged, program.conditions[rule.name])
    against = list(_against(judged, goal, near))
    for name in against:
        yield from atoms_of(judged, program.conditions[name], wanted=False)
    for name in (*(rule.name for rule in near), *against):
        yield from atoms(program.conditions[name])


def _against(judged: Judge, goal: Goal, near: Iterable[Rule]) -> Iterator[str]:
    """The rules that keep the goal down, or would where one of these rules applied."""
    yield from (rule.name for rule in outranking(judged, goal))
    if fallback_speaks(judged, goal):
        yield from (rule.name for rule in judged.candidates())
    for rule in near:
        yield from judged.program.overriders.get(rule.name, ())


def _of(atom: c.Atom) -> Iterator[Subject]:
    match atom:
        case c.Mentions():
            if atom.fact == REQUEST_TEXT:
                yield from map(OfTopic, atom.topics)
        case c.Includes():
            yield from (OfMember(atom.fact, choice) for choice in atom.choices)
        case _:
            yield from map(OfFact, sorted(facts_of_atom(atom)))


def _can_change(judged: Judge, subject: Subject) -> bool:
    if isinstance(subject, OfTopic):
        return REQUEST_TEXT not in judged.situation.unavailable
    fact = judged.program.model.facts[subject.fact]
    if fact.fixed or fact.name in judged.situation.unavailable or fact.name in (REQUEST_TEXT, REQUEST_LANGUAGE):
        return False
    return fact.type.kind is not Kind.TEXT and (isinstance(subject, OfMember) or fact.type.kind is not Kind.ANY_OF)
