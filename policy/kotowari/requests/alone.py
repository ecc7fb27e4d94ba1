"""The verdict on requests that state nothing but a text, where it takes more than the topics in question to see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final, TypeAlias

from kotowari.engine.judge import Judge, judge
from kotowari.engine.program import Program
from kotowari.engine.rule_on import verdict_on
from kotowari.engine.verdict_tree import Mentions, VerdictTree
from kotowari.model import calendar
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT, Verdict
from kotowari.model.moments import read_time
from kotowari.requests.searched import TextMentions
from kotowari.text.language import detect
from kotowari.text.topics import SearchedText, TopicSearch

# To ask a text for each of more topics takes longer than to judge it.
_MOST_TOPICS: Final = 500
# What the verdicts hang on besides the text's topics: the day, or the moment where that matters, and the language.
_When: TypeAlias = "date | datetime"


class TextsAlone:
    """The verdicts on texts alone of one policy, none of whose facts is read from texts."""

    def __init__(self, program: Program, finder: TopicSearch) -> None:
        self._program = program
        self._finder = finder
        self._zone = calendar.zone(program.model.zone)
        # Each is one object, so that another thread never sees half of it.
        self._day: tuple[datetime | None, _When] = (None, date.min)
        self._trees: tuple[_When, dict[str | None, VerdictTree]] = (date.min, {})

    @staticmethod
    def serves(program: Program) -> bool:
        """Whether nothing of a text matters for the verdict but its topics, its language, and that it is there."""
        return (
            len(program.model.topics) <= _MOST_TOPICS
            and REQUEST_TEXT not in program.comparisons
            and REQUEST_TEXT not in program.texts
            and not any(fact.read_from for fact in program.model.facts.values())
        )

    def verdict(self, text: SearchedText, now: datetime, judged: Callable[[], Judge]) -> Verdict | None:
        """The verdict on a text at a moment of the calendar; None while it is open. `judged` is the text's judge."""

        def by_topics(mentions: Mentions) -> Verdict | None:
            situation = judged().situation
            alone = replace(situation, mentions={**situation.mentions, REQUEST_TEXT: mentions})
            return verdict_on(judge(self._program, alone))

        mentions = TextMentions(self._finder.found_in(text), text, {})
        return self._tree(text.view.folded.written, now).verdict(mentions, lambda: verdict_on(judged()), by_topics)

    def _tree(self, written: str, now: datetime) -> VerdictTree:
        model = self._program.model
        when, trees = self._trees
        today = self._when(now)
        if today != when:
            trees = dict[str | None, VerdictTree]()
            self._trees = (today, trees)
        language = detect(written, model.languages) if REQUEST_LANGUAGE in self._program.readers else None
        known = trees.get(language)
        if known is None:
            known = trees[language] = VerdictTree(model.topics.keys(), len(model.rules))
        return known

    def _when(self, now: datetime) -> _When:
        latest, when = self._day
        if latest is not now:
            # In one zone, two times of the hour that the clocks show twice would be the same.
            moment = now if now.tzinfo is UTC else read_time(now, UTC)
            assert moment is not None
            assert self._zone is not None
            when = moment if self._program.by_moment else calendar.day_of(moment, self._zone)
            self._day = (now, when)
        return when
