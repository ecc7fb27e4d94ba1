"""The request that would notice a mutant, decided by both before it is proposed; or that there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from itertools import chain, islice

from kotowari.api import Decision
from kotowari.cached import cached_property
from kotowari.cases.aims import topics_of
from kotowari.cases.expectation import OPEN, Expectation
from kotowari.cases.finding.spelled import texts_of
from kotowari.cases.finding.texts import Written, joined
from kotowari.cases.mutation.apart import Apart
from kotowari.cases.mutation.mutant import Mutant
from kotowari.diagnostics.span import NOWHERE
from kotowari.engine.circuit import Circuit
from kotowari.engine.judge import Judge
from kotowari.engine.reads import atoms, facts_of_atom
from kotowari.engine.search import Budget, OverBudget, exists
from kotowari.engine.season import has_season
from kotowari.engine.situation import Mention, mentions_of
from kotowari.model.model import REQUEST_TEXT, Model, Topic
from kotowari.record import record
from kotowari.requests import Request, RequestError
from kotowari.testing.mutation import Held, Trials, Version, changed, finder_of
from kotowari.testing.proposal import Proposal, decided_as
from kotowari.testing.run import passes
from kotowari.testing.scenes import Asked, Scenes
from kotowari.testing.suggest import in_a_rule
from kotowari.testing.trial import Kind, Trial
from kotowari.text.authoring.covering import covered
from kotowari.text.patterns.pattern import Pattern, compile_pattern
from kotowari.text.topics import TopicFinder

# So many requests for each wish, and so many texts of a pattern, are tried out.
_MOST_TRIES = 8
_MOST_TEXTS = 12
_MOST_READ = 3
_MOST_JOINED = 12
_MOST_RULES = 6

Read = tuple[Written, dict[str, Mention]]
Wish = Callable[[Judge, Judge], Sequence[Circuit]]


@record
class Catcher:
    """Looks for requests that a policy and a mutant of it decide differently."""

    scenes: Scenes
    trials: Trials
    _finders: dict[str, TopicFinder] = field(default_factory=dict[str, TopicFinder])

    def finder(self, topic: Topic) -> TopicFinder:
        """What looks for a topic of the policy alone."""
        if topic.name not in self._finders:
            self._finders[topic.name] = finder_of(topic)
        return self._finders[topic.name]

    def hunt(self, mutant: Mutant) -> Hunt:
        """The search for a request that the mutant fails."""
        other = changed(self.trials.version, mutant)
        apart = Apart.of(mutant, self.trials.version.program(Kind.EXAMPLE), other.program(Kind.EXAMPLE))
        return Hunt(self, mutant, other, apart)

    def catch(self, hunt: Hunt) -> Proposal | None:
        """A request that the mutant fails; None where none was found."""
        return next(self._found(hunt), None)

    def _found(self, hunt: Hunt) -> Iterator[Proposal]:
        for name, asked in hunt.candidates():
            for kind in _kinds(hunt.apart.before.model, name, asked):
                try:
                    found = hunt.proposal(name, kind, asked)
                except RequestError:
                    continue
                if found is not None:
                    yield found


@record
class Hunt:
    """The search for one mutant."""

    catcher: Catcher
    mutant: Mutant
    other: Version
    apart: Apart

    @property
    def _scenes(self) -> Scenes:
        return self.catcher.scenes

    # --- what to try --------------------------------------------------------------------------------------------------

    def candidates(self) -> Iterator[tuple[str, Asked]]:
        """Requests with the rule that they are about, those first in which nothing covers the difference."""
        for name in self.apart.reached()[:_MOST_RULES]:
            for wish in self._wishes(name):
                for asked in islice(self._asked(name, wish), _MOST_TRIES):
                    yield name, asked

    def _wishes(self, name: str) -> Iterator[Wish]:
        apart = self.apart
        if name in apart.after.conditions and apart.before.model.rules[name].table is None:
            yield lambda one, other: [apart.holds(name, one, other)]
        yield lambda one, other: [apart.in_force(name, one, other), *apart.alone(name, one, other)]
        yield lambda one, other: [apart.in_force(name, one, other)]

    def _asked(self, name: str, wish: Wish) -> Iterator[Asked]:
        program, mutant = self.apart.before, self.mutant
        after = self.apart.after.conditions.get(name)
        conditions = [program.conditions[name], *([after] if after is not None else [])]
        if mutant.topic is None:
            unknown = (mutant.name,) if mutant.fact is not None else ()

            def alike(one: Judge) -> Sequence[Circuit]:
                return wish(one, self.apart.other(one))

            edges = frozenset(program.comparisons)
            yield from self._scenes.asked(alike, conditions, unknown=unknown, program=program, edges=edges)
            return
        for written, mentions in chain(self.texts, self._lazily_joined()):

            def read(one: Judge, mentions: dict[str, Mention] = mentions) -> Sequence[Circuit]:
                return wish(one, self.apart.other(one, {REQUEST_TEXT: mentions}))

            yield from self._scenes.asked(read, conditions, text=written, program=program)

    def _lazily_joined(self) -> Iterator[Read]:
        yield from self.joined

    @cached_property
    def texts(self) -> tuple[Read, ...]:
        """Texts in which the mutant's topic is found otherwise, with what the mutant finds in them."""
        return tuple(islice(self._read_otherwise(self._alone()), _MOST_READ))

    @cached_property
    def joined(self) -> tuple[Read, ...]:
        """The same with a text about something else that a rule looks for together with the topic."""
        return tuple(islice(self._read_otherwise(self._with_others()), _MOST_JOINED))

    def _alone(self) -> Iterator[str]:
        before, after = self._topics
        for pattern in _missing(before, after):
            yield from self._tries(before, pattern)

    def _with_others(self) -> Iterator[str]:
        before, after = self._topics
        conditions = [self.apart.before.conditions[name] for name in self.apart.rules]
        others = sorted(frozenset[str]().union(*map(topics_of, conditions)) - {before.name})
        for pattern in _missing(before, after):
            for own in islice(texts_of(pattern), 2):
                language = self._scenes.texts.read(own).language
                for topic in others:
                    for one in self._scenes.texts.words(topic, language)[:2]:
                        yield from (joined((own, one.text), language), joined((one.text, own), language))

    @property
    def _topics(self) -> tuple[Topic, Topic]:
        after = self.mutant.topic
        assert after is not None
        return self.apart.before.model.topics[after.name], after

    def _read_otherwise(self, texts: Iterator[str]) -> Iterator[Read]:
        before, after = self._topics
        was, is_ = self.catcher.finder(before), finder_of(after)
        for text in dict.fromkeys(texts):
            # Only where the topic by itself is found otherwise the whole text is read.
            mentions = mentions_of(is_.find(text))
            if mentions_of(was.find(text)) != mentions:
                written = self._scenes.texts.read(text)
                others = {name: mention for name, mention in written.mentions.items() if name != after.name}
                yield written, others | mentions

    def _tries(self, topic: Topic, pattern: Pattern) -> Iterator[str]:
        """The words of a pattern; with one that is excluded also those of what it takes away."""
        own = list(islice(texts_of(pattern), _MOST_TEXTS))
        yield from own
        if pattern in topic.excluded:
            for words in topic.words:
                for text in islice(texts_of(words.pattern), _MOST_TEXTS):
                    yield from (f"{text} {one}" for one in own[:2])
                    yield from (f"{one} {text}" for one in own[:2])

    # --- what comes of it ---------------------------------------------------------------------------------------------

    def proposal(self, name: str, kind: Kind, asked: Asked) -> Proposal | None:
        """The request, if the policy and the mutant decide it differently in a way that can be written down."""

        def decide(request: Request) -> Decision:
            return self._scenes.decide(kind, request)

        for one in (self._scenes.settled(asked, decide), asked):
            decision = decide(one.request)
            for written, expected in self._ways(name, kind, decision):
                rule = name if written is not Kind.CASE else None
                if self._notices(one, decision, written, expected, rule):
                    file = self.apart.before.model.rules[name].span.source
                    slim = self._slim(one, written, expected, rule)
                    return Proposal(written, rule, file, f"{self.mutant.name}: {self._said}", slim, expected)
        return None

    def _notices(self, asked: Asked, decision: Decision, kind: Kind, expected: Expectation, rule: str | None) -> bool:
        trial = Trial("", kind, NOWHERE, asked.request, expected, rule)
        return passes(trial, decision) and self.catcher.trials.fails(Held(trial, decision), self.mutant, self.other)

    def _slim(self, asked: Asked, kind: Kind, expected: Expectation, rule: str | None) -> Asked:
        """The request without the facts that make no difference for what it shows."""
        for fact in asked.facts:
            less = self._scenes.with_facts(asked, {name: value for name, value in asked.facts.items() if name != fact})
            if less.facts or less.request.text is not None:
                decision = self._scenes.decide(kind, less.request)
                asked = less if self._notices(less, decision, kind, expected, rule) else asked
        return asked

    @property
    def _said(self) -> str:
        old, new = self.mutant.old, self.mutant.new
        return old if new is None or old in new else f"{old}, not {new}"

    def _ways(self, name: str, kind: Kind, decision: Decision) -> Iterator[tuple[Kind, Expectation]]:
        """How to state what came out: as little as notices the mutant."""
        full = decided_as(decision)
        if kind is Kind.CASE:
            yield kind, Expectation(full.verdict, full.rules)
            yield kind, full
            yield kind, decided_as(decision, label=True)
            yield kind, decided_as(decision, label=True, demands=True)
            return
        judged = decision.judge
        holds = judged.unknowns.circuit(judged.program.conditions[name])
        if isinstance(holds, bool):
            kind = Kind.EXAMPLE if holds else Kind.COUNTEREXAMPLE
            yield kind, Expectation(full.verdict if holds and full.verdict != OPEN else None)

    # --- whether there is anything to notice --------------------------------------------------------------------------

    def equivalent(self) -> bool:
        """Whether it is sure that no request tells the mutant from the policy."""
        if self.mutant.topic is not None:
            return self._is_covered(self.mutant.topic)
        before, after = self.apart.before.conditions, self.apart.after.conditions
        conditions = [each[name] for name in self.apart.reached() for each in (before, after) if name in each]
        if any(not facts_of_atom(atom) for condition in conditions for atom in atoms(condition)):
            return False  # it hangs on the moment alone, and only one was looked at
        loose = self.apart.loose(self._dated())
        opened = self._scenes.open(loose.before, (self.mutant.name,) if self.mutant.fact is not None else ())
        try:
            return not any(exists(seen, Budget()) for seen in loose.visible(opened, loose.other(opened)))
        except OverBudget:
            return False

    def _dated(self) -> frozenset[str]:
        """The rules of the policy or the mutant that do not run on all days."""
        models = (self.catcher.trials.version.cases.model, self.other.cases.model)
        return frozenset(name for model in models for name, rule in model.rules.items() if has_season(model, rule))

    def _is_covered(self, after: Topic) -> bool:
        """Whether the pattern that is left out finds nothing that another one of the topic does not find."""
        before = self.apart.before.model.topics[after.name]
        patterns = [words.pattern for words in before.words]
        gone = [place for place, pattern in enumerate(patterns) if pattern not in {w.pattern for w in after.words}]
        if not gone:
            return False
        return any(True for _ in covered(compile_pattern(pattern) for pattern in patterns).by(gone[0]))


def _missing(before: Topic, after: Topic) -> Iterator[Pattern]:
    left = {words.pattern for words in after.words}
    yield from (words.pattern for words in before.words if words.pattern not in left)
    yield from (pattern for pattern in before.excluded if pattern not in after.excluded)


def _kinds(model: Model, name: str, asked: Asked) -> tuple[Kind, ...]:
    own = model.rules[name].table is None and in_a_rule(asked)
    return (Kind.EXAMPLE, Kind.CASE) if own else (Kind.CASE,)
