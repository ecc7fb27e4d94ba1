"""Whether two texts speak of the same: the words that carry meaning, without their endings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kotowari.review.vocabulary import light_words
from kotowari.text.characters import WORD
from kotowari.text.fold import fold
from kotowari.text.japanese.stretches import Stretches
from kotowari.text.stems import stem

_WORD: Final = re.compile(WORD)
_LIGHT: Final = frozenset(light_words("light.en.txt"))
_CARRYING: Final = frozenset({"名詞", "動詞", "形容詞", "形状詞"})
_LIGHT_KEYS: Final = frozenset(light_words("light.ja.txt"))


@lru_cache(maxsize=1 << 10)
def content(text: str, language: str) -> frozenset[str]:
    """The stems of the words that carry meaning; raises `morphemes.MissingJapanese`."""
    folded = fold(text)
    if language == "ja":
        light = {fold(key).text for key in _LIGHT_KEYS}
        return frozenset(
            unit.key
            for stretch in Stretches(folded.plain)
            for unit in stretch.analysis.morphemes
            if unit.word_class in _CARRYING and unit.key not in light
        )
    words = (word for word in _WORD.findall(folded.text) if word not in _LIGHT and len(word) > 1)
    return frozenset(map(stem, words))


def says(text: str, sentence: str, language: str) -> bool:
    """Whether `text` says what `sentence` says: a third of its carrying words, and at least two where it has them."""
    wanted = content(sentence, language)
    if not wanted:
        return True
    shared = len(wanted & content(text, language))
    return shared * 3 >= len(wanted) and shared >= min(2, len(wanted))
