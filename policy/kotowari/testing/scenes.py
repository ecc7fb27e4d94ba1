"""Requests for scenes: worked out by the engine, written with the texts and values of the policy's own cases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime, time
from itertools import islice

from kotowari.api import Decision, Policy
from kotowari.cached import cached_property
from kotowari.cases.expectation import Expectation
from kotowari.cases.finding.scene import Scene, Stage
from kotowari.cases.finding.texts import Texts, Written
from kotowari.cases.undated import undated
from kotowari.diagnostics.span import NOWHERE
from kotowari.engine.circuit import Circuit
from kotowari.engine.judge import Judge
from kotowari.engine.program import Program, compile_program
from kotowari.engine.situation import Mention, mentions_of
from kotowari.model import conditions as c
from kotowari.model.calendar import zone
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT
from kotowari.model.types import TEMPORAL, Value
from kotowari.model.types import Kind as Sort
from kotowari.model.writing import to_json
from kotowari.record import record
from kotowari.requests import Request
from kotowari.requests.request import TopicState
from kotowari.testing.run import Runner
from kotowari.testing.trial import Kind, Trial

_MOST_ASKED = 8
_MOST_TEXTS = 3
_STATES: Mapping[Mention, TopicState] = {Mention.ASKS: "asks", Mention.MENTIONS: "mentions", Mention.NO: False}
_MORNING = time(9)
# Of texts and sets nobody can say what a usual one is.
_NOT_FILLED = (Sort.TEXT, Sort.ANY_OF)

Wish = Callable[[Judge], Sequence[Circuit]]


@record
class Asked:
    """A request with the facts that it gives, typed."""

    request: Request
    facts: Mapping[str, Value]


@record(frozen=False)
class Scenes:
    """Looks for requests of a policy in which something wanted holds."""

    policy: Policy
    trials: Sequence[Trial]
    now: datetime
    _given: list[Decision] = field(default_factory=list[Decision])

    @cached_property
    def runner(self) -> Runner:
        """What decides."""
        return Runner(self.policy, self.now)

    @cached_property
    def decided(self) -> tuple[Decision, ...]:
        """The decisions on the trials."""
        return tuple(map(self.runner.decide, self.trials))

    @cached_property
    def stage(self) -> Stage:
        """The policy without dates, at the moment of most of its trials, else in the morning of the day."""
        program = compile_program(undated(self.policy.model))
        moments = Counter(trial.request.now for trial in self.trials if trial.request.now is not None)
        here = zone(self.policy.model.zone)
        morning = datetime.combine(self.now.astimezone(here), _MORNING, tzinfo=here)
        return Stage(program, min(moments, key=lambda one: (-moments[one], one)) if moments else morning, self.usual)

    @cached_property
    def usual(self) -> Mapping[str, Sequence[Value]]:
        """The values that trials give, by fact, the most frequent first."""
        counts: defaultdict[str, Counter[Value]] = defaultdict(Counter)
        for decision in self.decided:
            values = decision.judge.situation.facts
            for fact in decision.request.facts:
                if fact in values:
                    counts[fact][values[fact]] += 1
        return {fact: [value for value, _ in found.most_common()] for fact, found in counts.items()}

    @cached_property
    def texts(self) -> Texts:
        """The texts of the trials, and what is made of patterns."""
        model = self.policy.model
        texts = Texts(model, self.policy.topics, ())
        written: dict[str, Written] = {}
        for decision in self.decided:
            text, situation = decision.request.text, decision.judge.situation
            if text is not None and text not in written:
                written[text] = Written(text, situation.language, mentions_of(situation.matches[REQUEST_TEXT]))
        texts.known = tuple(written.values())
        return texts

    def decide(self, kind: Kind, request: Request) -> Decision:
        """The decision on a request, as an example sees the policy or as a case does. Raises RequestError."""
        return self.runner.decide(Trial("", kind, NOWHERE, request, Expectation()))

    def open(self, program: Program, missing: Sequence[str]) -> Judge:
        """The request of which nothing is fixed, but that nobody gives the facts of `missing`."""
        return replace(self.stage, program=program).open({}, missing)

    # --- requests -----------------------------------------------------------------------------------------------------

    def asked(  # noqa: PLR0913 - all by name but the first two
        self,
        wish: Wish,
        conditions: Sequence[c.Condition],
        *,
        edges: frozenset[str] = frozenset(),
        text: Written | None = None,
        unknown: Sequence[str] = (),
        program: Program | None = None,
    ) -> Iterator[Asked]:
        """Requests in which the wish is likely to hold: all but their texts is sure. With `text`, that one is asked.

        Nobody gives the facts of `unknown`. The wish looks at `program`, where that is not the policy's own.
        """
        mentions = {REQUEST_TEXT: text.mentions} if text is not None else {}
        tried: list[Scene] = []
        stage = self.stage if program is None else replace(self.stage, program=program)
        for opened in self._opened(stage, conditions, mentions, unknown):
            scene = stage.find(opened, wish(opened), edges)
            if scene is not None and scene not in tried:
                tried.append(scene)
                scene = stage.known(scene, opened, conditions)
                bare = stage.without_defaults(scene, stage.program.tested)
                yield from self._requests(bare, text)

    def _opened(
        self,
        stage: Stage,
        conditions: Sequence[c.Condition],
        mentions: Mapping[str, Mapping[str, Mention]],
        missing: Sequence[str],
    ) -> Iterator[Judge]:
        """Everything free; then, of the facts of which somebody asks whether they are known, each and all not given."""
        every = stage.pins(conditions)
        tested = sorted(stage.program.tested)
        for more in ((), *((fact,) for fact in tested), tested if len(tested) > 1 else ()):
            unknown = (*missing, *more)
            for pins in every:
                kept = {fact: value for fact, value in pins.items() if fact not in unknown}
                yield stage.open(kept, unknown, mentions)

    def _requests(self, scene: Scene, text: Written | None) -> Iterator[Asked]:
        facts = dict(scene.facts)
        language = facts.pop(REQUEST_LANGUAGE, None)
        spoken = language if isinstance(language, str) else None
        facts.pop(REQUEST_TEXT, None)
        for fact, mentions in scene.mentions.items():
            if fact != REQUEST_TEXT:
                facts[fact] = next((one.text for one in self.texts.fitting(mentions, None)), "")
        timed = any(self.policy.model.facts[fact].type.kind in TEMPORAL for fact in facts)
        now = self.stage.now if timed else None
        if text is not None:
            yield self._one(text.text, facts, now, spoken)
            return
        wanted = scene.mentions.get(REQUEST_TEXT)
        if wanted is None:
            yield self._one(None, facts, now, spoken)
            return
        for written in islice(self.texts.fitting(wanted, None), _MOST_TEXTS):
            yield self._one(written.text, facts, now, spoken)
        yield self._one(None, facts, now, spoken, wanted)

    def _one(
        self,
        text: str | None,
        facts: Mapping[str, Value],
        now: datetime | None,
        language: str | None,
        topics: Mapping[str, Mention] | None = None,
    ) -> Asked:
        model = self.policy.model
        raw: dict[str, object] = {fact: to_json(model.facts[fact].type, value) for fact, value in facts.items()}
        states: dict[str, TopicState] = {topic: _STATES[mention] for topic, mention in (topics or {}).items()}
        request = Request(text=text, language=language, now=now, facts=raw, topics=states)
        return Asked(request, dict(facts))

    # --- what else has to be known ------------------------------------------------------------------------------------

    def settled(self, asked: Asked, decide: Callable[[Request], Decision]) -> Asked:
        """The same request with the facts that are still asked for, so that there is a verdict, if one can be had."""
        for _ in range(_MOST_ASKED):
            decision = decide(asked.request)
            if decision.verdict is not None:
                return asked
            wanted = [one.fact for one in decision.ask]
            fact = next((one for one in wanted if self.policy.model.facts[one].type.kind not in _NOT_FILLED), None)
            if REQUEST_TEXT in wanted and asked.request.text is None:
                asked = self._with_text(asked)
            elif fact is not None:
                asked = self.with_facts(asked, {**asked.facts, fact: self.stage.usual_value(fact)})
            else:
                return asked
        return asked

    def _with_text(self, asked: Asked) -> Asked:
        """The same request with a text that is about nothing."""
        text = next(self.texts.fitting(dict.fromkeys(self.policy.model.topics, Mention.NO)), None)
        return replace(asked, request=replace(asked.request, text=text.text if text else ""))

    def with_facts(self, asked: Asked, facts: Mapping[str, Value]) -> Asked:
        """The same request with these facts, and with a moment where one of them is a day or a time."""
        request = asked.request
        timed = any(self.policy.model.facts[fact].type.kind in TEMPORAL for fact in facts)
        now = self.stage.now if timed else None
        made = self._one(request.text, facts, now, request.language)
        return replace(made, request=replace(made.request, topics=request.topics))
