"""What a request would have to say so that something holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime

from kotowari.cases.finding.solve import Completion, solve
from kotowari.cases.finding.values import value_in
from kotowari.engine.circuit import Circuit, Unknown
from kotowari.engine.judge import Judge, judge
from kotowari.engine.parts import holds
from kotowari.engine.program import Program
from kotowari.engine.reads import atoms, facts_of_atom
from kotowari.engine.search import Budget, OverBudget
from kotowari.engine.situation import Mention, Situation
from kotowari.model import calendar
from kotowari.model import conditions as c
from kotowari.model.types import FactType, Kind, Value
from kotowari.record import record

_MENTIONS = tuple(Mention)
_NONE: Mapping[str, Mapping[str, Mention]] = {}
# What a policy's own examples give of each fact, the most frequent first.
Usual = Mapping[str, Sequence[Value]]


@record
class Scene:
    """The facts that a request gives, and what each of its texts has to do with topics.

    Facts that are in no completion are left out; of a text whose topics are not named nothing is said.
    """

    facts: Mapping[str, Value]
    mentions: Mapping[str, Mapping[str, Mention]] = field(default_factory=dict[str, Mapping[str, Mention]])


@record(frozen=False)
class _Said:
    """What a completion says of facts, of the members of sets and of topics, on its way to a scene."""

    facts: dict[str, Value]
    mentions: defaultdict[str, dict[str, Mention]] = field(default_factory=lambda: defaultdict(dict))
    sets: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def part(self, fact: str, part: str, choice: int) -> None:
        """Takes in a topic of a text or a member of a set, as the engine names them, or that a set is none."""
        word, _, name = part.partition(" ")
        if word == "mentions":
            self.mentions[fact][name] = _MENTIONS[choice]
        elif word == "none":
            self.facts.update({fact: None} if choice else {})
        else:
            self.sets[fact].update({name} if choice else ())

    def scene(self) -> Scene:
        """The whole."""
        sets = {fact: frozenset(members) for fact, members in self.sets.items()}
        return Scene({**sets, **self.facts}, dict(self.mentions))


@record
class Stage:
    """Where scenes are looked for: a policy at a moment, with all facts free but for those that have to be pinned."""

    program: Program
    now: datetime
    usual: Usual

    def open(
        self,
        pins: Mapping[str, Value],
        unknown: Iterable[str] = (),
        mentions: Mapping[str, Mapping[str, Mention]] = _NONE,
    ) -> Judge:
        """The judge of a request of which `pins` and `mentions` are fixed; nobody gives the facts of `unknown`."""
        zone = calendar.zone(self.program.model.zone)
        assert zone is not None
        facts, missing = self.program.model.facts, frozenset(unknown)
        defaults = {name: facts[name].default for name in missing if facts[name].has_default}
        known = frozenset(facts) - missing
        return judge(self.program, Situation(self.now, zone, {**defaults, **pins}, known, mentions))

    def pins(self, conditions: Iterable[c.Condition]) -> list[dict[str, Value]]:
        """Values for facts that are held against one another, so that the rest can be worked out: all but one.

        The one is the first by name or, tried next, the last.
        """
        read = [sorted(facts_of_atom(atom)) for condition in conditions for atom in atoms(condition)]
        ways = ({fact for facts in read for fact in facts[1:]}, {fact for facts in read for fact in facts[:-1]})
        found = [{fact: self.usual_value(fact) for fact in sorted(pinned)} for pinned in ways]
        return found[:1] if found[0] == found[1] else found

    def known(self, scene: Scene, opened: Judge, conditions: Iterable[c.Condition]) -> Scene:
        """The scene with a value for what only has to be known."""
        asked = {atom.fact for condition in conditions for atom in atoms(condition) if isinstance(atom, c.IsKnown)}
        more = sorted(asked & opened.situation.known - scene.facts.keys())
        return replace(scene, facts={**scene.facts, **{fact: self.usual_value(fact) for fact in more}})

    def usual_value(self, fact: str) -> Value:
        """A value that somebody gives this fact; else any."""
        given = self.usual.get(fact, ())
        return next((value for value in given if value is not None), None) or self._any(fact)

    def _any(self, fact: str) -> Value:
        if self._type(fact).kind is Kind.ANY_OF:
            return frozenset(self._type(fact).choices[:1])
        opened = self.open({})
        regions = opened.unknowns.domains[opened.unknowns.whole(fact)]
        return value_in(regions[0], self._type(fact), (), self.now, opened.situation.zone)

    def find(self, opened: Judge, circuits: Sequence[Circuit], edges: frozenset[str] = frozenset()) -> Scene | None:
        """A scene in which all circuits of a judge are true; None where there is none, or it would take too long.

        Facts of `edges` take the values next to a threshold, others those that are usual.
        """
        try:
            chosen = solve(circuits, lambda unknown: self._liked(opened, unknown), Budget())
        except OverBudget:
            return None
        return None if chosen is None else self._scene(opened, chosen, edges)

    def _liked(self, opened: Judge, unknown: Unknown) -> Sequence[int]:
        """The choices of an unknown: parts with a default or a usual value first."""
        regions = opened.unknowns.domains.get(unknown)
        if regions is None:
            # Of a topic nothing, else that it is asked for: that is what most requests do. A set is empty, else not.
            return (0, *range(unknown.choices - 1, 0, -1))
        fact = opened.program.model.facts[opened.unknowns.of[unknown][0]]
        zone = opened.situation.zone
        usual = [*([fact.default] if fact.has_default else []), *self.usual.get(fact.name, ())]

        def rank(choice: int) -> tuple[int, int]:
            region = regions[choice]
            places = [place for place, value in enumerate(usual) if holds(region, value, zone)]
            return (min(places, default=len(usual)) + (region.sample is None), choice)

        return sorted(range(unknown.choices), key=rank)

    # --- from a completion to a scene ---------------------------------------------------------------------------------

    def _scene(self, opened: Judge, chosen: Completion, edges: frozenset[str]) -> Scene | None:
        situation, unknowns = opened.situation, opened.unknowns
        if any(len(unknowns.of[unknown]) > 1 for unknown in chosen):
            return None  # how two unknown facts compare is free: no value says it
        found = _Said({name: value for name, value in situation.facts.items() if name in situation.known})
        for unknown, choice in chosen.items():
            fact = unknowns.of[unknown][0]
            if fact not in situation.known:
                continue  # nobody gives it
            regions = unknowns.domains.get(unknown)
            if regions is None:
                found.part(fact, unknown.name.partition(" ")[2], choice)
            else:
                usual = () if fact in edges else self.usual.get(fact, ())
                found.facts[fact] = value_in(regions[choice], self._type(fact), usual, self.now, situation.zone)
        return found.scene()

    def _type(self, fact: str) -> FactType:
        return self.program.model.facts[fact].type

    def without_defaults(self, scene: Scene, tested: Iterable[str]) -> Scene:
        """The same scene without the facts that have their default anyway, those aside that are `tested`."""
        facts = self.program.model.facts
        kept = {
            name: value
            for name, value in scene.facts.items()
            if name in tested or not (facts[name].has_default and facts[name].default == value)
        }
        return replace(scene, facts=kept)
