"""A second engine: slow, plain, and written from the description of the language alone, to hold the real one against.

It decides by going through every completion of a request. A completion gives a value to everything that is unknown:
to each fact one of a few values that stand for all others, to each topic of an unknown text how it is spoken of, and
to each comparison in which two unknown facts take part how it turns out. In a completion nothing is unknown, so a rule
applies or does not, and what the language says of rules can be written down as it stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from tests.reference_values import (
    Asked,
    Known,
    Pair,
    Scales,
    Talk,
    TalkOf,
    Unknown,
    is_free,
    representatives,
    values_given,
)

from kotowari.model.conditions import (
    All,
    Always,
    AnyOf,
    Atom,
    Between,
    Compare,
    Condition,
    Defined,
    Expression,
    How,
    Includes,
    IsKnown,
    IsNone,
    IsOneOf,
    Mentions,
    Not,
    Op,
)
from kotowari.model.model import REQUEST_TEXT, Model, Rule, Verdict

_SIGNS = {Op.LESS: {-1}, Op.AT_MOST: {-1, 0}, Op.EQUAL: {0}, Op.AT_LEAST: {0, 1}, Op.MORE: {1}}


WHOLE = ""  # the demand that rules decide which are about no topic


class TooManyCompletionsError(Exception):
    """The request leaves more unknown than a slow engine should go through."""


@dataclass(frozen=True, slots=True)
class Found:
    """What holds in one completion.

    `demands` gives each topic asked for, and the request as a whole (`WHOLE`), its verdict; None is that of no rule.
    """

    verdict: Verdict
    in_force: frozenset[str]
    set_aside: frozenset[tuple[str, str]]
    demands: Mapping[str, Verdict | None]


@dataclass(frozen=True, slots=True)
class Decided:
    """What holds in all completions; see `Found`.

    `undetermined` are in force in some and not in all, and `matters` are the unknown facts that the verdict hangs on.
    `demands` holds the whole, and the topics asked for in every completion.
    """

    verdict: Verdict | None
    possible: frozenset[Verdict]
    in_force: frozenset[str]
    undetermined: frozenset[str]
    set_aside: frozenset[tuple[str, str]]
    demands: Mapping[str, frozenset[Verdict | None]]
    matters: frozenset[str]


def decide(model: Model, asked: Asked, most: int = 20_000) -> Decided:
    """What the language says of a request. Raises TooManyCompletionsError for more than `most` completions."""
    free = unknowns(model, asked)
    if prod(len(choices) for choices in free.values()) > most:
        raise TooManyCompletionsError
    completions = (dict(zip(free, point, strict=True)) for point in product(*free.values()))
    points = {tuple(chosen.values()): find(World.of(model, asked, chosen)) for chosen in completions}
    found = list(points.values())
    possible = frozenset(each.verdict for each in found)
    always = frozenset[str].intersection(*(each.in_force for each in found))
    mattering = matters(points, list(free)) - values_given(model, asked).keys()
    return Decided(
        verdict=settled(model, possible, left=mattering - asked.unavailable),
        possible=possible,
        in_force=always,
        undetermined=frozenset[str]().union(*(each.in_force for each in found)) - always,
        set_aside=frozenset[tuple[str, str]].intersection(*(each.set_aside for each in found)),
        demands={
            topic: frozenset(each.demands[topic] for each in found)
            for topic in [WHOLE, *model.topics]
            if all(topic in each.demands for each in found)
        },
        matters=mattering,
    )


def settled(model: Model, possible: frozenset[Verdict], *, left: frozenset[str]) -> Verdict | None:
    """The verdict, None while it is open. `left` are the facts that matter and can still be asked for."""
    if len(possible) == 1:
        return next(iter(possible))
    return None if left else model.unanswered.verdict


def matters(points: Mapping[tuple[Known, ...], Found], free: list[Unknown]) -> frozenset[str]:
    """The facts for which two completions that differ in nothing else have different verdicts."""
    mattering: set[str] = set()
    for place, unknown in enumerate(free):
        verdicts: dict[tuple[Known, ...], set[Verdict]] = {}
        for point, found in points.items():
            verdicts.setdefault((*point[:place], *point[place + 1 :]), set()).add(found.verdict)
        if any(len(each) > 1 for each in verdicts.values()):
            mattering |= {unknown} if isinstance(unknown, str) else unknown.facts
    return frozenset(mattering)


# --- what is unknown --------------------------------------------------------------------------------------------------


def unknowns(model: Model, asked: Asked) -> dict[Unknown, tuple[Known, ...]]:
    """Everything unknown that a rule reads, with what it can be."""
    known = values_given(model, asked)
    read = [atom for rule in model.rules.values() for atom in atoms(rule.condition)]
    pairs = list(dict.fromkeys(pair for atom in read for pair in pairs_of(atom)))
    facts = dict.fromkeys(
        [atom.fact for atom in read if not isinstance(atom, (Compare, Between)) and not talks_of(atom)]
    )
    facts |= dict.fromkeys(sorted(name for pair in pairs for name in pair.facts))
    talks = [TalkOf(REQUEST_TEXT, topic) for rule in model.rules.values() for topic in rule.about]
    talks += [TalkOf(atom.fact, topic) for atom in read if isinstance(atom, Mentions) for topic in atom.topics]
    free: dict[Unknown, tuple[Known, ...]] = {
        name: representatives(model, asked, name, pairs, [value for atom in read for value in words_for(atom, name)])
        for name in facts
        if name not in known
    }
    free |= {talk: tuple(Talk) for talk in talks if talk.fact not in known and talk.fact not in asked.found}
    return free | {pair.ordered: (-1, 0, 1) for pair in pairs if is_free(known, pair)}


def atoms(condition: Condition) -> Iterator[Atom]:
    """The conditions of which a condition is made."""
    match condition:
        case Always():
            return
        case Not():
            yield from atoms(condition.part)
        case All() | AnyOf():
            for part in condition.parts:
                yield from atoms(part)
        case Defined():
            yield from atoms(condition.condition)
        case _:
            yield condition


def talks_of(atom: Atom) -> bool:
    """Whether a condition asks what the request is about, whose text is never none."""
    return isinstance(atom, Mentions) and atom.fact == REQUEST_TEXT


def pairs_of(atom: Atom) -> tuple[Pair, ...]:
    """The comparisons that a condition makes."""
    match atom:
        case Compare():
            return (Pair(atom.left, atom.right),)
        case Between():
            return Pair(atom.value, atom.low), Pair(atom.value, atom.high)
        case _:
            return ()


def words_for(atom: Atom, fact: str) -> tuple[Known, ...]:
    """The values that a condition looks for in a fact."""
    return atom.values if isinstance(atom, IsOneOf) and atom.fact == fact else ()


# --- one completion ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class World:
    """A completion: what was chosen for all that is unknown, and with it the value of every fact that a rule reads."""

    model: Model
    asked: Asked
    chosen: Mapping[Unknown, Known]
    values: Mapping[str, Known]
    scales: Scales

    @staticmethod
    def of(model: Model, asked: Asked, chosen: Mapping[Unknown, Known]) -> World:
        facts = {name: value for name, value in chosen.items() if isinstance(name, str)}
        return World(model, asked, chosen, values_given(model, asked) | facts, Scales.of(model, asked))

    def holds(self, condition: Condition) -> bool:
        match condition:
            case Always():
                return True
            case Not():
                return not self.holds(condition.part)
            case All():
                return all(self.holds(part) for part in condition.parts)
            case AnyOf():
                return any(self.holds(part) for part in condition.parts)
            case Defined():
                return self.holds(condition.condition)
            case _:
                return self.is_so(condition)

    def is_so(self, atom: Atom) -> bool:
        """Whether a condition holds. Of a fact that is none only those do that ask whether it is, or is known."""
        match atom:
            case IsNone():
                return self.is_none(atom.fact)
            case IsKnown():
                return atom.fact in self.asked.facts
            case Compare():
                return self.sign(atom.left, atom.right) in _SIGNS[atom.op]
            case Between():
                low, high = (self.sign(pair.left, pair.right) for pair in pairs_of(atom))
                return low in _SIGNS[Op.AT_LEAST] and high in _SIGNS[Op.AT_MOST]
            case IsOneOf():
                return not self.is_none(atom.fact) and self.values[atom.fact] in atom.values
            case Includes():
                members = self.values[atom.fact]
                return isinstance(members, frozenset) and which(atom.how, [one in members for one in atom.choices])
            case Mentions():
                talks = [self.talk(TalkOf(atom.fact, topic)) for topic in atom.topics]
                enough = {Talk.ASKS} if atom.asks else {Talk.ASKS, Talk.MENTIONS}
                return not self.is_none(atom.fact) and which(atom.how, [talk in enough for talk in talks])

    def is_none(self, fact: str) -> bool:
        return fact in self.values and self.values[fact] is None

    def sign(self, left: Expression, right: Expression) -> Known:
        """-1, 0 or 1 as the left side of a comparison is less, the same or more; None where a side is none."""
        pair = Pair(left, right)
        if any(self.is_none(name) for name in pair.facts):
            return None
        if pair.ordered in self.chosen:
            chosen = self.chosen[pair.ordered]
            assert isinstance(chosen, int)
            return chosen if pair == pair.ordered else -chosen
        return self.scales.sign(pair, self.values)

    def talk(self, talk: TalkOf) -> Known:
        """How a text speaks of a topic."""
        if talk in self.chosen:
            return self.chosen[talk]
        return self.asked.found.get(talk.fact, {}).get(talk.topic, Talk.NO)

    def asks_for(self, topic: str) -> bool:
        return self.talk(TalkOf(REQUEST_TEXT, topic)) == Talk.ASKS

    def applies(self, rule: Rule) -> bool:
        above = self.holds_today(self.model.rules[rule.parent]) if rule.parent else True
        return above and self.holds_today(rule) and not self.has_lost_its_reasons(rule)

    def holds_today(self, rule: Rule) -> bool:
        """The request asks for what the rule is about, its condition is true, and it has begun and not ended."""
        about = not rule.about or any(self.asks_for(topic) for topic in rule.about)
        begun = rule.starts is None or rule.starts <= self.scales.today
        ended = rule.ends is not None and rule.ends < self.scales.today
        return about and self.holds(rule.condition) and begun and not ended

    def has_lost_its_reasons(self, rule: Rule) -> bool:
        """All that the rule cites are strategies, and they have ended."""
        ends = [self.model.principles[name].ends for name in rule.outcome.because]
        return all(end is not None and end < self.scales.today for end in ends)


def which(how: How, each: list[bool]) -> bool:
    """`any of`, `all of` or `none of` some conditions."""
    return {How.ANY: any(each), How.ALL: all(each), How.NONE: not any(each)}[how]


def find(world: World) -> Found:
    """What holds in a completion."""
    rules = world.model.rules
    applying = {name for name in sorted(rules) if world.applies(rules[name])}
    in_force: dict[str, bool] = {}

    def stands(name: str) -> bool:
        """The rule applies and none that overrides it is in force."""
        if name not in in_force:
            in_force[name] = name in applying and not any(stands(other) for other in overriders(world.model, name))
        return in_force[name]

    standing = {name for name in rules if stands(name)}
    decided = {topic: {name for name in standing if topic in rules[name].about} for topic in world.model.topics}
    decided[WHOLE] = {name for name in standing if not rules[name].about}
    return Found(
        verdict=first(world.model, standing) or world.model.otherwise.verdict,
        in_force=frozenset(standing),
        set_aside=frozenset((name, by) for name in applying for by in overriders(world.model, name) if by in standing),
        demands={
            topic: first(world.model, names) for topic, names in decided.items() if not topic or world.asks_for(topic)
        },
    )


def first(model: Model, names: set[str]) -> Verdict | None:
    """The first verdict of `order` that one of these rules gives."""
    given = {model.rules[name].outcome.verdict for name in names}
    return next((verdict for verdict in model.order if verdict in given), None)


def overriders(model: Model, name: str) -> list[str]:
    """The rules that override a rule: by its own name or, its siblings left out, by that of the rule it belongs to."""
    parent = model.rules[name].parent
    return [
        other.name
        for other in model.rules.values()
        if name in other.overrides or (parent in other.overrides and other.parent != parent)
    ]
