"""Whether single topics stand in a text, where only a few of many are in question.

A topic cannot be there without one of its needles, so a plain search for these comes first, and hardly any topic has to
be looked for in full. Answers are those of `kotowari.text.topics`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import Final, TypeAlias

from kotowari.text.characters import SEPARATORS
from kotowari.text.denial.denial import is_denied
from kotowari.text.fold import fold
from kotowari.text.patterns.automaton import automaton
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.needles import needles
from kotowari.text.patterns.nodes import Gap, Word
from kotowari.text.patterns.pattern import Expression, Matcher, Pattern, compile_pattern
from kotowari.text.patterns.search import Hit
from kotowari.text.topics import TopicFinder, TopicWords

# With few strings the automaton first looks for their rarest bytes, which costs several times what it saves where these
# are not rare in the text. Strings of single bytes that hardly occur keep it from that.
_STEADY: Final = tuple("\x01\x02\x03\x04\x05\x06\x07")
# How many searches for one string take as long as one pass for all, with fewer strings than so many.
_WORTH: Final = ((300, 9), (3_000, 10))  # strings, searches
_WORTH_MOST: Final = 14
# Of more topics, a text is looked into for single ones alone: it takes long to make what finds all.
_MOST_AT_ONCE: Final = 500


def folded_text(written: str) -> str:
    """The text as needles are looked for in it."""
    # What repeats is folded too; a sign alone is found several times as fast as two of them.
    return written.lower() if written.isascii() and "~" not in written else fold(written).text


# Where topics are in a text, by name.
Whole: TypeAlias = Callable[[View], Mapping[str, Sequence[Hit]]]


class Seen:
    """A text that topics are looked for in, and its `folded_text`; where each character stood is worked out later.

    `whole` finds all of them at once where that is the quicker way. `asked` keeps which of them are asked for.
    """

    def __init__(self, written: str, text: str, whole: Whole | None) -> None:
        self.written = written
        self.text = text
        self.whole = whole
        self.asked: dict[Topic, bool] = {}

    @cached_property
    def view(self) -> View:
        """The text folded, for the matchers."""
        return View(fold(self.written))


# A string, and what tells whether the topic is there where that string is.
Search: TypeAlias = tuple[str, Callable[[Seen], bool]]


# What a topic is recognised by, with what makes its patterns ready to match.
Readied: TypeAlias = tuple[TopicWords, Callable[[Pattern], Matcher]]


def needles_of(words: TopicWords, compiled: Callable[[Pattern], Matcher] = compile_pattern) -> tuple[str, ...] | None:
    """Strings one of which is in every folded text about a topic; None where it can be there without any."""
    found = [needles(compiled(pattern)) for pattern, _ in words.patterns]
    return None if None in found else tuple(_shortest(one for some in found for one in some or ()))


class Topic:
    """One topic: its needles, and what finds it for certain, which is made when it is first needed."""

    def __init__(self, name: str, needles: tuple[str, ...] | None, read: Callable[[], Readied]) -> None:
        self.name = name
        self.needles = needles
        self._read = read

    @cached_property
    def _finder(self) -> TopicFinder:
        words, compiled = self._read()
        return TopicFinder([words], compiled)

    @cached_property
    def _plain(self) -> list[_Phrase] | None:
        words, compiled = self._read()
        return None if words.excluded else _plain(compiled(pattern) for pattern, _ in words.patterns)

    @cached_property
    def mentioned(self) -> tuple[Search, ...]:
        """What tells whether a text mentions it."""
        return self._searches(self._mentioned)

    @cached_property
    def asked(self) -> tuple[Search, ...]:
        """What tells whether a text asks for it."""
        return self._searches(self._asked)

    def _searches(self, there: Callable[[Seen], bool]) -> tuple[Search, ...]:
        return tuple((needle, there) for needle in (("",) if self.needles is None else self.needles))

    def _mentioned(self, seen: Seen) -> bool:
        if seen.text.isascii() and self._plain is not None:
            return _stands(seen.text, self._plain)
        return bool(self._hits(seen))

    def _asked(self, seen: Seen) -> bool:
        asked = seen.asked.get(self)
        if asked is None:
            asked = any(not is_denied(seen.view.folded, hit.start, hit.end) for hit in self._hits(seen))
            seen.asked[self] = asked
        return asked

    def _hits(self, seen: Seen) -> Sequence[Hit]:
        """Where the topic is."""
        whole = seen.whole or self._finder.hits
        return whole(seen.view).get(self.name, ())


def _shortest(words: Iterable[str]) -> list[str]:
    """Those of the words that none of the others stands in."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda word: (len(word), word)):
        if not any(other in word for other in kept):
            kept.append(word)
    return kept


