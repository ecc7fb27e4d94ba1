"""Mutants, held against the trials that could notice them: no rule is read anew, no text is searched twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime

from kotowari.api import Decision, Policy
from kotowari.cached import cached_property
from kotowari.cases.mutation.mutant import Mutant, mutated, program_of, touched
from kotowari.cases.undated import undated
from kotowari.engine.judge import Judge, judge
from kotowari.engine.program import Program, compile_program
from kotowari.engine.situation import Mention, Situation, mentions_of
from kotowari.model.model import REQUEST_TEXT, Fact, Topic
from kotowari.record import record
from kotowari.testing.run import Runner, passes
from kotowari.testing.trial import Kind, Trial
from kotowari.text.topics import Match, TopicFinder, TopicWords


@record
class Held:
    """A trial that passes, with the decision on it."""

    trial: Trial
    decision: Decision


@record
class Version:
    """A policy, or a mutant of it: as cases see it, and as examples do, without dates."""

    cases: Policy
    examples: Policy
    programs: Mapping[bool, Program]

    def policy(self, kind: Kind) -> Policy:
        """What decides a trial of this kind."""
        return self.cases if kind is Kind.CASE else self.examples

    def program(self, kind: Kind) -> Program:
        """The program of that."""
        return self.programs[kind is Kind.CASE]


def original(policy: Policy) -> Version:
    """The policy as it is."""
    bare = undated(policy.model)
    program = compile_program(policy.model)
    if bare is policy.model:
        return Version(policy, policy, {True: program, False: program})
    return Version(policy, Policy(bare, (), policy.sources), {True: program, False: compile_program(bare)})


def changed(version: Version, mutant: Mutant) -> Version:
    """The policy with a change."""
    policy = version.cases
    model = mutated(policy.model, mutant)
    cases = Policy(model, (), policy.sources)
    program = program_of(version.program(Kind.CASE), mutant, model)
    if version.examples is version.cases:
        return Version(cases, cases, {True: program, False: program})
    bare = undated(model)
    other = program_of(version.program(Kind.EXAMPLE), mutant, bare)
    return Version(cases, Policy(bare, (), policy.sources), {True: program, False: other})


@record(frozen=False)
class Trials:
    """The trials that pass, and which of them a mutant fails."""

    version: Version
    held: Sequence[Held]
    _finders: dict[str, TopicFinder] = field(default_factory=dict[str, TopicFinder])

    @classmethod
    def of(cls, policy: Policy, trials: Iterable[Trial], now: datetime) -> Trials:
        """Those of the trials that pass, decided once. Raises RequestError for one that the policy cannot take."""
        runner = Runner(policy, now)
        decided = ((trial, runner.decide(trial)) for trial in trials if not trial.todo)
        return cls(original(policy), tuple(Held(trial, one) for trial, one in decided if passes(trial, one)))

    def noticing(self, mutant: Mutant) -> Trial | None:
        """The first trial that fails where the policy is changed so; None where each passes."""
        other = changed(self.version, mutant)
        return next((one.trial for one in self._near(mutant) if self.fails(one, mutant, other)), None)

    def _near(self, mutant: Mutant) -> Iterator[Held]:
        """All trials, those first that are about the rules of the mutant."""
        names = frozenset(mutant.rules) | {mutant.name}
        held = self._reading(mutant)
        first = {one.trial.name for name in sorted(names) for one in self._about.get(name, ())}
        yield from (one for one in held if one.trial.name in first)
        yield from (one for one in held if one.trial.name not in first)

    @cached_property
    def _about(self) -> Mapping[str, Sequence[Held]]:
        """The trials that are about a rule."""
        found: defaultdict[str, list[Held]] = defaultdict(list)
        for one in self.held:
            for name in one.trial.rules:
                found[name].append(one)
        return found

    def _reading(self, mutant: Mutant) -> Sequence[Held]:
        """The trials that have anything to do with what is changed."""
        if mutant.fact is not None:
            return [one for one in self.held if mutant.fact.name in one.decision.judge.situation.assumed]
        if mutant.topic is not None:
            before = self.version.cases.model.topics[mutant.name]
            gone = {words.pattern.text for words in before.words} - {words.pattern.text for words in mutant.topic.words}
            return [one for text in sorted(gone) for one in self._found_by.get((before.name, text), ())] or (
                [] if gone else self.held
            )
        return self.held

    @cached_property
    def _found_by(self) -> Mapping[tuple[str, str], Sequence[Held]]:
        """The trials in whose texts a pattern of a topic found something; what found nothing is not missed."""
        found: defaultdict[tuple[str, str], list[Held]] = defaultdict(list)
        for one in self.held:
            places = (place for matches in one.decision.judge.situation.matches.values() for place in matches)
            for key in dict.fromkeys((place.topic, place.pattern) for place in places):
                found[key].append(one)
        return found

    def fails(self, one: Held, mutant: Mutant, other: Version) -> bool:
        """Whether a trial that passes fails where the policy is changed so."""
        decision = self._decided(one, mutant, other)
        return decision is not None and not passes(one.trial, decision)

    def _decided(self, one: Held, mutant: Mutant, other: Version) -> Decision | None:
        """How the mutant decides; None where it does as the policy did."""
        trial, before = one.trial, one.decision.judge
        situation = before.situation
        if mutant.topic is not None:
            situation = self._read(situation, mutant.topic)
        if mutant.fact is not None and mutant.fact.name in situation.assumed:
            situation = with_default(situation, mutant.fact)
        if not mutant.rules and situation is before.situation:
            return None
        judged = judge(other.program(trial.kind), situation)
        if mutant.rules and _same(mutant, before, judged, trial):
            return None
        return Decision(other.policy(trial.kind), one.decision.request, judged)

    def _read(self, situation: Situation, after: Topic) -> Situation:
        """The situation with the texts searched anew for one topic alone; the very same where that finds as much."""
        mentions = dict(situation.mentions)
        matches = dict(situation.matches)
        for fact in situation.matches:
            text = situation.facts[fact]
            assert isinstance(text, str)
            own = self._finder(after).find(text)
            others = [match for match in matches[fact] if match.topic != after.name]
            matches[fact] = tuple(sorted((*others, *own), key=lambda match: (match.start, match.end, match.topic)))
            mentions[fact] = _mentions(mentions.get(fact, {}), after.name, own, stated=_stated(situation, fact, after))
        same = mentions == situation.mentions
        return situation if same else replace(situation, mentions=mentions, matches=matches)

    def _finder(self, topic: Topic) -> TopicFinder:
        """What looks for a topic alone. One is kept: trial after trial asks for the same."""
        key = repr((topic.name, topic.words, topic.excluded))
        if key not in self._finders:
            self._finders = {key: finder_of(topic)}
        return self._finders[key]


def finder_of(topic: Topic) -> TopicFinder:
    """What looks for one topic alone."""
    words = tuple((words.pattern, "") for words in topic.words)
    return TopicFinder([TopicWords(topic.name, words, topic.excluded)])


def with_default(situation: Situation, fact: Fact) -> Situation:
    """The situation with the default of a fact that nobody gave."""
    return replace(situation, facts={**situation.facts, fact.name: fact.default})


def _stated(situation: Situation, fact: str, topic: Topic) -> bool:
    return fact == REQUEST_TEXT and topic.name in situation.stated


def _mentions(
    before: Mapping[str, Mention], topic: str, own: Sequence[Match], *, stated: bool
) -> Mapping[str, Mention]:
    if stated:
        return before
    found = {name: mention for name, mention in before.items() if name != topic} | mentions_of(own)
    return before if found == before else found


def _same(mutant: Mutant, before: Judge, after: Judge, trial: Trial) -> bool:
    """Whether the change reaches nothing of a decision: its rules are in force as before, or are not, for sure."""
    for name in touched(before.program.model, mutant):
        old, new = before.program.model.rules[name], after.program.model.rules.get(name)
        one = before.rule(name)
        if not isinstance(one, bool) or (one and (new is None or new.outcome != old.outcome)):
            return False
        if new is not None and after.rule(name) is not one:
            return False
        if trial.rule == name and new is not None and not _holds_as_before(name, before, after):
            return False
        if any(_differs(other, before, after) for other in old.overrides):
            return False
    return True


def _holds_as_before(name: str, before: Judge, after: Judge) -> bool:
    one, other = (judged.unknowns.circuit(judged.program.conditions[name]) for judged in (before, after))
    return isinstance(one, bool) and one is other


def _differs(name: str, before: Judge, after: Judge) -> bool:
    """Whether a rule that is overridden is in force otherwise, or may be."""
    if name not in after.program.model.rules:
        return False
    names = [name, *(rule.name for rule in after.program.model.rules.values() if rule.parent == name)]
    found = [(before.rule(one), after.rule(one)) for one in names]
    return any(not isinstance(one, bool) or one is not other for one, other in found)
