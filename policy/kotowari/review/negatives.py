"""The negatives of a sentence, without those that are polite or mean something else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from kotowari.review.draft import Draft, Sentence
from kotowari.text.japanese.morphemes import NOT

_ENGLISH: Final = re.compile(
    r"\b(?:not(?! only\b| just\b)|cannot|never|no(?! longer than| later than|\.\s?[0-9])|none|nothing|nobody|nowhere"
    r"|neither|nor|unable|without"
    r"|(?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have|had|must|need)n't)\b"
)
# Set phrases that carry a no without saying one, and polite questions.
_POLITE: Final = re.compile(
    "申し訳(?:ご)?(?:ございません|ありません|ない)|すみません|すいません|かもしれ(?:ません|ない)"
    "|(?:少な|かわり|変わり|限り|間違い|遠慮)く?(?:ございません|ありません|なく|ない)"
    "|ご遠慮なく|(?:ない|ません)(?:でしょう)?か|なければ(?:なら|いけ)|とんでもな|やむを得な|ほかならな|必ずしも|差し支えな"
    "|だけでなく|のみならず|ではなく"
)
_NEGATIVE: Final = frozenset({NOT, "かねる", "兼ねる"})


def negatives(draft: Draft, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The places of the negatives of a sentence in the folded text."""
    if draft.language == "ja":
        return _japanese(draft, sentence)
    return (found.span() for found in _ENGLISH.finditer(draft.folded.text, sentence.start, sentence.end))


def _japanese(draft: Draft, sentence: Sentence) -> Iterator[tuple[int, int]]:
    polite = [found.span() for found in _POLITE.finditer(draft.folded.text, sentence.start, sentence.end)]
    for unit in draft.morphemes_of(sentence):
        if unit.key in _NEGATIVE:
            before = bisect_left(polite, (unit.end, 0)) - 1
            if before < 0 or polite[before][1] <= unit.start:
                yield unit.start, unit.end


# What is not there, and nobody misses it.
_HARMLESS: Final = frozenset(
    {"必要", "心配", "問題", "手間", "間違い", "相違", "変わり", "変わる", "支障", "遠慮", "違い", "不安", "費用"}
)
_SIGNS: Final = frozenset({"補助記号", "記号", "空白"})


def ends_in_no(draft: Draft, sentence: Sentence) -> bool:
    """Whether a Japanese sentence ends in a no that counts: 「…は承っておりません。」, not 「ご心配はいりません。」."""
    if draft.language != "ja":
        return False
    units = [unit for unit in draft.morphemes_of(sentence) if unit.word_class not in _SIGNS and unit.key != "だ"]
    if not units or any(unit.key in _HARMLESS for unit in units):
        return False
    return any(start == units[-1].start for start, _ in _japanese(draft, sentence))
