"""The reply to a customer: every demand answered, in the order of the text, with one thanks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kotowari.engine.decision import Demand, Ruling
from kotowari.engine.rule_on import speaking
from kotowari.model import calendar
from kotowari.model.conditions import Condition
from kotowari.model.model import Model, Outcome, PartName, Rule
from kotowari.model.template import ASKED, BECAUSE, BY, GRANT, TEAM
from kotowari.model.wording import say, say_list, say_time
from kotowari.replies.because import reasons, sentences
from kotowari.replies.fill import Hole, Words, data
from kotowari.replies.scripts import Spoken, parts_of, usual_scripts

# Spoken once in a reply, before and behind what answers the demands.
BEFORE = (PartName.SORRY, PartName.THANKS)
BEHIND = (PartName.NEXT, PartName.CLOSE)
ANSWERS = (PartName.CUSHION, PartName.ANSWER, PartName.REASON, PartName.INSTEAD)

# Between sentences there is a space, but not in Japanese.
_NO_SPACE = frozenset({"ja"})
# What was asked for where no topic says it.
_REQUEST = {"en": "your request", "ja": "お問い合わせ"}


@dataclass(frozen=True, slots=True)
class ReplyPart:
    """One part of a reply as spoken; `about` are the topics of the demand that it answers."""

    part: PartName
    text: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply in one language: its parts in order, and the whole text."""

    language: str
    parts: tuple[ReplyPart, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A demand and one outcome that speaks for it; `rule` is None for the policy's own outcome."""

    demand: Demand | None
    outcome: Outcome
    rule: Rule | None

    @property
    def about(self) -> tuple[str, ...]:
        """The topics that it answers."""
        return self.demand.about if self.demand else ()


def speakers(ruling: Ruling) -> tuple[Speaker, ...]:
    """Who speaks, in the order of the text."""
    if ruling.outcome is not None:
        return (Speaker(None, ruling.outcome, None),)
    return tuple(Speaker(demand, rule.outcome, rule) for demand in speaking(ruling) for rule in demand.rules)


def compose(model: Model, ruling: Ruling, holds: Callable[[Condition], bool]) -> Reply | None:
    """The reply in the language of the situation; None where the verdict is open or nobody has anything to say."""
    found = speakers(ruling) if ruling.verdict is not None else ()
    if not found:
        return None
    return _Composer(model, ruling, found, holds).reply()


@dataclass(slots=True)
class _Composer:
    """`spoken` holds the texts that have been said, `given` the sentences of values: each is said once in a reply."""

    model: Model
    ruling: Ruling
    speakers: Sequence[Speaker]
    holds: Callable[[Condition], bool]
    spoken: set[str] = field(default_factory=set[str])
    given: set[str] = field(default_factory=set[str])

    @property
    def language(self) -> str:
        return self.ruling.situation.language

    def reply(self) -> Reply | None:
        # Where one rule wants nothing from the usual scripts (a threat, an emergency), a usual greeting would hurt.
        alone = any(speaker.rule is not None and speaker.rule.say_only for speaker in self.speakers)
        scripts: list[tuple[Speaker, Spoken]] = []
        for speaker in self.speakers:
            usual = [] if alone else usual_scripts(self.model, speaker.outcome, self.holds)
            scripts.append((speaker, parts_of(speaker.rule, usual, self.language)))
        parts = [*self._once(scripts, BEFORE), *self._answers(scripts), *self._once(scripts, BEHIND)]
        if not parts:
            return None
        return Reply(self.language, tuple(parts), self._text(parts))

    def _once(self, scripts: Sequence[tuple[Speaker, Spoken]], names: Sequence[PartName]) -> Iterator[ReplyPart]:
        """Parts that the whole reply says once: the first that can be said."""
        about = tuple(dict.fromkeys(topic for speaker, _ in scripts for topic in speaker.about))
        for name in names:
            for speaker, spoken in scripts:
                text = self._said(speaker, spoken, name, about)
                if text:
                    yield ReplyPart(name, text, about)
                    break

    def _answers(self, scripts: Sequence[tuple[Speaker, Spoken]]) -> Iterator[ReplyPart]:
        """For each demand its answers, reasons and alternatives, each once; one cushion in all."""
        demands = list(dict.fromkeys(speaker.about for speaker, _ in scripts))
        for about in demands:
            for name in ANSWERS:
                if name is PartName.CUSHION and PartName.CUSHION in self.spoken:
                    continue
                mine = [(speaker, spoken) for speaker, spoken in scripts if speaker.about == about]
                texts = [self._said(speaker, spoken, name, about) for speaker, spoken in mine]
                joined = self._joined([text for text in dict.fromkeys(texts) if text and text not in self.spoken])
                self.spoken.update(text for text in texts if text)
                if joined:
                    self.spoken.add(name)
                    yield ReplyPart(name, joined, about)

    def _said(self, speaker: Speaker, spoken: Spoken, name: PartName, about: tuple[str, ...]) -> str:
        template = spoken.get(name)
        if template is None:
            return ""
        wanted = {placeholder.name for placeholder in template.placeholders}
        try:
            return Words(self._words(speaker, about, wanted)).fill(template)
        except Hole:
            return ""

    # --- what placeholders say ----------------------------------------------------------------------------------------

    def _words(self, speaker: Speaker, about: tuple[str, ...], wanted: set[str]) -> dict[str, str]:
        makers: dict[str, Callable[[], str | None]] = {
            BECAUSE: lambda: self._because(speaker),
            ASKED: lambda: self._asked(about),
            TEAM: lambda: self.team(speaker.outcome),
            BY: lambda: self._by(speaker.outcome),
            GRANT: lambda: self._grant(speaker),
        }
        found = {name: makers.get(name, lambda name=name: self._fact(name))() for name in sorted(wanted)}
        return {name: text for name, text in found.items() if text}

    def _because(self, speaker: Speaker) -> str | None:
        names = list(reasons(self.model, speaker.outcome, self.ruling.situation.today))
        fresh = [sentence for sentence in sentences(self.model, names, self.language) if sentence not in self.given]
        self.given.update(fresh)
        return self._joined(fresh) or None

    def _asked(self, about: tuple[str, ...]) -> str | None:
        if not about:
            return None
        return say_list([self.model.topics[topic].texts.get(self.language, topic) for topic in about], self.language)

    def team(self, outcome: Outcome) -> str | None:
        """What the team of an escalation is called."""
        return self.model.teams[outcome.team].texts.get(self.language, outcome.team) if outcome.team else None

    def _by(self, outcome: Outcome) -> str | None:
        moment = respond_by(self.model, self.ruling, outcome)
        return say_time(moment, self.language, self.ruling.situation.zone) if moment else None

    def _grant(self, speaker: Speaker) -> str | None:
        demand = speaker.demand
        if demand is None or demand.grant is None or demand.grant_rule is None:
            return None
        assert demand.grant_rule.outcome.grant is not None
        return say(demand.grant_rule.outcome.grant.type, demand.grant, self.language, self.ruling.situation.zone)

    def _fact(self, name: str) -> str | None:
        fact = self.model.facts[name]
        value = self.ruling.situation.facts.get(name)
        if value is None or fact.internal:
            return None
        calls = {choice: texts[self.language] for choice, texts in fact.calls.items() if self.language in texts}
        return data(say(fact.type, value, self.language, self.ruling.situation.zone, calls))

    # --- the text -----------------------------------------------------------------------------------------------------

    def _joined(self, texts: Sequence[str]) -> str:
        return ("" if self.language in _NO_SPACE else " ").join(texts)

    def _text(self, parts: Sequence[ReplyPart]) -> str:
        """Paragraphs: the greeting, each demand, then what happens next and the close."""
        paragraphs: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for part in parts:
            place = "before" if part.part in BEFORE else "behind" if part.part in BEHIND else "answer"
            key = (place, part.about if place == "answer" else ())
            lines = paragraphs.setdefault(key, [])
            if lines and part.part is PartName.ANSWER and self._cushioned(parts, part):
                lines[-1] = _run_into(lines[-1], part.text, self.language)
            else:
                lines.append(part.text)
        return "\n\n".join(self._joined(lines) for lines in paragraphs.values())

    def _cushioned(self, parts: Sequence[ReplyPart], answer: ReplyPart) -> bool:
        before = parts[parts.index(answer) - 1]
        return before.part is PartName.CUSHION and before.about == answer.about


def _run_into(cushion: str, answer: str, language: str) -> str:
    return f"{cushion}{answer}" if language in _NO_SPACE else f"{cushion.rstrip()} {answer}"


def respond_by(model: Model, ruling: Ruling, outcome: Outcome) -> datetime | None:
    """The moment by which the team of an escalation answers."""
    team = model.teams.get(outcome.team) if outcome.team else None
    within = outcome.within or (team.within if team else None)
    if team is None or within is None:
        return None
    return calendar.add(ruling.situation.now, within, ruling.situation.zone)
