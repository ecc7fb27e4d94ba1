"""What placeholders say in a reply."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from kotowari.engine.decision import Ruling
from kotowari.model.model import Model
from kotowari.model.template import ASKED, BECAUSE, BY, GRANT, TEAM, Placeholder, Template
from kotowari.model.wording import say, say_list
from kotowari.model.zone_names import say_deadline
from kotowari.record import record
from kotowari.replies.because import reasons, sentences
from kotowari.replies.fill import Hole, data, fill
from kotowari.replies.layout import joined
from kotowari.replies.speakers import Speaker, respond_by

# Where a sentence can end, in both languages.
_ENDS = tuple(".!?。！？")


def same_words(template: Template | None, speaker: Speaker) -> object:
    """What two speakers have in common that say the same words, be it by another time; comparable and hashable.

    Reasons differ from rule to rule and what is granted from demand to demand, so there nobody says the same.
    """
    if template is None:
        return None
    names = {placeholder.name for placeholder in template.placeholders}
    if names & {BECAUSE, GRANT}:
        return template, speaker.rule.name if speaker.rule else "", speaker.about
    if names & {TEAM, BY}:
        return template, speaker.outcome.team
    return template, (speaker.about if ASKED in names else ())


@record(frozen=False)
class Words:
    """The words of one reply. `given` are the sentences of values that it has said: each is said once."""

    model: Model
    ruling: Ruling
    given: set[str] = field(default_factory=set[str])

    def text(self, template: Template | None, speaker: Speaker, about: tuple[str, ...]) -> str:
        """What a part says for a speaker; nothing where one of its placeholders has nothing to say."""
        if template is None:
            return ""
        behind = self._behind(speaker)
        fresh = [text for text in behind if text not in self.given]
        if behind and not fresh:
            template = _without_because(template)
        makers: dict[str, Callable[[], str | None]] = {
            BECAUSE: lambda: joined(fresh, self._language),
            ASKED: lambda: self._asked(about or self._undecided(speaker)),
            TEAM: lambda: self._team(speaker),
            BY: lambda: self._by(speaker),
            GRANT: lambda: self._grant(speaker),
        }
        names = [placeholder.name for placeholder in template.placeholders]
        values = {name: makers[name]() if name in makers else self._fact(name) for name in names}
        try:
            text = fill(template, values)
        except Hole:
            return ""
        if BECAUSE in values:
            self.given.update(fresh)
        return text.strip()

    @property
    def _language(self) -> str:
        return self.ruling.situation.language

    def _behind(self, speaker: Speaker) -> list[str]:
        """The sentences behind an outcome."""
        names = reasons(self.model, speaker.outcome, self.ruling.situation.today)
        return sentences(self.model, names, self._language)

    def _undecided(self, speaker: Speaker) -> tuple[str, ...]:
        """What was asked for where the policy's own outcome speaks, because no rule could decide it."""
        demands = self.ruling.demands if speaker.rule is None else ()
        return tuple(topic for demand in demands for topic in demand.about)

    def _asked(self, about: tuple[str, ...]) -> str | None:
        called = list(dict.fromkeys(self.model.topics[topic].texts.get(self._language, topic) for topic in about))
        return say_list(called, self._language) if called else None

    def _team(self, speaker: Speaker) -> str | None:
        team = speaker.outcome.team
        return self.model.teams[team].texts.get(self._language, team) if team else None

    def _by(self, speaker: Speaker) -> str | None:
        moment = respond_by(self.model, self.ruling, speaker.outcome)
        return say_deadline(moment, self._language, self.ruling.situation.zone) if moment else None

    def _grant(self, speaker: Speaker) -> str | None:
        demand = speaker.demand
        if demand is None or demand.grant is None or demand.grant_rule is None:
            return None
        assert demand.grant_rule.outcome.grant is not None
        return say(demand.grant_rule.outcome.grant.type, demand.grant, self._language, self.ruling.situation.zone)

    def _fact(self, name: str) -> str | None:
        fact = self.model.facts[name]
        value = self.ruling.situation.facts.get(name)
        if value is None or fact.internal:
            return None
        calls = {choice: texts[self._language] for choice, texts in fact.calls.items() if self._language in texts}
        return data(say(fact.type, value, self._language, self.ruling.situation.zone, calls))


def _without_because(template: Template) -> Template:
    """A part whose values have all been said already: what else it says, where that makes sentences without them."""
    kept: list[str | Placeholder] = []
    for piece in template.pieces:
        last = kept[-1] if kept else ""
        if isinstance(piece, Placeholder):
            whole = isinstance(last, str) and (not last.strip() or last.rstrip().endswith(_ENDS))
            if piece.name != BECAUSE or piece.fallback is not None or not whole:
                kept.append(piece)
        elif isinstance(last, str) and kept:
            kept[-1] = f"{last.rstrip()} {piece.lstrip()}" if last[-1:].isspace() else last + piece
        else:
            kept.append(piece)
    return Template(tuple(kept), template.span)
