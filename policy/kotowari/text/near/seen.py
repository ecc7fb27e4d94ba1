"""What a text has, looked up by words: each worked out when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from kotowari.cached import cached_property
from kotowari.record import record
from kotowari.text.characters import WORD
from kotowari.text.fold import Folded
from kotowari.text.patterns.matching import View
from kotowari.text.sentences import SENTENCE_END

# The characters `start` to `end` of the folded text.
Place: TypeAlias = tuple[int, int]

_WORD: Final = re.compile(WORD)
_END: Final = re.compile(SENTENCE_END)
_KATAKANA: Final = re.compile("[ァ-ヺー]{2,}")
_MOST_WORDS: Final = 5_000


@record
class Token:
    """A word of the text, folded, and where it stands first."""

    text: str
    start: int
    end: int


class Seen:
    """The words of one text."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.view = View(folded)

    def written(self, start: int, end: int) -> str:
        """What the customer wrote on the characters `start` to `end` of the folded text."""
        return self.folded.written[slice(*self.folded.span(start, end))]

    @cached_property
    def words(self) -> Sequence[Token]:
        """The Latin words, each where it stands first."""
        found: dict[str, Token] = {}
        for word in _WORD.finditer(self.folded.text):
            if len(found) == _MOST_WORDS:
                break
            found.setdefault(word.group(), Token(word.group(), *word.span()))
        return tuple(found.values())

    @cached_property
    def katakana(self) -> Sequence[Token]:
        """The words in katakana, each where it stands first."""
        found: dict[str, Token] = {}
        for word in _KATAKANA.finditer(self.folded.plain):
            text = self.folded.text[slice(*word.span())]
            found.setdefault(text, Token(text, *word.span()))
        return tuple(found.values())

    @cached_property
    def keyed(self) -> Mapping[str, Sequence[Place]]:
        """Where the morphemes of each key stand; raises `morphemes.MissingJapanese`."""
        found: dict[str, list[Place]] = {}
        for stretch in self.view.stretches:
            for morpheme in stretch.analysis.morphemes:
                place = stretch.start + morpheme.start, stretch.start + morpheme.end
                found.setdefault(morpheme.key, []).append(place)
        return found

    def sentence_ends(self, start: int, end: int) -> bool:
        """Whether a sentence ends on the characters `start` to `end`."""
        return _END.search(self.folded.text, start, end) is not None
