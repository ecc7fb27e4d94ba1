"""What a reply is to tell, taken from a decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kotowari.engine.decision import Ruling
from kotowari.engine.rule_on import speaking
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT, Model
from kotowari.model.wording import say
from kotowari.review.expectations import Expectations
from kotowari.review.expected import asked, of_outcome, of_rules

# A shorter value stands in many a text by chance.
_SHORTEST = 3


def of_ruling(model: Model, ruling: Ruling, language: str) -> Expectations:
    """What the reply to a decided request is to tell, and what it need not ask."""
    if ruling.outcome is not None:
        expected = of_outcome(model, ruling.outcome, language)
    else:
        expected = of_rules(model, ruling.rules, language) if ruling.rules else Expectations(ruling.verdict)
    about = [topic for demand in speaking(ruling) for topic in demand.about]
    return replace(
        expected,
        asked=asked(model, about, language),
        known=tuple(_known(model, ruling, language)),
        hidden=(*expected.hidden, *_values(model, ruling, language)),
    )


def _known(model: Model, ruling: Ruling, language: str) -> Iterator[str]:
    """What the facts are called that somebody gave."""
    for name in sorted(ruling.situation.known - {REQUEST_TEXT, REQUEST_LANGUAGE}):
        called = model.facts[name].texts.get(language)
        if called:
            yield called


def _values(model: Model, ruling: Ruling, language: str) -> Iterator[str]:
    """What the internal facts of this request say."""
    situation = ruling.situation
    for name in sorted(situation.known):
        fact = model.facts[name]
        value = situation.facts.get(name)
        if fact.internal and value is not None and not isinstance(value, bool):
            said = say(fact.type, value, language, situation.zone)
            if len(said) >= _SHORTEST:
                yield said
