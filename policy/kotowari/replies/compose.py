"""The reply to a customer: every demand answered, in the order of the text, with one thanks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field

from kotowari.engine.decision import Ruling
from kotowari.model.conditions import Condition
from kotowari.model.model import Model, PartName
from kotowari.model.template import Template
from kotowari.record import record
from kotowari.replies.layout import Reply, ReplyPart, joined, set_reply
from kotowari.replies.scripts import Spoken, parts_of, usual_scripts
from kotowari.replies.speakers import Speaker, speakers
from kotowari.replies.words import Words, same_words

# What softens further refusals right behind one with the same cushion: said again it would be a formula, and nothing at
# all is curt in Japanese. Other languages need nothing there.
_AGAIN = {"ja": ("また、", "なお、")}


def compose(model: Model, ruling: Ruling, holds: Callable[[Condition], bool]) -> Reply | None:
    """The reply in the language of the situation; None where the verdict is open or nobody has anything to say.

    `holds` says of the condition of a usual script whether it does.
    """
    language = ruling.situation.language
    voices = [_voice(model, speaker, language, holds) for speaker in speakers(model, ruling)]
    paragraphs = [tuple(parts) for parts in _Letter(voices, Words(model, ruling), language).paragraphs()]
    return set_reply(paragraphs, language) if any(paragraphs) else None


@record
class _Voice:
    """A speaker with its parts: those that its rule writes, and these with what the usual scripts add to them."""

    speaker: Speaker
    own: Spoken
    all: Spoken


def _voice(model: Model, speaker: Speaker, language: str, holds: Callable[[Condition], bool]) -> _Voice:
    own = parts_of(speaker.rule, (), language)
    if speaker.says_only:
        return _Voice(speaker, own, own)
    return _Voice(speaker, own, parts_of(speaker.rule, usual_scripts(model, speaker.outcome, holds), language))


@record(frozen=False)
class _Letter:
    """`said` holds the answers, reasons, alternatives and next steps that stand in the reply: each is said once.

    `cushions` are those in the reply, `in_a_row` how many demands in a row had one.
    """

    voices: Sequence[_Voice]
    words: Words
    language: str
    said: set[str] = field(default_factory=set[str])
    cushions: set[str] = field(default_factory=set[str])
    in_a_row: int = 0

    def paragraphs(self) -> Iterator[list[ReplyPart]]:
        """The greeting, each demand, then what happens next and the close."""
        demands: dict[tuple[str, ...], list[_Voice]] = {}
        for voice in self.voices:
            demands.setdefault(voice.speaker.about, []).append(voice)
        shared = self._shared(demands)
        yield [*self._once(PartName.SORRY), *self._once(PartName.THANKS)]
        for about, voices in demands.items():
            mine = [voice for voice in voices if self._next_step(voice) not in shared]
            yield [*self._demand(about, voices), *self._part(mine, PartName.NEXT, about)]
        ours = [voice for voice in self.voices if self._next_step(voice) in shared]
        yield [*self._part(ours, PartName.NEXT, _topics(ours)), *self._once(PartName.CLOSE)]

    # --- parts that the whole reply says once -------------------------------------------------------------------------

    def _once(self, name: PartName) -> Iterator[ReplyPart]:
        """Of a part the first that can be said, what a rule writes itself before what is usual.

        Where one rule wants nothing from the usual scripts (a threat, an emergency), a usual greeting would hurt.
        """
        about = _topics(self.voices)
        spoken = [voice.own for voice in self.voices]
        spoken += [] if self._alone else [voice.all for voice in self.voices]
        voices = [*self.voices, *self.voices]
        texts = (self._text(voice, parts.get(name), about) for voice, parts in zip(voices, spoken, strict=False))
        text = next(filter(None, texts), "")
        if text:
            yield ReplyPart(name, text, about)

    @property
    def _alone(self) -> bool:
        return any(voice.speaker.says_only for voice in self.voices)

    # --- what happens next --------------------------------------------------------------------------------------------

    def _shared(self, demands: Mapping[tuple[str, ...], Sequence[_Voice]]) -> set[object]:
        """The next steps that stand at the end: all where one thing was asked for, else those of several demands.

        A step of one demand among several stands with it, so that nobody wonders what it is about.
        """
        steps = [{self._next_step(voice) for voice in voices} for voices in demands.values()]
        if len(steps) == 1:
            return steps[0]
        return {step for step in set[object]().union(*steps) if sum(step in those for those in steps) > 1}

    def _next_step(self, voice: _Voice) -> object:
        """What tells the next step of one voice from that of another; equal where they say the same."""
        return same_words(self._next(voice), voice.speaker)

    def _next(self, voice: _Voice) -> Template | None:
        return (voice.own if self._alone else voice.all).get(PartName.NEXT)

    # --- the answer to one demand -------------------------------------------------------------------------------------

    def _demand(self, about: tuple[str, ...], voices: Sequence[_Voice]) -> Iterator[ReplyPart]:
        """The answers, reasons and alternatives of one demand, and a cushion before the answer."""
        answer = list(self._part(voices, PartName.ANSWER, about))
        yield from self._cushion(voices if answer else (), about)
        yield from answer
        yield from self._part(voices, PartName.REASON, about)
        yield from self._part(voices, PartName.INSTEAD, about)

    def _cushion(self, voices: Sequence[_Voice], about: tuple[str, ...]) -> Iterator[ReplyPart]:
        texts = (self._text(voice, voice.all.get(PartName.CUSHION), about) for voice in voices)
        text = next(filter(None, texts), "")
        softened = self._softened(text) if text in self.cushions else text
        self.in_a_row = self.in_a_row + 1 if text else 0
        if softened:
            self.cushions.add(text)
            yield ReplyPart(PartName.CUSHION, softened, about)

    def _softened(self, text: str) -> str:
        """What stands for a cushion that has been said; itself again where another answer came in between."""
        again = _AGAIN.get(self.language, ())
        if again and self.in_a_row:
            return again[min(self.in_a_row, len(again)) - 1]
        return text if again else ""

    def _part(self, voices: Sequence[_Voice], name: PartName, about: tuple[str, ...]) -> Iterator[ReplyPart]:
        """What several rules say for one part, joined, without what the reply has said already.

        Of several escalations of one demand to the same team in the same words the most urgent one speaks, the first:
        a second deadline would only confuse.
        """
        fresh: list[str] = []
        told: set[object] = set()
        for voice in voices:
            template = self._next(voice) if name is PartName.NEXT else voice.all.get(name)
            words = same_words(template, voice.speaker)
            text = "" if words in told else self._text(voice, template, about)
            told.add(words)
            if text and text not in self.said:
                self.said.add(text)
                fresh.append(text)
        if fresh:
            yield ReplyPart(name, joined(fresh, self.language), about)

    def _text(self, voice: _Voice, template: Template | None, about: tuple[str, ...]) -> str:
        return self.words.text(template, voice.speaker, about)


def _topics(voices: Sequence[_Voice]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(topic for voice in voices for topic in voice.speaker.about))
