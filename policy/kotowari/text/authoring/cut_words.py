"""Japanese words of patterns that break off in the middle, so that they are read in pieces and found in no text.

書き出 alone is read as 書き and a suffix 出, but 書き出す and 書き出し are other words: the pattern finds neither. What
counts is whether the engine finds the word in its own longer forms; compounds such as 工程表 are read alike everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kotowari.record import record
from kotowari.text.characters import IS_KANJI, JAPANESE
from kotowari.text.fold import fold
from kotowari.text.japanese.morphemes import Morpheme, analyse
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.nodes import Choice, Gap, Japanese, Phrase, Step
from kotowari.text.patterns.pattern import Words
from kotowari.text.patterns.search import Search
from kotowari.text.patterns.syntax import parse

# What the rest of a verb can be, or of a noun that is made of one.
_REST: Final = (
    *"すくぐつぬぶむるう",
    *"しきぎちびみりい",
    "める",
    "れる",
    "える",
    "ける",
    "げる",
    "せる",
    "てる",
    "べる",
)
_WORD: Final = re.compile(rf"([{JAPANESE}]+)(\*?)")
_STEM: Final = re.compile("[いきぎしちじにびみりえけげせてでねべめれ]$")


@record
class CutWord:
    """A word of a pattern on its characters `start` to `end` as written.

    `text` is the word and `read` how it is read; `longer` are whole words that it is the beginning of, and in which it
    is not found. `instead` is the one of them that as a pattern finds most of them, if any does.
    """

    start: int
    end: int
    text: str
    read: tuple[str, ...]
    longer: tuple[str, ...]
    instead: str


def cut_words(text: str, phrase: Phrase) -> Iterator[CutWord]:
    """The words of the pattern `text`, which stands for `phrase`, that break off in the middle."""
    folded = fold(text)
    places = [found.span(1) for found in _WORD.finditer(folded.plain)]
    for node, place in zip(_japanese(phrase), places, strict=True):
        plain = folded.plain[slice(*place)]
        if node.edges == (True, True) and not node.beginning and node.ways:
            read = analyse(plain).morphemes
            longer = tuple(_longer(node, plain, read)) if len(read) > 1 else ()
            if longer:
                read_as = tuple(plain[one.start : one.end] for one in read)
                yield CutWord(*folded.span(*place), plain, read_as, longer, _best(longer))


def _japanese(phrase: Phrase) -> Iterator[Japanese]:
    """The Japanese words of a phrase, in order."""
    for step in phrase.steps:
        if isinstance(step.node, Japanese):
            yield step.node
        elif isinstance(step.node, Choice):
            for option in step.node.options:
                yield from _japanese(option)


def _longer(node: Japanese, plain: str, read: Sequence[Morpheme]) -> Iterator[str]:
    """Whole words that begin with the word and in which it is not found."""
    *_, before, last = read
    if last.end - last.start > 1 or last.end < len(plain):
        return
    starts = {one.start for one in read if one.start < last.start}
    if IS_KANJI.match(plain[last.start]):
        found = list(_words(plain, starts))
        after_verb = before.word_class in {"動詞", "名詞"} and _STEM.search(plain[: last.start])
        # 料 in 持ち込み料 begins one rare verb, 出 in 書き出 several words.
        found += [*several] if after_verb and len(several := list(_words(plain, {last.start}))) > 1 else []
    else:
        found = list(_words(plain, starts)) if last.word_class == "助詞" else []
    yield from (word for word in found if not _finds(node, word))


def _words(plain: str, starts: AbstractSet[int]) -> Iterator[str]:
    """What the characters are the beginning of, where the last word of it begins at one of the places."""
    for rest in _REST:
        text = plain + rest
        found = analyse(text).morphemes[-1]
        if found.start in starts and found.end == len(text) and _is_whole(found, text):
            yield text


def _is_whole(found: Morpheme, text: str) -> bool:
    """Whether this is a noun, or a verb in the form under which dictionaries have it."""
    return found.word_class == "名詞" or (found.word_class == "動詞" and found.base == text[found.start :])


def _finds(node: Japanese, text: str) -> bool:
    return any(True for _ in Search([Words(Phrase((Step(Gap.NONE, node),)))]).hits(View(fold(text))))


def _best(words: Sequence[str]) -> str:
    """The word that as a pattern finds most of them, where that is more than itself."""
    found = {word: sum(_finds_in(word, other) for other in words) for word in words}
    best = max(words, key=lambda word: found[word])
    return best if found[best] > 1 or len(words) == 1 else ""


def _finds_in(pattern: str, text: str) -> bool:
    return any(True for _ in Search([Words(parse(pattern))]).hits(View(fold(text))))
