"""Where a Japanese word stands for itself, and where it is a part of another word.

Japanese writes no spaces. Until texts are cut into morphemes, these rules stand in for them. They rather find a word
too many than miss one: 返金 is found in 返金希望 and in 全額返金.

1. A single kanji is a word only between other characters: 死 is not in 必死.
2. Two kanji in the middle of a run of four straddle two words (品質 in 商品質問), unless a prefix stands before them
   (再返金可).
3. A katakana word of up to four characters ends where katakana ends: バグ is not in バグダッド. Longer ones may be a
   part of a compound (パスワードリセット).
4. A word written in katakana that the text has in hiragana is a chance hit where it is short and hiragana stands
   before it (サイト in くださいと).
5. What these rules let pass is listed in `data/hides.ja.txt`: 東京都 hides 京都.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kotowari.text.characters import IS_KANJI, KANA, KANJI, KATAKANA
from kotowari.text.fold import Folded, fold
from kotowari.text.lexicon import lines

_ONLY_KANJI: Final = re.compile(f"[{KANJI}]+")
_IS_KANA: Final = re.compile(f"[{KANA}]")
# Kanji that stand before whole words; numerals count.
_PREFIXES: Final = frozenset("再新全即要各毎約同他両元前後現総最高低大小初本当御貴弊未非超一二三四五六七八九十百千万")
_SHORT_KATAKANA: Final = 4
_SHORT_OTHER_KANA: Final = 3


def stands(folded: Folded, start: int, end: int, *, katakana: bool, edges: tuple[bool, bool]) -> bool:
    """Whether the characters `start` to `end` of a folded text are a word of their own there.

    `katakana` says that the pattern has the word in katakana alone, `edges` at which of its ends it has to end like a
    word: inside of a pattern one word may run into the next.
    """
    text = folded.text
    before = start - 1 if edges[0] and start > 0 else None
    after = end if edges[1] and end < len(text) else None
    return (
        not hidden(text, start, end)
        and _kanji_stand(text, start, end, before, after)
        and _katakana_stand(folded, start, end, before, after)
        and not (katakana and _chance_hiragana(folded, start, end))
    )


def hidden(text: str, start: int, end: int) -> bool:
    """Whether a listed longer word covers the characters `start` to `end`."""
    longer = _hides().get(text[start:end], ())
    return any(start >= offset and text.startswith(word, start - offset) for word, offset in longer)


@cache
def _hides() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each hidden word, the words that hide it and where in them it stands."""
    hides: dict[str, tuple[tuple[str, int], ...]] = {}
    for line in lines("hides.ja.txt"):
        longer, *shorter = fold(line).text.split()
        for word in shorter:
            hides[word] = (*hides.get(word, ()), (longer, longer.index(word)))
    return hides


def _kanji_stand(text: str, start: int, end: int, before: int | None, after: int | None) -> bool:
    if end - start > 2 or not _ONLY_KANJI.fullmatch(text, start, end):
        return True
    kanji_before = before is not None and IS_KANJI.match(text, before)
    kanji_after = after is not None and IS_KANJI.match(text, after)
    if end - start == 1:
        return not kanji_before and not kanji_after
    run_of_four = kanji_before and kanji_after and not (_kanji_at(text, start - 2) or _kanji_at(text, end + 1))
    return not run_of_four or text[start - 1] in _PREFIXES


def _kanji_at(text: str, place: int) -> bool:
    return 0 <= place < len(text) and bool(IS_KANJI.match(text, place))


def _katakana_stand(folded: Folded, start: int, end: int, before: int | None, after: int | None) -> bool:
    """Whether the katakana that the word begins and ends with, if any, does not go on outside of it."""
    if before is not None and _is_katakana(folded, before) and _katakana_run(folded, range(start, end)):
        return False
    backwards = range(end - 1, start - 1, -1)
    return not (after is not None and _is_katakana(folded, after) and _katakana_run(folded, backwards))


def _katakana_run(folded: Folded, places: range) -> bool:
    """Whether the word has katakana at this end, and only a little."""
    run = 0
    for place in places:
        if not _is_katakana(folded, place):
            break
        run += 1
        if run > _SHORT_KATAKANA:
            return False
    return run > 0


def _is_katakana(folded: Folded, place: int) -> bool:
    return bool(KATAKANA.match(folded.written, folded.origin[place]))


def _chance_hiragana(folded: Folded, start: int, end: int) -> bool:
    if end - start > _SHORT_OTHER_KANA or start == 0 or _is_katakana(folded, start):
        return False
    return bool(_IS_KANA.match(folded.text, start - 1)) and not _is_katakana(folded, start - 1)
