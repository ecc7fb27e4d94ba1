"""What a hand-over note says, point by point, as far as the policy and the request know it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from kotowari.engine.decision import Demand, Ruling
from kotowari.engine.rule_on import speaking
from kotowari.model.duration import Duration
from kotowari.model.model import Model, PartName, Rule, Texts
from kotowari.model.wording import say_duration, say_list, say_time
from kotowari.record import record
from kotowari.replies.because import cited
from kotowari.replies.evidence import Evidence
from kotowari.replies.handover_words import NoteWords
from kotowari.replies.layout import Reply, joined
from kotowari.replies.speakers import Speaker

_TOLD = (PartName.ANSWER, PartName.NEXT)


@record
class Case:
    """One team's part of a request: who speaks for it, by when and within how long it answers."""

    model: Model
    ruling: Ruling
    evidence: Evidence
    team: str
    speakers: tuple[Speaker, ...]
    reply: Reply | None
    moment: datetime | None
    within: Duration | None

    @property
    def language(self) -> str:
        """The language of the request, which the note is written in as well: those who answer it read it."""
        return self.ruling.situation.language

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that brought the request to the team."""
        return tuple(speaker.rule for speaker in self.speakers if speaker.rule)

    @property
    def words(self) -> NoteWords:
        """The labels and phrases."""
        return self.evidence.words

    def by(self) -> str:
        """The moment on the clocks of the policy."""
        return say_time(self.moment, self.language, self.ruling.situation.zone) if self.moment else ""

    def team_called(self, team: str) -> str:
        """What a team is called."""
        return self.model.teams[team].texts.get(self.language, team)

    def topics(self, names: Iterable[str]) -> str:
        """What topics are called."""
        return say_list([self.model.topics[name].texts.get(self.language, name) for name in names], self.language)


def points(case: Case) -> Iterator[tuple[str, str]]:
    """The labels and what stands behind them; what nobody knows is left out."""
    words = case.words
    yield words.summary, _summary(case)
    yield words.to, _to(case)
    if case.moment is not None and case.within is not None:
        within = say_duration(case.within, case.language)
        yield words.by, words.due.format(by=case.by(), zone=case.model.zone, within=within)
    for why in dict.fromkeys(_why(case, speaker) for speaker in case.speakers):
        yield words.why, why
    basis = words.between.join(_basis(case))
    if basis:
        yield words.basis, basis
    for label, texts in _noted(case):
        for text in texts:
            yield label, text
    yield words.customer, words.between.join(_customer(case))
    also = words.between.join(_also(case))
    if also:
        yield words.also, also
    yield words.told, _told(case) or words.nothing_told
    if case.moment is not None:
        yield words.next, words.answers.format(team=case.team_called(case.team), by=case.by())


# --- what it is, to whom, by when -------------------------------------------------------------------------------------


def _summary(case: Case) -> str:
    """Who writes about what; where the text says nothing of that, the rules that brought it here."""
    words, situation = case.words, case.ruling.situation
    name = case.evidence.name()
    who = words.named.format(name=name) if name else words.a_customer
    topics = case.evidence.topics()
    if topics:
        return words.writes_about.format(who=who, topics=case.topics(topics))
    titles = [rule.title or rule.name for rule in case.rules] or [_without_rule(case)]
    return f"{who}{words.colon}{say_list(titles, situation.language)}"


def _to(case: Case) -> str:
    called, contact = case.team_called(case.team), case.model.teams[case.team].contact
    return case.words.contact.format(team=called, contact=contact) if contact else called


# --- why it is here ---------------------------------------------------------------------------------------------------


def _why(case: Case, speaker: Speaker) -> str:
    """The rule and what speaks for it, what is internal included: nobody but the team reads this."""
    rule = speaker.rule
    head = _without_rule(case) if rule is None else rule.name
    if rule is not None and rule.title:
        head = case.words.rule.format(title=rule.title, name=rule.name)
    because = cited(case.model, speaker.outcome, case.ruling.situation.today)
    principles = (case.model.principles[name].texts.get(case.language, name) for name in because)
    return case.words.dash.join([head, *principles])


def _without_rule(case: Case) -> str:
    unanswered = case.ruling.outcome is case.model.unanswered
    return case.words.unanswered if unanswered else case.words.otherwise


def _basis(case: Case) -> Iterator[str]:
    """The words and facts that the rules rest on, or what was missing to decide."""
    if case.ruling.outcome is not None:
        yield from case.evidence.missing(case.ruling.undetermined)
        return
    yield from case.evidence.words_found(case.rules)
    yield from case.evidence.facts_read(case.rules)


# --- what is wanted ---------------------------------------------------------------------------------------------------


def _noted(case: Case) -> Iterator[tuple[str, list[str]]]:
    """What the rules note: what is wanted, what to avoid, what comes of it if nobody acts."""
    words = case.words
    yield words.wanted, _texts(case, (rule.notes.wanted for rule in case.rules))
    yield words.avoid, _texts(case, (rule.notes.avoid for rule in case.rules))
    risks = _texts(case, (rule.notes.risk for rule in case.rules))
    missed = [words.missed.format(by=case.by())] if case.moment and _told(case) else []
    yield words.risk, [words.between.join([*risks, *missed])] if risks or missed else []


def _texts(case: Case, notes: Iterable[Texts]) -> list[str]:
    """The notes in the language of the request or, rather than not at all, in another one of the policy."""
    languages = (case.language, *case.model.languages)
    found = (next((note[language] for language in languages if language in note), "") for note in notes)
    return list(dict.fromkeys(text for text in found if text))


# --- the customer -----------------------------------------------------------------------------------------------------


def _customer(case: Case) -> Iterator[str]:
    """The language and the facts that somebody gave, but for those that the rules rest on: these stand there."""
    words = case.words
    yield words.writes_in.format(language=words.languages.get(case.language, case.language))
    yield from case.evidence.others_known(case.rules)


def _also(case: Case) -> Iterator[str]:
    """What else was asked for, and what became of it; where the policy's own outcome speaks, there is nothing else."""
    if case.ruling.outcome is not None:
        return
    mine = {speaker.about for speaker in case.speakers}
    spoken = {demand.about for demand in speaking(case.ruling)}
    for demand in case.ruling.demands:
        if demand.about and demand.about not in mine:
            yield _became(case, demand, is_answered=demand.about in spoken)


def _became(case: Case, demand: Demand, *, is_answered: bool) -> str:
    verdict = demand.verdict if is_answered else None
    phrase = case.words.answered[verdict] if verdict else case.words.open
    teams = list(dict.fromkeys(case.team_called(rule.outcome.team) for rule in demand.rules if rule.outcome.team))
    return phrase.format(topics=case.topics(demand.about), team=say_list(teams, case.language))


def _told(case: Case) -> str:
    """What the reply answers and promises, on one line."""
    parts = case.reply.parts if case.reply else ()
    said = [" ".join(part.text.split("\n")) for part in parts if part.part in _TOLD]
    return joined(said, case.language)
