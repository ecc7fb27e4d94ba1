"""The words of a `one of`: the names of its values, and what they are called in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.characters import JAPANESE, LETTER
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View, phrase_ends
from kotowari.text.patterns.nodes import Japanese, Phrase
from kotowari.text.patterns.pattern import Words
from kotowari.text.patterns.search import Search
from kotowari.text.patterns.syntax import parse
from kotowari.text.reading.found import Found

# Longer ones are descriptions, which nobody writes word for word.
_LONGEST: Final = 100
_SPECIAL: Final = regex(r"[\\*#()|]")
# Two letters of one Latin word.
_RUNS_ON: Final = regex(rf"{LETTER}{LETTER}")
_JAPANESE: Final = regex(f"[{JAPANESE}]+")
_DOTS: Final = regex(r"\.{2,}")
_ARTICLE: Final = regex(r"^(?:the|an?) +", re.IGNORECASE)


@record
class _Name:
    """What a choice is called; `tail` is what of it the pattern has behind the value, folded."""

    choice: str
    phrase: Phrase
    tail: str = ""

    def ends(self, view: View, start: int) -> Iterator[int]:
        """Where the name that begins at `start` ends, without its tail."""
        text, first = view.folded.text, self.phrase.steps[0].node
        # A look at the first characters spares cutting an English text into morphemes.
        if isinstance(first, Japanese) and not text.startswith(first.openings, start):
            return
        for end in phrase_ends(self.phrase, view, start):
            cut = start + len(text[start : end - len(self.tail)].rstrip(" -"))
            if cut > start and text.startswith(self.tail, end - len(self.tail)):
                yield cut


class Choices:
    """Reads which of several choices a text names."""

    def __init__(self, names: Mapping[str, Sequence[str]], around: tuple[str, str]) -> None:
        """`names` are what each choice is called; `around` is what the pattern has before and behind the value.

        A name that has these words itself ("the Pro plan" in `on the # plan`) is found without them as well.
        """
        self._names = [
            each for choice, called in names.items() for name in called for each in _ways(choice, name, around)
        ]
        self._search = Search([Words(name.phrase) for name in self._names])

    def starts(self, view: View) -> Iterator[int]:
        """The places where a name stands."""
        last = -1
        for hit in self._search.hits(view):
            if hit.start != last:
                yield hit.start
            last = hit.start

    def at(self, view: View, start: int) -> Sequence[Found]:
        """The choices that are named here, the longest name first."""
        ends = {(end, name.choice) for name in self._names for end in name.ends(view, start)}
        return [Found(start, end, choice) for end, choice in sorted(ends, key=lambda each: (-each[0], each[1]))]


def _ways(choice: str, name: str, around: tuple[str, str]) -> Iterator[_Name]:
    """A name without its article, and the same less the words of the pattern that it begins or ends with."""
    whole = _ARTICLE.sub("", name.strip())
    folded = fold(whole)
    before, after = (fold(words).text.strip() for words in around)
    start = len(before) if _is_edge(folded.text, before, 0) else 0
    end = len(folded.text) - (len(after) if _is_edge(folded.text, after, len(folded.text) - len(after)) else 0)
    low, high = folded.span(start, max(start, end))
    # Japanese runs on without a space: プロ before プラン is looked for as one word.
    joined = _JAPANESE.match(around[1]) if _JAPANESE.match(folded.text[:end][-1:]) else None
    glued = (whole[low:high] + joined.group(), fold(joined.group()).text) if joined else ("", "")
    for text, tail in ((whole, ""), (whole[low:high].strip(" -"), ""), (whole[low:], folded.text[end:]), glued):
        if re.search(r"[^\W_]", fold(text).text) and len(text) <= _LONGEST:
            yield _Name(choice, parse(_literally(text)), tail)


def _is_edge(text: str, words: str, start: int) -> bool:
    """Whether words stand at this place of a name, and no letter runs into them."""
    if not words or start < 0 or not text.startswith(words, start):
        return False
    end = start + len(words)
    return not (_RUNS_ON.match(text, start - 1) if start else _RUNS_ON.match(text, end - 1))


def _literally(name: str) -> str:
    """A name as a pattern, in which no character has a special meaning."""
    return _DOTS.sub(" ", "".join(map(_sign, name)))


def _sign(character: str) -> str:
    folded = fold(character).text
    if not _SPECIAL.search(folded) and ".." not in folded:
        return character
    return f"\\{folded}" if len(folded) == 1 else " "