def _beginnings(words: Iterable[str]) -> list[str]:
    """Those of the words that do not begin with another one."""
    kept: list[str] = []
    for word in sorted(words):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return kept


# --- words in ASCII ---------------------------------------------------------------------------------------------------

# What begins a phrase, and the phrase as an expression to match there. An ordinary one will do: nothing in it repeats
# but what parts two words, and the text is one that folding has made plain.
_Phrase: TypeAlias = tuple[tuple[str, ...], re.Pattern[str]]
_BEGINS: Final = r"(?<![a-z0-9])(?<![a-z0-9]')"
_ENDS: Final = r"(?![a-z0-9])(?!'[a-z0-9])"
_APART: Final = rf"[{SEPARATORS}]"
_SAME_LINE: Final = rf"(?:(?!\n){_APART})*"
# As in `matching`: up to 40 characters, of which one may end a line; a blank line parts two sentences.
_GAP: Final = rf"(?!{_APART}{{41}})(?!{_SAME_LINE}\n{_SAME_LINE}\n){_APART}+"


def _plain(matchers: Iterable[Matcher]) -> list[_Phrase] | None:
    """The patterns that can match in a text in ASCII, where all of them are neighbouring words; else None."""
    found: list[_Phrase] = []
    for matcher in matchers:
        if isinstance(matcher, Expression):
            return None
        steps = [(step.gap, step.node) for step in matcher.phrase.steps]
        words = [tuple(filter(str.isascii, node.forms)) for _, node in steps if isinstance(node, Word)]
        if len(words) < len(steps) or any(gap is not Gap.WORDS for gap, _ in steps[1:]):
            return None
        if all(words):
            each = (f"(?:{'|'.join(map(re.escape, sorted(forms)))}){_ENDS}" for forms in words)
            found.append((tuple(_beginnings(words[0])), re.compile(_BEGINS + _GAP.join(each))))
    return found


def _stands(text: str, phrases: Sequence[_Phrase]) -> bool:
    """Whether one of the phrases stands in a folded text in ASCII."""
    for begins, phrase in phrases:
        for begin in begins:
            start = text.find(begin)
            while start >= 0:
                if phrase.match(text, start):
                    return True
                start = text.find(begin, start + 1)
    return False


class Glance:
    """The topics of a policy, by name."""

    def __init__(self, topics: Mapping[str, Topic], whole: Whole | None = None) -> None:
        """`whole` finds all topics at once."""
        self._topics = topics
        self._whole = whole if len(topics) <= _MOST_AT_ONCE else None
        self._latest: Seen | None = None

    def seen(self, written: str, text: str) -> Seen:
        """A text and its `folded_text`, for topics to be looked for in it."""
        # Words in ASCII are found one by one: that needs no look at the others.
        self._latest = seen = Seen(written, text, None if text.isascii() else self._whole)
        return seen

    def handed_on(self, written: str | None) -> View | None:
        """The text folded, with all that was found out about it, where it is the last one; it is then forgotten."""
        latest, self._latest = self._latest, None
        return latest.view if latest is not None and latest.written is written else None

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
        return tuple(dict.fromkeys(needle for topic in self._topics.values() for needle in topic.needles or ()))

    def there(self, text: str) -> set[str]:
        """The needles that are in a folded text, and the empty string, which is in every one."""
        return {"", *self._pass(text, overlapping=True)}

    @cached_property
    def _pass(self) -> Callable[..., list[str]]:
        return automaton((*self.needles, *_STEADY)).find_matches_as_strings


def glance(topics: Iterable[TopicWords], whole: Whole | None = None) -> Glance:
    """Looks for topics that a policy states so; `whole` finds all of them at once."""
    found = {words.name: Topic(words.name, needles_of(words), partial(_readied, words)) for words in topics}
    return Glance(found, whole)


def _readied(words: TopicWords) -> Readied:
    return words, compile_pattern
