"""Whether single topics stand in a text, where only a few of many are in question.

A topic cannot be there without one of its needles, so a plain search for these comes first, and hardly any topic has to
be looked for in full. Answers are those of `kotowari.text.topics`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Final, TypeAlias

from kotowari.cached import cached_property
from kotowari.text.ascii_words import Phrase, Row, phrase, rows, stand, told
from kotowari.text.beginnings import without_longer
from kotowari.text.fold import Folded, fold
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.multisearch import MultiSearch, multisearch
from kotowari.text.patterns.needles import begin_words, needles
from kotowari.text.patterns.pattern import Matcher, Pattern, compile_pattern
from kotowari.text.patterns.search import Hit
from kotowari.text.topics import (
    Needles,
    SearchedText,
    TopicFinder,
    TopicPlaces,
    TopicWords,
    is_unwanted,
)

# How many searches for one string take as long as one pass for all, with fewer strings than so many.
_WORTH: Final = ((300, 9), (3_000, 10))  # strings, searches
_WORTH_MOST: Final = 14
# Of more topics, a text is looked into for single ones alone: it takes long to make what finds all.
_MOST_AT_ONCE: Final = 500


# Where all topics are in a text.
Whole: TypeAlias = Callable[[SearchedText], TopicPlaces]


class Seen:
    """A text that topics are looked for in, and the same folded; where each character stood may be worked out later.

    `whole` finds all of them at once where that is the quicker way. `asked` keeps which of them are asked for.
    """

    def __init__(self, written: str, text: str, folded: Folded | None, whole: Whole | None) -> None:
        self.written = written
        self.text = text
        self._folded = folded
        self._whole = whole
        self.asked: dict[Topic, bool] = {}

    @cached_property
    def searched(self) -> SearchedText:
        """The text made ready for what finds topics for certain."""
        return SearchedText(View(self._folded or fold(self.written)))

    @cached_property
    def found(self) -> TopicPlaces | None:
        """Where all topics are, each looked for when it is asked for; None where each is looked for by itself."""
        return self._whole(self.searched) if self._whole else None


# A string, and what tells whether the topic is there where that string is.
Search: TypeAlias = tuple[str, Callable[[Seen], bool]]


# What a topic is recognised by, with what makes its patterns ready to match.
Readied: TypeAlias = tuple[TopicWords, Callable[[Pattern], Matcher]]


def needles_of(words: TopicWords, compiled: Callable[[Pattern], Matcher] = compile_pattern) -> Needles | None:
    """The needles of a topic; None where it can be in a text without any."""
    matchers = [compiled(pattern) for pattern, _ in words.patterns]
    found = [needles(matcher) for matcher in matchers]
    if None in found:
        return None
    at_words = all(map(begin_words, matchers))
    every = {one for some in found for one in some or ()}
    return Needles(without_longer(every) if at_words else tuple(_shortest(every)), at_words)


class Topic:
    """One topic: its needles, and what finds it for certain, which is made when it is first needed."""

    def __init__(self, name: str, needles: Needles | None, read: Callable[[], Readied]) -> None:
        self.name = name
        self.needles = needles
        self._read = read

    @cached_property
    def _finder(self) -> TopicFinder:
        words, compiled = self._read()
        return TopicFinder([words], compiled)

    @cached_property
    def _phrases(self) -> list[Phrase] | None:
        found = self._rows()
        return None if found is None else [phrase(row) for row in found]

    def _rows(self) -> list[Row] | None:
        words, compiled = self._read()
        return None if words.excluded else rows(compiled(pattern) for pattern, _ in words.patterns)

    @cached_property
    def mentioned(self) -> tuple[Search, ...]:
        """What tells whether a text mentions it."""
        return self._searches(told(self._rows, self._mentioned))

    @cached_property
    def asked(self) -> tuple[Search, ...]:
        """What tells whether a text asks for it."""
        return self._searches(self._asked)

    def _searches(self, there: Callable[[Seen], bool]) -> tuple[Search, ...]:
        return tuple((needle, there) for needle in (("",) if self.needles is None else self.needles.strings))

    def _mentioned(self, seen: Seen) -> bool:
        if seen.text.isascii() and self._phrases is not None:
            return stand(seen.text, self._phrases)
        return next(iter(self._hits(seen)), None) is not None

    def _asked(self, seen: Seen) -> bool:
        asked = seen.asked.get(self)
        if asked is None:
            asked = any(not is_unwanted(seen.searched, hit) for hit in self._hits(seen))
            seen.asked[self] = asked
        return asked

    def _hits(self, seen: Seen) -> Iterable[Hit]:
        """Where the topic is."""
        return (seen.found or self._finder.found_in(seen.searched)).of(self.name)


def _shortest(words: Iterable[str]) -> list[str]:
    """Those of the words that none of the others stands in."""
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(other in word for other in kept):
            kept.append(word)
    return kept


class Glance:
    """The topics of a policy, by name."""

    def __init__(self, topics: Mapping[str, Topic], whole: Whole | None = None) -> None:
        """`whole` finds all topics at once."""
        self._topics = topics
        self._whole = whole if len(topics) <= _MOST_AT_ONCE else None
        self._folded: Folded | None = None
        self._latest: Seen | None = None

    def folded(self, written: str) -> str:
        """The text as needles are looked for in it."""
        # What repeats is folded too; a sign alone is found several times as fast as two of them.
        if written.isascii() and "~" not in written:
            return written.lower()
        self._folded = folded = fold(written)
        return folded.text

    def seen(self, written: str, text: str) -> Seen:
        """A text and the same folded, for topics to be looked for in it."""
        folded = self._folded
        folded = folded if folded is not None and folded.written is written else None
        self._latest = seen = Seen(written, text, folded, self._whole)
        return seen

    def handed_on(self, written: str | None) -> SearchedText | None:
        """The text with all that was found out about it, where it is the last one; it is then forgotten."""
        latest, self._latest = self._latest, None
        return latest.searched if latest is not None and latest.written is written else None

    def mentioned(self, topic: str) -> tuple[Search, ...]:
        """What tells whether a text mentions the topic."""
        return self._topics[topic].mentioned

    def asked(self, topic: str) -> tuple[Search, ...]:
        """What tells whether a text asks for the topic."""
        return self._topics[topic].asked

    @cached_property
    def worth(self) -> int:
        """For how many strings plain searches take as long as one pass."""
        size = len(self.needles)
        return next((worth for most, worth in _WORTH if size < most), _WORTH_MOST)

    @cached_property
    def needles(self) -> tuple[str, ...]:
        """What the topics that are not in every text are searched for by."""
        return tuple(dict.fromkeys(string for needles in self._every for string in needles.strings))

    @cached_property
    def at_words(self) -> AbstractSet[str]:
        """Those of them that matter only where they begin a word."""
        others = {string for needles in self._every if not needles.at_words for string in needles.strings}
        return {string for string in self.needles if string not in others}

    @property
    def _every(self) -> Iterable[Needles]:
        return (topic.needles for topic in self._topics.values() if topic.needles)

    def there(self, text: str) -> set[str]:
        """The needles that are in a folded text, and the empty string, which is in every one."""
        return {"", *self._search.there(text)}

    @cached_property
    def _search(self) -> MultiSearch:
        return multisearch(self.needles)


def glance(topics: Iterable[TopicWords], whole: Whole | None = None) -> Glance:
    """Looks for topics that a policy states so; `whole` finds all of them at once."""
    found = {words.name: Topic(words.name, needles_of(words), partial(_readied, words)) for words in topics}
    return Glance(found, whole)


def _readied(words: TopicWords) -> Readied:
    return words, compile_pattern
