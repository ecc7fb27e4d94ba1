"""A reply text made ready to review: its sentences, and what its patterns are looked for in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from kotowari.cached import cached_property
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.model.model import PartName
from kotowari.record import record
from kotowari.text.fold import Folded, fold
from kotowari.text.japanese.morphemes import Morpheme
from kotowari.text.patterns.matching import View
from kotowari.text.sentences import SENTENCE_END

_END: Final = re.compile(SENTENCE_END)
_CLOSING: Final = re.compile(r"[!?。.」』\"')\]]+")
_STARTS: Final = re.compile(r"[\s>*•・「『\"'-]*")
_ENDED: Final = re.compile(r"[.!?。…」』\"')\]]$")
# "Hello Anna," or 「田中様」: shorter than this, and without the end of a sentence.
_LONGEST_GREETING: Final = 40


@record
class Stretch:
    """A stretch of the folded text of a draft."""

    start: int
    end: int


@record
class Sentence(Stretch):
    """A sentence of a draft, `number` among the others; `text` is folded, without the white space around.

    `greets`: it only addresses somebody, or signs. `part` is the part of a script that it comes from, where known.
    """

    number: int
    text: str
    greets: bool
    part: PartName | None


@record
class PartOf:
    """The characters `start` to `end` of the text as written, which come from this part of a script."""

    start: int
    end: int
    part: PartName


@record
class Draft:
    """A reply text in a language; `parts` are known where a script wrote it."""

    source: Source
    language: str
    parts: Sequence[PartOf] = ()

    @cached_property
    def folded(self) -> Folded:
        """The text folded, with the way back."""
        return fold(self.source.text)

    @cached_property
    def view(self) -> View:
        """The text for patterns to be found in."""
        return View(self.folded)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in order, without empty ones."""
        return tuple(self._sentences())

    @cached_property
    def spoken(self) -> tuple[Sentence, ...]:
        """The sentences without greetings and signatures."""
        return tuple(sentence for sentence in self.sentences if not sentence.greets)

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence around a place of the folded text; the last one before it between two."""
        number = bisect_right(self._begins, place) - 1
        return self.sentences[number] if number >= 0 else None

    def begins_sentence(self, place: int) -> bool:
        """Whether a sentence begins at this place of the folded text, quotes and list marks aside."""
        return place in self._firsts

    def span(self, start: int, end: int) -> Span:
        """The characters of the text as written behind a stretch of the folded one."""
        return Span(self.source.name, *self.folded.span(start, end))

    def span_of_written(self, start: int, end: int) -> Span:
        """These characters of the text as written."""
        return Span(self.source.name, start, end)

    def written(self, start: int, end: int) -> str:
        """What was written there, on one line."""
        low, high = self.folded.span(start, end)
        return " ".join(self.source.text[low:high].split())

    @cached_property
    def morphemes(self) -> tuple[Morpheme, ...]:
        """The Japanese units of the text, by places of the folded text; raises `morphemes.MissingJapanese`."""
        return tuple(
            unit._replace(start=stretch.start + unit.start, end=stretch.start + unit.end)
            for stretch in self.view.stretches
            for unit in stretch.analysis.morphemes
        )

    def morphemes_of(self, sentence: Sentence) -> tuple[Morpheme, ...]:
        """The units of one sentence."""
        low = bisect_left(self.morphemes, sentence.start, key=lambda unit: unit.start)
        high = bisect_left(self.morphemes, sentence.end, key=lambda unit: unit.start)
        return self.morphemes[low:high]

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    @cached_property
    def _firsts(self) -> frozenset[int]:
        found = (_STARTS.match(self.folded.text, start) for start in self._begins)
        return frozenset(match.end() for match in found if match)

    def _sentences(self) -> Iterator[Sentence]:
        number = 0
        for start, end in self._pieces():
            text = self.folded.text[start:end].strip()
            if text:
                first = start + self.folded.text[start:end].index(text)
                last = first + len(text)
                yield Sentence(first, last, number, text, _greets(text), self._part_of(first, last))
                number += 1

    def _pieces(self) -> Iterator[tuple[int, int]]:
        text, start = self.folded.text, 0
        for found in _END.finditer(text):
            if found.end() <= start:
                continue
            closing = _CLOSING.match(text, found.end())
            end = closing.end() if closing else found.end()
            yield start, end
            start = end
        yield start, len(text)

    def _part_of(self, start: int, end: int) -> PartName | None:
        """The part that a sentence ends in: a cushion runs on into the answer."""
        low, high = self.folded.span(start, end)
        return next((one.part for one in reversed(self.parts) if one.start < high and low < one.end), None)


def _greets(text: str) -> bool:
    return len(text) <= _LONGEST_GREETING and not _ENDED.search(text)
