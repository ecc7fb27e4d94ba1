"""How the topics of a text came about, and how those nearly did that it does not have."""

from __future__ import annotations

from functools import cached_property

from kotowari import Policy
from kotowari.model.model import Topic
from kotowari.record import record
from kotowari.text.authoring.tracing import Part, Removed, Stated, StatedTopic, folded_place, parts, removed
from kotowari.text.denial.denial import denial_of
from kotowari.text.denial.lines import Line
from kotowari.text.denial.words import deciding_words
from kotowari.text.fold import fold
from kotowari.text.near.found import Near
from kotowari.text.near.misses import near_misses
from kotowari.text.patterns.matching import View
from kotowari.text.topics import Match


def stated(policy: Policy, topic: Topic) -> StatedTopic:
    """The topic's patterns with their places in the policy."""
    return StatedTopic(
        topic.name,
        tuple(Stated(one.pattern, policy.place(one.span.source, one.span.start)) for one in topic.words),
        tuple(
            Stated(pattern, policy.place(span.source, span.start))
            for pattern, span in zip(topic.excluded, topic.excluded_at, strict=True)
        ),
    )


@record
class Traced:
    """A text, and by what each of its topics was found."""

    policy: Policy
    text: str

    @cached_property
    def _view(self) -> View:
        return View(fold(self.text))

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """What the text mentions, by place."""
        return self.policy.topics(self.text)

    def topic(self, name: str) -> StatedTopic:
        """The topic of this name."""
        return stated(self.policy, self.policy.model.topics[name])

    def pattern(self, match: Match) -> Stated:
        """The pattern that found a match."""
        of_topic = self.topic(match.topic).patterns
        same = (one for one in of_topic if (one.source, one.pattern.text) == (match.source, match.pattern))
        return next(one for one in same)

    def parts(self, match: Match) -> tuple[Part, ...]:
        """Which part of the pattern found what."""
        start, end = folded_place(self._view.folded, match.start, match.end)
        return parts(self.pattern(match).pattern, self._view, start, end)

    def denial(self, match: Match) -> Line | None:
        """The line of the data about denial that decided about a match, where any denies it."""
        start, end = folded_place(self._view.folded, match.start, match.end)
        return denial_of(self._view.folded, start, end)

    def deciding(self, match: Match, line: Line) -> str:
        """The customer's words on which the line decided; those of the match where they cannot be told."""
        start, end = folded_place(self._view.folded, match.start, match.end)
        return deciding_words(self._view.folded, start, end, line) or match.text

    def removed(self, name: str) -> tuple[Removed, ...]:
        """The matches of a topic that its `not` patterns took away."""
        return removed(self.topic(name), self.text)

    def near(self, name: str) -> tuple[Near, ...]:
        """The near misses of a topic's patterns."""
        return near_misses(self.topic(name), self.text)
