"""What a hand-over rests on: the words of the text and the facts that its rules read, as people call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kotowari.engine.reads import atoms, facts
from kotowari.engine.situation import Mention, Situation
from kotowari.model import conditions as c
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT, Model, Rule
from kotowari.model.types import Kind
from kotowari.model.wording import say
from kotowari.record import record
from kotowari.replies.fill import data
from kotowari.replies.handover_words import NoteWords
from kotowari.text.topics import Match

# The convention of the vocabulary: a text fact such as `customer.name` says what somebody is called.
_NAME = ".name"
_NOWHERE = 2**31


def evidence(model: Model, situation: Situation, words: NoteWords) -> Evidence:
    """What is known of a situation."""
    first: dict[str, Match] = {}
    for match in sorted(situation.matches.get(REQUEST_TEXT, ()), key=lambda one: one.start):
        first.setdefault(match.topic, match)
    return Evidence(model, situation, words, first)


@record
class Evidence:
    """What is known of a request, in words."""

    model: Model
    situation: Situation
    words: NoteWords
    first: Mapping[str, Match]
    """The first place of each topic in the text."""

    def name(self) -> str:
        """What the customer is called, where that is known."""
        for name in sorted(self.situation.known):
            value = self.situation.facts[name]
            if name.endswith(_NAME) and self.model.facts[name].type.kind is Kind.TEXT and isinstance(value, str):
                return data(value)
        return ""

    def topics(self) -> list[str]:
        """What the text is about, in its order; what it only denies is left out, and stated topics come last."""
        mentions = self.situation.mentions.get(REQUEST_TEXT, {})
        found = [name for name, mention in mentions.items() if mention is Mention.ASKS]
        return sorted(found, key=lambda name: (self._place(name), name))

    def words_found(self, rules: Iterable[Rule]) -> Iterator[str]:
        """The topics that these rules look for, each with the customer's words where it was found."""
        wanted = self._topics_of(rules)
        mentions = self.situation.mentions.get(REQUEST_TEXT, {})
        for topic in sorted(wanted, key=lambda name: (self._place(name), name)):
            if mentions.get(topic, Mention.NO) is not Mention.NO:
                yield self._quoted(topic)

    def facts_read(self, rules: Iterable[Rule]) -> Iterator[str]:
        """The facts that these rules read, with those marked that nobody gave."""
        for name in self._facts_of(rules):
            if name in self.situation.facts:
                said = self._fact(name)
                yield said if name in self.situation.known else self.words.assumed.format(fact=said)

    def others_known(self, rules: Iterable[Rule]) -> Iterator[str]:
        """The facts that somebody gave and that these rules do not read; defaults are no knowledge."""
        read = set(self._facts_of(rules))
        yield from (self._fact(name) for name in sorted(self.situation.known - read) if not _is_built_in(name))

    def missing(self, rules: Iterable[Rule]) -> Iterator[str]:
        """The facts that these rules read and nobody knows."""
        for name in self._facts_of(rules):
            if name not in self.situation.facts:
                yield self.words.not_known.format(fact=self._called(name))

    # --- what rules look at -------------------------------------------------------------------------------------------

    def _conditions(self, rule: Rule) -> Iterator[c.Condition]:
        """The condition of a rule and, for an exception, that of its rule."""
        yield rule.condition
        if rule.parent:
            yield from self._conditions(self.model.rules[rule.parent])

    def _facts_of(self, rules: Iterable[Rule]) -> list[str]:
        found: set[str] = set()
        for rule in rules:
            for condition in self._conditions(rule):
                found |= facts(condition)
        return sorted(name for name in found if not _is_built_in(name))

    def _topics_of(self, rules: Iterable[Rule]) -> set[str]:
        found: set[str] = set()
        for rule in rules:
            found.update(rule.about)
            for condition in self._conditions(rule):
                for atom in atoms(condition):
                    if isinstance(atom, c.Mentions) and atom.fact == REQUEST_TEXT:
                        found.update(atom.topics)
        return found

    # --- in words -----------------------------------------------------------------------------------------------------

    def _place(self, topic: str) -> int:
        """Where a topic first stands in the text; behind all others where it was stated."""
        first = self.first.get(topic)
        return first.start if first else _NOWHERE

    def _quoted(self, topic: str) -> str:
        called = self.model.topics[topic].texts.get(self.situation.language, topic)
        first = self.first.get(topic)
        return self.words.quoted.format(topic=called, text=data(first.text)) if first else called

    def _called(self, name: str) -> str:
        return self.model.facts[name].texts.get(self.situation.language, name)

    def _fact(self, name: str) -> str:
        fact, language = self.model.facts[name], self.situation.language
        calls = {choice: texts[language] for choice, texts in fact.calls.items() if language in texts}
        value = say(fact.type, self.situation.facts[name], language, self.situation.zone, calls)
        return f"{self._called(name)} {data(value)}"


def _is_built_in(fact: str) -> bool:
    return fact in (REQUEST_TEXT, REQUEST_LANGUAGE)
