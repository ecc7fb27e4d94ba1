"""The public face: load a policy, decide requests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import field
from datetime import UTC, date, datetime
from threading import RLock
from typing import TYPE_CHECKING, Final

from kotowari.cached import cached_property, shared_property
from kotowari.decision_format import Findings, decision_data
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.source import Source
from kotowari.engine import asking, explain
from kotowari.engine import changes as changing
from kotowari.engine.decision import Change, Question, Reason, Ruling
from kotowari.engine.judge import Judge, judge
from kotowari.engine.program import Program, compile_program
from kotowari.engine.rule_on import rule_on, verdict_on, waiting
from kotowari.engine.search import Budget
from kotowari.model import conditions as c
from kotowari.model.model import Model, Verdict
from kotowari.model.values import encodable
from kotowari.record import record
from kotowari.replies.compose import compose
from kotowari.replies.layout import Reply
from kotowari.replies.speakers import speakers
from kotowari.requests import Request, read_request
from kotowari.requests.admit import Finders, admit
from kotowari.requests.reading import value_finder
from kotowari.text.topics import Match, TopicFinder, TopicWords

if TYPE_CHECKING:
    from kotowari.loader import Compiled
    from kotowari.replies.handover import Handover
    from kotowari.requests.alone import TextsAlone
    from kotowari.requests.quick import Quick, Settled
    from kotowari.text.glance import Glance
    from kotowari.text.topics import SearchedText, TopicPlaces


_LOCK: Final = "_lock"


class PolicyError(ValueError):
    """A policy that does not compile: `diagnostics` says why, `sources` holds the texts that they point into."""

    def __init__(self, compiled: Compiled) -> None:
        first, count = compiled.errors[0], len(compiled.errors)
        counted = f"{count} errors, the first: " if count > 1 else ""
        super().__init__(f"the policy does not compile: {counted}{first.message}")
        self.diagnostics = compiled.diagnostics
        self.sources = compiled.sources


@record
class Policy:
    """A policy that compiled. Deciding changes nothing in it, so one policy serves many threads."""

    model: Model
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict[str, Source])

    @cached_property
    def program(self) -> Program:
        """The policy made ready to decide, when something is first decided."""
        return compile_program(self.model)

    @cached_property
    def _finders(self) -> Finders:
        return Finders(TopicFinder(self.topic_words()), value_finder(self.model))

    @cached_property
    def _glance(self) -> Glance:
        from kotowari.text.glance import glance  # noqa: PLC0415 - for requests as plain data alone

        return glance(self.topic_words(), self._found)

    def _found(self, text: SearchedText) -> TopicPlaces:
        """Where topics are in a text; what finds them is made for the first text that needs it."""
        return self._finders.topics.found_in(text)

    @cached_property
    def _settle(self) -> Quick:
        from kotowari.requests.quick import quick  # noqa: PLC0415 - for requests as plain data alone

        return quick(self.program, self._glance)

    @cached_property
    def _settle_leniently(self) -> Quick:
        from kotowari.requests.quick import quick  # noqa: PLC0415 - for requests as plain data alone

        return quick(self.program, self._glance, lenient=True)

    @cached_property
    def _alone(self) -> TextsAlone | None:
        from kotowari.requests.alone import TextsAlone  # noqa: PLC0415 - for requests as plain data alone

        return TextsAlone(self.program, self._finders.topics) if TextsAlone.serves(self.program) else None

    def topic_words(self) -> Iterator[TopicWords]:
        """What the topics are recognised by, with the places that say so."""
        for topic in self.model.topics.values():
            yield TopicWords(
                topic.name,
                tuple((words.pattern, self.place(words.span.source, words.span.start)) for words in topic.words),
                topic.excluded,
            )

    def decide(
        self, request: Mapping[str, object] | Request, *, now: datetime | None = None, allow_undeclared: bool = False
    ) -> Decision:
        """The decision on a request.

        `now` is the moment that is decided for; without it, that of the request, and without that the clock's, in UTC.
        With `allow_undeclared`, facts that the policy does not declare are left aside instead of being an error.
        Raises RequestError for a request that the policy cannot take.
        """
        moment = now or _clock()
        if request.__class__ is dict:
            settle = self._settle_leniently if allow_undeclared else self._settle
            settled = settle(request, moment)
            if settled is not None:
                return Decision(self, settled)
        asked = request if isinstance(request, Request) else read_request(request)
        return Decision(self, asked, self.judged(asked, now or asked.now or moment, allow_undeclared=allow_undeclared))

    def judged(
        self, asked: Request, now: datetime, *, allow_undeclared: bool = False, text: SearchedText | None = None
    ) -> Judge:
        """What holds of every rule for a request at a moment. Raises RequestError.

        `text` is the request's own, where somebody has looked into it before.
        """
        situation = admit(self.model, self._finders, asked, now, allow_undeclared=allow_undeclared, text=text)
        return judge(self.program, situation)

    def after_a_glance(self, written: str) -> SearchedText:
        """A text with what was found out about it, where it is the one that was looked at last."""
        from kotowari.text.topics import searched_text  # noqa: PLC0415 - as above

        return self._glance.handed_on(written) or searched_text(written)

    def verdict_on_text(self, text: SearchedText, now: datetime, judged: Callable[[], Judge]) -> Verdict | None:
        """The verdict on a request that states nothing but a text; `judged` is what holds of every rule for it."""
        return self._alone.verdict(text, now, judged) if self._alone else verdict_on(judged())

    def topics(self, text: str) -> tuple[Match, ...]:
        """What a text mentions, by place."""
        return self._finders.topics.find(text)

    def schema(self) -> dict[str, object]:
        """The JSON Schema of the requests that this policy takes."""
        from kotowari.schema import request_schema  # noqa: PLC0415 - slow to import, and seldom needed

        facts = {name: fact for name, fact in self.model.facts.items() if not fact.built_in}
        return dict(request_schema(facts, self.model.topics, self.model.languages))

    def place(self, source: str, offset: int) -> str:
        """A place as `policy.rules:7`."""
        text = self.sources.get(source)
        return f"{source}:{text.place(offset)[0] if text else 1}"


class Decision:
    """A decision. An ordinary request has its verdict at once; everything else is worked out when it is asked for.

    Several threads may ask.
    """

    _judged: Judge | None = None  # until it is needed

    def __init__(self, policy: Policy, request: Request | Settled, judged: Judge | None = None) -> None:
        """The decision on a request that has been judged, or settled without that."""
        self.policy = policy
        self._asked = request
        if judged is not None:
            self._judged = judged
        elif isinstance(request, tuple) and request[0] is not None:
            self.verdict = request[0]

    def __getstate__(self) -> dict[str, object]:
        """What is copied and pickled: all but the lock."""
        return {name: value for name, value in self.__dict__.items() if name != _LOCK}

    @property
    def lock(self) -> AbstractContextManager[object]:
        """What a thread holds that works something out."""
        found: AbstractContextManager[object] = self.__dict__.setdefault(_LOCK, RLock())
        return found

    @shared_property
    def request(self) -> Request:
        """What was decided on."""
        if not isinstance(self._asked, tuple):
            return self._asked
        from kotowari.requests.quick import request_of  # noqa: PLC0415 - a settled decision has imported it

        return request_of(self._asked)

    @shared_property
    def _judge(self) -> Judge:
        if self._judged is not None:
            return self._judged
        assert isinstance(self._asked, tuple)
        return self.policy.judged(self.request, self._asked[-1], allow_undeclared=True, text=self._text)

    @shared_property
    def _text(self) -> SearchedText | None:
        """The text of a request that was taken apart, with what was found out about it then."""
        assert isinstance(self._asked, tuple)
        written = self._asked[1]
        return None if written is None else self.policy.after_a_glance(encodable(written))

    @shared_property
    def ruling(self) -> Ruling:
        """The verdict with the rules behind it."""
        return rule_on(self._judge)

    @property
    def judge(self) -> Judge:
        """What holds of every rule: for those who ask why the decision is not another one."""
        return self._judge

    @shared_property
    def verdict(self) -> Verdict | None:
        """The verdict; None while it is open."""
        if "ruling" in self.__dict__:
            return self.ruling.verdict
        if isinstance(self._asked, tuple) and not self._asked[3] and self._text:
            return self.policy.verdict_on_text(self._text, self._asked[-1], lambda: self._judge)
        return verdict_on(self._judge)

    @property
    def possible(self) -> tuple[Verdict, ...]:
        """The verdicts that what is not known leaves possible."""
        return self.ruling.possible

    @shared_property
    def reply(self) -> Reply | None:
        """What the customer is told; None while nothing can be said."""
        return compose(self.policy.model, self.ruling, self._holds)

    @shared_property
    def handovers(self) -> tuple[Handover, ...]:
        """What the teams are told that take over, the most urgent first."""
        if not any(speaker.outcome.team for speaker in speakers(self.policy.model, self.ruling)):
            return ()
        from kotowari.replies.handover import handovers  # noqa: PLC0415 - slow to import, for escalations alone

        return handovers(self.policy.model, self.ruling, self.reply)

    @shared_property
    def ask(self) -> tuple[Question, ...]:
        """The facts to ask for, the one that settles soonest first; none where every demand has its answer."""
        ruling = self.ruling
        if ruling.verdict is None:
            return asking.questions(self._spare())
        return asking.questions_about(self._spare(), waiting(ruling))

    @shared_property
    def changes(self) -> tuple[Change, ...]:
        """The smallest changes of facts that would turn the verdict."""
        return changing.changes(self._judge, self.ruling)

    @shared_property
    def assumed(self) -> tuple[str, ...]:
        """The facts whose defaults mattered."""
        return explain.assumed(self._judge)

    @shared_property
    def reasons(self) -> tuple[tuple[str, Reason], ...]:
        """The conditions of the rules that the decision names, as they came out."""
        ruling = self.ruling
        names = {rule.name for demand in ruling.demands for rule in (*demand.rules, *demand.also)}
        names |= {rule.name for rule in (*ruling.rules, *ruling.undetermined)} | {name for name, _ in ruling.set_aside}
        return tuple((name, explain.reason(self._judge, name)) for name in sorted(names))

    def to_dict(self, *, request: bool = True) -> dict[str, object]:
        """The decision in the format `kotowari.decision/1`; with `request`, what was decided on is part of it."""
        findings = Findings(
            self.policy.model, self.policy.place, self.request, self.ruling, self.reasons, self.assumed, self.ask,
            self.changes, self.reply, self.handovers,
        )  # fmt: skip
        return decision_data(findings, request=request)

    def _spare(self) -> Judge:
        """The judge with a budget of its own, so that nothing costs the verdict anything."""
        self._judge.budget = Budget()
        return self._judge

    def _holds(self, condition: c.Condition) -> bool:
        return self._spare().always(self._judge.unknowns.circuit(condition))


def _clock() -> datetime:
    """The moment, to the second: nobody needs more in a reply or to decide the same again."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the one reading of the clock


