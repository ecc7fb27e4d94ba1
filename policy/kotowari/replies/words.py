"""What placeholders say in a reply."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kotowari.engine.decision import Ruling
from kotowari.model.model import Model
from kotowari.model.template import ASKED, BECAUSE, BY, GRANT, TEAM, Template
from kotowari.model.wording import say, say_list, say_time
from kotowari.replies.because import reasons, sentences
from kotowari.replies.fill import Hole, data, fill
from kotowari.replies.layout import joined
from kotowari.replies.speakers import Speaker, respond_by


@dataclass(slots=True)
class Words:
    """The words of one reply. `given` are the sentences of values that it has said: each is said once."""

    model: Model
    ruling: Ruling
    given: set[str] = field(default_factory=set[str])

    def text(self, template: Template | None, speaker: Speaker, about: tuple[str, ...]) -> str:
        """What a part says for a speaker; nothing where one of its placeholders has nothing to say."""
        if template is None:
            return ""
        fresh = self._fresh(speaker)
        makers: dict[str, Callable[[], str | None]] = {
            BECAUSE: lambda: joined(fresh, self._language),
            ASKED: lambda: self._asked(about),
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

    def _fresh(self, speaker: Speaker) -> list[str]:
        """The sentences behind an outcome that have not been said yet."""
        names = reasons(self.model, speaker.outcome, self.ruling.situation.today)
        return [text for text in sentences(self.model, names, self._language) if text not in self.given]

    def _asked(self, about: tuple[str, ...]) -> str | None:
        called = [self.model.topics[topic].texts.get(self._language, topic) for topic in about]
        return say_list(called, self._language) if called else None

    def _team(self, speaker: Speaker) -> str | None:
        team = speaker.outcome.team
        return self.model.teams[team].texts.get(self._language, team) if team else None

    def _by(self, speaker: Speaker) -> str | None:
        moment = respond_by(self.model, self.ruling, speaker.outcome)
        return say_time(moment, self._language, self.ruling.situation.zone) if moment else None

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
