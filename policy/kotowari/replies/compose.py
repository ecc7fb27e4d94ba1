"""The reply to a customer: every demand answered, in the order of the text, with one thanks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kotowari.engine.decision import Ruling
from kotowari.model.conditions import Condition
from kotowari.model.model import Model, PartName
from kotowari.replies.layout import BEFORE, BEHIND, Reply, ReplyPart, joined, set_text
from kotowari.replies.scripts import Spoken, parts_of, usual_scripts
from kotowari.replies.speakers import Speaker, speakers
from kotowari.replies.words import Words


def compose(model: Model, ruling: Ruling, holds: Callable[[Condition], bool]) -> Reply | None:
    """The reply in the language of the situation; None where the verdict is open or nobody has anything to say.

    `holds` says of the condition of a usual script whether it does.
    """
    language = ruling.situation.language
    voices = [_voice(model, speaker, language, holds) for speaker in speakers(model, ruling)]
    parts = tuple(_Letter(voices, Words(model, ruling), language).parts())
    return Reply(language, parts, set_text(parts, language)) if parts else None


@dataclass(frozen=True, slots=True)
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


@dataclass(slots=True)
class _Letter:
    """`said` holds the answers, reasons and alternatives that stand in the reply: each is said once."""

    voices: Sequence[_Voice]
    words: Words
    language: str
    said: set[str] = field(default_factory=set[str])
    cushioned: bool = False

    def parts(self) -> Iterator[ReplyPart]:
        yield from self._once(BEFORE)
        for about in dict.fromkeys(voice.speaker.about for voice in self.voices):
            yield from self._demand(about, [voice for voice in self.voices if voice.speaker.about == about])
        yield from self._once(BEHIND)

    def _once(self, names: Sequence[PartName]) -> Iterator[ReplyPart]:
        """Parts that the whole reply says once: of each the first that can be said.

        Where one rule wants nothing from the usual scripts (a threat, an emergency), a usual greeting would hurt.
        """
        about = tuple(dict.fromkeys(topic for voice in self.voices for topic in voice.speaker.about))
        alone = any(voice.speaker.says_only for voice in self.voices)
        for name in names:
            texts = (self._text(voice, voice.own if alone else voice.all, name, about) for voice in self.voices)
            text = next(filter(None, texts), "")
            if text:
                yield ReplyPart(name, text, about)

    def _demand(self, about: tuple[str, ...], voices: Sequence[_Voice]) -> Iterator[ReplyPart]:
        """The answers, reasons and alternatives of one demand; a cushion before the answer, one in all."""
        answer = self._joined(voices, PartName.ANSWER, about)
        if answer and not self.cushioned:
            cushions = (self._text(voice, voice.all, PartName.CUSHION, about) for voice in voices)
            cushion = next(filter(None, cushions), "")
            self.cushioned = bool(cushion)
            yield from [ReplyPart(PartName.CUSHION, cushion, about)] if cushion else []
        yield from [ReplyPart(PartName.ANSWER, answer, about)] if answer else []
        for name in (PartName.REASON, PartName.INSTEAD):
            text = self._joined(voices, name, about)
            yield from [ReplyPart(name, text, about)] if text else []

    def _joined(self, voices: Sequence[_Voice], name: PartName, about: tuple[str, ...]) -> str:
        """What several rules say for one part, without what the reply has said already."""
        fresh: list[str] = []
        for voice in voices:
            text = self._text(voice, voice.all, name, about)
            if text and text not in self.said:
                self.said.add(text)
                fresh.append(text)
        return joined(fresh, self.language)

    def _text(self, voice: _Voice, spoken: Spoken, name: PartName, about: tuple[str, ...]) -> str:
        return self.words.text(spoken.get(name), voice.speaker, about)
