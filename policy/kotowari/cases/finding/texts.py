"""Texts that ask for topics, mention them or do not: those of the policy's own examples, or of its patterns' words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import islice, product

from kotowari.cases.finding.spelled import texts_of
from kotowari.engine.situation import Mention, mentions_of
from kotowari.model.model import Model, TopicPattern
from kotowari.record import record
from kotowari.text.language import detect
from kotowari.text.topics import Match

Find = Callable[[str], tuple[Match, ...]]
Mentions = Mapping[str, Mention]

# What says that something is not wanted, by language, and what says nothing at all.
_DENIED = {
    "en": ('My question is not about "{}".', "We do not need {}.", "I am not asking for {}."),
    "ja": ("{}の件ではありません。", "{}は不要です。", "{}のつもりはありません。"),
}
_PLAIN = {"en": ("Hello.", "One question.", "Something else."), "ja": ("こんにちは。", "一つ質問です。")}
_STOPS = {"en": (".", " "), "ja": ("。", "")}
_ENDS = tuple(".!?。！？")
# Further texts for a topic say nothing that the first ones do not.
_MOST_TEXTS = 6
_MOST_WORDS = 40
_MOST_JOINED = 16


@record
class Written:
    """A text with what it has to do with topics; those that are missing are not in it."""

    text: str
    language: str
    mentions: Mentions


@record(frozen=False)
class Texts:
    """The texts that are there to choose from; more are made of patterns where none fits."""

    model: Model
    find: Find
    known: Sequence[Written]
    _read: dict[str, Written] = field(default_factory=dict[str, Written])
    _words: dict[tuple[str, str], list[Written]] = field(default_factory=dict[tuple[str, str], "list[Written]"])

    def read(self, text: str) -> Written:
        """A text as the policy reads it."""
        found = self._read.get(text)
        if found is None:
            language = detect(text, self.model.languages) or self.model.languages[0]
            found = self._read[text] = Written(text, language, mentions_of(self.find(text)))
        return found

    def fitting(self, wanted: Mentions, language: str | None = None) -> Iterator[Written]:
        """Texts that have exactly this to do with these topics, the plainest first; in one language where named."""
        fit = [one for one in self.known if language in (None, one.language) and _fits(one.mentions, wanted)]
        asked = {topic for topic, mention in wanted.items() if mention is not Mention.NO}
        yield from sorted(fit, key=lambda one: (len(one.mentions.keys() - asked), len(one.text)))
        for spoken in self._languages(language):
            for text in self._made(wanted, spoken):
                written = self.read(text)
                if language in (None, written.language) and _fits(written.mentions, wanted):
                    yield written

    def _languages(self, language: str | None) -> Sequence[str]:
        return self.model.languages if language is None else (language,)

    def _made(self, wanted: Mentions, language: str) -> Iterator[str]:
        """Texts put together of one for each topic."""
        parts = [
            [self._said(topic, one, mention, language) for one in self.words(topic, language)[:_MOST_TEXTS]]
            for topic, mention in sorted(wanted.items())
            if mention is not Mention.NO
        ]
        if not parts:
            yield from _PLAIN.get(language, _PLAIN["en"])
            return
        for chosen in islice(product(*parts), _MOST_JOINED):
            for each in zip(*chosen, strict=False):
                yield joined(each, language)

    def _said(self, topic: str, one: Written, mention: Mention, language: str) -> tuple[str, ...]:
        if mention is Mention.ASKS:
            return (one.text,)
        first = next(iter(self.find(one.text)), None)
        word = first.text if first and first.topic == topic else one.text
        return tuple(form.format(word) for form in _DENIED.get(language, _DENIED["en"]))

    def words(self, topic: str, language: str) -> list[Written]:
        """Texts that ask for a topic in a language, those of examples first, then the words of its patterns."""
        key = (topic, language)
        if key not in self._words:
            self._words[key] = list(islice(self._asking(topic, language), _MOST_WORDS))
        return self._words[key]

    def _asking(self, topic: str, language: str) -> Iterator[Written]:
        asking = [one for one in self.known if one.language == language and one.mentions.get(topic) is Mention.ASKS]
        yield from sorted(asking, key=lambda one: (len(one.mentions), len(one.text)))
        own = (words for words in self.model.topics[topic].words if words.language == language)
        made = (self.read(text) for words in own for text in texts_of(words.pattern))
        yield from (one for one in made if one.language == language and one.mentions.get(topic) is Mention.ASKS)

    def of_pattern(self, topic: str, words: TopicPattern) -> Iterator[Written]:
        """Texts in which this pattern of a topic finds something that no other pattern of the topic does better."""
        for text in texts_of(words.pattern):
            if any(match.topic == topic and match.pattern == words.pattern.text for match in self.find(text)):
                yield self.read(text)


def joined(texts: Sequence[str], language: str) -> str:
    """Texts one after the other, each a sentence of its own where there are several."""
    stop, space = _STOPS.get(language, _STOPS["en"])
    if len(texts) == 1:
        return texts[0]
    return space.join(text if text.endswith(_ENDS) else f"{text}{stop}" for text in texts)


def _fits(mentions: Mentions, wanted: Mentions) -> bool:
    return all(mentions.get(topic, Mention.NO) is mention for topic, mention in wanted.items())
