"""Verdicts on texts by what they have to do with topics, as far as the judge has been asked before.

Which topic the judge asks for next follows from the answers so far, so its questions are a tree with a verdict at the
end of each way through it. A text whose way is known needs no judge. Ways are learned where texts have come to their
end again and again, as a lazy automaton makes its states (Russ Cox, "Regular Expression Matching in the Wild", 2010).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final, TypeAlias

from kotowari.engine.situation import Mention
from kotowari.model.model import Verdict

_NO: Final = Mention.NO
# What a text has to do with topics; those that it does not list are not in it.
Mentions: TypeAlias = Mapping[str, Mention]
# Of more places, all are forgotten: texts go by ways that are few, or it makes no sense to keep them.
_MOST_PLACES: Final = 1 << 13
# Learning a way means that rules are judged which the index would have spared: about so many in the time of one visit.
_RULES_A_VISIT: Final = 30
_LEAST_VISITS: Final = 2


class _Place:
    """Where some answers lead: to the `topic` that is asked for next, or to an `end`, the verdict; or nobody knows yet.

    `no` is where a text goes that has nothing to do with the topic, `others` where the rest go.
    """

    __slots__ = ("end", "no", "others", "topic", "visits")

    def __init__(self) -> None:
        self.topic: str | None = None
        self.end: tuple[Verdict | None] | None = None
        self.no: _Place | None = None
        self.others: dict[Mention, _Place] = {}
        self.visits = 0

    def after(self, answer: Mention) -> _Place:
        """Where a text goes with an answer."""
        if answer is _NO:
            self.no = self.no or _Place()
            return self.no
        return self.others.setdefault(answer, _Place())


class VerdictTree:
    """The verdicts on texts of a policy where all else is the same. Several threads may ask."""

    def __init__(self, topics: Collection[str], rules: int) -> None:
        """`topics` are all of the policy, `rules` is how many it has."""
        self._topics = topics
        self._worth = max(_LEAST_VISITS, rules // _RULES_A_VISIT)
        self._root = _Place()
        self._count = 0

    def verdict(
        self,
        mentions: Mentions,
        first: Callable[[], Verdict | None],
        judged: Callable[[Mentions], Verdict | None],
    ) -> Verdict | None:
        """The verdict on a text with these mentions.

        Where its way is not known, `first` judges it; or `judged` does by the mentions that it is given, and by nothing
        else of the text, and then the way is.
        """
        possible = frozenset(mentions)
        place = self._root
        while (topic := place.topic) is not None:
            answer = mentions[topic] if topic in possible else _NO
            place = place.no if answer is _NO and place.no else place.after(answer)
        if place.end is not None:
            return place.end[0]
        place.visits += 1
        if place.visits < self._worth:
            return first()
        asked = _Asked(self._topics, mentions)
        verdict = judged(asked)
        self._learn(asked.answers, verdict)
        return verdict

    def _learn(self, answers: Mentions, verdict: Verdict | None) -> None:
        if self._count > _MOST_PLACES:
            self._root, self._count = _Place(), 0
        place = self._root
        for topic, answer in answers.items():
            after = place.after(answer)
            place.topic = topic  # not before there is where to go
            place = after
        place.end = (verdict,)
        self._count += len(answers)


class _Asked(Mentions):
    """What a text has to do with topics, and for which of them it was asked, in turn.

    Any topic may be in it, for all it says: who could see that one is not there would ask for less, and the way of this
    text would be another text's only in part.
    """

    def __init__(self, topics: Collection[str], mentions: Mentions) -> None:
        self._topics = topics
        self._mentions = mentions
        self.answers: dict[str, Mention] = {}

    def __getitem__(self, topic: str) -> Mention:
        known = self.answers.get(topic)
        if known is None:
            known = self.answers[topic] = self._mentions.get(topic, _NO)
        return known

    def __contains__(self, topic: object) -> bool:
        return topic in self._topics

    def __iter__(self) -> Iterator[str]:
        return iter(self._topics)

    def __len__(self) -> int:
        return len(self._topics)
