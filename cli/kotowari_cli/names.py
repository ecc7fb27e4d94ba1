"""What people call the things of a policy, in the language of the person at the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kotowari.diagnostics.display import printable
from kotowari.model.calendar import zone
from kotowari.record import record
from kotowari_cli.shape import Json
from kotowari_cli.strings import Words

if TYPE_CHECKING:
    from kotowari.model.model import Fact, Model


@record
class Names:
    """Lookups that fall back to the name in the policy; everything they return is safe to print."""

    model: Model
    words: Words

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the policy."""
        found = zone(self.model.zone)
        assert found is not None  # or the policy would not compile
        return found

    def text(self, texts: Mapping[str, str]) -> str | None:
        """`texts` in the language of the terminal, else in the first of the policy that has it."""
        for language in (self.words.language, *self.model.languages):
            if language in texts:
                return printable(texts[language])
        return None

    def topic(self, name: str) -> str:
        """What a topic is called."""
        topic = self.model.topics.get(name)
        return (topic and self.text(topic.texts)) or printable(name)

    def about(self, topics: Iterable[str]) -> str:
        """What a demand is about."""
        return self.words.comma.join(map(self.topic, topics)) or self.words.whole

    def team(self, name: str) -> str:
        """What a team is called."""
        team = self.model.teams.get(name)
        return (team and self.text(team.texts)) or printable(name)

    def label(self, name: str) -> str:
        """What a label is called."""
        label = self.model.labels.get(name)
        return (label and self.text(label.texts)) or printable(name)

    def rule(self, name: str) -> str:
        """A rule's name with its title."""
        rule = self.model.rules.get(name)
        return f"{printable(name)}: {printable(rule.title)}" if rule and rule.title else printable(name)

    def fact(self, name: str) -> str:
        """What a fact is called, and its name, by which it is given."""
        fact = self.model.facts.get(name)
        called = fact and self.text(fact.texts)
        return self.words.named.format(called=called, name=printable(name)) if called else printable(name)

    def value(self, fact: str, value: Json) -> str:
        """The value of a fact as a decision holds it, in words: `$5,000`, `3 days`."""
        declared = self.model.facts.get(fact)
        if declared is None or isinstance(value, dict):
            return printable(str(value))
        from kotowari.model.values import ValueProblem, read_value
        from kotowari.model.wording import say

        try:
            typed = read_value(declared.type, value, offset=UTC)
        except ValueProblem:
            return printable(str(value))  # a phrase that stands for values, such as "another text"
        calls = {choice: self.choice(declared, choice) for choice in declared.type.choices}
        return printable(say(declared.type, typed, self.words.language, self.zone, calls))

    def choice(self, fact: Fact, choice: str) -> str:
        """What a choice of a fact is called."""
        return self.text(fact.calls.get(choice, {})) or printable(choice)
