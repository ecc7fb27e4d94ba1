"""A request that shows what can happen: natural values, as few of them as will do, and held against the real engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import z3

from kotowari.analysis.clock import moment_at, moment_position
from kotowari.analysis.logic import Logic, Undecided
from kotowari.analysis.needed import Needed, Point
from kotowari.analysis.samples import samples
from kotowari.analysis.sayings import text_for
from kotowari.analysis.symbols import ANOTHER_TEXT, Symbol, fraction
from kotowari.api import Decision
from kotowari.cases.written import literal, quoted
from kotowari.diagnostics.said import Said, say, several
from kotowari.engine.situation import Mention
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT, Fact
from kotowari.model.moments import time_text
from kotowari.model.types import FactType, Value
from kotowari.model.writing import to_json
from kotowari.record import record
from kotowari.requests.problems import RequestError

# What is to be shown of the decisions of all policies on one request.
Claim = Callable[[Sequence[Decision]], bool]


@record
class Witness:
    """A request, as `Policy.decide` takes it, at `now`, with the decision of each policy on it.

    `words` says it as an `example` of a rule file would; they are empty where any request will do. Without any part of
    it, or where it is `dated` at some other moments, it would no longer show the same.
    """

    request: Mapping[str, object]
    now: datetime
    dated: bool
    decisions: tuple[Decision, ...]
    words: str


def witness(logic: Logic, claim: Claim, *formulas: z3.BoolRef) -> Witness | None:
    """A smallest request that makes the formulas true and of which the claim holds.

    None where there is none, or where the engine does not decide as the formulas say. Raises Undecided.
    """
    found = logic.solution(*formulas)
    if found is None:
        return None
    near = _nearest(logic, found, list(formulas))
    point = _point(logic, near, formulas)
    needed = Needed(logic, point, logic.terms.opposite(logic.terms.both(*formulas)))
    for candidate in _candidates(logic, point):
        if candidate.shows(claim):
            smaller = candidate.of(needed.smallest())
            kept = smaller if smaller.shows(claim) else candidate.smallest(claim)
            return kept.told(dated=needed.is_dated(kept.names))
    return None


# --- a natural solution -----------------------------------------------------------------------------------------------


def _nearest(logic: Logic, found: z3.ModelRef, formulas: list[z3.BoolRef]) -> z3.ModelRef:
    """The solution that has as many natural values as there can be, the first things first."""
    nearer = _Nearer(logic, found, formulas)
    nearer.grant(list(_wishes(logic, formulas)))
    return nearer.found


@record(frozen=False)
class _Nearer:
    """A solution on its way to more natural values; `fixed` is what has been granted."""

    logic: Logic
    found: z3.ModelRef
    fixed: list[z3.BoolRef]

    def grant(self, block: Sequence[Sequence[z3.BoolRef]]) -> None:
        """All of these things as they are best, if that can be; else one half of them after the other."""
        best = [wishes[0] for wishes in block]
        if len(block) == 1:
            self._one(block[0])
        elif best and not self._solved(best):
            self.grant(block[: len(block) // 2])
            self.grant(block[len(block) // 2 :])

    def _one(self, wishes: Sequence[z3.BoolRef]) -> None:
        granted = _granted(self.found, wishes)
        while granted != 0 and self._solved([self.logic.terms.either(*wishes[:granted])], fix=False):
            granted = _granted(self.found, wishes)
        self.fixed += [wishes[granted]] if granted is not None else []

    def _solved(self, wanted: Sequence[z3.BoolRef], *, fix: bool = True) -> bool:
        if not all(z3.is_true(self.found.eval(one, model_completion=True)) for one in wanted):
            better = _try(self.logic, [*self.fixed, *wanted])
            if better is None:
                return False
            self.found = better
        self.fixed += wanted if fix else []
        return True


def _granted(found: z3.ModelRef, wishes: Sequence[z3.BoolRef]) -> int | None:
    """The first of the wishes that a solution grants."""
    granted = (number for number, wish in enumerate(wishes) if z3.is_true(found.eval(wish, model_completion=True)))
    return next(granted, None)


def _try(logic: Logic, formulas: Sequence[z3.BoolRef]) -> z3.ModelRef | None:
    """A further wish is no more than that: what takes too long to tell is not granted."""
    try:
        return logic.solution(*formulas)
    except Undecided:
        return None


def _relevant(logic: Logic, formulas: Sequence[z3.BoolRef]) -> frozenset[str]:
    """The facts, and the texts in which topics are looked for, that formulas read."""
    read = logic.terms.reads(*formulas)
    facts = {name for name, symbol in logic.symbols.shared.items() if any(v.get_id() in read for v in symbol.variables)}
    facts |= {name for (_, name), own in logic.symbols.own.items() if any(v.get_id() in read for v in own.variables)}
    facts |= {fact for (fact, _), talk in logic.talks.made.items() if talk.asks.get_id() in read}
    facts |= {fact for (fact, _), talk in logic.talks.made.items() if talk.mentions.get_id() in read}
    return frozenset(facts)


def _wishes(logic: Logic, formulas: Sequence[z3.BoolRef]) -> Iterator[Sequence[z3.BoolRef]]:
    """For each thing that the formulas hang on, what it is best, second best and so on."""
    read, relevant = logic.terms.reads(*formulas), _relevant(logic, formulas)
    yield [logic.now == logic.terms.count(moment_position(logic.usual_now))]
    for talk in logic.talks.made.values():
        if not read.isdisjoint((talk.mentions.get_id(), talk.asks.get_id())):
            yield [logic.terms.opposite(talk.mentions), talk.asks]
    for name, symbol in sorted(logic.symbols.shared.items()):
        if name not in relevant:
            continue
        yield [symbol.known]
        fact = _fact(logic, name)
        if fact is not None:
            yield [logic.symbols.equals(symbol, value) for value in samples(logic.programs, fact, logic.usual_now)]


def _fact(logic: Logic, name: str) -> Fact | None:
    return next((model.facts[name] for model in logic.models if name in model.facts), None)


# --- from a solution to requests --------------------------------------------------------------------------------------


def _point(logic: Logic, found: z3.ModelRef, formulas: Sequence[z3.BoolRef]) -> Point:
    """What a solution says of the facts and topics that matter."""
    read, relevant = logic.terms.reads(*formulas), _relevant(logic, formulas)

    def holds(formula: z3.BoolRef) -> bool:
        return z3.is_true(found.eval(formula, model_completion=True))

    talks: dict[str, dict[str, Mention]] = {}
    for (fact, key), talk in logic.talks.made.items():
        told = talks.setdefault(fact, {})
        if read.isdisjoint((talk.mentions.get_id(), talk.asks.get_id())):
            continue
        told[key] = Mention.ASKS if holds(talk.asks) else Mention.MENTIONS if holds(talk.mentions) else Mention.NO
    values = {name: _value(logic, found, symbol) for name, symbol in sorted(logic.symbols.shared.items())
              if name in relevant and holds(symbol.known)}  # fmt: skip
    now = moment_at(int(fraction(found.eval(logic.now, model_completion=True))))
    return Point(values, talks, now)


def _value(logic: Logic, found: z3.ModelRef, symbol: Symbol) -> Value:
    return logic.symbols.value(found, symbol)


def _candidates(logic: Logic, point: Point) -> Iterator[_Candidate]:
    """The request with a text about its topics, and the one that states them."""
    given = {name: value for name, value in point.values.items() if _fact(logic, name) and name != REQUEST_TEXT}
    for name, value in given.items():
        if value == ANOTHER_TEXT and name in point.talks:
            given[name] = text_for(logic.policies, logic.talks.versions, point.talks[name]) or value
    about = point.talks.get(REQUEST_TEXT, {})
    text = point.values.get(REQUEST_TEXT)
    if text == ANOTHER_TEXT:
        text = text_for(logic.policies, logic.talks.versions, about)
    if isinstance(text, str) or not about:
        yield _Candidate(logic, point.now, given, text if isinstance(text, str) else None)
    stated = _stated(logic, about)
    if stated:
        yield _Candidate(logic, point.now, given, None, stated)


def _stated(logic: Logic, about: Mapping[str, Mention]) -> dict[str, Mention]:
    """The topics by name; none where the policies mean different things by a name and the solution parts them."""
    stated: dict[str, Mention] = {}
    for version in logic.talks.versions:
        mention = about.get(version.key)
        if mention is not None and stated.setdefault(version.name, mention) is not mention:
            return {}
    return stated


@record
class _Candidate:
    """A request in the making. `stated` topics stand where no text was found that is about them."""

    logic: Logic
    now: datetime
    facts: Mapping[str, Value]
    text: str | None = None
    stated: Mapping[str, Mention] = field(default_factory=dict[str, Mention])

    # --- against the engine -------------------------------------------------------------------------------------------

    def request(self, place: int | None = None) -> dict[str, object]:
        """The request as `Policy.decide` takes it; with `place`, without topics that the policy there does not have."""
        made: dict[str, object] = {} if self.text is None else {"text": self.text}
        if REQUEST_LANGUAGE in self.facts:
            made["language"] = self.facts[REQUEST_LANGUAGE]
        facts = {name: to_json(_type(self.logic, name), value) for name, value in self._given()}
        made |= {"facts": facts} if facts else {}
        known = None if place is None else self.logic.models[place].topics
        topics = {name: _STATES[mention] for name, mention in self.stated.items() if known is None or name in known}
        return made | ({"topics": topics} if self.stated else {})

    def _given(self) -> Iterator[tuple[str, Value]]:
        yield from ((name, value) for name, value in self.facts.items() if name != REQUEST_LANGUAGE)

    def decisions(self) -> tuple[Decision, ...]:
        """What each policy decides."""
        return tuple(
            policy.decide(self.request(place), now=self.now, allow_undeclared=True)
            for place, policy in enumerate(self.logic.policies)
        )

    def shows(self, claim: Claim) -> bool:
        """Whether the claim holds of it. A request that a policy does not take shows nothing."""
        try:
            return claim(self.decisions())
        except RequestError:
            return False

    # --- smaller ------------------------------------------------------------------------------------------------------

    def smallest(self, claim: Claim) -> _Candidate:
        """Without all that can be left out and the claim still holds, whatever that would be."""
        found = replace(self, text=None, stated={})
        found = found if found.shows(claim) else self
        return found.without(list(found.facts), claim)

    def without(self, names: Sequence[str], claim: Claim) -> _Candidate:
        """Leaves out as many of these facts as can be, in halves: mostly all of a half can go."""
        if not names:
            return self
        rest = {name: value for name, value in self.facts.items() if name not in names}
        smaller = replace(self, facts=rest)
        if smaller.shows(claim):
            return smaller
        if len(names) == 1:
            return self
        half = len(names) // 2
        return self.without(names[half:], claim).without(names[:half], claim)

    @property
    def names(self) -> frozenset[str]:
        """The facts that are given, and the text where it is there or stands in topics."""
        about = {REQUEST_TEXT} if self.text is not None or self.stated else set[str]()
        return frozenset({*self.facts, *about})

    def of(self, names: frozenset[str]) -> _Candidate:
        """The request with nothing else than this."""
        facts = {name: value for name, value in self.facts.items() if name in names}
        if REQUEST_TEXT in names:
            return replace(self, facts=facts)
        return replace(self, facts=facts, text=None, stated={})

    # --- words --------------------------------------------------------------------------------------------------------

    def told(self, *, dated: bool) -> Witness:
        """What is handed out."""
        return Witness(self.request(), self.now, dated, self.decisions(), self._words(dated=dated))

    def _words(self, *, dated: bool) -> str:
        zone = self.logic.formulas[0].zone
        facts = [
            several((name, literal(_type(self.logic, name), _local(value, zone))), " ")
            for name, value in self.facts.items()
        ]
        facts += [several(("now", time_text(self.now.astimezone(zone))), " ")] if dated else []
        told: list[str] = [quoted(self.text)] if self.text is not None else []
        told += [several(("with", several(facts, ", ")), " ")] if facts else []
        told += [_stated_said(name, mention) for name, mention in self.stated.items() if mention is not Mention.NO]
        return several(told, " ")


_STATES = {Mention.NO: False, Mention.MENTIONS: "mentions", Mention.ASKS: "asks"}


def _stated_said(topic: str, mention: Mention) -> Said:
    if mention is Mention.ASKS:
        return say("(stated: asks for {topic})", topic=topic)
    return say("(stated: mentions {topic})", topic=topic)


def _type(logic: Logic, name: str) -> FactType:
    fact = _fact(logic, name)
    assert fact is not None
    return fact.type


def _local(value: Value, zone: ZoneInfo) -> Value:
    """A moment as the clocks of the policy show it."""
    return value.astimezone(zone) if isinstance(value, datetime) else value
