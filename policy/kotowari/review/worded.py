"""What words alone show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.model.model import Verdict
from kotowari.review.objections import OBJECTIONS
from kotowari.review.reading import REFUSALS, Reading, Role
from kotowari.review.vocabulary import Words, vocabulary

# These hurt where the answer is a no: a team that takes over does consider the request, and a yes may come soon.
_OF_DECLINES: Final = frozenset({"false-hope", "promised-date", "reason-about-us", "hedged-answer"})
# What they name may also be what is refused.
_HOPES: Final = frozenset({"false-hope", "promised-date"})
# Where a sentence turns from a no to a promise, or from a promise to a no.
_TURN: Final = re.compile(
    r"\b(?:but|though|although|however|while|and (?:it|we|you|they|then))\b|;"
    "|(?:です|ます|した|ません|ない)(?:が|けれど|けど)|ます(?:ので|から|し、)|予定ですので|ものの|一方|ただ"
)
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
    if words.kind in _OF_DECLINES and reading.verdict not in (None, Verdict.DECLINE):
        return False
    if words.kind in _HOPES:
        return not _is_refused(reading, words)
    if words.kind == "appeal-to-rules":
        return not _names_law(reading, words)
    return True


def _is_refused(reading: Reading, words: Words) -> bool:
    """Whether the words are of what the same clause refuses: 「来月のご予約は承りかねます」 promises nothing."""
    sentence = reading.draft.sentence_at(words.start)
    if sentence is None or not reading.does(sentence, REFUSALS):
        return False
    within = reading.words_by_sentence[sentence.number]
    refusals = [one.start for one in within if one.kind in REFUSALS] or [sentence.end]
    cushions = [one for one in within if one.kind == Role.CUSHION]
    turns = [
        turn.start()
        for turn in _TURN.finditer(reading.draft.folded.text, sentence.start, sentence.end)
        if not any(one.start <= turn.start() <= one.end for one in cushions)
    ]
    between = ((min(words.start, place), max(words.start, place)) for place in refusals)
    return any(not any(first <= turn < last for turn in turns) for first, last in between)


def _names_law(reading: Reading, words: Words) -> bool:
    """Whether the same sentence gives a legal ground."""
    sentence = reading.draft.sentence_at(words.start)
    signs = _LAW[reading.draft.language]
    return sentence is not None and any(sign in sentence.text for sign in signs)
