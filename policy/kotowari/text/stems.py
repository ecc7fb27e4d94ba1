"""The stems of English words: the door to the Snowball stemmer."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from snowballstemmer.english_stemmer import EnglishStemmer


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The stem of a folded word."""
    return _stemmer().stemWord(word)


@cache
def _stemmer() -> EnglishStemmer:
    """The class itself: the library's factory takes another stemmer where one happens to be installed."""
    from snowballstemmer.english_stemmer import EnglishStemmer  # noqa: PLC0415 - slow to import, and not always needed

    return EnglishStemmer()
