"""What words alone show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.model.model import Verdict
from kotowari.review.objections import OBJECTIONS
from kotowari.review.reading import Reading
from kotowari.review.vocabulary import Words, vocabulary

# These hurt where the answer is a no: a team that takes over does consider the request, and a yes may come soon.
_OF_DECLINES: Final = frozenset({"false-hope", "promised-date", "reason-about-us", "hedged-answer"})
# Nobody reads more findings than this of one kind.
_MOST: Final = 100
# A law is a reason that a customer can look up.
_LAW: Final = {"en": ("by law", "the law", "legal", "statut", "regulator"), "ja": ("法令", "法律", "法に")}


def worded(reading: Reading) -> Iterator[Diagnostic]:
    """Every line of the vocabulary that matches and counts here."""
    seen = Counter[str]()
    for words in vocabulary("words", reading.draft.language).find(reading.draft):
        if _counts(reading, words) and seen[words.kind] < _MOST:
            seen[words.kind] += 1
            yield OBJECTIONS[words.kind].at(reading.draft, words.start, words.end)


def _counts(reading: Reading, words: Words) -> bool:
    if words.kind in _OF_DECLINES:
        return reading.verdict in (None, Verdict.DECLINE)
    if words.kind == "appeal-to-rules":
        return not _names_law(reading, words)
    return True


def _names_law(reading: Reading, words: Words) -> bool:
    """Whether the same sentence gives a legal ground."""
    sentence = reading.draft.sentence_at(words.start)
    signs = _LAW[reading.draft.language]
    return sentence is not None and any(sign in sentence.text for sign in signs)