def load(path: str | os.PathLike[str]) -> Policy:
    """The policy of a folder. Raises PolicyError with every diagnostic where it does not compile or cannot be read."""
    from kotowari.loader import compile_folder  # noqa: PLC0415 - what compiles is slow to import

    return _policy(compile_folder(path, lint=False))


def compile_policy(files: Mapping[str, str | bytes]) -> Policy:
    """A policy from the contents of its files, by name. Raises PolicyError."""
    from kotowari.loader import compile_files  # noqa: PLC0415 - what compiles is slow to import

    return _policy(compile_files(files, lint=False))


def load_diagnostics(path: str | os.PathLike[str]) -> tuple[tuple[Diagnostic, ...], Mapping[str, Source]]:
    """All that is to be said of a policy, whether it compiles or not, and the texts that it points into."""
    linted = lint(path)
    return linted.diagnostics, linted.sources


def lint(path: str | os.PathLike[str]) -> Compiled:
    """The same, with what the policy silences besides."""
    from kotowari.loader import compile_folder  # noqa: PLC0415 - what compiles is slow to import

    return compile_folder(path, today=today())


def today() -> date:
    """The day that `lint` looks from: that of the clock, in UTC."""
    return _clock().date()


def _policy(compiled: Compiled) -> Policy:
    if compiled.model is None:
        raise PolicyError(compiled)
    return Policy(compiled.model, compiled.diagnostics, compiled.sources)
