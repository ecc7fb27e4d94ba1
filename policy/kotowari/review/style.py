"""The style of Japanese sentences, told by the morphemes that they end in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import Final

from kotowari.review.draft import Draft, Sentence
from kotowari.text.japanese.morphemes import Morpheme

_SIGNS: Final = frozenset({"補助記号", "記号", "空白"})
# What a sentence may add to its last word: 「…ですね。」
_PARTICLES: Final = frozenset({"か", "ね", "よ", "な"})
_INFLECTED: Final = frozenset({"動詞", "形容詞", "助動詞"})
# 「ください」 is as polite as です, and 「なさい」 or 「う」 is no plain statement.
_NEITHER: Final = frozenset({"下さる", "為さる", "う"})
_BE: Final = "だ"
_POLITE_BE: Final = ("です", "でし")
# ます in its forms, which no morpheme holds, and the one way to say no that holds it.
_LEFT_OUT: Final = ("ます", "まし", "ませ", "ござい")
_POLITE_NO: Final = ("ありませ", "ございませ")


class Style(Enum):
    """How a sentence ends; a noun, or what is no sentence, ends in neither way."""

    POLITE = auto()
    PLAIN = auto()


def style(draft: Draft, sentence: Sentence) -> Style | None:
    """です・ます, or である and plain forms.

    Morphemes leave ます and its forms out, so what stands between two of them, or behind the last, is that.
    """
    units = draft.morphemes_of(sentence)
    end = next((unit.start for unit in units if unit.key == "。"), sentence.end)
    said = [unit for unit in units if unit.word_class not in _SIGNS and unit.start < end]
    while said and said[-1].word_class == "助詞" and said[-1].key in _PARTICLES:
        end = said.pop().start
    if not said:
        return None
    if _is_polite(draft, said, sentence.start, end):
        return Style.POLITE
    last = said[-1]
    is_word = last.word_class in _INFLECTED or last.key == "兼ねる"
    return Style.PLAIN if is_word and last.key not in _NEITHER else None


def _is_polite(draft: Draft, said: Sequence[Morpheme], start: int, end: int) -> bool:
    last, before = said[-1], said[-2] if len(said) > 1 else None
    text = draft.folded.text
    gaps = (text[before.end if before else start : last.start], text[last.end : end])
    if any(word in gap for gap in gaps for word in _LEFT_OUT) or text[last.start : last.end].startswith(_POLITE_NO):
        return True
    is_past = before is not None and last.key == "た" and _is_desu(draft, before)
    return last.key == "下さる" or is_past or _is_desu(draft, last)


def _is_desu(draft: Draft, unit: Morpheme) -> bool:
    return unit.key == _BE and draft.folded.text[unit.start : unit.end].startswith(_POLITE_BE)


def sasete_itadaku(draft: Draft) -> Iterator[tuple[int, int]]:
    """Every 「させていただく」, in whatever form and spelling."""
    units = draft.morphemes
    for cause, te, receive in zip(units, units[1:], units[2:], strict=False):
        if cause.key in {"せる", "させる"} and te.key == "て" and receive.key.startswith("頂く"):
            yield cause.start, receive.end
