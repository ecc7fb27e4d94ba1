"""Whether single topics stand in a text, where only a few of many are in question.

A topic cannot be there without one of its needles, so a plain search for these comes first, and hardly any topic has to
be looked for in full. Answers are those of `kotowari.text.topics`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from kotowari.text.characters import SEPARATORS
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.needles import needles
from kotowari.text.patterns.nodes import Gap, Word
from kotowari.text.patterns.pattern import Expression, Matcher, compile_pattern
from kotowari.text.topics import TopicFinder, TopicWords

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

# The quickest automaton takes most memory: about a hundred bytes for each character of its strings.
_LARGE: Final = 50_000
_MANY: Final = 3_000  # strings whose automaton no longer stays near the processor


class Seen:
    """A text that topics are looked for in; it is folded in full only where one of them may be there."""

    def __init__(self, written: str) -> None:
        self.written = written
        # What repeats is folded too; a sign alone is found several times as fast as two of them.
        self.text = written.lower() if written.isascii() and "~" not in written else self.view.folded.text

    @cached_property
    def view(self) -> View:
        """The text folded, for the matchers."""
        return View(fold(self.written))


# A string, and what tells whether the topic is there where that string is.
Search: TypeAlias = tuple[str, Callable[[Seen], bool]]


class _Topic:
    """One topic: its needles (None where it can be there without any), and what finds it for certain."""

    def __init__(self, words: TopicWords) -> None:
        self._words = words
        matchers = [compile_pattern(pattern) for pattern, _ in words.patterns]
        found = [needles(matcher) for matcher in matchers]
        self.needles = None if None in found else tuple(_shortest(one for some in found for one in some or ()))
        self._plain = None if words.excluded else _plain(matchers)

    @cached_property
    def _finder(self) -> TopicFinder:
        return TopicFinder([self._words])

    @cached_property
    def mentioned(self) -> tuple[Search, ...]:
        return self._searches(self._mentioned)

    @cached_property
    def asked(self) -> tuple[Search, ...]:
        return self._searches(self._asked)

    def _searches(self, there: Callable[[Seen], bool]) -> tuple[Search, ...]:
        return tuple((needle, there) for needle in (("",) if self.needles is None else self.needles))

    def _mentioned(self, seen: Seen) -> bool:
        if self._plain is None or not seen.text.isascii():
            return bool(self._finder.find_in(seen.view))
        return _stands(seen.text, self._plain)

    def _asked(self, seen: Seen) -> bool:
        return any(not match.denied for match in self._finder.find_in(seen.view))


def _shortest(words: Iterable[str]) -> list[str]:
    """Those of the words that none of the others stands in."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda word: (len(word), word)):
        if not any(other in word for other in kept):
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
            found.append((tuple(_shortest(words[0])), re.compile(_BEGINS + _GAP.join(each))))
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
    """The topics of a policy."""

    def __init__(self, topics: Iterable[TopicWords]) -> None:
        self._topics = {topic.name: _Topic(topic) for topic in topics}

    def mentioned(self, topic: str) -> tuple[Search, ...]:
        """What tells whether a text mentions the topic."""
        return self._topics[topic].mentioned

    def asked(self, topic: str) -> tuple[Search, ...]:
        """What tells whether a text asks for the topic."""
        return self._topics[topic].asked

    @cached_property
    def worth(self) -> int:
        """For how many strings plain searches take as long as one pass; more where the pass waits for memory."""
        return 40 if sum(len(topic.needles or ()) for topic in self._topics.values()) < _MANY else 96

    def possible(self, seen: Seen) -> set[str]:
        """The topics that may be there, some of which are not."""
        automaton, names = self._automaton
        found = set(self._always)
        for number, _, _ in automaton.find_matches_as_indexes(seen.text, overlapping=True):
            found.update(names[number])
        return found

    @cached_property
    def _always(self) -> tuple[str, ...]:
        return tuple(name for name, topic in self._topics.items() if topic.needles is None)

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, list[list[str]]]:
        from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415 - where few rules are left it is not needed

        by_needle: dict[str, list[str]] = {}
        for name, topic in self._topics.items():
            for needle in topic.needles or ():
                by_needle.setdefault(needle, []).append(name)
        size = sum(map(len, by_needle))
        kind = Implementation.DFA if size <= _LARGE else Implementation.ContiguousNFA
        return AhoCorasick(by_needle, implementation=kind), list(by_needle.values())
